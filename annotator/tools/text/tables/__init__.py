"""Rows of tables: lines whose cells are parted by tabs, or cells that stand one below the other.

One clause a row: its marker is the serial number, its tail the cells under the headings that name
units. A row with one filled cell is the heading of the rows below it.
"""

from collections.abc import Sequence

from annotator.tools.text.lines import Line
from annotator.tools.text.tables import figured, flattened, stacked, tabbed
from annotator.tools.text.tables.row import Row


def rows(lines: Sequence[Line]) -> dict[int, Row]:
    """The rows among `lines`, by the index of their first line."""
    known = {**tabbed.rows(lines), **stacked.rows(lines), **flattened.rows(lines)}
    covered = {number for first, row in known.items() for number in range(first, first + row.lines)}
    return {**known, **figured.rows(lines, covered)}


def mark_cells(lines: Sequence[Line]) -> None:
    """Marks the lines of tables, so that they count as text wherever a table's lines are judged alone."""
    for first, row in rows(lines).items():
        for line in lines[first : first + row.lines]:
            line.cell = True
