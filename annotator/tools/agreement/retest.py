"""Whether a rater says the same of an item again: each one's passes compared with each other."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import combinations
from typing import NamedTuple

from annotator.tools.agreement.coefficient import Coefficient, coefficient
from annotator.tools.agreement.measure import coefficients
from annotator.tools.agreement.metric import nominal
from annotator.tools.agreement.pair import cohen_kappa, pairs
from annotator.tools.agreement.rating import Rating
from annotator.tools.agreement.table import tabulate
from annotator.tools.agreement.tally import tally
from annotator.tools.agreement.value import HEADLINE, Kind


class Retest(NamedTuple):
    """Two passes of a reviewer over the same `n` items: the share that is the same, kappa, and alpha by the
    kind of the scale.
    """

    reviewer: str
    passes: tuple[int, int]
    n: int
    percent: Coefficient
    kappa: Coefficient
    alpha: Coefficient


def retests(ratings: Iterable[Rating], kind: Kind, levels: Sequence[object] = ()) -> tuple[Retest, ...]:
    """Every two passes of every reviewer who went over an item again."""
    by_pass: dict[str, dict[int, dict[str, Rating]]] = defaultdict(lambda: defaultdict(dict))
    for rating in ratings:
        by_pass[rating.reviewer][rating.pass_no][rating.item] = rating
    found = []
    for reviewer, passes in sorted(by_pass.items()):
        for first, second in combinations(sorted(passes), 2):
            again = sorted(passes[first].keys() & passes[second].keys())
            if again:
                twice = [passes[number][item] for item in again for number in (first, second)]
                found.append(_retest(reviewer, (first, second), twice, kind, levels))
    return tuple(found)


def _retest(
    reviewer: str, passes: tuple[int, int], twice: Sequence[Rating], kind: Kind, levels: Sequence[object]
) -> Retest:
    as_two = [Rating(one.item, str(passes.index(one.pass_no)), one.value) for one in twice]
    table = tabulate(as_two, kind, levels)
    percent, alpha = coefficients(table.scale, tally(table), ("percent_agreement_items", HEADLINE[kind]))[0]
    (cells,) = pairs(table).values()
    kappa = coefficient("cohen_kappa", lambda: cohen_kappa(table.scale, cells, nominal))
    return Retest(reviewer, passes, len(table.items), percent, kappa, alpha)
