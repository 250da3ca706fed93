"""Tables whose rows are lines and whose cells are parted by tabs."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from annotator.tools.text.lines import Line
from annotator.tools.text.tables.row import Columns, Row, columns, unmarked

_NUMBER = re.compile(r"[（(]?\d{1,4}(?:[.．-]\d{1,3})*[）)]?[.．、]?$")
_TOTAL = re.compile(r"(?:合|总|小|共)\s*(?:计|数|分)$")
_FIGURE = re.compile(r"[\d.,%％－—-]*(?:分|个|项|家|人|万元|亿元)?")
_SPACED = re.compile(r"[ \u3000]+")
_FEWEST_COLUMNS = 2
_FEWEST_CELLS, _FEWEST_ROWS = 3, 3
_SENTENCE = re.compile("[。；]")
_GROUP_LONGEST = 60

# The clean range of a cell, without the white space around it, and its text.
Cell = tuple[int, int, str]


def rows(lines: Sequence[Line]) -> dict[int, Row]:
    """The rows among `lines`, by their index."""
    found: dict[int, Row] = {}
    for start, end in _runs(lines):
        table = [_cells(lines[number]) for number in range(start, end)]
        heads = [columns([text for _, _, text in cells]) for cells in table]
        if heads[0] is None and not any(len(cells) > 1 and _NUMBER.match(cells[0][2]) for cells in table):
            continue
        head = Columns(None, ())
        for number, cells, names in zip(range(start, end), table, heads, strict=True):
            line = lines[number]
            # Another table may begin right below; its headings have a serial number's.
            if names and (number == start or names.serial is not None):
                head = names
                found[number] = unmarked("header", line.start, line.end)
            elif _TOTAL.match(next(text for _, _, text in cells if text)):
                found[number] = unmarked("header", line.start, line.end)
            elif _is_group(line, cells):
                found[number] = unmarked("group", line.body, line.end)
            else:
                found[number] = _row(cells, head)
    found.update(
        (number, unmarked("header", line.start, line.end))
        for number, line in enumerate(lines)
        if number not in found and _is_spaced_header(line)
    )
    return found


def groups(lines: Sequence[Line]) -> dict[int, list[int]]:
    """Where the rows begin before whose serial number the name of their group stands, by line: a cell that
    was merged over several rows stands in the first.
    """
    found: dict[int, list[int]] = {}
    for start, end in _runs(lines):
        table = [_cells(lines[number]) for number in range(start, end)]
        numbered = [
            (at, cells)
            for at, cells in enumerate(table, start)
            if len(cells) >= _FEWEST_CELLS and cells[1][2].isdecimal()
        ]
        counts = all(
            int(two[1][2]) == int(one[1][2]) + 1 for (_, one), (_, two) in pairwise(numbered)
        )  # fmt: skip
        merged = any(not cells[0][2] for _, cells in numbered)
        if len(numbered) >= _FEWEST_ROWS and counts and merged:
            found.update((at, [cells[1][0]]) for at, cells in numbered if cells[0][2])
    return found


def _is_spaced_header(line: Line) -> bool:
    """Whether a line is the headings of columns that white space alone parts."""
    if line.plain[:1] not in ("序", "编") or len(line.plain) > _GROUP_LONGEST:
        return False
    names = _SPACED.split(line.plain)
    return len(names) > _FEWEST_COLUMNS and columns(names) is not None


def _is_group(line: Line, cells: Sequence[Cell]) -> bool:
    """Whether a row has one filled cell, or a section's number and name with nothing but figures."""
    if sum(start < end for start, end, _ in cells) == 1:
        return True
    sectioned = line.marker is not None and line.marker.style.startswith("hanzi")
    named = [text for start, _, text in cells if start >= line.body and not _FIGURE.fullmatch(text)]
    return sectioned and len(named) == 1


def _runs(lines: Sequence[Line]) -> Iterator[tuple[int, int]]:
    """The stretches of lines with cells; between two such lines may stand the heading of a group."""
    start = -1
    for number in range(len(lines) + 1):
        inside = number < len(lines) and (
            _has_cells(lines[number]) or (start >= 0 and _may_head_group(lines, number))
        )
        if inside and start < 0:
            start = number
        elif not inside and start >= 0:
            if number - start > 1:
                yield start, number
            start = -1


def _has_cells(line: Line) -> bool:
    """Whether tabs part the words of a line; behind its marker one parts nothing."""
    return "\t" in line.plain and ("\t" in line.words or line.marker is None)


def _may_head_group(lines: Sequence[Line], number: int) -> bool:
    text = lines[number].plain
    below = number + 1 < len(lines) and _has_cells(lines[number + 1])
    return below and len(text) <= _GROUP_LONGEST and not _SENTENCE.search(text)


def _cells(line: Line) -> list[Cell]:
    # Tabs before the first word are empty cells, which the stripped text has lost.
    at = line.start
    cells: list[Cell] = [(at, at, "")] * line.tabs
    for cell in line.plain.split("\t"):
        text = cell.strip()
        start = at + len(cell) - len(cell.lstrip()) if text else at
        cells.append((start, start + len(text), text))
        at += len(cell) + 1
    return cells


def _row(cells: Sequence[Cell], head: Columns) -> Row:
    serial = head.serial
    if serial is None:
        place = 1 if len(cells) >= _FEWEST_CELLS and not cells[0][2] else 0
        serial = place if _NUMBER.match(cells[place][2]) else None
    filled = [place for place, (start, end, _) in enumerate(cells) if start < end]
    texts = [place for place in filled if serial is None or place > serial] or filled
    units = [place for place in texts if place in head.units]
    start, end = cells[texts[0]][0], cells[texts[-1]][1]
    if not units or units == texts:
        return unmarked("row", start, end)
    tail = cells[units[0]][0], cells[units[-1]][1]
    if units == texts[-len(units) :]:
        end = cells[texts[-len(units) - 1]][1]
    return Row("row", (start, end), tail)
