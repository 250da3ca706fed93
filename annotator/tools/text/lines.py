"""The lines of a clean text, each with its marker and its place in the source."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from annotator.model.mapping import Clean
from annotator.tools.text.markers import Marker, parse


@dataclass(slots=True)
class Line:
    """One line with something in it; offsets count code points of the clean text unless named raw.

    `head` is where it begins with its indentation, `start` and `end` bound what is not white space,
    `raw` is the source offset of its first character that is not white space. `plain` is that text
    in simplified script, `gap` says that empty lines stand above. `hashes` counts the signs of a
    Markdown heading that stood before it. `doubt` is that of the line's being one line, `number` its
    place among all lines. `indent` is the width of its indentation in Han characters, `tabs` counts the
    tabs in it. `cell` says that the line is in a table.
    """

    head: int
    start: int
    end: int
    raw: int
    plain: str
    gap: bool
    marker: Marker | None = None
    hashes: int = 0
    doubt: float = 0.0
    number: int = 0
    indent: float = 0.0
    tabs: int = 0
    cell: bool = False

    @property
    def body(self) -> int:
        """Where the text behind the marker begins."""
        return min(self.marker.end, self.end) if self.marker else self.start

    @property
    def words(self) -> str:
        """The text behind the marker, in simplified script."""
        return self.plain[self.body - self.start :]

    def follows(self, other: "Line") -> bool:
        """Whether no other line stands between `other` and this one."""
        return self.number == other.number + 1

    @property
    def indented(self) -> bool:
        """Whether white space stands before it."""
        return self.start > self.head


# The styles of numbers that nothing but a space parts from the text, and how many of them in a row prove one.
_SPACED, _SHORTEST_ROW = ("arabic_space", "hanzi_space"), 2
_GLUED = re.compile(r"(\d{1,2})[\u4e00-\u9fff][^，。；：:]{1,30}$")
_TIGHT = re.compile(r"(\d{1,2})[.．、](?=\d)")
_FEWEST_ONES = 3
_REFERS = ("》", "、", "，", "和", "及", "或", "与", "据", "照", "反", "本法", "条例", "办法", "规定")
_SUBSECTION, _FIRST = re.compile(r"1[ \t\u3000\xa0]"), Marker("arabic_space", (1,), 0, 0)
_BREAKS = frozenset("\n\r\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029")


def read(source: str, clean: Clean, plain: str, shown: Sequence[int]) -> list[Line]:
    """The lines of `clean`, which is the clean text of all of `source`, in order.

    `plain` is the clean text in simplified script, of the same length. A line that the repairs emptied
    is white space, unless one of the source offsets `shown` (in order) lies in it: there something was
    taken away that a reader of the page saw, and the line is kept with start == end.
    """
    lines: list[Line] = []
    at = raw_end = 0
    gap = True
    for line in clean.text.splitlines(keepends=True):
        head, at = at, at + len(line)
        words = line if line[-1] not in _BREAKS else line.splitlines()[0]
        # What was taken away behind the last line stands in it, not below it.
        whole = len(words) < len(line)
        raw_start, raw_end = raw_end, clean.to_source(at - 1, at)[1] if whole else len(source)
        start = head + len(line) - len(line.lstrip())
        end = head + len(line.rstrip())
        raw = source[raw_start:raw_end]
        raw_body = raw.lstrip()
        if end <= start and not _is_shown(shown, raw_start, raw_end):
            gap = True
            continue
        hashes = 0 if plain.startswith("#", start) else len(raw_body) - len(raw_body.lstrip("#"))
        raw_at = raw_start + len(raw) - len(raw_body)
        if end <= start:
            # Behind its white space, so that it maps behind what was taken away.
            start = end = head + len(words)
        marker = parse(plain, start, end)
        indent, tabs = 0.0, 0
        if start > head:
            before = line[: start - head]
            indent = (len(before) + before.count("\u3000")) / 2
            tabs = before.count("\t")
        words = plain[start:end]
        lines.append(Line(head, start, end, raw_at, words, gap, marker, hashes, indent=indent, tabs=tabs))
        gap = False
    if _is_shown(shown, raw_end, len(source)):
        rest = source[raw_end:]
        lines.append(Line(at, at, at, raw_end + len(rest) - len(rest.lstrip()), "", gap))
    settle(lines)
    return lines


def _is_shown(shown: Sequence[int], start: int, end: int) -> bool:
    place = bisect_left(shown, start)
    return place < len(shown) and shown[place] < end


def settle(lines: Sequence[Line]) -> None:
    """Take back the markers that only the rest of the document can refuse.

    A decimal belongs to a numbering if it follows one or opens one below a number that is due (a line
    may begin with a quantity); a number with nothing but a space behind it needs decimals below it
    (1 总则, 1.1 目的) or its like before or behind it (一　棉 二　金).
    """
    _refuse_references(lines)
    known: set[tuple[int, ...]] = {(), *_excerpted(lines)}
    decimals = False
    spaced: dict[str, list[Line]] = {}
    letter = 0
    for line in lines:
        if line.marker is None:
            continue
        if line.marker.style == "roman" and line.plain[0] == chr(ord("A") + letter):
            # I. behind H. is a letter.
            line.marker = replace(line.marker, style="letter", numbers=(letter + 1,))
        letter = line.marker.number if line.marker.style == "letter" else letter
        if line.marker.style == "条" and _SUBSECTION.match(line.words):
            # The first of an article's numbered paragraphs stands on its line.
            spaced.setdefault("arabic_space", []).append(replace(line, marker=_FIRST))
        if line.marker.style in _SPACED:
            spaced.setdefault(line.marker.style, []).append(line)
        if line.marker.style.startswith("arabic"):
            known.add(line.marker.numbers)
        elif line.marker.style.startswith("decimal"):
            numbers = line.marker.numbers
            if all(_is_due(numbers[:depth], known) for depth in range(1, len(numbers) + 1)):
                known.update(numbers[:depth] for depth in range(1, len(numbers) + 1))
                decimals = True
            else:
                line.marker = None
    _number_tight(lines)
    _number_glued(lines)
    _refuse_ones(lines)
    for style, items in spaced.items():
        if style == "hanzi_space" or not decimals:
            _refuse_single(items)


def _refuse_references(lines: Sequence[Line]) -> None:
    """Take back an article's number that is another law's, named at the end of the line above."""
    last = 0
    for above, line in pairwise(lines):
        if line.marker is None or line.marker.style != "条":
            continue
        if line.marker.number not in (1, last, last + 1) and above.plain.endswith(_REFERS):
            line.marker = None
        else:
            last = line.marker.number


def _excerpted(lines: Sequence[Line]) -> Iterator[tuple[int, ...]]:
    """The decimal number that an excerpt begins with (2.2), and those above it, if the next one in it is the
    first below (2.2.1) or the next beside.
    """
    decimals = (
        line.marker.numbers for line in lines if line.marker and line.marker.style.startswith("decimal")
    )
    first, second = next(decimals, ()), next(decimals, ())
    if first and second in ((*first, 1), (*first[:-1], first[-1] + 1)):
        yield from (first[:depth] for depth in range(1, len(first) + 1))


def _number_tight(lines: Sequence[Line]) -> None:
    """Gives markers to numbers right before a digit (1.35岁以下 2.36岁以上), where two of them stand in a row
    from 1; elsewhere they are quantities.
    """
    row: list[Line] = []
    proven, last = True, 0
    for line in lines:
        tight = _TIGHT.match(line.plain) if line.marker is None else None
        counts = line.marker is not None and line.marker.style == "arabic"
        if tight is None and not counts:
            continue
        number = int(tight[1]) if tight else line.marker.number if line.marker else 0
        if number != last + 1:
            _number(row, proven=proven)
            row, proven = [], number == 1
        last = number
        if tight:
            row.append(line)
    _number(row, proven=proven)


def _number(row: Sequence[Line], *, proven: bool) -> None:
    for line in row if proven and len(row) >= _SHORTEST_ROW else ():
        if tight := _TIGHT.match(line.plain):
            line.marker = Marker("arabic", (int(tight[1]),), line.start, line.start + tight.end())


def _number_glued(lines: Sequence[Line]) -> None:
    """Gives a marker to a short line's number right before its words (1总则) where 1.1 stands below."""
    for line, below in pairwise(lines):
        glued = _GLUED.match(line.plain) if line.marker is None else None
        if glued and below.marker and below.marker.numbers == (int(glued[1]), 1):
            end = line.start + glued.end(1)
            line.marker = Marker("arabic_space", below.marker.numbers[:1], line.start, end)


def _refuse_ones(lines: Sequence[Line]) -> None:
    """Take back numbers that are 1 each time: a program's sign for any item."""
    items = [line for line in lines if line.marker and line.marker.style == "arabic"]
    inside = sum(line.words.startswith("1.") for line in lines if line.marker and line.marker.style == "条")
    if len(items) + inside < _FEWEST_ONES or any(item.marker and item.marker.number != 1 for item in items):
        return
    for item in items:
        item.marker = None


def _refuse_single(items: Sequence[Line]) -> None:
    """Take back the markers that are in no row: 1, and then 2."""
    numbers = [item.marker.number if item.marker else 0 for item in items]
    begun = 0
    for place in range(1, len(items) + 1):
        if place == len(items) or numbers[place] != numbers[place - 1] + 1:
            if numbers[begun] != 1 or place - begun < _SHORTEST_ROW:
                for item in items[begun:place]:
                    item.marker = None
            begun = place


def _is_due(numbers: tuple[int, ...], known: set[tuple[int, ...]]) -> bool:
    """Whether a number of a decimal series has come, or is the next to come."""
    return numbers in known or numbers[-1] == 1 or (*numbers[:-1], numbers[-1] - 1) in known
