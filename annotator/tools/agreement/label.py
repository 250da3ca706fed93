"""Agreement on one label at a time: does the item have it, yes or no."""

from dataclasses import dataclass

import numpy as np

from annotator.tools.agreement.coefficient import Coefficient, coefficient
from annotator.tools.agreement.distance import Ints
from annotator.tools.agreement.measure import coefficients
from annotator.tools.agreement.pair import Cells, binary_kappa
from annotator.tools.agreement.pattern import Patterns, patterns
from annotator.tools.agreement.scale import Scale
from annotator.tools.agreement.table import Table
from annotator.tools.agreement.tally import Tally
from annotator.tools.agreement.value import Level

YES_NO = Scale("nominal", ("no", "yes"), ("no", "yes"), ())


@dataclass(frozen=True, slots=True)
class Label:
    """A label: in how many ratings it is `used`, the chance-corrected agreement on it, `kappas` of each two
    raters by their names.
    """

    label: Level
    used: int
    alpha: Coefficient
    fleiss_kappa: Coefficient
    kappas: tuple[tuple[str, str, Coefficient], ...]


def each_label(table: Table, found: Patterns, cells: dict[tuple[int, int], Cells]) -> tuple[Label, ...]:
    """Every level of a scale of categories, used or not; none on scales of numbers."""
    if table.scale.kind in ("interval", "ratio"):
        return ()
    times = np.bincount(found.of_item, minlength=len(found))
    return tuple(_label(table, found, times, cells, level) for level in table.scale.levels)


def _label(
    table: Table, found: Patterns, times: Ints, cells: dict[tuple[int, int], Cells], level: Level
) -> Label:
    has = np.array(
        [level in one if isinstance(one, frozenset) else level == one for one in table.scale.values], np.int64
    )
    merged = patterns(np.where(found.rows < 0, -1, has[found.rows]), 2)
    counts = np.bincount(merged.of_item, times, len(merged)).astype(np.float64)
    tally = Tally(merged, counts[None, :], np.array([len(table.raters)]))
    alpha, fleiss = coefficients(YES_NO, tally, ("alpha_nominal", "fleiss_kappa"))[0]

    def kappa(one: Cells) -> Coefficient:
        yes_no = Cells(has[one.left], has[one.right], one.times)
        return coefficient("cohen_kappa", lambda: binary_kappa(yes_no))

    kappas = tuple((table.raters[a], table.raters[b], kappa(one)) for (a, b), one in cells.items())
    return Label(level, int((has[found.code] * times[found.entry]).sum()), alpha, fleiss, kappas)
