"""A ledger as an XLSX file, made to be printed: A4 across, as wide as the page, its head on every page."""

from collections.abc import Mapping, Sequence
from functools import cached_property
from io import BytesIO
from typing import TYPE_CHECKING, Any

from annotator.model.spreadsheet import cell_text
from annotator.tools.ledger.columns import COLUMNS, VISIBLE, header, statuses
from annotator.tools.ledger.heights import LINE, PADDING, height, lines
from annotator.tools.ledger.layout import Band, Line, Sheet, sheets
from annotator.tools.ledger.task import SKIP, Document
from annotator.words import say

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

HEAD = 3
"""The row of the column heads: title and legend stand above."""
_NUMBER = {column.name: n for n, column in enumerate(COLUMNS, 1)}
_LAST = len(VISIBLE)
_COMPUTED = ("=", "+", "-", "@", "＝", "＋", "－", "＠")
_DAY = "yyyy-mm-dd"
"""A day that somebody types is shown as the ledger writes one."""
_BODY, _HEADS = "仿宋", "黑体"


def book(documents: Sequence[Document], *, by_unit: bool = False) -> bytes:
    """The file: a sheet for each document, `by_unit` one for each unit too, and a hidden list of the rows."""
    from openpyxl import Workbook  # noqa: PLC0415  (a fifth of a second, and only for who asks for it)

    made, looks = Workbook(), Looks()
    first: Any = made.active
    made.remove(first)
    every = sheets(documents, by_unit=by_unit)
    for sheet in every:
        _fill(made.create_sheet(sheet.name), sheet, looks)
    listed = made.create_sheet(say("ledger.sheet_list"))
    listed.sheet_state = "hidden"
    rows = ((sheet.name, row.cells) for sheet in every for row in sheet.rows if isinstance(row, Line))
    for at, (name, cells) in enumerate(rows, 1):
        for column, text in enumerate((cells["key"], name, cells["task"] or cells["measures"]), 1):
            _put(listed.cell(at, column), text)
    data = BytesIO()
    made.save(data)
    return data.getvalue()


class Looks:
    """Fonts, borders and alignments, each made once."""

    def __init__(self) -> None:
        from openpyxl.styles import Alignment, Border, Font, PatternFill, Side  # noqa: PLC0415

        self._alignment, self._font, self._fill = Alignment, Font, PatternFill
        side = Side(style="thin", color="808080")
        self.border = Border(left=side, right=side, top=side, bottom=side)

    @cached_property
    def title(self) -> Mapping[str, Any]:
        """The title of a sheet."""
        centred = self._alignment(horizontal="center", vertical="center", wrap_text=True)
        return {"font": self._font(name=_HEADS, size=18), "alignment": centred}

    @cached_property
    def legend(self) -> Mapping[str, Any]:
        """What the marks mean."""
        above = self._alignment(horizontal="left", vertical="center", wrap_text=True)
        return {"font": self._font(name=_BODY, size=9, color="404040"), "alignment": above}

    @cached_property
    def head(self) -> Mapping[str, Any]:
        """The head of a column."""
        centred = self._alignment(horizontal="center", vertical="center", wrap_text=True)
        grey = self._fill("solid", fgColor="D9E2EC")
        return {
            "font": self._font(name=_HEADS, size=11),
            "alignment": centred,
            "fill": grey,
            "border": self.border,
        }

    @cached_property
    def bands(self) -> Sequence[Mapping[str, Any]]:
        """A heading, from the outermost in."""
        return [
            {
                "font": self._font(name=_HEADS, size=size),
                "alignment": self._alignment(
                    horizontal="left", vertical="center", indent=depth, wrap_text=True
                ),
                "fill": self._fill("solid", fgColor=colour),
                "border": self.border,
            }
            for depth, (size, colour) in enumerate(((12, "EAEFF4"), (11, "F4F6F9"), (11, "FAFBFC")))
        ]

    @cached_property
    def body(self) -> Mapping[str, Mapping[str, Any]]:
        """The cells of a row, by column."""
        return {
            column.name: {
                "number_format": _DAY if column.name == "updated" else "General",
                "font": self._font(name=_HEADS if column.name == "task" else _BODY, size=11),
                "alignment": self._alignment(
                    horizontal="center" if column.centred else "left", vertical="center", wrap_text=True
                ),
                "border": self.border,
            }
            for column in VISIBLE
        }


