"""A segment read anew under other repairs: its range stays, and with it the clause's id.

The number, the text and the units keep their places where the repairs leave them whole; else they are looked
for again in what the segment reads then.
"""

from collections.abc import Iterable
from dataclasses import replace

from annotator.errors import Refused
from annotator.model.cutting import Segment
from annotator.model.edit import LINE_BREAK, Edit
from annotator.model.mapping import Clean
from annotator.tools.text import recut
from annotator.tools.text.script import simplified
from annotator.tools.text.wording import lead_sentence


def mended(source: str, segment: Segment, edits: Iterable[Edit]) -> Segment:
    """The segment with `edits` in the place of its repairs; those that follow from how it was cut are made
    anew. Raises Refused where nothing would be left to read.
    """
    before = recut.repairs_of(segment)
    part = replace(segment, edits=tuple(sorted(one for one in edits if one.rule != LINE_BREAK)))
    other = set(before) ^ set(part.edits)
    if not _apart(source, segment, part, other):
        part = _placed(source, part)
    elif part.kind == "clause":
        part = _completed(source, segment, part, other)
    part = recut.read(source, part)
    if not part.text.strip():
        raise Refused("repairing.nothing_left")
    return replace(part, lead=_lead(segment, part), doubt=segment.doubt)


def _apart(source: str, segment: Segment, part: Segment, other: Iterable[Edit]) -> bool:
    """Whether number, text and units still are where they were: no repair that comes or goes lies across
    their borders, and nothing else reads otherwise beside them.
    """
    borders = (part.text_start, part.text_end, part.tail_start, part.tail_end)
    if any(one.start < border < one.end for one in other for border in borders):
        return False
    head, *beside = _beside(source, part)
    return [head, *beside] == _beside(source, segment) and bool(
        _clean(source, part, part.text_start, part.text_end)
        and (part.tail_start == part.tail_end or _clean(source, part, part.tail_start, part.tail_end))
    )


def _beside(source: str, part: Segment) -> list[str]:
    """What reads before the text, between text and units, and behind both."""
    last = max(part.text_end, part.tail_end)
    between = (part.text_end, part.tail_start) if part.tail_start < part.tail_end else (last, last)
    ranges = ((part.start, part.text_start), between, (last, part.end))
    return [_clean(source, part, *one) for one in ranges]


def _clean(source: str, part: Segment, start: int, end: int) -> str:
    return Clean(source, start, end, part.edits).text.strip()


def _placed(source: str, part: Segment) -> Segment:
    """The segment with all that it reads as its text, of which a number and units are set apart."""
    way = Clean(source, part.start, part.end, part.edits)
    words = way.text.strip()
    if not words:
        raise Refused("repairing.nothing_left")
    first = len(way.text) - len(way.text.lstrip())
    start, end = way.to_source(first, first + len(words))
    part = replace(part, marker="", text_start=start, text_end=end, tail_start=end, tail_end=end)
    return _with_units(source, _numbered(source, part)) if part.kind == "clause" else part


def _completed(source: str, segment: Segment, part: Segment, other: Iterable[Edit]) -> Segment:
    """The segment with a number or units that it did not have: where a repair there comes or goes."""
    if not part.marker and any(one.start <= part.text_start for one in other):
        part = _numbered(source, part)
    without = part.tail_start == part.tail_end
    if without and recut.with_tail(source, segment).tail_start == segment.tail_start:
        part = _with_units(source, part)
    return part


def _numbered(source: str, part: Segment) -> Segment:
    """The part with its number apart, where no repair lies across the two."""
    found = recut.with_marker(source, part)
    rest = Clean(source, found.text_start, found.text_end, found.edits).text
    whole = Clean(source, part.text_start, part.text_end, part.edits).text
    return found if whole.endswith(rest) and len(rest) + len(found.marker) <= len(whole) else part


def _with_units(source: str, part: Segment) -> Segment:
    """The part with its units apart, where no repair lies across the two."""
    found = recut.with_tail(source, part)
    return found if found.text_end <= found.tail_start else part


def _lead(before: Segment, part: Segment) -> int:
    """How long the title sentence is: as it was where it reads the same, else as it reads now."""
    if part.text[: before.lead] == before.text[: before.lead] and before.lead < len(part.text):
        return before.lead
    return lead_sentence(simplified(part.text), numbered=bool(part.marker)) if before.lead else 0
