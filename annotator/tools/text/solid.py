"""Items that stand on one line: lists set solid, documents whose breaks were lost (`gaps`, `lost`).

A line that begins with a number and carries its siblings (（1）…；（2）…) is cut at each of them. An
inline list inside a paragraph stays whole.
"""

import re
from collections.abc import Iterator, Mapping, Sequence

from annotator.model.mapping import Clean
from annotator.tools.text import forms, gaps, lost
from annotator.tools.text.lines import Line, settle
from annotator.tools.text.markers import Marker, parse
from annotator.tools.text.tables import flattened, tabbed
from annotator.tools.text.tables.flattened import Table

_OPENING = r"[（(〔①-⒛㈠-㈩\d一二三四五六七八九十第]"
_SIBLING = re.compile(rf"[；;。][ \t\u3000\xa0]{{0,4}}(?={_OPENING})")
_ARTICLE = re.compile(r"[ \t\u3000\xa0]+(?=第)")
# Lengths of an item that is surely whole, and of one that hardly is, with their doubts.
_SHORT, _LONG = 44, 250
_SLIGHT, _STRONG = 0.2, 0.6
_TABLE = re.compile(r"序[ \u3000\xa0]{0,4}号")
# A box behind a sentence.
_BOX = "专栏"
_BOXED = re.compile(rf"[。；]\s?(?={_BOX}\s?[\d一二三四五六七八九十]{{0,3}}[:：\s])")
_CHAPTERS = ("编", "章", "节")


def separated(clean: Clean, plain: str, lines: Sequence[Line]) -> Sequence[Line]:
    """`lines` with a line for each item that another line carried; `plain` is the simplified clean text."""
    merged = tabbed.groups(lines)
    parted = _split(clean, plain, lines, merged, 0.0) if merged else lines
    found = {at: flattened.tables(plain, line) for at, line in enumerate(parted) if _TABLE.search(line.plain)}
    parted = _split(
        clean, plain, parted, {at: _places(parted[at], several) for at, several in found.items()}, 0.0
    )
    spaced, doubt = gaps.breaks(plain, parted)
    parted = _split(clean, plain, parted, spaced, doubt)
    parted = _split(clean, plain, parted, lost.breaks(plain, parted, parted=bool(spaced)), lost.DOUBT)
    listed = {
        number: places
        for number, line in enumerate(parted)
        if (line.marker and line.marker.number and (places := _listed(plain, line, line.marker)))
        or (_BOX in line.plain and (places := _boxes(plain, line)))
    }
    parted = _split(clean, plain, parted, listed, 0.0)
    if parted is not lines:
        settle(parted)
    for table in (table for several in found.values() for table in several):
        flattened.number(parted, table.rows)
    for number, line in enumerate(parted):
        line.number = number
    return parted


def _places(line: Line, tables: Sequence[Table]) -> list[int]:
    """Where a line is cut that carries tables."""
    return [at for table in tables for at in table.places if line.start < at < line.end]


def _split(
    clean: Clean, plain: str, lines: Sequence[Line], cuts: Mapping[int, Sequence[int]], doubt: float
) -> Sequence[Line]:
    """`lines`, those in `cuts` cut at the places given there."""
    if not cuts:
        return lines
    parted: list[Line] = []
    for number, line in enumerate(lines):
        places = cuts.get(number)
        if places:
            parted.extend(_parts(clean, plain, line, places, max(doubt, line.doubt)))
        else:
            parted.append(line)
    return parted


def _parts(clean: Clean, plain: str, line: Line, places: Sequence[int], doubt: float) -> Iterator[Line]:
    for start, end in zip((line.start, *places), (*places, line.end), strict=True):
        stop = start + len(plain[start:end].rstrip())
        if start == line.start:
            yield Line(
                line.head, start, stop, line.raw, plain[start:stop], line.gap, line.marker, line.hashes, doubt
            )
        else:
            raw = clean.to_source(start, start + 1)[0]
            marker = parse(plain, start, stop)
            words = plain[start:stop]
            # A row without its first cells.
            tabs = line.tabs + plain.count("\t", line.start, start) if plain[start - 1] == "\t" else 0
            own = _own_doubt(words, doubt)
            yield Line(start, start, stop, raw, words, gap=False, marker=marker, doubt=own, tabs=tabs)


def _own_doubt(words: str, doubt: float) -> float:
    """How unsure it is that one part is one item, where `doubt` is that of all: the longer it is, the more
    breaks it may still hold; what ends in a bracket of units or without a mark is whole.
    """
    if doubt < lost.DOUBT:
        return doubt
    if len(words) <= _SHORT or not forms.is_ended(words):
        return _SLIGHT
    return _STRONG if len(words) > _LONG else doubt


def _boxes(plain: str, line: Line) -> list[int]:
    """Where the boxes begin that a line carries behind its sentences."""
    return [box.end() for box in _BOXED.finditer(plain, line.body, line.end)]


def _listed(plain: str, line: Line, marker: Marker) -> list[int]:
    """Where the items begin that go on counting from the one before the line; behind a chapter's heading, its
    first article.
    """
    if marker.style in _CHAPTERS:
        articles = (place.end() for place in _ARTICLE.finditer(plain, line.body, line.end))
        first = next(
            (at for at in articles if (own := parse(plain, at, line.end)) and own.style == "条"), None
        )
        return [] if first is None else [first]
    places: list[int] = []
    for place in _SIBLING.finditer(plain, line.body, line.end):
        sibling = parse(plain, place.end(), line.end)
        if sibling and sibling.style == marker.style and sibling.number == marker.number + len(places) + 1:
            places.append(place.end())
    return places