def _fill(page: "Worksheet", sheet: Sheet, looks: Looks) -> None:
    whole = sum(column.width for column in VISIBLE)
    _across(page, 1, sheet.title, looks.title)
    page.row_dimensions[1].height = 26.0 * lines(sheet.title, whole / 1.7) + 6
    legend = say("ledger.legend")
    _across(page, 2, legend, looks.legend)
    page.row_dimensions[2].height = 12.0 * lines(legend, whole * 1.2) + 6
    for number, column in enumerate(COLUMNS, 1):
        cell = page.cell(HEAD, number)
        _put(cell, header(column.name))
        if column.width:
            _dress(cell, looks.head)
    page.row_dimensions[HEAD].height = 2 * LINE + PADDING
    masters: dict[str, Any] = {}
    at = HEAD
    for row in sheet.rows:
        at += 1
        if isinstance(row, Band):
            look = looks.bands[min(row.depth, len(looks.bands) - 1)]
            _across(page, at, row.text, look)
            page.row_dimensions[at].height = LINE * lines(row.text, whole / 1.1) + PADDING + 2
        else:
            _row(page, at, row.cells, looks, masters)
            for more in row.rest:
                at += 1
                _row(page, at, {"measures": more, "key": SKIP}, looks, masters)
    _set_up(page, at)


def _across(page: "Worksheet", row: int, text: str, look: Mapping[str, Any]) -> None:
    """A text over all columns."""
    for column in range(1, _LAST + 1):
        _dress(page.cell(row, column), look)
    _put(page.cell(row, 1), text)
    _put(page.cell(row, _NUMBER["key"]), SKIP)
    page.merge_cells(start_row=row, end_row=row, start_column=1, end_column=_LAST)


def _row(
    page: "Worksheet", row: int, cells: Mapping[str, str | int], looks: Looks, masters: dict[str, Any]
) -> None:
    for name, number in _NUMBER.items():
        cell: Any = page.cell(row, number)
        if name in looks.body:
            if name in masters:
                cell._style = masters[name]  # thousands of cells share one look
            else:
                _dress(cell, looks.body[name])
                masters[name] = cell._style
        _put(cell, cells.get(name, ""))
    page.row_dimensions[row].height = height(cells)


def _dress(cell: Any, look: Mapping[str, Any]) -> None:
    for name, value in look.items():
        setattr(cell, name, value)


def _put(cell: Any, value: str | int) -> None:
    """A value in a cell; text stays text, whatever a spreadsheet would make of it, also when somebody has
    been in the cell.
    """
    if isinstance(value, int):
        cell.value = value
        return
    if not value:
        return
    text = cell_text(value)
    cell.value = text
    cell.data_type = "s"
    if text.startswith(_COMPUTED):
        from copy import copy  # noqa: PLC0415  (for the rare text that begins like a formula)

        cell._style = copy(cell._style)
        cell.quotePrefix = True


def _set_up(page: "Worksheet", last: int) -> None:
    """Widths, what stays in sight, what is offered, and how it is printed."""
    from openpyxl.utils import get_column_letter  # noqa: PLC0415
    from openpyxl.worksheet.datavalidation import DataValidation  # noqa: PLC0415
    from openpyxl.worksheet.properties import PageSetupProperties  # noqa: PLC0415

    for column, number in _NUMBER.items():
        dimension = page.column_dimensions[get_column_letter(number)]
        dimension.width = next(one.width for one in COLUMNS if one.name == column) or 12
        dimension.hidden = number > _LAST
    page.freeze_panes = page.cell(HEAD + 1, 3).coordinate
    page.auto_filter.ref = f"A{HEAD}:{get_column_letter(_LAST)}{last}"
    status = get_column_letter(_NUMBER["status"])
    offered = DataValidation(
        "list", formula1=f'"{",".join(statuses())}"', allow_blank=True, showErrorMessage=False
    )
    offered.add(f"{status}{HEAD + 1}:{status}{max(last, HEAD + 1)}")
    page.add_data_validation(offered)
    page.print_title_rows = f"{HEAD}:{HEAD}"
    page.print_area = f"A1:{get_column_letter(_LAST)}{last}"
    page.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    page.page_setup.orientation, page.page_setup.paperSize = "landscape", 9  # A4
    page.page_setup.fitToWidth, page.page_setup.fitToHeight = 1, 0
    page.print_options.horizontalCentered = True
    margins = page.page_margins
    margins.left = margins.right = 0.4
    margins.top, margins.bottom, margins.header, margins.footer = 0.55, 0.6, 0.3, 0.3
    footer: Any = page.oddFooter
    footer.center.text, footer.center.size = say("ledger.footer"), 9
    page.sheet_view.zoomScale = 90
