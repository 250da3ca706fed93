"""Lines become paragraphs: one that reaches the margin runs on, unless the next one begins anew."""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from annotator.tools.formats.lines import begins_with_number
from annotator.tools.formats.pdf.rows import is_wide, joined

# In characters: how far a first line is set in, at least and at most; how much a line may stay short of
# the margin beside the word that did not fit; what counts as the same place.
_INDENT, _DEEPEST, _SHORT, _SAME = 0.8, 5.0, 0.7, 0.4
# How unlike sizes of one text may be, and how much wider a gap between paragraphs is than within one.
_SIZES, _WIDER = 0.08, 1.25
# A scan's text ends where its reader thought it did. Of all long lines so few end alike there; how far sizes
# differ, how near to the end of most lines one has to come, how deep a first line stands.
_ALIKE, _LOOSE, _REACH, _FIRST = 0.4, 0.25, 0.85, (1.2, 3.5)
_FEWEST = 12
_ENDED = re.compile(r"[。！？；：!?;:…][”’」』）)】]*$")
_WORD = re.compile(r"[^\s\u2e80-\uffef]+|.[，。、；：！？”’）》」』】]*", re.DOTALL)


class Line(NamedTuple):
    """A line of text, the margins of its area, and the area's number; `table` is one that stays as it is."""

    x0: float
    x1: float
    y: float
    size: float
    text: str
    left: float
    right: float
    area: int
    table: bool = False

    @property
    def indent(self) -> float:
        """How far it is set in, in characters."""
        return (self.x0 - self.left) / self.size


def paragraphs(lines: Sequence[Line]) -> list[str]:
    """The paragraphs of a document, and the rows of its tables, in order."""
    setting = _scan([line for line in lines if not line.table]) or _Setting(lines)
    texts: list[str] = []
    pieces: list[str] = []
    for above, line in pairwise((None, *lines)):
        assert line is not None
        if above is not None and setting.joins(above, line):
            pieces.append(line.text)
        else:
            if pieces:
                texts.append(joined(pieces))
            pieces = [line.text]
    return [*texts, joined(pieces)] if pieces else texts


class _Scan(NamedTuple):
    """Where most lines of a scanned text begin and end; first lines of paragraphs are set in."""

    left: float
    right: float

    def depth(self, line: Line) -> float:
        """How far a line is set in, in characters."""
        return (line.x0 - self.left) / line.size

    def joins(self, above: Line, line: Line) -> bool:
        """Whether `line` goes on with the paragraph that `above` belongs to."""
        if above.table or line.table:
            return False
        unlike = abs(above.size - line.size) > _LOOSE * max(above.size, line.size)
        reaches = above.x1 - self.left > _REACH * (self.right - self.left)
        begins = self.depth(line) > _FIRST[0] or self.depth(above) > _FIRST[1]
        return reaches and not unlike and not begins


def _scan(lines: Sequence[Line]) -> _Scan | None:
    """How a scanned text is set; None for one in columns, whose lines end alike, or that sets nothing in."""
    if len({(line.left, line.right) for line in lines}) > 1:
        # Columns.
        return None
    full = sorted(line.x1 for line in lines if line.x1 - line.left > (line.right - line.left) * 2 / 3)
    if len(full) < max(_FEWEST, len(lines) // 3):
        return None
    size = sorted(line.size for line in lines)[len(lines) // 2]
    ends = max(bisect_right(full, end + size) - at for at, end in enumerate(full))
    left = Counter(round(line.x0 / size) for line in lines).most_common(1)[0][0] * size
    found = _Scan(left, full[len(full) // 2])
    depths = [found.depth(line) for line in lines]
    first = sum(_FIRST[0] < depth <= _FIRST[1] for depth in depths)
    plain = sum(abs(depth) <= _FIRST[0] for depth in depths)
    set_in = first >= len(lines) // 10 and plain >= len(lines) // 3
    return found if set_in and ends < _ALIKE * len(full) else None


class _Setting:
    """How a document is set: with first lines set in, or with space between paragraphs."""

    def __init__(self, lines: Sequence[Line]) -> None:
        pairs = [(one, two) for one, two in pairwise(lines) if not one.table and not two.table]
        begun = [two for one, two in pairs if not _is_full(one, two)]
        inside = [two for one, two in pairs if _is_full(one, two)]
        indented = sum(_INDENT < line.indent < _DEEPEST for line in begun)
        self.indents = indented * 2 > len(begun) and any(line.indent < _INDENT for line in inside)
        beside = [(one, two) for one, two in pairs if one.area == two.area]
        pitches = sorted((one.y - two.y) / two.size for one, two in beside if _is_full(one, two))
        # Some of the pairs that look like one paragraph are two, and stand further apart.
        self.pitch = pitches[len(pitches) // 3] if pitches else 0.0
        apart = [one for one, two in beside if self._is_apart(one, two)]
        self.spaced = len(apart) * 10 > len(pairs)

    def joins(self, above: Line, line: Line) -> bool:
        """Whether `line` goes on with the paragraph that `above` belongs to."""
        if above.table or line.table or not _is_full(above, line):
            return False
        unlike = abs(above.size - line.size) > _SIZES * max(above.size, line.size)
        if unlike or (above.area == line.area and self._is_apart(above, line)):
            return False
        numbered = begins_with_number(line.text)
        set_in = line.indent > above.indent + _INDENT
        if self.indents:
            # Set in as a whole behind its number, or a paragraph of its own.
            return line.indent < _INDENT or (begins_with_number(above.text) and set_in and not numbered)
        if _ENDED.search(above.text):
            return not (numbered or set_in or (self.spaced and above.area != line.area))
        return True

    def _is_apart(self, above: Line, line: Line) -> bool:
        return self.pitch > 0 and (above.y - line.y) / line.size > _WIDER * self.pitch


def _is_full(above: Line, line: Line) -> bool:
    """Whether the first word of `line` had no room in the line above."""
    word = _WORD.match(line.text)
    width = sum(1.0 if is_wide(char) else 0.5 for char in word[0]) if word else 1.0
    return above.right - above.x1 < (width + _SHORT) * above.size
