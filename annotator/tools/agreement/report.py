"""All coefficients of a table, each with its value or its reason for having none."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from annotator.tools.agreement import chance, metric, percent
from annotator.tools.agreement.coefficient import Coefficient, coefficient
from annotator.tools.agreement.metric import Metric
from annotator.tools.agreement.pair import Pair, compare
from annotator.tools.agreement.scale import Scale
from annotator.tools.agreement.table import Table
from annotator.tools.agreement.tally import Tally, pairs, tally
from annotator.tools.agreement.value import Kind, Level

ALPHA: dict[str, Metric] = {
    "alpha_nominal": metric.nominal,
    "alpha_ordinal": metric.ordinal,
    "alpha_interval": metric.interval,
    "alpha_ratio": metric.ratio,
    "alpha_masi": metric.masi,
    "alpha_jaccard": metric.jaccard,
}
GWET: dict[str, Metric] = {
    "gwet_ac1": metric.nominal,
    "gwet_ac2_linear": metric.linear,
    "gwet_ac2_quadratic": metric.quadratic,
    "gwet_ac2_ordinal": metric.triangular,
}


@dataclass(frozen=True, slots=True)
class Report:
    """What the ratings of one field say.

    coefficients  over all raters, always the same names in the same order
    pairs         each two raters
    items         items rated by anyone; `compared` of them have two ratings or more
    ratings       judgements counted; `retests` more are repeats, of which the first pass counts here
    levels        the categories, declared ones first (q of AC1, AC2 and Brennan-Prediger)
    unused        declared categories that no counted rating has
    undeclared    categories in use that were not declared, where any were
    """

    kind: Kind
    coefficients: tuple[Coefficient, ...]
    pairs: tuple[Pair, ...]
    raters: tuple[str, ...]
    items: int
    compared: int
    ratings: int
    retests: int
    levels: tuple[Level, ...]
    unused: tuple[Level, ...]
    undeclared: tuple[Level, ...]

    @property
    def values(self) -> dict[str, float | None]:
        """The coefficients over all raters by name."""
        return {one.name: one.value for one in self.coefficients}

    @property
    def undefined(self) -> dict[str, str]:
        """The catalogue's keys of the reasons, by the names of the coefficients that have no value."""
        return {one.name: one.reason for one in self.coefficients if one.value is None}


def audit(table: Table) -> Report:
    """Everything that is defined for the table's kind, and why the rest is not."""
    cells = pairs(table)
    counts = tally(table, tuple(cells.values()))
    used = {table.scale.values[code] for code in set(table.codes[table.codes >= 0].tolist())}
    labels = frozenset[Level]().union(*(one if isinstance(one, frozenset) else [one] for one in used))
    measures = _measures(table.scale, counts)
    return Report(
        kind=table.scale.kind,
        coefficients=tuple(coefficient(name, compute) for name, compute in measures.items()),
        pairs=tuple(compare(table, a, b, found) for (a, b), found in cells.items()),
        raters=table.raters,
        items=len(table.items),
        compared=counts.items,
        ratings=int((table.codes >= 0).sum()),
        retests=table.retests,
        levels=table.scale.levels,
        unused=tuple(level for level in table.scale.levels if level not in labels),
        undeclared=table.scale.undeclared,
    )


def _measures(scale: Scale, counts: Tally) -> dict[str, Callable[[], float]]:
    """Each coefficient's name and how to compute it; to the nominal ones a set is one category."""
    measures: dict[str, Callable[[], float]] = {
        "percent_agreement_items": lambda: percent.items(counts),
        "percent_agreement_pairs": lambda: percent.pairs(counts),
        "percent_agreement_coincidence": lambda: percent.coincidence(counts),
        "percent_unanimous": lambda: percent.unanimous(counts),
        "fleiss_kappa": lambda: chance.fleiss_kappa(counts),
        "fleiss_kappa_missing": lambda: chance.fleiss_kappa_missing(counts),
        "brennan_prediger": lambda: chance.brennan_prediger(scale, counts),
    }
    measures |= {name: partial(chance.alpha, scale, counts, of) for name, of in ALPHA.items()}
    measures |= {name: partial(chance.gwet, scale, counts, of) for name, of in GWET.items()}
    return measures
