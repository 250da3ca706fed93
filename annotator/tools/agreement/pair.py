"""Two raters compared: kappa and pi on the items that both have rated, and where they differ."""

from itertools import combinations
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from annotator.tools.agreement.coefficient import Coefficient, Undefined, coefficient
from annotator.tools.agreement.distance import NOMINAL, Distance, Floats
from annotator.tools.agreement.metric import Metric, linear, nominal, quadratic
from annotator.tools.agreement.scale import Scale
from annotator.tools.agreement.table import Table
from annotator.tools.agreement.value import Value

Ints = NDArray[np.int64]


class Cells(NamedTuple):
    """`times` items have the code `left` by the one rater and `right` by the other."""

    left: Ints
    right: Ints
    times: Ints


class Pair(NamedTuple):
    """Raters `a` and `b` on the `n` items that both have rated.

    `confusion` holds (value of a, value of b, items), most frequent first, only what occurs.
    """

    a: str
    b: str
    n: int
    cohen_kappa: Coefficient
    cohen_kappa_linear: Coefficient
    cohen_kappa_quadratic: Coefficient
    scott_pi: Coefficient
    confusion: tuple[tuple[Value, Value, int], ...]


def pairs(table: Table) -> dict[tuple[int, int], Cells]:
    """The cells of each two raters, by their columns."""
    # Missing becomes 0, so that no row needs to be picked out before the counting.
    columns = np.ascontiguousarray(table.codes.T, dtype=np.int64) + 1
    base = len(table.scale.values) + 1
    found = {}
    for a, b in combinations(range(len(table.raters)), 2):
        keys, times = _count(columns[a] * base + columns[b], base**2)
        left, right = np.divmod(keys, base)
        both = (left > 0) & (right > 0)
        found[a, b] = Cells(left[both] - 1, right[both] - 1, times[both])
    return found


def _count(keys: Ints, size: int) -> tuple[Ints, Ints]:
    """The distinct keys (each below `size`) and how often each occurs."""
    if size > 4 * len(keys):  # beyond that, looking through all possible keys is slower than sorting
        return np.unique(keys, return_counts=True)
    counts = np.bincount(keys, minlength=size)
    (distinct,) = counts.nonzero()
    return distinct, counts[distinct]


def compare(table: Table, a: int, b: int, cells: Cells) -> Pair:
    """The raters of columns `a` and `b`, whose pairs of ratings are `cells`."""
    scale = table.scale
    return Pair(
        table.raters[a],
        table.raters[b],
        int(cells.times.sum()),
        coefficient("cohen_kappa", lambda: cohen_kappa(scale, cells, nominal)),
        coefficient("cohen_kappa_linear", lambda: cohen_kappa(scale, cells, linear)),
        coefficient("cohen_kappa_quadratic", lambda: cohen_kappa(scale, cells, quadratic)),
        coefficient("scott_pi", lambda: scott_pi(scale, cells)),
        _confusion(scale, cells),
    )


def cohen_kappa(scale: Scale, cells: Cells, metric: Metric) -> float:
    """Cohen's kappa: 1 - sum_ck d_ck o_ck / sum_ck d_ck e_ck, e from each rater's own marginals.

    The nominal distance gives (po - pe) / (1 - pe), pe = sum_c p_Ac p_Bc. Cohen, Educational and
    Psychological Measurement 20, 1960; with weights, Psychological Bulletin 70, 1968.
    """
    first, second = _marginals(cells, len(scale.values))
    return _kappa(cells, metric(scale, first + second), first, second)


def scott_pi(scale: Scale, cells: Cells) -> float:
    """Scott's pi: (po - pe) / (1 - pe), pe = sum_c ((p_Ac + p_Bc) / 2)^2.
    Scott, Public Opinion Quarterly 19, 1955.
    """
    first, second = _marginals(cells, len(scale.values))
    both = (first + second) / 2
    return _kappa(cells, NOMINAL, both, both)


def _kappa(cells: Cells, distance: Distance, first: Floats, second: Floats) -> float:
    """What is observed against what ratings of these frequencies, each on its own, would give."""
    expected = float(distance.total(first, second)) / float(first.sum())
    return 1 - float(cells.times @ distance.between(cells.left, cells.right)) / expected


def _marginals(cells: Cells, size: int) -> tuple[Floats, Floats]:
    """How often each rater gave each code; raises Undefined where they cannot be compared."""
    if not len(cells.times):
        raise Undefined("agreement.no_overlap")
    first = np.asarray(np.bincount(cells.left, cells.times, size), np.float64)
    second = np.asarray(np.bincount(cells.right, cells.times, size), np.float64)
    if np.count_nonzero(first + second) < 2:
        raise Undefined("agreement.no_variation")
    return first, second


def _confusion(scale: Scale, cells: Cells) -> tuple[tuple[Value, Value, int], ...]:
    order = np.argsort(-cells.times, kind="stable")
    return tuple(
        (scale.values[left], scale.values[right], times)
        for left, right, times in zip(
            cells.left[order].tolist(), cells.right[order].tolist(), cells.times[order].tolist(), strict=True
        )
    )
