"""A clause cut in two by a person, and clauses made into one: read as the cutter would have read them.

What stands where a clause was cut decides: a number there becomes the marker of the part, a bracket of
units its tail. Between clauses that become one, markers and tails are text like any other.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from annotator.errors import Refused
from annotator.model.cutting import Segment
from annotator.model.edit import LINE_BREAK, Edit
from annotator.model.mapping import Clean
from annotator.tools.text import markers, units
from annotator.tools.text.script import simplified
from annotator.tools.text.spans import line_breaks
from annotator.tools.text.wording import lead_sentence

_BREAK = re.compile(r"[\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
# Behind these a line may begin with a quantity: only the numbering of the whole document can tell.
_DOUBTFUL = ("arabic_space", "decimal")


def split(source: str, clause: Segment, at: int) -> tuple[Segment, Segment]:
    """The two clauses that a cut before the code point `at` of the clean text makes of a clause.

    White space there stays with the first. Raises Refused where a part would be empty, and where the
    cut would go through a repair or the units.
    """
    left, begins, right = _around(source, clause, at)
    repairs = repairs_of(clause)
    ends = next((n for n, edit in enumerate(repairs) if edit.end > begins), len(repairs))
    inner = clause.tail_end <= begins and clause.tail_start < clause.tail_end
    first = replace(clause, end=begins, text_end=left, edits=repairs[:ends])
    second = replace(clause, start=begins, text_start=right, marker="", lead=0, edits=repairs[ends:])
    if inner:
        second = replace(second, tail_start=clause.text_end, tail_end=clause.text_end)
    else:
        first = with_tail(source, replace(first, tail_start=left, tail_end=left))
    first, second = read(source, first), read(source, with_marker(source, second))
    if clause.lead and (second.marker or _BREAK.search(source, left, right)):
        words = simplified(second.text)
        second = replace(second, lead=lead_sentence(words, numbered=bool(second.marker)))
    return replace(first, lead=clause.lead if clause.lead < len(first.text) else 0), second


def merged(source: str, clauses: Sequence[Segment]) -> Segment:
    """The clause that neighbouring clauses make together."""
    first, last = clauses[0], clauses[-1]
    whole = read(
        source,
        replace(
            first,
            end=last.end,
            text_end=last.text_end,
            tail_start=last.tail_start,
            tail_end=last.tail_end,
            edits=tuple(edit for clause in clauses for edit in repairs_of(clause)),
        ),
    )
    # An item that was nothing but a title sentence has found its text.
    if not first.lead and first.marker and not first.marker.startswith("第"):
        lead = lead_sentence(simplified(whole.text), numbered=True)
        return replace(whole, lead=lead if lead == len(first.text) else 0)
    return whole


def boundary(source: str, clause: Segment, at: int) -> int:
    """Where in the source the second part of a split clause would begin. Raises Refused as `split` does."""
    return _around(source, clause, at)[1]


def repairs_of(segment: Segment) -> tuple[Edit, ...]:
    """The edits of a segment but those that follow from how it was cut."""
    return tuple(edit for edit in segment.edits if edit.rule != LINE_BREAK)


def _around(source: str, clause: Segment, at: int) -> tuple[int, int, int]:
    """Where the text before a cut ends, where the second part begins, and where its text does."""
    text = clause.text
    before, after = len(text[:at].rstrip()), len(text) - len(text[at:].lstrip())
    if not 0 < at < len(text) or not before or after == len(text):
        raise Refused("cutting.nothing_left")
    way = Clean(source, clause.text_start, clause.text_end, clause.edits)
    left, right = way.to_source(before - 1, before)[1], way.to_source(after, after + 1)[0]
    begins = right
    # What was taken away at the beginning of a line belongs to that line, elsewhere to what is before.
    if breaks := list(_BREAK.finditer(source, left, right)):
        line = breaks[-1].end()
        line += len(source[line:right]) - len(source[line:right].lstrip())
        begins = line if not _inside(line, repairs_of(clause)) else right
    if left > right or _inside(begins, repairs_of(clause)):
        raise Refused("cutting.in_repair")
    if clause.tail_start < begins < clause.tail_end:
        raise Refused("cutting.in_units")
    return left, begins, right


def _inside(at: int, edits: Iterable[Edit]) -> bool:
    return any(edit.start < at < edit.end for edit in edits)


def with_marker(source: str, part: Segment) -> Segment:
    """The number at the beginning of a part set apart from its text."""
    way = Clean(source, part.text_start, part.text_end, part.edits)
    marker = markers.parse(simplified(way.text))
    if marker is None or marker.end >= len(way.text) or marker.style.startswith(_DOUBTFUL):
        return part
    start = way.to_source(marker.end, marker.end + 1)[0]
    return replace(part, marker=way.text[: marker.end].strip(), text_start=start)


def with_tail(source: str, part: Segment) -> Segment:
    """The units in brackets at the end of a part set apart from its text; all units, they stay."""
    way = Clean(source, part.text_start, part.text_end, part.edits)
    plain = simplified(way.text)
    tail = units.tail(plain)
    stop = len(plain[:tail].rstrip())
    if tail == len(plain) or not stop:
        return part
    start, end = way.to_source(tail, len(plain))
    return replace(part, text_end=way.to_source(0, stop)[1], tail_start=start, tail_end=end)


def read(source: str, part: Segment) -> Segment:
    """A part with its clean text and tail, one line feed between their lines. A person's cut is sure."""
    whole = Clean(source, part.start, part.end, part.edits)
    spans = {(part.text_start, part.text_end), (part.tail_start, part.tail_end)}
    breaks = {edit for span in spans for edit in line_breaks(source, whole, whole.to_clean(*span))}
    edits = tuple(sorted({*part.edits, *breaks}))
    return replace(
        part,
        text=Clean(source, part.text_start, part.text_end, edits).text,
        tail=Clean(source, part.tail_start, part.tail_end, edits).text,
        edits=edits,
        doubt=0.0,
        mentions=(),
    )
