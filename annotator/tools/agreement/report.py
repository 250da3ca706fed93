"""All coefficients of a table, each with its value or its reason for having none."""

from collections.abc import Hashable, Iterable, Sequence
from typing import NamedTuple, TypeVar

import numpy as np

from annotator.tools.agreement.beside import beside
from annotator.tools.agreement.coefficient import Coefficient, Undefined
from annotator.tools.agreement.consensus import Consensus, consensus
from annotator.tools.agreement.drift import Drift, drift
from annotator.tools.agreement.label import Label, each_label
from annotator.tools.agreement.measure import coefficients
from annotator.tools.agreement.pair import Pair, compare, pairs
from annotator.tools.agreement.rating import Rating, Ratings, columns
from annotator.tools.agreement.resample import NO_RESAMPLES, Intervals, Resampling, intervals
from annotator.tools.agreement.retest import Retest, retests
from annotator.tools.agreement.table import Table, tabulate
from annotator.tools.agreement.tally import tally
from annotator.tools.agreement.value import HEADLINE, Kind, Level

Name = TypeVar("Name", bound=Hashable)


class Report(NamedTuple):
    """What the ratings of one field say.

    coefficients  over all raters, always the same names in the same order
    pairs         each two raters
    labels        each label on its own, on scales of categories
    documents     percent agreement and the headline of each, where the ratings are of several
    sections      the same of each section, by document and section
    drift         whether agreement changes while the work goes on, where times are known
    intervals     of the coefficients that have a value, where resamples were asked for
    intra         each rater's passes over the same items, where there are any
    consensus     the model of Dawid and Skene; or `no_consensus`, why the ratings cannot carry it
    items         items rated by anyone; `compared` of them have two ratings or more
    ratings       judgements counted; `retests` more are repeats, of which the first pass counts here
    levels        the categories, declared ones first (q of AC1, AC2 and Brennan-Prediger)
    unused        declared categories that no counted rating has
    undeclared    categories in use that were not declared, where any were
    """

    kind: Kind
    coefficients: tuple[Coefficient, ...]
    pairs: tuple[Pair, ...]
    labels: tuple[Label, ...]
    documents: dict[str, tuple[Coefficient, ...]]
    sections: dict[tuple[str, str], tuple[Coefficient, ...]]
    drift: Drift
    intervals: Intervals | None
    intra: tuple[Retest, ...]
    consensus: Consensus | None
    no_consensus: str
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
    def headline(self) -> Coefficient:
        """The coefficient to name first."""
        return next(one for one in self.coefficients if one.name == HEADLINE[self.kind])

    @property
    def unanimous(self) -> int | None:
        """On how many of the compared items all raters chose the same; None where none can be compared."""
        share = self.values["percent_unanimous"]
        return None if share is None else round(share * self.compared)

    def bounds(self, name: str) -> tuple[float, float] | None:
        """The interval of a coefficient, where there is one."""
        return self.intervals.bounds.get(name) if self.intervals else None

    @property
    def undefined(self) -> dict[str, str]:
        """The catalogue's keys of the reasons, by the names of the coefficients that have no value."""
        return {one.name: one.reason for one in self.coefficients if one.value is None}


def audit(
    ratings: Iterable[Rating] | Ratings,
    kind: Kind,
    levels: Sequence[object] = (),
    resampling: Resampling = NO_RESAMPLES,
) -> Report:
    """Everything that is defined for ratings of a kind, with `levels` declared in order, and why the rest is
    not. Raises AnnotatorError where `tabulate` does.
    """
    ratings = columns(ratings)
    table = tabulate(ratings, kind, levels)
    counts = tally(table)
    found = counts.patterns
    used = {table.scale.values[code] for code in np.flatnonzero(np.bincount(found.code)).tolist()}
    labels = frozenset[Level]().union(*(one if isinstance(one, frozenset) else [one] for one in used))
    values, cells = coefficients(table.scale, counts)[0], pairs(table)
    defined = [one.name for one in values if one.value is not None] if resampling.times else []
    # Numpy draws without the interpreter's lock: a second core does it beside all the rest.
    resampled = beside(lambda: intervals(table, found, defined, resampling) if defined else None)
    estimated, reason = None, ""
    try:
        estimated = consensus(table)
    except Undefined as undefined:
        reason = undefined.key
    compared_pairs = tuple(compare(table, a, b, one) for (a, b), one in cells.items())
    labels_alone = each_label(table, counts, cells)
    shown = ("percent_agreement_items", HEADLINE[kind])
    return Report(
        kind=table.scale.kind,
        coefficients=values,
        pairs=compared_pairs,
        labels=labels_alone,
        documents=_by_group(table, table.documents, shown),
        sections=_by_group(table, list(zip(table.documents, table.sections, strict=True)), shown),
        drift=drift(ratings, table, kind, shown),
        intervals=resampled(),
        intra=retests(ratings.rows(), kind, levels) if table.retests else (),
        consensus=estimated,
        no_consensus=reason,
        raters=table.raters,
        items=len(table.items),
        compared=int(counts.items[0]),
        ratings=int((table.codes >= 0).sum()),
        retests=table.retests,
        levels=table.scale.levels,
        unused=tuple(level for level in table.scale.levels if level not in labels),
        undeclared=table.scale.undeclared,
    )


def _by_group(
    table: Table, groups: Sequence[Name], names: Sequence[str]
) -> dict[Name, tuple[Coefficient, ...]]:
    """Some coefficients of each group of items, by the scale of all; none where there are no two groups."""
    if len(set(groups)) < 2:
        return {}
    items: dict[Name, list[int]] = {}
    # In the order in which they came, which may be that of the documents.
    came = np.where(table.chosen < 0, np.iinfo(np.int64).max, table.chosen).min(axis=1)
    for item in np.argsort(came, kind="stable").tolist():
        items.setdefault(groups[item], []).append(item)
    counts = tally(table, [np.array(some, np.int64) for some in items.values()])
    return dict(zip(items, coefficients(table.scale, counts, names), strict=True))
