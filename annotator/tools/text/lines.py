"""The lines of a clean text, each with its marker and its place in the source."""

from collections.abc import Sequence
from dataclasses import dataclass

from annotator.model.mapping import Clean
from annotator.tools.text.markers import Marker, parse


@dataclass(slots=True)
class Line:
    """One line with something in it; offsets count code points of the clean text unless named raw.

    `head` is where it begins with its indentation, `start` and `end` bound what is not white space,
    `raw` is the source offset of its first character that is not white space. `plain` is that text
    in simplified script, `gap` says that empty lines stand above. A line that the repairs emptied
    is kept with start == end: its source still has to belong to a segment. `hashes` counts the signs of
    a Markdown heading that stood before it. `doubt` is that of the line's being one line, `number` its
    place among all lines.
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


def read(source: str, clean: Clean, plain: str) -> list[Line]:
    """The lines of `clean`, which is the clean text of all of `source`, in order.

    `plain` is the clean text in simplified script, of the same length.
    """
    lines: list[Line] = []
    at = raw_end = 0
    gap = True
    for line in clean.text.splitlines(keepends=True):
        head, at = at, at + len(line)
        raw_start, raw_end = raw_end, clean.to_source(at - 1, at)[1]
        start = head + len(line) - len(line.lstrip())
        end = head + len(line.rstrip())
        raw = source[raw_start:raw_end]
        raw_body = raw.lstrip()
        if not raw_body:
            gap = True
            continue
        hashes = len(raw_body) - len(raw_body.lstrip("#"))
        raw_at = raw_start + len(raw) - len(raw_body)
        if end <= start:
            start = end = head
        lines.append(Line(head, start, end, raw_at, plain[start:end], gap, parse(plain, start, end), hashes))
        gap = False
    rest = source[raw_end:]
    if rest.strip():
        lines.append(Line(at, at, at, raw_end + len(rest) - len(rest.lstrip()), "", gap))
    _settle(lines)
    return lines


def _settle(lines: Sequence[Line]) -> None:
    """Take back the markers that only the rest of the document can refuse.

    A decimal belongs to a numbering if it opens a series or follows one (a line may begin with a
    quantity); a number with nothing but a space behind it needs decimals below it (1 总则, 1.1 目的).
    """
    seen: set[tuple[int, ...]] = set()
    for line in lines:
        if line.marker and line.marker.style.startswith("decimal"):
            *above, last = line.marker.numbers
            if last == 1 or (*above, last - 1) in seen:
                seen.add(line.marker.numbers)
            else:
                line.marker = None
    if not seen:
        for line in lines:
            if line.marker and line.marker.style == "arabic_space":
                line.marker = None
