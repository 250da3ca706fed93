"""Tables without serial numbers whose cells stand one below the other: what has figures in the same place of
every row is one.
"""

import re
from collections.abc import Collection, Iterator, Sequence

from annotator.tools.text.lines import Line
from annotator.tools.text.tables.row import Row, columns, unmarked

_LONGEST = 30
_STOP = re.compile("[。；：:，]")
_FIGURE = re.compile(
    r"[＜＞<>≤≥≈约±+-]{0,2}\d[\d.,]{0,15}\s?[%％‰]?(?:以上|以下|左右)?$|\[\d[\d.,]{0,15}\]$|[—－/-]{1,3}$"
)
_MOST_COLUMNS, _FEWEST_ROWS = 8, 2


def rows(lines: Sequence[Line], covered: Collection[int]) -> dict[int, Row]:
    """The rows among `lines`, by the index of their first line; the lines `covered` are in other tables."""
    found: dict[int, Row] = {}
    for start, end in _runs(lines, covered):
        figures = [_FIGURE.match(line.plain) is not None for line in lines[start:end]]
        width, first = _shape(figures)
        head = start + first - width
        names = [line.plain for line in lines[head : head + width]]
        if not width or columns(names) is None:
            continue
        found.update((n, unmarked("header", lines[n].start, lines[n].end)) for n in range(head, head + width))
        at = start + first
        pattern = figures[first : first + width]
        while at + width <= end and figures[at - start : at - start + width] == pattern:
            stop = lines[at + width - 1].end
            found[at] = Row("row", (lines[at].start, stop), (stop, stop), width)
            at += width
    return found


def _runs(lines: Sequence[Line], covered: Collection[int]) -> Iterator[tuple[int, int]]:
    """The stretches of short lines without a sentence, one right below the other."""
    start = 0
    for number, line in enumerate(lines):
        cell = len(line.plain) <= _LONGEST and "\t" not in line.plain and not _STOP.search(line.plain)
        if not cell or number in covered:
            yield start, number
            start = number + 1
        elif start < number and not line.follows(lines[number - 1]):
            yield start, number
            start = number
    yield start, len(lines)


def _shape(figures: Sequence[bool]) -> tuple[int, int]:
    """How many columns there are, and where the first row begins, below as many headings; 0 where the figures
    stand in no order.
    """
    earliest = next((place for place, figure in enumerate(figures) if figure), len(figures))
    for width in range(2, _MOST_COLUMNS + 1):
        for texts in range(1, width):
            first = earliest - texts
            pattern = figures[first : first + width]
            if first < width or first + _FEWEST_ROWS * width > len(figures):
                continue
            if all(
                figures[at : at + width] == pattern
                for at in range(first, first + _FEWEST_ROWS * width, width)
            ):
                return width, first
    return 0, 0
