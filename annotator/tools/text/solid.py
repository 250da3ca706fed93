"""Items that stand on one line: lists set solid, and documents whose paragraph breaks were lost (`gaps`, `lost`).

A line that begins with a number and carries its siblings (（1）…；（2）…) is cut at each of them. An
inline list inside a paragraph stays whole.
"""

import re
from collections.abc import Iterator, Mapping, Sequence

from annotator.model.mapping import Clean
from annotator.tools.text import gaps, lost
from annotator.tools.text.lines import Line, settle
from annotator.tools.text.markers import Marker, parse

_OPENING = r"[（(〔①-⒛㈠-㈩\d一二三四五六七八九十第]"
_SIBLING = re.compile(rf"(?<=[；;。])[ \t\u3000\xa0]{{0,4}}(?={_OPENING})")
_ARTICLE = re.compile(r"[ \t\u3000\xa0]+(?=第)")
_CHAPTERS = ("编", "章", "节")


def separated(clean: Clean, plain: str, lines: Sequence[Line]) -> Sequence[Line]:
    """`lines` with a line for each item that another line carried; `plain` is the simplified clean text."""
    spaced, doubt = gaps.breaks(plain, lines)
    parted = _split(clean, plain, lines, spaced, doubt)
    parted = _split(clean, plain, parted, lost.breaks(plain, parted), lost.DOUBT)
    listed = {
        number: places
        for number, line in enumerate(parted)
        if (places := [marker.start for marker in (*_siblings(plain, line), *_article(plain, line))])
    }
    parted = _split(clean, plain, parted, listed, 0.0)
    if parted is not lines:
        settle(parted)
    for number, line in enumerate(parted):
        line.number = number
    return parted


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
            yield Line(start, start, stop, raw, plain[start:stop], gap=False, marker=marker, doubt=doubt)


def _siblings(plain: str, line: Line) -> Iterator[Marker]:
    """The markers inside a line that go on counting from the one before it."""
    number = line.marker.number if line.marker else 0
    if not number:
        return
    for place in _SIBLING.finditer(plain, line.body, line.end):
        marker = parse(plain, place.end(), line.end)
        if marker and line.marker and marker.style == line.marker.style and marker.number == number + 1:
            number += 1
            yield marker


def _article(plain: str, line: Line) -> Iterator[Marker]:
    """The first article of a chapter, on the line of its heading."""
    if line.marker and line.marker.style in _CHAPTERS:
        for place in _ARTICLE.finditer(plain, line.body, line.end):
            marker = parse(plain, place.end(), line.end)
            if marker and marker.style == "条":
                yield marker
                return
