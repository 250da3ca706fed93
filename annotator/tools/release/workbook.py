"""Tables as one XLSX file: a sheet each, the first line fixed and with filters, text never computed."""

from collections.abc import Iterable, Sequence
from io import BytesIO
from typing import NamedTuple

from annotator.model.spreadsheet import cell_text, sheet_name

Cell = str | int | float


class Sheet(NamedTuple):
    """A sheet's name and its lines, the first of which is the header."""

    name: str
    lines: Iterable[Sequence[Cell]]


def workbook(sheets: Sequence[Sheet]) -> bytes:
    r"""The file. Names become what a spreadsheet allows: 31 characters, none of []:*?/\\, each once."""
    from openpyxl import Workbook  # noqa: PLC0415  (a fifth of a second, and only for who asks for it)
    from openpyxl.cell import WriteOnlyCell  # noqa: PLC0415
    from openpyxl.styles import Font  # noqa: PLC0415
    from openpyxl.utils import get_column_letter  # noqa: PLC0415

    book = Workbook(write_only=True)
    for sheet in sheets:
        page = book.create_sheet(sheet_name(sheet.name, [one.title for one in book.worksheets]))
        page.freeze_panes = "B2"
        count = width = 0
        for count, line in enumerate(sheet.lines, 1):
            row, width = [], max(width, len(line))
            for value in line:
                told = cell_text(value) if isinstance(value, str) else value
                cell = WriteOnlyCell(page, told)
                if isinstance(told, str):
                    cell.data_type = "s"
                if count == 1:
                    cell.font = Font(bold=True)
                row.append(cell)
            page.append(row)
        if count:
            page.auto_filter.ref = f"A1:{get_column_letter(width)}{count}"
    data = BytesIO()
    book.save(data)
    return data.getvalue()
