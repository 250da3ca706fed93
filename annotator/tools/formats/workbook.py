"""XLSX workbooks: the rows of their sheets, as they are shown."""

import re
from collections.abc import Iterator
from datetime import date, datetime, time
from io import BytesIO
from typing import Any, NamedTuple

from annotator.errors import UnreadableFile
from annotator.model.source import Source
from annotator.model.spreadsheet import LAST_ROW
from annotator.tools.formats.delimited import tabbed
from annotator.tools.formats.records import Row, header
from annotator.tools.formats.unpacking import opened, unpacked
from annotator.words import say

READER = "xlsx/1"

_DAMAGED = "reading.damaged_sheet"
# A hundred thousand rows with a sentence in each take a tenth of it.
_MOST_BYTES = 200_000_000
_DECLARED = re.compile(rb"<!(?:DOCTYPE|ENTITY)", re.IGNORECASE)
_ESCAPED = re.compile("_x([0-9A-Fa-f]{4})_")


class Sheet(NamedTuple):
    """A sheet: its name and its rows; those that hold nothing are left out."""

    name: str
    rows: list[Row]


def sheets(data: bytes, name: str) -> list[Sheet]:
    """The sheets that are shown and hold something.

    Raises UnreadableFile where the file is damaged, protected or would unpack to an abnormal size.
    """
    # A fifth of a second to import, and only for a workbook.
    from openpyxl import load_workbook  # noqa: PLC0415

    require_sound(data, name)
    try:
        book = load_workbook(BytesIO(data), read_only=True, data_only=True, keep_links=False)
        found = [
            Sheet(one.title, list(_rows(one))) for one in book.worksheets if one.sheet_state == "visible"
        ]
    except Exception as error:
        # A damaged workbook makes openpyxl raise whatever it runs into: KeyError, TypeError, ParseError …
        raise UnreadableFile(_DAMAGED, name=name) from error
    return [sheet for sheet in found if sheet.rows]


def read(data: bytes, name: str) -> Source:
    """The text of a workbook that is one document: a line for each row, its cells separated by tabs.

    Raises UnreadableFile where a sheet lists documents.
    """
    found = sheets(data, name)
    if any(header(sheet.rows) for sheet in found):
        raise UnreadableFile("reading.many", name=name)
    lines: list[str] = []
    for sheet in found:
        if len(found) > 1:
            lines.append(sheet.name)
        lines += (line for _, cells in sheet.rows for line in tabbed(cells))
    return Source("\n".join(lines), READER, (say("reading.one_table", name=name),))


def require_sound(data: bytes, name: str) -> None:
    """Refuses what would swell while it is read: openpyxl has no limits of its own."""
    left = _MOST_BYTES
    with opened(BytesIO(data), name, _DAMAGED) as container:
        for member in container.infolist():
            if member.filename.startswith("xl/media/"):
                continue
            part = unpacked(container, member, name, left, _DAMAGED)
            left -= len(part)
            if member.filename.endswith((".xml", ".rels")) and _DECLARED.search(part.replace(b"\0", b"")):
                # Excel writes none; only an attack does.
                raise UnreadableFile(_DAMAGED, name=name)


def _rows(sheet: Any) -> Iterator[Row]:
    # The size that a sheet declares may be a million columns.
    sheet.reset_dimensions()
    for number, cells in enumerate(sheet.iter_rows(max_row=LAST_ROW, values_only=True), start=1):
        texts = [_text(cell) for cell in cells]
        if any(texts):
            yield number, texts


def _text(value: Any) -> str:
    """A cell as it is shown, as far as its value tells."""
    if value is None:
        return ""
    if isinstance(value, datetime):
        return value.date().isoformat() if value.time() == time() else value.isoformat(" ", "minutes")
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e15:
        return str(int(value))
    if isinstance(value, bool):
        return str(value).upper()
    # Excel writes a control character as its number.
    return _ESCAPED.sub(lambda found: chr(int(found[1], 16)), str(value)).replace("\r", "")
