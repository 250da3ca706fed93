"""Unit lines that close a section and charge whoever they name with all of it.

    一、…  （一）…  （二）…  责任单位：甲、乙

A line of its own behind the last clause of a section belongs to that clause alone where the others have
lines too. Where the document's sections have one line each, at their end, it covers every clause above it.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from annotator.model.cutting import Mention, Segment

_SECTIONS = 2  # with one line each: fewer are no habit


def closings(segments: Sequence[Segment], source: str) -> dict[int, int]:
    """For the number of each clause that a unit line covers from below, that of the clause in whose tail it
    stands.
    """
    found = dict[int, int]()
    closed = apart = 0
    for section in _sections(segments):
        told = [n for n in section if segments[n].tail]
        if len(section) > 1 and told == section[-1:] and _is_line(segments[told[0]], source):
            closed += 1
            found |= dict.fromkeys(section[:-1], section[-1])
        elif len(told) > 1 and any(_is_line(segments[n], source) for n in told):
            apart += 1
    return found if closed >= _SECTIONS and closed > apart else {}


def covered(own: Sequence[Mention], last: Segment, told: Sequence[Mention]) -> tuple[Mention, ...]:
    """The units of a clause, then those that the line below `last`, which is `told` all its units, adds."""
    known = {(one.name, one.role) for one in own}
    listed = (one for one in told if last.tail_start <= one.start < last.tail_end)
    return (*own, *(one for one in listed if (one.name, one.role) not in known))


def _sections(segments: Sequence[Segment]) -> Iterator[list[int]]:
    """The numbers of the clauses that stand together under one heading."""
    clauses = [n for n, one in enumerate(segments) if one.kind in ("clause", "heading", "title")]
    section: list[int] = []
    for before, n in pairwise([-1, *clauses]):
        same = before >= 0 and segments[n].kind == "clause" and segments[n].path == segments[before].path
        if section and not (same and segments[before].kind == "clause"):
            yield section
            section = []
        if segments[n].kind == "clause":
            section.append(n)
    if section:
        yield section


def _is_line(segment: Segment, source: str) -> bool:
    """Whether the units of a clause stand on a line of their own, behind a label."""
    between = source[segment.text_end : segment.tail_start]
    return (
        "\n" in between and "：" in segment.tail[:12].replace(":", "：") and segment.tail[0] not in "（(〔【["
    )
