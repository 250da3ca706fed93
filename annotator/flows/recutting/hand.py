"""Cuts made by hand, kept in a new cutting: wherever its borders around them still are.

A stretch cut by hand runs from one border that its cutting shares with the one it was made of to the next,
with other segments in between than that one has.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from annotator.errors import Refused
from annotator.model.cutting import Segment
from annotator.model.mapping import Clean
from annotator.tools.text import recut

Stretch = tuple[int, int]


def stretches(base: Sequence[Segment], now: Sequence[Segment]) -> list[Stretch]:
    """The stretches in which the cutting `now` is not as the cutting `base`, as ranges of the source; all of
    it where that has no segment.
    """
    if not base:
        return [(now[0].start, now[-1].end)]
    return [
        (first[0].start, first[-1].end)
        for first, second in _between(base, now)
        if [_border(one) for one in first] != [_border(one) for one in second]
    ]


def kept(
    source: str, new: Sequence[Segment], now: Sequence[Segment], by_hand: Sequence[Stretch]
) -> list[Segment] | None:
    """The cutting `new` with the stretches of `now` that were cut by hand; None where one does not fit: `new`
    has no border where it begins or ends, has a heading in it, or a repair across one of its cuts.
    """
    found = list(new)
    for start, end in by_hand:
        inside = [n for n, one in enumerate(found) if start < one.end and one.start < end]
        there = [found[n] for n in inside]
        if not there or (there[0].start, there[-1].end) != (start, end):
            return None
        cut = _cut(source, there, [one for one in now if start <= one.start and one.end <= end])
        if cut is None:
            return None
        found[inside[0] : inside[-1] + 1] = cut
    return found


def _cut(source: str, new: Sequence[Segment], mine: Sequence[Segment]) -> list[Segment] | None:
    """What a person cut, in the place of what the cutter would, under its heading and with its repairs."""
    if [_border(one) for one in new] == [_border(one) for one in mine]:
        return list(new)
    if {one.kind for one in (*new, *mine)} != {"clause"} or len({(one.level, one.path) for one in new}) > 1:
        return None
    first = new[0]
    if _repairs(new) == _repairs(mine):
        return [replace(one, level=first.level, path=first.path) for one in mine]
    rest, parts = recut.merged(source, new) if len(new) > 1 else first, list[Segment]()
    for one in mine[1:]:
        way = Clean(source, rest.text_start, rest.text_end, rest.edits)
        try:
            part, rest = recut.split(source, rest, way.to_clean(one.start, one.start + 1)[0])
        except Refused:
            return None
        if rest.start != one.start:
            return None
        parts.append(part)
    return [*parts, rest]


def _repairs(segments: Sequence[Segment]) -> list[object]:
    every = (edit for one in segments for edit in recut.repairs_of(one))
    return [edit._replace(confidence=0.0) for edit in every]


def _border(segment: Segment) -> tuple[str, int, int]:
    return segment.kind, segment.start, segment.end


def _between(
    one: Sequence[Segment], other: Sequence[Segment]
) -> Iterator[tuple[Sequence[Segment], Sequence[Segment]]]:
    """The segments of two cuttings from each border that they share to the next."""
    ends = [{segment.end: n + 1 for n, segment in enumerate(cutting)} for cutting in (one, other)]
    shared = [(0, 0), *((n, ends[1][end]) for end, n in ends[0].items() if end in ends[1])]
    for (a, b), (c, d) in pairwise(shared):
        yield one[a:c], other[b:d]
