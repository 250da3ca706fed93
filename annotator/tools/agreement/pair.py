"""Two raters compared: kappa and pi on the items that both have rated, and where they differ."""

from dataclasses import dataclass

import numpy as np

from annotator.tools.agreement.coefficient import Coefficient, Undefined, coefficient
from annotator.tools.agreement.distance import Floats, Nominal
from annotator.tools.agreement.metric import Metric, linear, nominal, quadratic
from annotator.tools.agreement.scale import Scale
from annotator.tools.agreement.table import Table
from annotator.tools.agreement.tally import Cells
from annotator.tools.agreement.value import Value


@dataclass(frozen=True, slots=True)
class Pair:
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
    first, second = _marginals(scale, cells)
    distance = metric(scale, (first + second).astype(np.int64))
    expected = distance.total(first, second) / float(first.sum())
    return 1 - float(cells.times @ distance.between(cells.left, cells.right)) / expected


def scott_pi(scale: Scale, cells: Cells) -> float:
    """Scott's pi: (po - pe) / (1 - pe), pe = sum_c ((p_Ac + p_Bc) / 2)^2.
    Scott, Public Opinion Quarterly 19, 1955.
    """
    first, second = _marginals(scale, cells)
    both = (first + second) / 2
    expected = Nominal().total(both, both) / float(both.sum())
    return 1 - float(cells.times @ Nominal().between(cells.left, cells.right)) / expected


def _marginals(scale: Scale, cells: Cells) -> tuple[Floats, Floats]:
    """How often each rater gave each code; raises Undefined where they cannot be compared."""
    if not len(cells.times):
        raise Undefined("agreement.no_overlap")
    size = len(scale.values)
    first = np.asarray(np.bincount(cells.left, cells.times, size), np.float64)
    second = np.asarray(np.bincount(cells.right, cells.times, size), np.float64)
    if np.count_nonzero(first + second) < 2:
        raise Undefined("agreement.no_variation")
    return first, second


def _confusion(scale: Scale, cells: Cells) -> tuple[tuple[Value, Value, int], ...]:
    # Cells are told apart by their item's number of ratings too, which does not matter here.
    size = max(1, len(scale.values))
    keys, at = np.unique(cells.left * size + cells.right, return_inverse=True)
    counts = np.bincount(at, cells.times, len(keys)).astype(int)
    order = np.argsort(-counts, kind="stable")
    return tuple(
        (scale.values[key // size], scale.values[key % size], times)
        for key, times in zip(keys[order].tolist(), counts[order].tolist(), strict=True)
    )
