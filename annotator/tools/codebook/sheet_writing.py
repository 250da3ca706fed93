"""A codebook written as a spreadsheet."""

from collections.abc import Iterator, Mapping, Sequence
from io import BytesIO
from typing import TYPE_CHECKING, Any

from annotator.model.codebook import Attribute, Code, Codebook, Field
from annotator.model.spreadsheet import cell_text
from annotator.tools.codebook.sheets import CHOICES, CODES, HEAD, SHEETS, chosen, header, title
from annotator.words import say

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

_WIDTHS = {
    "definition": 44, "include": 40, "exclude": 40, "examples": 50, "cues": 24, "tie_break": 44, "help": 36,
    "applies_to": 30, "field": 18, "id": 18, "zh": 16, "en": 20,
}  # fmt: skip
_WIDTH = 9
_ROWS = 2000
"""Down to which row a choice is offered."""

Row = Mapping[str, Any]


def written(codebook: Codebook) -> bytes:
    """The codebook as an XLSX file in the language in force. Comments of a TOML text are not in it, and
    control characters, which a spreadsheet cannot hold, become blanks.
    """
    from openpyxl import Workbook  # noqa: PLC0415  (a fifth of a second, and only for who asks for it)

    book = Workbook()
    first: Any = book.active
    first.title = title("book")
    _head(first, codebook)
    rows = {"fields": _fields(codebook), "codes": _codes(codebook), "attributes": _attributes(codebook)}
    for sheet, columns in SHEETS.items():
        _table(book.create_sheet(title(sheet)), columns, rows[sheet])
    data = BytesIO()
    book.save(data)
    return data.getvalue()


def _head(sheet: "Worksheet", codebook: Codebook) -> None:
    from openpyxl.styles import Alignment, Font  # noqa: PLC0415

    for number, name in enumerate(HEAD, 1):
        _put(sheet, number, 1, header(name))
        _put(sheet, number, 2, getattr(codebook, name))
        sheet.cell(number, 1).font = Font(bold=True)
    for number, name in enumerate(("about", "about_codes"), len(HEAD) + 2):
        _put(sheet, number, 2, say(f"sheets.{name}"))
        sheet.cell(number, 2).alignment = Alignment(wrap_text=True, vertical="top")
    sheet.column_dimensions["A"].width, sheet.column_dimensions["B"].width = 14, 100


def _table(sheet: "Worksheet", columns: Sequence[str], rows: Iterator[Row]) -> None:
    from openpyxl.styles import Alignment, Font  # noqa: PLC0415
    from openpyxl.utils import get_column_letter  # noqa: PLC0415
    from openpyxl.worksheet.datavalidation import DataValidation  # noqa: PLC0415

    for number, name in enumerate(columns, 1):
        _put(sheet, 1, number, header(name))
        sheet.cell(1, number).font = Font(bold=True)
        letter = get_column_letter(number)
        sheet.column_dimensions[letter].width = _WIDTHS.get(name, _WIDTH)
        if name in CHOICES:
            words = ",".join(chosen(name, one) for one in CHOICES[name])
            offered = DataValidation("list", formula1=f'"{words}"', allow_blank=True, showErrorMessage=False)
            offered.add(f"{letter}2:{letter}{_ROWS}")
            sheet.add_data_validation(offered)
    for at, row in enumerate(rows, 2):
        for number, name in enumerate(columns, 1):
            _put(sheet, at, number, row.get(name, ""))
            sheet.cell(at, number).alignment = Alignment(wrap_text=True, vertical="top")
    sheet.freeze_panes = "D2" if columns is CODES else "B2"


def _put(sheet: "Worksheet", row: int, column: int, value: Any) -> None:
    """A value in a cell; text stays text, whatever a spreadsheet would make of it."""
    if value in ("", None):
        return
    cell = sheet.cell(row, column)
    if isinstance(value, str):
        cell.value = cell_text(value)
        cell.data_type = "s"
        cell.number_format = "@"
    else:
        cell.value = value


def _fields(codebook: Codebook) -> Iterator[Row]:
    for field in codebook.fields:
        rule = "；".join(f"{other}：{'，'.join(codes)}" for other, codes in field.applies_to)
        yield {
            **field._asdict(),
            "kind": chosen("kind", field.kind),
            "scope": chosen("scope", field.scope),
            "min": field.minimum or "",
            "max": field.maximum or "",
            "applies_to": rule,
        }


def _codes(codebook: Codebook) -> Iterator[Row]:
    for field in codebook.fields:
        for code in field.codes:
            yield {"field": field.id, **_code(field, code)}
        for attribute in field.attributes:
            for code in attribute.codes:
                yield {"field": field.id, "attribute": attribute.id, **_code(attribute, code)}


def _code(of: Field | Attribute, code: Code) -> Row:
    level = code.value if of.kind == "ordinal" else code.value or ""
    lists = {"examples": "\n".join(code.examples), "cues": "\n".join(code.cues)}
    return {**code._asdict(), **lists, "value": level}


def _attributes(codebook: Codebook) -> Iterator[Row]:
    for field in codebook.fields:
        for one in field.attributes:
            yield {"field": field.id, **one._asdict(), "kind": chosen("kind", one.kind)}
