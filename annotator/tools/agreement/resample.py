"""How far coefficients would vary with other items: percentile intervals from resamples.

Clauses of one document are not independent of each other, so that whole documents are drawn where the
ratings are of several; items else. What a resample cannot define is counted and left out.
"""

from collections.abc import Sequence
from typing import Literal, NamedTuple

import numpy as np

from annotator.tools.agreement.bits import Bits
from annotator.tools.agreement.distance import Floats
from annotator.tools.agreement.draw import draw
from annotator.tools.agreement.measure import measured
from annotator.tools.agreement.pattern import Patterns
from annotator.tools.agreement.table import Table
from annotator.tools.agreement.tally import DENSE, Tally

Units = Literal["documents", "items"]

FEW = 20
"""Below so many units the interval is too narrow more often than it says."""

_LOW, _HIGH = 0.025, 0.975


class Resampling(NamedTuple):
    """How often to resample, and from which seed."""

    times: int
    seed: int


NO_RESAMPLES = Resampling(0, 0)


class Intervals(NamedTuple):
    """95 % intervals (low, high) by coefficient, where the ratings define it.

    resampled   what was drawn with replacement, `units` of them each time, `resamples` times from `seed`
    undefined   in how many resamples a coefficient had no value
    """

    resampled: Units
    units: int
    resamples: int
    seed: int
    bounds: dict[str, tuple[float, float]]
    undefined: dict[str, int]

    @property
    def few(self) -> bool:
        """Whether there are too few units to trust the intervals."""
        return self.units < FEW


def intervals(table: Table, found: Patterns, names: Sequence[str], resampling: Resampling) -> Intervals:
    """The intervals of the coefficients `names`: those that have a value for the table itself."""
    documents = sorted(set(table.documents))
    whole = len(documents) > 1 and "" not in documents
    # Documents are each of a kind of its own; items of one pattern are alike.
    within = _by_document(table, found, documents) if whole else None
    occurs = np.ones(len(documents), np.int64) if whole else np.bincount(found.of_item)
    bits = Bits(resampling.seed)
    values: dict[str, list[Floats]] = {name: [] for name in names}
    raters = len(table.raters)
    block = max(1, DENSE // 4 // max(1, len(occurs), len(found), len(found.pair), found.size))
    for start in range(0, resampling.times, block):
        count = min(block, resampling.times - start)
        drawn = draw(bits, occurs, count)
        times = drawn if within is None else drawn @ within
        for name, got in measured(table.scale, Tally(found, times, np.full(count, raters)), names).items():
            assert not isinstance(got, str), name  # it has a value for the table itself
            values[name].append(got)
    bounds, undefined = {}, {}
    for name, parts in values.items():
        each = np.concatenate(parts)
        defined = each[np.isfinite(each)]
        undefined[name] = len(each) - len(defined)
        if len(defined):
            defined.sort()
            bounds[name] = _quantile(defined, _LOW), _quantile(defined, _HIGH)
    units = int(occurs.sum())
    return Intervals("documents" if whole else "items", units, *resampling, bounds, undefined)


def _quantile(ordered: Floats, share: float) -> float:
    """By linear interpolation, as numpy.percentile has it, which costs an import of 15 ms."""
    at = share * (len(ordered) - 1)
    low = int(at)
    high = min(low + 1, len(ordered) - 1)
    return float(ordered[low] + (ordered[high] - ordered[low]) * (at - low))


def _by_document(table: Table, found: Patterns, documents: Sequence[str]) -> Floats:
    """How often each pattern occurs in each document."""
    number = {name: at for at, name in enumerate(documents)}
    rows = np.array([number[name] for name in table.documents], np.int64)
    keys = rows * len(found) + found.of_item
    return np.bincount(keys, minlength=len(documents) * len(found)).reshape(len(documents), -1).astype(float)
