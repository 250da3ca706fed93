"""An edited ledger as people send it back: from Excel, WPS or LibreOffice, sorted, filtered, cells merged and
parted, columns moved. Rows are known by their keys, columns by their heads; no formula is computed.
"""

import re
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime, time, timedelta
from io import BytesIO
from typing import Any, NamedTuple

from annotator.errors import AnnotatorError
from annotator.model.spreadsheet import LAST_ROW, cell_text
from annotator.tools.ledger.columns import COMPARED, NAMES, TOLD, UNITS, header, meant
from annotator.tools.ledger.task import SKIP, known_by
from annotator.words import both

MOST_BYTES = 100_000_000
MOST_ROWS = 100_000
_MOST_COLUMNS = 100
_MOST_MERGED = 200_000
"""So many cells may be filled from those with which they are merged."""

_HEADS = 4
"""A row with so many heads is the head of the sheet."""
_DATES = ("updated", "due")
_SERIALS = range(36_526, 73_051)
"""The days from 2000 to 2099 as spreadsheets count them."""
_MERGED = re.compile(rb'<(?:\w+:)?mergeCell\b[^>]*?\bref="([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})"')
_ESCAPED = re.compile("_x([0-9A-Fa-f]{4})_")


class Row(NamedTuple):
    """A row with a key: the clause, what the key remembers of its cells, what stands in them now. `formulas`
    are the columns in which something is computed.
    """

    sheet: str
    row: int
    clause_id: str
    remembered: Mapping[str, str]
    cells: Mapping[str, str]
    formulas: frozenset[str] = frozenset()


class Stray(NamedTuple):
    """A row that is no row of a ledger: why, and how it begins."""

    sheet: str
    row: int
    reason: str
    words: str = ""


class Listed(NamedTuple):
    """A row that a ledger was made with: its sheet, its clause, how it begins."""

    sheet: str
    clause_id: str
    words: str


class Returned(NamedTuple):
    """What stands in a file: its rows, those that are none, and the rows with which it was made, none where
    the list of them is gone.
    """

    rows: Sequence[Row]
    stray: Sequence[Stray]
    listed: Sequence[Listed]


def read(data: bytes, name: str) -> Returned:
    """What stands in an XLSX file; `name` is the file's. Raises AnnotatorError where it cannot be read, where
    it is no ledger, and where the columns are gone by which its rows are known.
    """
    rows: list[Row] = []
    stray: list[Stray] = []
    listed: list[Listed] = []
    headed = 0
    try:
        for title, lines in _sheets(data, name):
            if title.strip() in both("ledger.sheet_list"):
                listed += _listed(lines)
                continue
            head = _head(lines)
            if head is None:
                continue
            headed += 1
            found, others = _rows(title, lines, *head)
            rows += found
            stray += others
    except AnnotatorError:
        raise
    except Exception as error:  # the library raises whatever its parsers raise
        raise AnnotatorError("ledger.unreadable", name=name) from error
    if not headed:
        raise AnnotatorError("ledger.no_ledger", name=name)
    if not rows:
        raise AnnotatorError("ledger.no_keys", name=name)
    return Returned(rows, stray, listed)


Cell = tuple[str, bool]
"""A text, and whether it is computed."""
Lines = Sequence[tuple[int, Sequence[Cell]]]
"""The rows of a sheet that hold something, with their numbers."""


def _sheets(data: bytes, name: str) -> Iterator[tuple[str, Lines]]:
    from openpyxl import load_workbook  # noqa: PLC0415  (a fifth of a second, and only for who gives one)

    with zipfile.ZipFile(BytesIO(data)) as file:
        if sum(info.file_size for info in file.infolist()) > MOST_BYTES:
            raise AnnotatorError("ledger.too_large", name=name)
        book: Any = load_workbook(BytesIO(data), read_only=True, data_only=False, keep_links=False)
        left = MOST_ROWS
        for sheet in book.worksheets:
            sheet.reset_dimensions()  # what a file says of its size may be anything
            lines = []
            for number, row in enumerate(sheet.iter_rows(max_row=LAST_ROW, max_col=_MOST_COLUMNS), 1):
                cells = [_cell(one) for one in row]
                if any(text for text, _ in cells):
                    lines.append((number, cells))
                    left -= 1
                if left < 0:
                    raise AnnotatorError("ledger.too_large", name=name)
            yield sheet.title, _unmerged(lines, file.read(sheet._worksheet_path), name)


