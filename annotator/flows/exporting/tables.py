"""The tables for people: wide and long, as CSV and as a workbook."""

import json
import tempfile
from collections.abc import Iterator, Sequence
from types import TracebackType
from typing import Self

from annotator.flows.exporting.folder import Folder, Stream
from annotator.model.codebook import Codebook
from annotator.tools.release.long_table import LongTable
from annotator.tools.release.material import Material
from annotator.tools.release.packing import repacked
from annotator.tools.release.table import MARK, Table, csv_line
from annotator.tools.release.workbook import Cell, Sheet, workbook
from annotator.words import both

WIDE, LONG, BOOK = "clauses.csv", "labels.csv", "clauses.xlsx"
_ROWS = 1_048_575
"""What a sheet holds below its header."""


class Tables:
    """Writes those that are asked for: any of `csv` (a row a clause), `long` (a row a value), `xlsx` (both).
    A context, because a workbook waits on the disk until all rows are known.
    """

    def __init__(self, folder: Folder, codebook: Codebook, asked: Sequence[str]) -> None:
        self._folder = folder
        self._wide, self._long = Table(codebook), LongTable(codebook)
        self._csv = self._begun(WIDE, self._wide.header()) if "csv" in asked else None
        self._csv_long = self._begun(LONG, self._long.header()) if "long" in asked else None
        self._sheets = (
            (_Waiting(self._wide.header()), _Waiting(self._long.header())) if "xlsx" in asked else ()
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for sheet in self._sheets:
            sheet.close()

    def add(self, material: Material) -> None:
        """Write the rows of a clause."""
        if self._csv or self._sheets:
            line = self._wide.line(material)
            if self._csv:
                self._csv.write(csv_line(line).encode())
            if self._sheets:
                self._sheets[0].add(line)
        if self._csv_long or self._sheets:
            for row in self._long.lines(material):
                if self._csv_long:
                    self._csv_long.write(csv_line(row).encode())
                if self._sheets:
                    self._sheets[1].add(row)

    def end(self) -> None:
        """Write the workbook."""
        if self._sheets:
            names = (both("export.sheet_wide")[0], both("export.sheet_long")[0])
            pages = [page for name, one in zip(names, self._sheets, strict=True) for page in one.pages(name)]
            self._folder.write(BOOK, repacked(workbook(pages)))

    def _begun(self, name: str, header: Sequence[str]) -> Stream:
        stream = self._folder.stream(name, records=False)
        stream.write((MARK + csv_line(header)).encode())
        return stream


class _Waiting:
    """Rows on the disk, to be read once."""

    def __init__(self, header: Sequence[str]) -> None:
        self._header = header
        self._file = tempfile.TemporaryFile("w+", encoding="utf-8")  # noqa: SIM115  (Tables is the context)
        self._rows = 0

    def add(self, row: Sequence[Cell]) -> None:
        self._file.write(json.dumps(row) + "\n")
        self._rows += 1

    def pages(self, name: str) -> Iterator[Sheet]:
        """Sheets with all rows, as many as it takes."""
        self._file.seek(0)
        for number in range(max(1, -(-self._rows // _ROWS))):
            yield Sheet(f"{name}{number + 1}" if number else name, self._page())

    def _page(self) -> Iterator[Sequence[Cell]]:
        yield self._header
        for _ in range(_ROWS):
            if not (line := self._file.readline()):
                return
            yield json.loads(line)

    def close(self) -> None:
        self._file.close()
