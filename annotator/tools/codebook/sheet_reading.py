"""A codebook read from a spreadsheet: the same tables as a TOML text has, with the rows they stand in."""

import re
import zipfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from io import BytesIO
from typing import Any

from annotator.errors import AnnotatorError
from annotator.model.spreadsheet import LAST_ROW
from annotator.tools.codebook.lines import Place
from annotator.tools.codebook.sheets import CHOICES, HEAD, LISTS, NUMBERS, SHEETS, header, meant, title
from annotator.words import say

MOST_BYTES = 50_000_000
MOST_ROWS = 20_000
NEEDED = {
    "fields": ("id", "kind", "zh", "en"),
    "codes": ("field", "id", "zh", "en"),
    "attributes": ("field", "id"),
}

At = tuple[str, int]
"""A sheet and a row of it, from 1."""


class Sheets:
    """What a spreadsheet says: `table` as TOML has it, and `faults`, what is wrong with its form; where."""

    def __init__(self, rows: Mapping[str, Sequence[Sequence[str]]]) -> None:
        self.faults: list[tuple[At, str]] = []
        self.table: dict[str, Any] = {key: value for key, value in _head(rows["book"]) if value}
        self._places: dict[Place, At] = {}
        self._owners: dict[tuple[str, str], tuple[dict[str, Any], Place]] = {}
        self._put("fields", rows, lambda row: (self.table, ()), "field")
        self._put("attributes", rows, lambda row: self._owner(row.pop("field", ""), ""), "attribute")
        self._put(
            "codes", rows, lambda row: self._owner(row.pop("field", ""), row.pop("attribute", "")), "code"
        )

    def at(self, place: Place) -> At:
        """The sheet and row of a place in the tables, or of the nearest thing around it."""
        while place and place not in self._places:
            place = place[:-1]
        return self._places.get(place, ("book", 1))

    def _owner(self, field: str, attribute: str) -> tuple[dict[str, Any], Place]:
        """The field, or the attribute of it, to which a row belongs. Raises KeyError with what is wrong."""
        if (field, "") not in self._owners:
            raise KeyError(say("sheets.no_such_field", field=field))
        if (field, attribute) not in self._owners:
            raise KeyError(say("sheets.no_such_attribute", attribute=attribute))
        return self._owners[field, attribute]

    def _put(
        self,
        sheet: str,
        rows: Mapping[str, Sequence[Sequence[str]]],
        owner: Callable[[dict[str, Any]], tuple[dict[str, Any], Place]],
        kind: str,
    ) -> None:
        """The rows of a sheet into what they belong to."""
        for at, row in _table(sheet, rows[sheet], self.faults):
            named = (row.get("field", row.get("id", "")), row.get("id", "") if kind == "attribute" else "")
            try:
                table, above = owner(row)
            except KeyError as error:
                self.faults.append((at, error.args[0]))
                continue
            several = table.setdefault(kind, [])
            place = (*above, kind, len(several))
            several.append(row)
            self._places[place] = at
            if kind != "code":  # two of one id are a fault that the rules name
                self._owners.setdefault(named, (row, place))


def read(data: bytes, name: str) -> Sheets:
    """The tables of an XLSX file; `name` is the file's. Raises AnnotatorError where it cannot be read."""
    return Sheets(_rows(data, name))


def _rows(data: bytes, name: str) -> dict[str, list[list[str]]]:
    """The cells of each sheet as text."""
    from openpyxl import load_workbook  # noqa: PLC0415  (a fifth of a second, and only for who gives one)

    try:
        with zipfile.ZipFile(BytesIO(data)) as file:
            if sum(info.file_size for info in file.infolist()) > MOST_BYTES:
                raise AnnotatorError("sheets.too_large", name=name)
        book = load_workbook(BytesIO(data), read_only=True, data_only=True, keep_links=False)
        found: dict[str, list[list[str]]] = {"book": [], **{sheet: [] for sheet in SHEETS}}
        for sheet in book.worksheets:
            which = meant(sheet.title, tuple(found), "sheet_")
            if which is None:
                continue
            sheet.reset_dimensions()  # what a file says of its size may be anything
            for row in sheet.iter_rows(max_row=LAST_ROW, max_col=40, values_only=True):
                found[which].append([_text(cell) for cell in row])
                if len(found[which]) > MOST_ROWS:
                    raise AnnotatorError("sheets.too_large", name=name)
    except AnnotatorError:
        raise
    except Exception as error:  # the library raises whatever its parsers raise
        raise AnnotatorError("sheets.unreadable", name=name) from error
    for needed in ("fields", "codes"):
        if not found[needed]:
            raise AnnotatorError("sheets.no_sheet", sheet=title(needed))
    return found


def _text(cell: object) -> str:
    """What stands in a cell, as a person reads it."""
    if cell is None:
        return ""
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return str(cell).replace("\r\n", "\n").strip()


def _head(rows: Sequence[Sequence[str]]) -> Iterator[tuple[str, str]]:
    for row in rows:
        if len(row) > 1 and (name := meant(row[0], HEAD)):
            yield name, row[1]


def _table(
    sheet: str, rows: Sequence[Sequence[str]], faults: list[tuple[At, str]]
) -> Iterator[tuple[At, dict[str, Any]]]:
    """The rows below the first with their places, empty cells left out."""
    if not rows:
        return
    columns = SHEETS[sheet]
    names = [meant(cell, columns) if cell else None for cell in rows[0]]
    for cell, name in zip(rows[0], names, strict=True):
        if cell and name is None:
            allowed = ", ".join(header(one) for one in columns)
            faults.append(((sheet, 1), say("sheets.unknown_column", column=cell, allowed=allowed)))
    for needed in NEEDED[sheet]:
        if needed not in names:
            faults.append(((sheet, 1), say("sheets.no_column", column=header(needed))))
    for number, row in enumerate(rows[1:], 2):
        told = {name: _value(name, cell) for name, cell in zip(names, row, strict=False) if name and cell}
        if told:
            yield (sheet, number), told


def _value(column: str, cell: str) -> Any:
    """A cell as the TOML has it; what cannot be that stays as it is, for the rules to name."""
    if column in NUMBERS:
        return int(cell) if re.fullmatch(r"-?\d{1,9}", cell) else cell
    if column in LISTS:
        return [line.strip() for line in cell.split("\n") if line.strip()]
    if column in CHOICES:
        return meant(cell, CHOICES[column], f"{column}_") or cell
    if column == "applies_to":
        return _rule(cell)
    return cell


def _rule(cell: str) -> Any:
    """`field: code, code` for each field, apart by semicolons or lines."""
    found = {}
    for part in filter(None, map(str.strip, re.split(r"[;；\n]", cell))):
        field, colon, codes = (part.replace("：", ":")).partition(":")
        if not colon:
            return cell
        found[field.strip()] = [code for code in re.split(r"[,，、\s]+", codes) if code]
    return found
