"""Tables that a page's text gives cell below cell: 序号, 任务, 责任单位, 1, ……, 市科委, 2, ……"""

import re
from collections.abc import Iterator, Sequence

from annotator.tools.text.lines import Line
from annotator.tools.text.tables.row import Columns, Row, columns, unmarked

_MOST_COLUMNS, _MOST_LINES = 12, 48
_STOPS = ("。", "；")
_GROUP = re.compile("[^，。；：]{2,20}[：:]")
_NOTE = re.compile(r"[（(]?(?:备?注|说明|(?:资料|数据)来源)\s?[:：]")


def rows(lines: Sequence[Line]) -> dict[int, Row]:
    """The rows among `lines`, by the index of their first line."""
    found: dict[int, Row] = {}
    for start, width, head in _heads(lines):
        for number in range(start, start + width):
            found[number] = unmarked("header", lines[number].start, lines[number].end)
        found.update(_rows(lines, start + width, width - 1, head))
    return found


def _heads(lines: Sequence[Line]) -> Iterator[tuple[int, int, Columns]]:
    """Where headings stand one below the other, how many, and what they say.

    They begin with 序号 and end before the first serial number.
    """
    for number, line in enumerate(lines):
        if line.plain[:1] not in ("序", "编"):
            continue
        names: list[str] = []
        for below in range(number, min(len(lines), number + _MOST_COLUMNS)):
            if _begins_row(lines, below, 1):
                head = columns(names) if names else None
                if head and head.serial == 0:
                    yield number, len(names), head
                break
            names.append(lines[below].plain)


def _begins_row(lines: Sequence[Line], number: int, serial: int) -> bool:
    """Whether a line is a serial number, or the heading of a group with that number below it."""
    if lines[number].plain == str(serial):
        return True
    below = lines[number + 1].plain if number + 1 < len(lines) else ""
    return _is_group(lines[number]) and below == str(serial)


def _is_group(line: Line) -> bool:
    """Whether a line may be the heading of a group: one with a number, and no empty cell (—), or 其中：."""
    return bool(line.words) and (line.marker is not None or _GROUP.fullmatch(line.plain) is not None)


def _rows(lines: Sequence[Line], at: int, cells: int, head: Columns) -> dict[int, Row]:
    """The rows from line `at` on, each a serial number with `cells` cells below it."""
    found: dict[int, Row] = {}
    serial = 1
    while at + 1 < len(lines) and _begins_row(lines, at, serial):
        if lines[at].plain != str(serial):
            found[at] = unmarked("group", lines[at].body, lines[at].end)
            at += 1
        last = _last_cell(lines, at, serial, cells)
        if last <= at:
            break
        start, end = lines[at + 1].start, lines[last].end
        tail = end, end
        if head.units:
            first, final = at + head.units[0], at + head.units[-1]
            # Cells of several lines: those of units are the last, behind the last sentence.
            said = next((n for n in range(last, at, -1) if lines[n].plain.endswith(_STOPS)), at)
            if last - at == cells and said < first:
                tail = lines[first].start, lines[final].end
                if final == last and first > at + 1:
                    end = lines[first - 1].end
            elif at < said < last and head.units[-1] == cells:
                end, tail = lines[said].end, (lines[said + 1].start, lines[last].end)
        found[at] = Row("row", (start, end), tail, last - at + 1)
        at, serial = last + 1, serial + 1
    return found


def _last_cell(lines: Sequence[Line], number: int, serial: int, cells: int) -> int:
    """The last line of the row whose serial number stands at `number`; that line if there is no cell."""
    for at in range(number + 2, min(len(lines), number + 2 + _MOST_LINES)):
        if not lines[at].follows(lines[at - 1]):
            break
        if lines[at].plain == str(serial + 1):
            # The heading of the next group may stand between two rows.
            return at - 1 - (at - 1 > number + cells and _is_group(lines[at - 1]))
    last = number
    while last < min(number + cells, len(lines) - 1) and lines[last + 1].follows(lines[last]):
        if _NOTE.match(lines[last + 1].plain):
            break
        last += 1
    return last
