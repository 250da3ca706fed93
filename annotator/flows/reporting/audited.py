"""What a report tells of one question: the audit, what was taken for what, the words for values."""

from collections.abc import Mapping
from typing import NamedTuple

from annotator.tools.agreement import Confusion, Report


class Audited(NamedTuple):
    """`name` is the field (with its part) as people call it, `names` what people call its values; `matrix` is
    that of each two reviewers.
    """

    name: str
    report: Report
    matrix: Confusion
    names: Mapping[str, str]