def _cell(cell: Any) -> Cell:
    if cell.value is None:
        return "", False
    if cell.data_type in ("f", "e"):
        return str(cell.value), True
    percent = cell.data_type == "n" and "%" in str(cell.number_format)
    return _text(cell.value, percent=percent), False


def _text(value: object, *, percent: bool = False) -> str:
    """A cell as a person reads it."""
    if isinstance(value, bool):
        return str(value).upper()
    if isinstance(value, datetime):
        return value.date().isoformat() if value.time() == time() else value.isoformat(" ", "minutes")
    if isinstance(value, date):
        return value.isoformat()
    if percent and isinstance(value, int | float):
        return f"{value * 100:g}%"
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() and abs(value) < 1e15 else f"{value:.10g}"
    text = _ESCAPED.sub(lambda found: chr(int(found[1], 16)), str(value))
    # As it is written again: what a cell cannot hold would differ from itself at the next reading.
    return cell_text(text).strip()


def _unmerged(lines: Lines, sheet: bytes, name: str) -> Lines:
    """The rows with what stands in a cell merged down over others in each of them."""
    by_number = {number: list(cells) for number, cells in lines}
    left = _MOST_MERGED
    for first, top, last, bottom in _MERGED.findall(sheet):
        start, end = _column(first), _column(last)
        whole = by_number.get(int(top), [])
        below = [n for n in by_number if int(top) < n <= int(bottom)] if int(bottom) > int(top) else []
        if not below or start >= len(whole) or end != start:
            continue  # across the sheet it is a heading
        left -= len(below)
        if left < 0:
            raise AnnotatorError("ledger.too_large", name=name)
        for number in below:
            cells = by_number[number]
            cells += [("", False)] * (start + 1 - len(cells))
            cells[start] = whole[start]
    return sorted(by_number.items())


def _column(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - ord("A") + 1
    return number - 1


def _head(lines: Lines) -> tuple[int, dict[str, int]] | None:
    """The number of the row of heads, and where each column is; None for a sheet without."""
    for number, cells in lines[:50]:
        columns: dict[str, int] = {}
        for at, (text, _) in enumerate(cells):
            if text and (name := meant(text)):
                columns.setdefault(name, at)
        if len(columns) >= _HEADS:
            return number, columns
    return None


def _rows(title: str, lines: Lines, head: int, columns: Mapping[str, int]) -> tuple[list[Row], list[Stray]]:
    rows: list[Row] = []
    stray: list[Stray] = []
    below = [(number, cells) for number, cells in lines if number > head]
    keyed = columns.get("key", _keyed(below))
    if keyed is None:
        return [], [Stray(title, head, "no_keys")]
    # A head in other words is no column of the ledger, and what was written below it would be lost unseen.
    stray += [
        Stray(title, head, "no_column", header(name)) for name in (*UNITS, *TOLD) if name not in columns
    ]
    for number, cells in below:
        found = {name: cells[at] for name, at in columns.items() if name in COMPARED and at < len(cells)}
        key = cells[keyed][0] if keyed < len(cells) else ""
        if key == SKIP:
            continue
        if known := known_by(key):
            told = {name: _told(name, *found.get(name, ("", False))) for name in COMPARED if name in columns}
            formulas = frozenset(name for name, (_, computed) in found.items() if computed)
            rows.append(Row(title, number, *known, told, formulas))
        elif key or any(text for text, _ in found.values()):
            words = next((found[name][0] for name in NAMES if name in found and found[name][0]), "")
            stray.append(Stray(title, number, "bad_key" if key else "added", words))
    return rows, stray


def _keyed(below: Lines) -> int | None:
    """The column in which the first key stands."""
    return next((at for _, cells in below for at, (text, _) in enumerate(cells) if known_by(text)), None)


def _told(name: str, text: str, computed: bool) -> str:
    """A cell of a column; a day may have come as the number that spreadsheets count it by."""
    if not computed and name in _DATES and text.isdecimal() and len(text) == 5 and int(text) in _SERIALS:
        return (date(1899, 12, 30) + timedelta(days=int(text))).isoformat()
    return text


def _listed(lines: Lines) -> Iterator[Listed]:
    for _, cells in lines:
        key, sheet, words = (*(text for text, _ in cells), "", "", "")[:3]
        if known := known_by(key):
            yield Listed(sheet, known[0], words)
