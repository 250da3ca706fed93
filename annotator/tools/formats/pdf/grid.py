"""Tables with ruled lines: cells are what the lines enclose, merged where a line between two is missing."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import zip_longest

from annotator.tools.formats.pdf.glyphs import Glyph, Rule
from annotator.tools.formats.pdf.rows import joined, rows
from annotator.tools.formats.table import Cell, Table

# In points: how far apart strokes of one line may be, and how short a line may stay of another.
_ONE_LINE, _TOUCHING = 3.0, 4.0
# A line of a table is longer than a dash or the stroke under a word.
_SHORTEST = 8.0
_MOST_LINES, _MOST_RULES = 400, 4000
# A line of a cell that ends closer to its right edge than this, in characters, runs on in the next one.
_FULL = 1.5
_ENDED = re.compile("[。；！？.;][”’）)]*$")


@dataclass(frozen=True, slots=True)
class Grid:
    """A table: where its lines stand (left to right, bottom to top), and the cells they enclose.

    `cells` maps each field of the grid (column, row from the top) to the first field of its cell.
    """

    xs: tuple[float, ...]
    ys: tuple[float, ...]
    cells: dict[tuple[int, int], tuple[int, int]]

    def holds(self, glyph: Glyph) -> bool:
        """Whether a glyph stands in the table."""
        x, y = (glyph.x0 + glyph.x1) / 2, glyph.y + glyph.size / 3
        return self.xs[0] < x < self.xs[-1] and self.ys[0] < y < self.ys[-1]

    def lines(self, glyphs: Iterable[Glyph]) -> list[list[str]]:
        """The lines of text of each row, of the glyphs that stand in the table."""
        inside: dict[tuple[int, int], list[Glyph]] = {}
        for glyph in glyphs:
            column = bisect_right(self.xs, (glyph.x0 + glyph.x1) / 2) - 1
            row = len(self.ys) - 1 - bisect_right(self.ys, glyph.y + glyph.size / 3)
            inside.setdefault(self.cells[column, row], []).append(glyph)
        table = Table()
        told: list[list[str]] = []
        columns, high = len(self.xs) - 1, len(self.ys) - 1
        for row in range(high):
            for column in range(columns):
                if self.cells[column, row] == (column, row):
                    wide, deep = self._spans(column, row)
                    texts = _texts(inside.get((column, row), ()), self.xs[column + wide])
                    table.add(Cell(texts, wide, deep))
            told.append(table.end_row())
        return told

    def _spans(self, column: int, row: int) -> tuple[int, int]:
        wide = deep = 1
        while self.cells.get((column + wide, row)) == (column, row):
            wide += 1
        while self.cells.get((column, row + deep)) == (column, row):
            deep += 1
        return wide, deep


def grids(rules: Sequence[Rule]) -> list[Grid]:
    """The tables that the lines of a page draw, from top to bottom; a single box is none."""
    # The two edges of a stroke, and the borders of cells side by side, are told once.
    told = {tuple(round(value / _ONE_LINE) for value in one): one for one in rules}
    long = [one for one in told.values() if max(one.x1 - one.x0, one.y1 - one.y0) >= _SHORTEST]
    found = [grid for group in _touching(long) if (grid := _grid(group))]
    return sorted(found, key=lambda grid: -grid.ys[-1])


def goes_on(above: str, row: str) -> bool:
    """Whether a row at the top of a page is the rest of the one that ended the page above: it has no number,
    and its longest cell goes on in mid-sentence.
    """
    cells, rest = above.split("\t"), row.split("\t")
    if rest[0] or len(rest) > len(cells) or not all(cells[at] for at, text in enumerate(rest) if text):
        return False
    longest = max(range(len(rest)), key=lambda at: len(rest[at]))
    return _ENDED.search(cells[longest]) is None


def one_row(above: str, row: str) -> str:
    """The two parts of a row that a page breaks, cell by cell."""
    parts = zip_longest(above.split("\t"), row.split("\t"), fillvalue="")
    return "\t".join(joined([one, other]) for one, other in parts)


def _touching(rules: Sequence[Rule]) -> list[list[Rule]]:
    """Rules in groups, each of those that meet: a frame around a table does not belong to it."""
    groups: list[list[Rule]] = []
    for rule in sorted(rules, key=lambda one: -one.y1)[:_MOST_RULES]:
        met = [group for group in groups if any(_meet(rule, other) for other in reversed(group))]
        groups = [group for group in groups if group not in met]
        groups.append([*(other for group in met for other in group), rule])
    return groups


def _meet(one: Rule, other: Rule) -> bool:
    return (
        one.x0 - _TOUCHING < other.x1
        and other.x0 - _TOUCHING < one.x1
        and one.y0 - _TOUCHING < other.y1
        and other.y0 - _TOUCHING < one.y1
    )


def _grid(rules: Sequence[Rule]) -> Grid | None:
    upright = [one for one in rules if one.y1 - one.y0 > one.x1 - one.x0]
    level = [one for one in rules if one.y1 - one.y0 <= one.x1 - one.x0]
    if len(level) < 2:
        return None
    left, right = min(one.x0 for one in level), max(one.x1 for one in level)
    # Some tables are open at the sides.
    xs = _places([left, right, *(one.x0 for one in upright)])
    ys = _places([one.y0 for one in level])
    columns, high = len(xs) - 1, len(ys) - 1
    if columns < 1 or high < 1 or columns * high < 2 or columns == 1 or max(columns, high) > _MOST_LINES:
        return None
    top = {(x, y): (x, y) for x in range(columns) for y in range(high)}

    def first(field: tuple[int, int]) -> tuple[int, int]:
        while top[field] != field:
            field = top[field]
        return field

    for x in range(columns):
        for y in range(high):
            middle, line = (xs[x] + xs[x + 1]) / 2, (ys[high - 1 - y] + ys[high - y]) / 2
            if x + 1 < columns and not _drawn_upright(upright, xs[x + 1], line):
                _merge(top, first((x, y)), first((x + 1, y)))
            if y + 1 < high and not _drawn_level(level, ys[high - 1 - y], middle):
                _merge(top, first((x, y)), first((x, y + 1)))
    return Grid(tuple(xs), tuple(ys), _rectangles({field: first(field) for field in top}))


def _merge(top: dict[tuple[int, int], tuple[int, int]], one: tuple[int, int], other: tuple[int, int]) -> None:
    low, high = sorted((one, other), key=lambda field: (field[1], field[0]))
    top[high] = low


def _rectangles(cells: dict[tuple[int, int], tuple[int, int]]) -> dict[tuple[int, int], tuple[int, int]]:
    """Cells as they are where each is a rectangle; a field that would bend one is its own."""
    fields: dict[tuple[int, int], list[tuple[int, int]]] = {}
    for field, cell in cells.items():
        fields.setdefault(cell, []).append(field)
    mended = dict(cells)
    for inside in fields.values():
        xs, ys = {x for x, _ in inside}, {y for _, y in inside}
        if len(inside) != len(xs) * len(ys):
            # A bend: row by row, what hangs together is a cell.
            for x, y in inside:
                starts = [at for at in sorted(xs) if (at, y) in inside]
                mended[x, y] = (min(starts), y) if len(starts) == max(starts) - min(starts) + 1 else (x, y)
        else:
            for field in inside:
                mended[field] = (min(xs), min(ys))
    return mended


def _drawn_upright(rules: Sequence[Rule], x: float, y: float) -> bool:
    return any(abs(one.x0 - x) <= _ONE_LINE and one.y0 <= y <= one.y1 for one in rules)


def _drawn_level(rules: Sequence[Rule], y: float, x: float) -> bool:
    return any(abs(one.y0 - y) <= _ONE_LINE and one.x0 <= x <= one.x1 for one in rules)


def _places(values: Iterable[float]) -> list[float]:
    """Where lines stand, each told once."""
    found: list[float] = []
    for value in sorted(values):
        if not found or value - found[-1] > _ONE_LINE:
            found.append(value)
    return found


def _texts(glyphs: Iterable[Glyph], edge: float) -> list[str]:
    """The lines of a cell; one that reaches its right edge goes on in the next."""
    texts: list[str] = []
    runs = False
    lines = [(row[-1], joined([span.text for span in row])) for row in rows(glyphs)]
    reach = max((last.x1 for last, _ in lines), default=0.0)
    for last, text in lines:
        texts = [*texts[:-1], joined([texts[-1], text])] if runs else [*texts, text]
        # Of a cell with margins, the longest line says where lines end.
        runs = edge - last.x1 < _FULL * last.size or (
            reach - last.x1 < _FULL * last.size and edge - reach < 2 * _FULL * last.size
        )
    return texts
