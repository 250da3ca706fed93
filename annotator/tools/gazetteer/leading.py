"""Whom a document makes the lead of each list by a rule: 排在第一位的部门为牵头部门，下同。

Where the document itself says so, nothing is inferred; the project's own setting is asked elsewhere.
"""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from annotator.model.cutting import Mention, Segment

_RULE = re.compile(
    r"(?:第一(?:位|个|名|家)?|首位|首个)的?(?:部门|单位|责任(?:部门|单位))?[均都]?(?:为|是|系)[^，。；;\n]{0,4}?牵头"
)
_OPEN_ROLES = ("responsible", "unspecified")


def first_leads(segments: Iterable[Segment], simplify: Callable[[str], str]) -> bool:
    """Whether a document says that the unit named first in a list is the lead."""
    return any(
        _RULE.search(simplify(part)) is not None
        for segment in segments
        for part in (segment.text, segment.tail)
        if "第一" in part or "首" in part
    )


def led(segment: Segment, units: Sequence[Mention]) -> tuple[Mention, ...]:
    """The units of a clause of such a document: the first of several in its tail leads, unless the tail
    gives roles of its own.
    """
    listed = [unit for unit in units if segment.tail_start <= unit.start < segment.tail_end]
    if len(listed) < 2 or any(unit.role not in _OPEN_ROLES for unit in listed):
        return tuple(units)
    return tuple(replace(unit, role="lead") if unit is listed[0] else unit for unit in units)
