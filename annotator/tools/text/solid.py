"""Items that stand on one line: lists set solid, and documents whose paragraph breaks were lost.

A line that begins with a number and carries its siblings (（1）…；（2）…) is cut at each of them. An
inline list inside a paragraph stays whole. Only where a document has more numbers inside its lines than
before them have the breaks been lost; then the numbers are all that is left of them, and white space
between Han characters.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from annotator.model.mapping import Clean
from annotator.tools.text import forms
from annotator.tools.text.lines import Line
from annotator.tools.text.markers import Marker, parse

_OPENING = r"[（(〔①-⒛㈠-㈩\d一二三四五六七八九十第]"
_SIBLING = re.compile(rf"(?<=[；;。])[ \t\u3000\xa0]{{0,4}}(?={_OPENING})")
_ITEM = re.compile(
    rf"(?:(?<=[；;。！？!?：:”）)])|(?<=\s))[ \t\u3000\xa0]{{0,4}}(?={_OPENING})"
    r"|(?<=[\u4e00-\u9fff])(?=[（(]一[）)]|1[.．、])"
)
_WIDE = r"[\u2014-\u9fff\uff00-\uffef]"
_SPACE = re.compile(rf"(?<={_WIDE})[ \u3000\xa0]+(?={_WIDE})")
_HEADINGS = {"hanzi", "hanzi_brackets", "条", "章", "节"}
_MARK = re.compile(r"[，。；：！？,;:!?]")
_LONG, _TITLE_PHRASE, _FEWEST = 120, 40, 3
_LOST_DOUBT = 0.4


def separated(clean: Clean, plain: str, lines: Sequence[Line]) -> list[Line]:
    """`lines` with a line for each item that another line carried; `plain` is the simplified clean text."""
    cuts = _lost(plain, lines)
    doubt = _LOST_DOUBT if cuts else 0.0
    separate: list[Line] = []
    for number, line in enumerate(lines):
        places = cuts.get(number) or [marker.start for marker in _siblings(plain, line)]
        if places:
            separate.extend(_parts(clean, plain, line, places, doubt))
        else:
            separate.append(line)
    for number, line in enumerate(separate):
        line.number = number
    return separate


def _parts(clean: Clean, plain: str, line: Line, places: Sequence[int], doubt: float) -> Iterator[Line]:
    line.doubt = doubt
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


def _lost(plain: str, lines: Sequence[Line]) -> dict[int, list[int]]:
    """For each line of a document whose breaks were lost, where to cut it; empty for any other."""
    long = [(number, line) for number, line in enumerate(lines) if line.end - line.start > _LONG]
    inside = [(number, marker) for number, line in long for marker in _items(plain, line)]
    if len(inside) < _FEWEST:
        return {}
    counted = list(_counted(inside))
    before = sum(line.marker is not None and line.marker.number > 0 for line in lines)
    headings = any(marker.style in _HEADINGS for _, marker in counted)
    if not headings or len(counted) < max(_FEWEST, before + 1):
        return {}
    cuts: dict[int, set[int]] = {}
    for number, marker in (*counted, *(entry for entry in inside if entry[1].number == 1)):
        cuts.setdefault(number, set()).add(marker.start)
    for number, line in enumerate(lines):
        places = cuts.setdefault(number, set())
        places.update(list(_phrases(plain, line, sorted(places))))
    return {number: sorted(places) for number, places in cuts.items() if places}


def _phrases(plain: str, line: Line, places: Sequence[int]) -> Iterator[int]:
    """The ends of what white space closes: sentences, titles, and the phrases behind numbers.

    White space elsewhere is where the lines of a page ended; it may stand in the middle of a word.
    """
    starts = [line.start, *places]
    numbered = frozenset(places)
    begun = 0
    for space in _SPACE.finditer(plain, line.body, line.end):
        while begun + 1 < len(starts) and starts[begun + 1] <= space.start():
            begun += 1
        start = starts[begun]
        phrase = plain[max(start, space.start() - _LONG) : space.start()]
        marker = parse(plain, start, line.end)
        if marker and marker.end >= space.end():
            continue
        short = space.start() - start <= _LONG
        if forms.is_ended(phrase) or (short and _stands(phrase, numbered=start in numbered)):
            starts[begun] = space.end()
            yield space.end()


def _stands(phrase: str, *, numbered: bool) -> bool:
    """Whether a phrase is a line of its own: a heading behind its number, a title, an official form."""
    if numbered:
        return len(phrase) <= _TITLE_PHRASE and not _MARK.search(phrase)
    return any(
        (forms.is_titled(phrase), forms.DOCUMENT_NUMBER.match(phrase), forms.DATE_LINE.match(phrase),
         forms.ORGANISATION.match(phrase))
    )  # fmt: skip


def _items(plain: str, line: Line) -> Iterator[Marker]:
    """The markers that may begin an item inside a line."""
    behind = line.body
    for place in _ITEM.finditer(plain, line.body, line.end):
        marker = parse(plain, place.end(), line.end)
        if marker is None or not marker.number:
            continue
        glued = "\u4e00" <= plain[place.end() - 1] <= "\u9fff"
        if not glued or (
            place.end() - behind <= _TITLE_PHRASE and not _MARK.search(plain, behind, place.end())
        ):
            behind = marker.end
            yield marker


def _counted(inside: Sequence[tuple[int, Marker]]) -> Iterator[tuple[int, Marker]]:
    """Those of the markers that count: 1, 2 and so on in their own style."""
    by_style = sorted(inside, key=lambda entry: entry[1].style)
    for _, group in groupby(by_style, key=lambda entry: entry[1].style):
        run: list[tuple[int, Marker]] = []
        for entry in group:
            number = entry[1].number
            if run and number == run[-1][1].number + 1:
                run.append(entry)
                continue
            yield from run if len(run) > 1 else ()
            run = [entry]
        yield from run if len(run) > 1 else ()
