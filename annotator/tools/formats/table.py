"""Rows of a table as text: one line each, the cells separated by tabs.

Old pages and forms also use tables to place whole texts on the sheet. Such a row is told by its
cells and keeps their lines, one after another.
"""

from collections.abc import Sequence
from dataclasses import dataclass

# No cell of a list of tasks has so many lines; one that has is a page's column.
_MOST_LINES = 20


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell: its lines of text, how many columns and rows it spans.

    `layout` is set where it holds a heading or a table of its own, `covered` where a cell above
    reaches down over it.
    """

    lines: Sequence[str] = ()
    columns: int = 1
    rows: int = 1
    layout: bool = False
    covered: bool = False


class Table:
    """A table read row by row, in which cells may reach down into the rows below."""

    def __init__(self) -> None:
        self._row: list[Cell] = []
        self._reaching: dict[int, tuple[int, int]] = {}  # first column -> columns, rows still to come

    def add(self, cell: Cell) -> None:
        """The next cell of the row."""
        self._row.append(cell)

    def end_row(self) -> list[str]:
        """The lines of the row that ends here; cells that reach into it leave their columns blank."""
        placed: list[Cell] = []
        column = 0
        reaching = {at: (columns, rows - 1) for at, (columns, rows) in self._reaching.items() if rows > 1}
        for cell in self._row:
            while column in self._reaching:
                blank = Cell(columns=self._reaching[column][0], covered=True)
                placed.append(blank)
                column += blank.columns
            placed.append(cell)
            if cell.rows > 1:
                reaching[column] = (cell.columns, cell.rows - 1)
            column += cell.columns
        self._row, self._reaching = [], reaching
        return row_lines(placed)


def row_lines(cells: Sequence[Cell]) -> list[str]:
    """The lines of one row: as a rule one, none where all cells are blank.

    A column keeps its place: a blank cell leaves its tab, and a cell over n columns has n tabs
    behind it, except at the row's end.
    """
    if _only_places_text(cells):
        return [line for cell in cells if _filled(cell) for line in cell.lines]
    line = "".join(" ".join(_filled(cell)) + "\t" * cell.columns for cell in cells).rstrip("\t")
    return [line] if line else []


def _only_places_text(cells: Sequence[Cell]) -> bool:
    """Whether a row is no data: a box, a page's column, or a text of several lines between margins."""
    if len(cells) == 1 or any(cell.layout or len(_filled(cell)) > _MOST_LINES for cell in cells):
        return True
    used = [cell for cell in cells if cell.covered or _filled(cell)]
    return len(used) == 1 and len(_filled(used[0])) > 1


def _filled(cell: Cell) -> list[str]:
    """The lines of a cell that hold text, without tabs, which separate cells."""
    return [line.strip().replace("\t", " ") for line in cell.lines if line.strip()]
