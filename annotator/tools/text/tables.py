"""Rows of tables: lines whose cells are parted by tabs.

One clause a row: its marker is the serial number, its tail the cells under the headings that name
units. A row with one filled cell is the heading of the rows below it.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from annotator.tools.text.lines import Line

_SERIAL = re.compile(r"序\s?号|编\s?号|No\.?$", re.IGNORECASE)
_UNITS = re.compile(r"单位|部门|责任人|牵头|配合|责任主体|负责")
_HEADING = re.compile(
    r"序号|编号|任务|内容|单位|部门|事项|项目|指标|时限|时间|措施|备注|名称|类别|目标|责任|领域|要求|成果|进度"
)
_NUMBER = re.compile(r"[（(]?\d{1,4}(?:[.．-]\d{1,3})*[）)]?[.．、]?$")
_SENTENCE = re.compile("[。；]")

RowKind = Literal["header", "group", "row"]


@dataclass(frozen=True, slots=True)
class Row:
    """A row: what it is, and the clean ranges of its text and tail (an empty tail stands at its end).

    The tail lies inside the text where the cells of units are not the last ones.
    """

    kind: RowKind
    text: tuple[int, int]
    tail: tuple[int, int]


@dataclass(frozen=True, slots=True)
class _Columns:
    serial: int | None
    units: tuple[int, ...]


def rows(lines: Sequence[Line], plain: str) -> dict[int, Row]:
    """The rows among `lines`, by their index; `plain` is the simplified clean text."""
    found: dict[int, Row] = {}
    columns: _Columns | None = None
    for number, line in enumerate(lines):
        if not _is_row(lines, number):
            columns = None
            continue
        cells = _cells(line, plain)
        filled = [cell for cell in cells if cell[0] < cell[1]]
        if columns is None:
            columns = _header(cells, plain)
            if columns.serial is not None or columns.units:
                found[number] = Row("header", (line.start, line.end), (line.end, line.end))
                continue
        if len(filled) == 1:
            found[number] = Row("group", (line.body, line.end), (line.end, line.end))
        else:
            found[number] = _row(cells, plain, columns)
    return found


def _is_row(lines: Sequence[Line], number: int) -> bool:
    """Whether a line has cells, or stands between rows as the heading of a group."""
    if "\t" in lines[number].plain:
        return True
    between = 0 < number < len(lines) - 1 and not _SENTENCE.search(lines[number].plain[:200])
    return between and all("\t" in lines[beside].plain for beside in (number - 1, number + 1))


def _cells(line: Line, plain: str) -> list[tuple[int, int]]:
    """The clean ranges of a row's cells, without the white space around them."""
    cells = []
    at = line.head
    for cell in plain[line.head : line.end].split("\t"):
        start = at + len(cell) - len(cell.lstrip())
        cells.append((start, max(start, at + len(cell.rstrip()))))
        at += len(cell) + 1
    return cells


def _header(cells: Sequence[tuple[int, int]], plain: str) -> _Columns:
    """What the columns hold, by their headings; nothing known where the first row is no header."""
    names = [plain[start:end] for start, end in cells]
    named = sum(len(name) <= 12 and _HEADING.search(name) is not None for name in names)
    if named < 2 or any(_SENTENCE.search(name) for name in names):
        return _Columns(None, ())
    serial = next((place for place, name in enumerate(names) if _SERIAL.match(name)), None)
    return _Columns(serial, tuple(place for place, name in enumerate(names) if _UNITS.search(name)))


def _row(cells: Sequence[tuple[int, int]], plain: str, columns: _Columns) -> Row:
    serial = columns.serial
    if serial is None and _NUMBER.match(plain[slice(*cells[0])]):
        serial = 0
    filled = [place for place, (start, end) in enumerate(cells) if start < end]
    texts = [place for place in filled if serial is None or place > serial] or filled
    units = [place for place in texts if place in columns.units]
    start, end = cells[texts[0]][0], cells[texts[-1]][1]
    if not units or units == texts:
        return Row("row", (start, end), (end, end))
    tail = cells[units[0]][0], cells[units[-1]][1]
    if units == texts[-len(units) :]:
        end = cells[texts[-len(units) - 1]][1]
    return Row("row", (start, end), tail)
