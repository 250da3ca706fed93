"""Which distance a coefficient asks for, made for a scale, or the reason why the scale has none.

A metric takes the scale and how often each code occurs among the compared ratings, in all or rows x codes;
most need only the scale.
"""

from collections.abc import Callable

import numpy as np

from annotator.tools.agreement.coefficient import Undefined
from annotator.tools.agreement.distance import (
    NOMINAL,
    Distance,
    Floats,
    Jaccard,
    Masi,
    Ratio,
    Squared,
    Steps,
)
from annotator.tools.agreement.scale import Scale

Metric = Callable[[Scale, Floats], Distance]


def nominal(_scale: Scale, _frequency: Floats) -> Distance:
    """[c != k]; on sets, of whole sets."""
    return NOMINAL


def ordinal(scale: Scale, frequency: Floats) -> Distance:
    """Krippendorff's (sum of n_g for g = c..k - (n_c + n_k) / 2)^2, levels in declared order.

    That is the squared difference of the codes' mid-ranks among all compared ratings.
    """
    _ordered(scale)
    return Squared(np.cumsum(frequency, axis=-1) - frequency / 2)


def interval(scale: Scale, frequency: Floats) -> Distance:
    """(c - k)^2 of the numbers, brought to 0..1, which alpha does not feel and no float overflows."""
    if scale.kind not in ("interval", "ratio"):
        raise Undefined("agreement.needs_interval")
    used = np.flatnonzero(np.atleast_2d(frequency).any(axis=0))
    halves = _numbers(scale)[used] / 2
    points = np.zeros(len(scale.values))
    if len(used):
        points[used] = (halves - halves.min()) / ((halves.max() - halves.min()) or 1)
    return Squared(points)


def ratio(scale: Scale, _frequency: Floats) -> Distance:
    """((c - k) / (c + k))^2 of the numbers."""
    if scale.kind != "ratio":
        raise Undefined("agreement.needs_ratio")
    numbers = _numbers(scale)
    if numbers.min(initial=0) < 0:
        raise Undefined("agreement.negative")
    return Ratio(numbers)


def jaccard(scale: Scale, _frequency: Floats) -> Distance:
    """1 - J of the sets."""
    return Jaccard(_sets(scale))


def masi(scale: Scale, _frequency: Floats) -> Distance:
    """1 - J M of the sets."""
    return Masi(_sets(scale))


def linear(scale: Scale, _frequency: Floats) -> Distance:
    """abs(c - k) / (q - 1), of positions among the q levels."""
    return Steps(_positions(scale))


def quadratic(scale: Scale, _frequency: Floats) -> Distance:
    """((c - k) / (q - 1))^2, of positions among the q levels."""
    return Steps(_positions(scale) ** 2)


def triangular(scale: Scale, _frequency: Floats) -> Distance:
    """Gwet's ordinal weights as a distance: C(s + 1, 2) / C(q, 2) for levels s steps apart (Gwet 2014)."""
    _ordered(scale)
    q = len(scale.values)
    steps = np.arange(q, dtype=np.float64)
    return Steps(steps * (steps + 1) / (q * (q - 1)))


def _positions(scale: Scale) -> Floats:
    _ordered(scale)
    return np.arange(len(scale.values)) / (len(scale.values) - 1)


def _ordered(scale: Scale) -> None:
    if scale.kind in ("nominal", "set"):
        raise Undefined("agreement.needs_order")


def _numbers(scale: Scale) -> Floats:
    return np.array([value for value in scale.values if isinstance(value, float)])


def _sets(scale: Scale) -> tuple[frozenset[str], ...]:
    if scale.kind != "set":
        raise Undefined("agreement.needs_sets")
    return tuple(value for value in scale.values if isinstance(value, frozenset))
