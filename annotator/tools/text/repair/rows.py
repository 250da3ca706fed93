"""Rows of a printed page, found again in the pieces that a program took out of it.

A page's text often comes in pieces: each row of the page ends a line, and rows are broken once more behind
marks or where the font changes. What a row is shows in its width: the pieces of one add up to the page's,
those of a paragraph's first to two characters less, of its last to anything. Of all ways to read the lines as
rows and paragraphs the one is taken that strains least against the widths, the marks and the numbers.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from annotator.tools.text import forms, units
from annotator.tools.text.lines import Line

_NARROWEST, _WIDEST = 24.0, 60.0
_FEWEST, _FEWEST_PAGED, _SHARE, _OVERFULL, _INDENTED = 8, 4, 0.08, 0.02, 0.1
# How far a row may be from its width without being strange, and the indentation that the program dropped.
_SHORT_OF, _BEYOND, _INDENTATION = 1.0, 0.5, 2.0
_MOST_PIECES = 14
# How much narrower rows may be that hang below a number, how many there are, and their strain.
_HANGING, _FEWEST_HANGING, _HUNG = 7.0, 5, 0.5
# The share of lines without an end that are rows, not pieces.
_WHOLE = 0.7
# A mark that is set narrower breaks a row, and is counted too wide.
_NARROWED = 0.5
# How often, beside the commonest, a width comes that rows have.
_OFTEN = 0.3
_STRAINED, _NEVER = 8.0, float("inf")
_SLOPE = 1.5
# Numbers with which a line seldom begins by chance.
_SURE = ("编", "章", "节", "条", "hanzi", "hanzi_brackets", "arabic", "arabic_brackets", "circled")
_RUNNING = frozenset("，、：；,;:")
_STOPS = frozenset("。！？；：）)〕】”》;:")
_OPENERS, _CLOSERS = "（(《〈〔【“‘", "）)》〉〕】”’"
# What no paragraph begins with.
_NEVER_FIRST = frozenset("，。；、！？）》”’〕】：的")
_INNER = re.compile(r"[。；，,]")
_BARE_PHRASE = 8.0
_OWN = (forms.DATE_LINE, forms.DOCUMENT_NUMBER, forms.ATTACHMENT_LABEL)
_RELEASED = re.compile(r"[（(](?:此|本|联系)")


class _Way(NamedTuple):
    """The least strain with which the pieces up to a place can be read, and how: where the last row begins,
    and whether that begins a paragraph.
    """

    strain: float
    start: int
    first: bool


def breaks(lines: Sequence[Line], paged: frozenset[int]) -> frozenset[int] | None:
    """The places in `lines` behind which the text goes on in the next; None for a text that is not in rows.
    `paged` are the places before which a page begins.
    """
    width = _page_width(lines, _FEWEST_PAGED if paged else _FEWEST)
    return frozenset(_broken(lines, width, _hanging(lines, width), paged)) if width else None


def _width(line: Line) -> float:
    """The width of a line without its indentation, in Han characters."""
    narrow = len(line.plain.encode("latin-1", "ignore"))
    return len(line.plain) - narrow / 2


def _page_width(lines: Sequence[Line], fewest: int) -> float:
    """The width of a full row, 0 where the lines are not the rows of a page."""
    if sum(line.indented for line in lines) > _INDENTED * len(lines):
        return 0.0
    widths = [_width(line) for line in lines]
    open_ended = [
        width
        for line, width in zip(lines, widths, strict=True)
        if _NARROWEST <= width <= _WIDEST and not forms.is_ended(line.plain[-8:])
    ]
    common = Counter(open_ended)
    usual = max(common.values(), default=0) * _OFTEN
    full = max((width for width, count in common.items() if count >= usual), default=0.0)
    near = sum(full - _INDENTATION - 1 <= width <= full + _BEYOND for width in open_ended)
    beyond = sum(width > full + _SHORT_OF for width in widths)
    if near < max(fewest, _SHARE * len(lines)) or beyond > _OVERFULL * len(lines):
        return 0.0
    return full


def _hanging(lines: Sequence[Line], full: float) -> float:
    """The width of a full row that hangs below its item's number; the page's where none does, or where the
    lines are pieces of rows.
    """
    open_ended = [
        (line, _width(line)) for line in lines if line.plain and not forms.is_ended(line.plain[-8:])
    ]
    rows = Counter[int]()
    for line, width in open_ended:
        if full - _HANGING <= width <= full - _INDENTATION - _SHORT_OF:
            # A number is seldom as wide as what hangs below it is set in.
            item = line.marker is not None and line.marker.style.startswith("arabic")
            rows[round(width)] += 1 if item else 2 * (line.marker is None)
    alike = {width: sum(rows[width + step] for step in (-1, 0, 1)) for width in rows}
    usual = max(alike, key=lambda width: (alike[width], -width), default=0)
    whole = sum(
        full - _INDENTATION - _SHORT_OF <= width or abs(width - usual) <= _INDENTATION
        for _, width in open_ended
    )
    hangs = alike.get(usual, 0) >= _FEWEST_HANGING and whole >= _WHOLE * len(open_ended)
    return usual if hangs else full


def _broken(lines: Sequence[Line], full: float, hang: float, paged: frozenset[int]) -> Iterator[int]:
    """The least strained reading, from the last piece back to the first."""
    widths = [_width(line) for line in lines]
    # Behind each piece: the best way if a paragraph ends there, and if only a row does.
    ended: list[_Way] = [_Way(0.0, 0, True)]
    going: list[_Way] = [_Way(_NEVER, 0, True)]
    for end in range(1, len(lines) + 1):
        best_end = best_row = _Way(_NEVER, 0, True)
        width = inner = 0.0
        stops = 0
        for start in range(end - 1, max(-1, end - 1 - _MOST_PIECES), -1):
            width += widths[start]
            pieces = end - 1 - start
            room = full + _NARROWED * pieces
            if pieces:
                if start + 1 in paged or width > room + _SHORT_OF:
                    break
                inner += _inside(lines[start], lines[start + 1])
                stops += lines[start].plain[-1] in _STOPS
            for first, before in ((True, ended[start]), (False, going[start])):
                strain = before.strain + inner
                row = strain + _row_end(lines, end, width, (full, room, hang), first=first, page=end in paged)
                if row < best_row.strain:
                    best_row = _Way(row, start, first)
                close = strain + _paragraph_end(lines, start, end, width, full, first=first)
                # A short row is seldom broken between two sentences.
                close += stops * (width < full - _BARE_PHRASE)
                if close < best_end.strain:
                    best_end = _Way(close, start, first)
        ended.append(best_end)
        going.append(best_row)
    place, way = len(lines), ended[-1]
    while place > 0:
        yield from range(way.start, place - 1)
        place = way.start
        if not way.first:
            yield place - 1
        way = ended[place] if way.first else going[place]


def _inside(above: Line, below: Line) -> float:
    """The strain of two pieces standing in one row."""
    if not above.plain or not below.plain:
        return _NEVER
    if below.gap or below.hashes or "\t" in above.plain or "\t" in below.plain:
        return _STRAINED * 2
    last, next_one = above.plain[-1], below.plain[0]
    if next_one in _NEVER_FIRST or not above.words:
        return 0.0
    strain = 0.0
    if _is_sure(below) and (last in _STOPS or not _left_open(above.plain)):
        strain += _STRAINED
    greets = (
        last in "：:" and above.plain[0] not in _OPENERS and forms.SALUTATION.match(above.plain) is not None
    )
    if greets or _is_own(below.plain) or _is_own(above.plain) or _begins_units(above, below):
        strain += _STRAINED
    if last in _RUNNING or last in _OPENERS or next_one in _OPENERS or last in "”》）)":
        return strain + 0.2
    return strain + (0.7 if last in _STOPS else 4.0)


def _row_end(
    lines: Sequence[Line], end: int, width: float, fit: tuple[float, float, float], *, first: bool, page: bool
) -> float:
    """The strain of a row's ending before lines[end] while its paragraph goes on. `fit` are the width of the
    page, what pieces may add up to that fill it, and the width of a row that hangs below a number.
    """
    if end == len(lines) or not lines[end - 1].plain or not lines[end].plain:
        return _NEVER
    above, below = lines[end - 1], lines[end]
    full, room, hang = fit
    strain = _misfit(width, full, room)
    if first:
        strain = min(strain + 1.0, _misfit(width + _INDENTATION, full, room))
    hangs = hang < full and above.plain[-1] not in _STOPS and _misfit(width, hang, hang + _INDENTATION) == 0
    strain = min(strain, _HUNG) if hangs else strain
    if below.plain[0] in _NEVER_FIRST:
        return strain / 4
    if _is_sure(below):
        strain += 5.0 if above.plain[-1] in _STOPS else 3.0
    if _is_own(below.plain) or _is_own(above.plain) or _begins_units(above, below):
        strain += 4.0
    if below.gap and not page:
        strain += 1.5 if hangs else 3.0
    if above.plain[-1] in "。！？；：":
        strain += 0.5
    return strain + (_STRAINED if below.hashes or above.hashes else 0.0)


def _misfit(width: float, full: float, room: float) -> float:
    """The strain of a row that is too short or too long."""
    off = max(full - width - _SHORT_OF, width - room - _BEYOND)
    return min(_STRAINED, max(0.0, off) * _SLOPE)


def _paragraph_end(
    lines: Sequence[Line], start: int, end: int, width: float, full: float, *, first: bool
) -> float:
    """The strain of a paragraph's ending behind the row lines[start:end]."""
    if end == len(lines) or not lines[end - 1].plain or not lines[end].plain:
        return 0.0
    above, below = lines[end - 1], lines[end]
    if below.plain[0] in _NEVER_FIRST:
        return 3 * _STRAINED
    sure = _is_sure(below)
    alone = first and 0 < start == end - 1
    strain = 5.0 if _left_open("".join(line.plain for line in lines[start:end])) else 0.0
    if above.plain[-1] in _STOPS:
        strain += 0.2 if sure else 1.5
    elif (
        _is_own(above.plain)
        or forms.is_titled(above.plain)
        or (alone and _begins_units(lines[start - 1], above))
    ):
        strain += 0.5
    elif first and not _INNER.search("".join(line.plain for line in lines[start:end])):
        # A heading, a name, a cell.
        strain += 1.5 if width < full - _BARE_PHRASE else 2.5
    elif width < full - _BARE_PHRASE and above.plain[-1] not in _RUNNING:
        strain += 2.5 if sure else 4.0
    else:
        strain += 6.0
    return strain / 4 if _is_own(below.plain) or _begins_units(above, below) else strain


def _is_sure(line: Line) -> bool:
    return line.marker is not None and line.marker.style in _SURE


# Each line is asked for with each of the few rows that it may be in.
@lru_cache(maxsize=64)
def _is_own(text: str) -> bool:
    """Whether a line has a form that stands on a line of its own."""
    if len(text) > _WIDEST:
        return False
    return _RELEASED.match(text) is not None or any(form.match(text) for form in _OWN)


def _begins_units(above: Line, below: Line) -> bool:
    """Whether a line of units stands below what has ended."""
    ended = above.plain[-1] in "。）)" or not _INNER.search(above.plain)
    return ended and below.plain[0] not in "（(〔【" and units.is_unit_line(below.plain)


def _left_open(text: str) -> bool:
    """Whether a bracket or quotation mark opens in a text that it does not close."""
    return any(
        text.rfind(opener) > text.rfind(closer) for opener, closer in zip(_OPENERS, _CLOSERS, strict=True)
    )
