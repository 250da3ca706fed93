"""CSV and TSV: their rows, in whatever encoding and with whatever sign between the cells."""

import csv
from collections import Counter
from collections.abc import Iterator, Sequence
from io import StringIO

from annotator.errors import UnreadableFile
from annotator.model.source import Source
from annotator.tools.formats.encoding import Decoded, decode
from annotator.tools.formats.records import Row, header
from annotator.tools.formats.table import Cell, row_lines
from annotator.words import say

READER = "csv/1"

_SIGNS = ",\t;|，"
# How many lines show which sign parts the cells.
_SHOWN = 20


def read(data: bytes, name: str) -> Source:
    """The text of a table that is one document: a line for each row, its cells separated by tabs.

    Raises UnreadableFile where it lists documents, or is no text.
    """
    decoded = decode(data, name)
    if header(rows(decoded, name)):
        raise UnreadableFile("reading.many", name=name)
    lines = [line for _, cells in rows(decoded, name) for line in tabbed(cells)]
    notes = (*decoded.notes, say("reading.one_table", name=name))
    return Source("\n".join(lines), f"{READER} {decoded.encoding}", notes)


def rows(decoded: Decoded, name: str) -> Iterator[Row]:
    """The rows of a table, counted as records; raises UnreadableFile at a quotation that never closes."""
    # A setting of the whole process: texts are longer than the 128 KB at which it stands.
    csv.field_size_limit(2**31 - 1)
    taken: list[str] = []

    def lines() -> Iterator[str]:
        for line in StringIO(decoded.text, newline=""):
            taken.append(line)
            yield line

    sign = _sign(decoded.text)
    for number, cells in enumerate(csv.reader(lines(), delimiter=sign), start=1):
        if len(taken) > 1 and _is_open(taken, sign):
            raise UnreadableFile("reading.open_quote", name=say("reading.row", name=name, number=number))
        taken.clear()
        yield number, cells


def tabbed(cells: Sequence[str]) -> list[str]:
    """The line of a row, none for a blank one."""
    return row_lines([Cell((*cell.splitlines(),)) for cell in cells] + [Cell()])


def _sign(text: str) -> str:
    """What parts the cells: the sign that most of the first lines have, as often in each."""
    shown = [line for line in text[:100_000].splitlines() if line.strip()][:_SHOWN]
    if not shown:
        return ","
    head = Counter(shown[0])
    return max(
        _SIGNS, key=lambda sign: (sum(sign in line for line in shown) if head[sign] else 0, head[sign])
    )


def _is_open(lines: list[str], sign: str) -> bool:
    """Whether a record of several lines ends within quotation marks, which only the last one can."""
    try:
        list(csv.reader(lines, delimiter=sign, strict=True))
    except csv.Error as error:
        return "unexpected end" in str(error)
    return False
