"""Agreement on one label at a time: does the item have it, yes or no.

All labels are computed together; on "yes" and "no" the coefficients have short forms.
"""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from annotator.tools.agreement.coefficient import Coefficient
from annotator.tools.agreement.distance import Floats
from annotator.tools.agreement.pair import Cells
from annotator.tools.agreement.scale import Scale
from annotator.tools.agreement.table import Table
from annotator.tools.agreement.tally import Tally
from annotator.tools.agreement.value import Level


class Label(NamedTuple):
    """A label: in how many ratings it is `used`; of the pairs of ratings of one item of which either has it,
    the share `agreed` of those where both do; the chance-corrected agreement on it, `kappas` of each two
    raters by their names.
    """

    label: Level
    used: int
    agreed: Coefficient
    alpha: Coefficient
    fleiss_kappa: Coefficient
    kappas: tuple[tuple[str, str, Coefficient], ...]


def each_label(table: Table, counts: Tally, cells: dict[tuple[int, int], Cells]) -> tuple[Label, ...]:
    """Every level of a scale of categories, used or not; none on scales of numbers. `counts` has one row."""
    if table.scale.kind in ("interval", "ratio") or not table.scale.levels:
        return ()
    has = _membership(table.scale)
    (used, agreed, alpha, fleiss) = _over_all(counts, has)
    kappas = {pair: _kappas(one, has) for pair, one in cells.items()}
    named = {(a, b): (table.raters[a], table.raters[b]) for a, b in cells}
    return tuple(
        Label(
            level,
            int(used[at]),
            agreed[at],
            alpha[at],
            fleiss[at],
            tuple((*named[pair], of_pair[at]) for pair, of_pair in kappas.items()),
        )
        for at, level in enumerate(table.scale.levels)
    )


def _membership(scale: Scale) -> Floats:
    """1 where the value of a code (row) has the label (column)."""
    if scale.kind != "set":
        return np.eye(len(scale.values))
    column = {level: at for at, level in enumerate(scale.levels)}
    sets = [value for value in scale.values if isinstance(value, frozenset)]
    has = np.zeros((len(sets), len(column)))
    for row, value in zip(has, sets, strict=True):
        row[[column[label] for label in value]] = 1
    return has


def _over_all(
    counts: Tally, has: Floats
) -> tuple[Floats, list[Coefficient], list[Coefficient], list[Coefficient]]:
    """For each label: times used, agreement where used, Krippendorff's alpha, Fleiss' kappa."""
    found, times = counts.patterns, counts.times[0]
    size = has.shape[1]
    if not len(found):
        yes = np.zeros((0, size))
    else:
        yes = np.add.reduceat(has[found.code], np.flatnonzero(np.diff(found.entry, prepend=-1)))
    m = found.ratings[:, None]
    compared = times * (found.ratings > 1)
    ordered = yes * (m - yes)  # pairs of a yes and a no
    n, n_yes = compared @ found.ratings, compared @ yes
    both = compared @ (yes * (yes - 1))
    either = both + 2 * (compared @ ordered)
    varied = (n_yes > 0) & (n_yes < n)
    with np.errstate(divide="ignore", invalid="ignore"):
        agreed = both / either
        observed = compared @ (ordered / np.maximum(1, m - 1)) / n
        alpha = 1 - observed * n * (n - 1) / (n_yes * (n - n_yes))
        apart = compared @ (2 * ordered / np.maximum(1, m * (m - 1))) / counts.items[0]
        share = n_yes / n
        fleiss = 1 - apart / (2 * share * (1 - share))
    reason = counts.incomparable(0)
    unequal = "" if counts.equal[0] else "agreement.unequal"
    return (
        times @ yes,
        _settled("percent_agreement_label", agreed, either > 0, reason, otherwise="agreement.label_unused"),
        _settled("alpha_nominal", alpha, varied, reason),
        _settled("fleiss_kappa", fleiss, varied, reason, unequal=unequal),
    )


def _kappas(cells: Cells, has: Floats) -> list[Coefficient]:
    """Cohen's kappa of two raters on each label."""
    n, times = cells.times.sum(), cells.times.astype(np.float64)
    left, right = has[cells.left], has[cells.right]
    first, second, both = times @ left, times @ right, times @ (left * right)
    with np.errstate(divide="ignore", invalid="ignore"):
        apart = first + second - 2 * both
        expected = (first * (n - second) + second * (n - first)) / n
        kappa = 1 - apart / expected
    varied = (first + second > 0) & (first + second < 2 * n)
    return _settled("cohen_kappa", kappa, varied, "" if n else "agreement.no_overlap")


def _settled(
    name: str,
    values: Floats,
    defined: NDArray[np.bool_],
    reason: str,
    *,
    otherwise: str = "agreement.no_variation",
    unequal: str = "",
) -> list[Coefficient]:
    """The value of each label, or the `reason` why none has one, or why this one has none."""
    if reason:
        return [Coefficient(name, None, reason)] * len(values)
    return [
        Coefficient(name, None, otherwise)
        if not fine
        else Coefficient(name, None, unequal)
        if unequal
        else Coefficient(name, value)
        for value, fine in zip(values.tolist(), defined.tolist(), strict=True)
    ]
