"""What a report tells of one question: the audit, what was taken for what, the words for values."""

from collections.abc import Mapping
from typing import NamedTuple

from annotator.tools.agreement import Coefficient, Confusion, Report


class Audited(NamedTuple):
    """`name` is the field (with its part) as people call it, `headline` the coefficient to name first,
    `names` what people call the values; `matrix` is that of each two reviewers.
    """

    name: str
    headline: str
    report: Report
    matrix: Confusion
    names: Mapping[str, str]

    @property
    def figure(self) -> Coefficient:
        """The headline with its value, or why it has none."""
        return next(one for one in self.report.coefficients if one.name == self.headline)

    @property
    def bounds(self) -> tuple[float, float] | None:
        """The interval of the headline, where there is one."""
        intervals = self.report.intervals
        return intervals.bounds.get(self.headline) if intervals else None

    @property
    def unanimous(self) -> int | None:
        """On how many of the compared items all reviewers chose the same."""
        share = self.report.values["percent_unanimous"]
        return None if share is None else round(share * self.report.compared)
