"""Tables that stand in the middle of a line, without anything between their cells: 序号任务1编制2推广3考核.

The serial numbers tell where the rows begin; a head that is printed again on each page tells where it does.
"""

import re
from collections.abc import Sequence
from typing import NamedTuple

from annotator.tools.text.lines import Line
from annotator.tools.text.markers import Marker
from annotator.tools.text.tables.row import Row, unmarked

# The style of the numbers of such rows.
_SERIAL = "serial"

_HEAD = re.compile(
    r"序[ \u3000\xa0]{0,4}号(?=[\u4e00-\u9fff])[^。；]{2,60}?(?<![\d.])(?=1[\u4e00-\u9fff“《])"
)
_HEADED = re.compile(r"序[ \u3000\xa0]{0,4}号")
_NUMBER = re.compile(r"(?<![\d.])\d{1,3}(?=[\u4e00-\u9fff“《])")
# Of rows, of characters in one, of other numbers in one.
_FEWEST, _LONGEST, _MOST_OTHERS = 3, 1500, 40
# An item with its title sentence, behind the table.
_ITEM = re.compile(
    r"(?:\d{1,2}[.．、]|[（(][一二三四五六七八九十]{1,3}[)）]|[一二三四五六七八九十]{1,3}、)(?=[\u4e00-\u9fff][^，。；]{1,30}。)"
)


class Table(NamedTuple):
    """Where its heads begin, where its rows do, in order, and where the text goes on."""

    heads: tuple[int, ...]
    rows: tuple[int, ...]
    end: int

    @property
    def places(self) -> list[int]:
        """Where lines begin."""
        return sorted({*self.heads, *self.rows, self.end})


def tables(plain: str, line: Line) -> list[Table]:
    """The tables in a line of `plain`, the clean text in simplified script."""
    found: list[Table] = []
    at = line.body
    while head := _HEAD.search(plain, at, line.end):
        table = _table(plain, line, head)
        at = head.end() + 1
        if table:
            found.append(table)
            at = table.end
    return found


def _table(plain: str, line: Line, head: re.Match[str]) -> Table | None:
    rows: list[int] = []
    others = 0
    for serial in _NUMBER.finditer(plain, head.end(), line.end):
        if others > _MOST_OTHERS or serial.start() - (rows[-1] if rows else head.end()) > _LONGEST:
            break
        others += 1
        if int(serial[0]) == len(rows) + 1:
            rows.append(serial.start())
            others = 0
    if len(rows) < _FEWEST:
        return None
    again = re.compile(re.escape(head[0]))
    heads = tuple(one.start() for one in again.finditer(plain, head.start(), rows[-1]))
    item = _ITEM.search(plain, rows[-1] + 1, line.end)
    return Table(heads, tuple(rows), item.start() if item else line.end)


def number(lines: Sequence[Line], rows: Sequence[int]) -> None:
    """Gives the lines that begin at the places `rows` their serial numbers."""
    known = {place: serial for serial, place in enumerate(rows, 1)}
    for line in lines:
        if serial := known.get(line.start):
            line.marker = Marker(_SERIAL, (serial,), line.start, line.start + len(str(serial)))


def rows(lines: Sequence[Line]) -> dict[int, Row]:
    """The rows that were numbered among `lines`, and their heads, by the index of their line."""
    found: dict[int, Row] = {}
    for place, line in enumerate(lines):
        if line.marker is None or line.marker.style != _SERIAL:
            continue
        found[place] = unmarked("row", line.body, line.end)
        above = lines[place - 1] if place else None
        if above and above.marker is None and _HEADED.match(above.plain):
            found[place - 1] = unmarked("header", above.start, above.end)
    return found
