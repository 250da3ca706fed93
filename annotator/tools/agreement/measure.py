"""The coefficients over all raters by name, and what each says of the rows of a tally."""

from collections.abc import Callable, Iterable
from functools import partial

import numpy as np

from annotator.tools.agreement import chance, metric, percent
from annotator.tools.agreement.coefficient import Coefficient, Undefined
from annotator.tools.agreement.distance import Floats
from annotator.tools.agreement.scale import Scale
from annotator.tools.agreement.tally import Tally

Measure = Callable[[Scale, Tally], Floats]


METRICS: dict[str, metric.Metric] = {
    "alpha_nominal": metric.nominal,
    "alpha_ordinal": metric.ordinal,
    "alpha_interval": metric.interval,
    "alpha_ratio": metric.ratio,
    "alpha_masi": metric.masi,
    "alpha_jaccard": metric.jaccard,
}
"""The distance of each of Krippendorff's alphas."""


def _alpha(of: metric.Metric) -> Measure:
    return partial(chance.alpha, metric=of)


def _gwet(of: metric.Metric) -> Measure:
    return partial(chance.gwet, metric=of)


PERCENT: dict[str, Measure] = {
    "percent_agreement_items": lambda _, tally: percent.items(tally),
    "percent_agreement_pairs": lambda _, tally: percent.pairs(tally),
    "percent_agreement_coincidence": lambda _, tally: percent.coincidence(tally),
    "percent_unanimous": lambda _, tally: percent.unanimous(tally),
}
"""Defined wherever two ratings can be compared."""

MEASURES: dict[str, Measure] = {
    **PERCENT,
    "fleiss_kappa": lambda _, tally: chance.fleiss_kappa(tally),
    "fleiss_kappa_missing": lambda _, tally: chance.fleiss_kappa_missing(tally),
    "brennan_prediger": chance.brennan_prediger,
    **{name: _alpha(of) for name, of in METRICS.items()},
    "gwet_ac1": _gwet(metric.nominal),
    "gwet_ac2_linear": _gwet(metric.linear),
    "gwet_ac2_quadratic": _gwet(metric.quadratic),
    "gwet_ac2_ordinal": _gwet(metric.triangular),
}
"""To the nominal ones a set is one category."""


def measured(scale: Scale, tally: Tally, names: Iterable[str] = MEASURES) -> dict[str, Floats | str]:
    """For each coefficient its values, one a row and NaN where a row gives none; or the reason (a key of the
    catalogue) why ratings of this kind have none.
    """
    found: dict[str, Floats | str] = {}
    with np.errstate(divide="ignore", invalid="ignore"):
        for name in names:
            try:
                found[name] = MEASURES[name](scale, tally)
            except Undefined as undefined:
                found[name] = undefined.key
    return found


def coefficients(
    scale: Scale, tally: Tally, names: Iterable[str] = MEASURES
) -> list[tuple[Coefficient, ...]]:
    """The coefficients of each row, each with its value or its reason for having none."""
    found = measured(scale, tally, names)
    return [
        tuple(_settled(name, values, tally, row) for name, values in found.items())
        for row in range(len(tally.times))
    ]


def _settled(name: str, values: Floats | str, tally: Tally, row: int) -> Coefficient:
    if reason := tally.incomparable(row):
        return Coefficient(name, None, reason)
    if name not in PERCENT and not tally.varied[row]:
        return Coefficient(name, None, "agreement.no_variation")
    if isinstance(values, str):
        return Coefficient(name, None, values)
    if np.isfinite(value := float(values[row])):
        return Coefficient(name, value)
    unequal = name == "fleiss_kappa" and not tally.equal[row]
    return Coefficient(name, None, f"agreement.{'unequal' if unequal else 'no_variation'}")
