"""openpyxl and LibreOffice: the tables for people, cell by cell, with nothing computed."""

import csv
import shutil
import subprocess
import tempfile
from pathlib import Path
from typing import Any

import openpyxl

from tests.consumers import reading
from tests.consumers.checking import Check, Fault

TEXT = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1"
"""Commas, quotes, UTF-8, cells as they are shown, every sheet in a file of its own."""
COLUMNS = ("条款编号", "文件", "序号", "所在章节", "条款", "责任括注")
Cells = list[list[str]]


def office(*arguments: str) -> None:
    """Convert with LibreOffice, in a profile of its own."""
    with tempfile.TemporaryDirectory() as profile:
        command = ["soffice", f"-env:UserInstallation=file://{profile}", "--headless", *arguments]
        subprocess.run(command, check=True, capture_output=True, timeout=300)


def office_version() -> str:
    """What LibreOffice says it is; "absent" where there is none."""
    if not shutil.which("soffice"):
        return "absent"
    done = subprocess.run(["soffice", "--version"], capture_output=True, text=True, check=True)
    return done.stdout.split()[1]


def cells(rows: Any) -> Cells:
    """Cells as texts, with one kind of line end."""
    return [["" if cell is None else str(cell).replace("\r\n", "\n") for cell in row] for row in rows]


def read_csv(path: Path) -> Cells:
    """The cells of a CSV file, as Python's reader has them."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        return cells(csv.reader(file))


def require_records(release: Path, rows: Cells) -> None:
    """Raises AssertionError where the table of clauses is not that of the records."""
    head, *body = rows
    assert head[: len(COLUMNS)] == list(COLUMNS)
    records = reading.view(release, "canonical")
    assert len(body) == len(records), f"{len(body)} rows of {len(records)} clauses"
    for record, row in zip(records, body, strict=True):
        path = " / ".join(record["path"])
        told = (
            record["id"], record["title"], record["seq"] + 1, path, record["marker"] + record["text"],
            record["tail"],
        )  # fmt: skip
        for name, cell, value in zip(COLUMNS, row, cells([told])[0], strict=False):
            assert cell.removeprefix("'") == value, f"{record['id']}: {name} is {cell!r}"


def workbook(releases: Path) -> str:
    """Both sheets: frozen header, filter over all, texts as texts, and the rows those of the records."""
    book = openpyxl.load_workbook(releases / "whole" / "clauses.xlsx")
    clauses, labels = book.worksheets
    for sheet in book.worksheets:
        assert sheet.freeze_panes == "B2", f"{sheet.title}: the header is not frozen"
        assert sheet.auto_filter.ref == sheet.dimensions, f"{sheet.title}: no filter over all cells"
        formulas = [cell.coordinate for row in sheet.iter_rows() for cell in row if cell.data_type == "f"]
        assert not formulas, f"{sheet.title}: formulas in {formulas[:3]}"
    require_records(releases / "whole", cells(clauses.iter_rows(values_only=True)))
    assert cells(labels.iter_rows(values_only=True)) == read_csv(releases / "whole" / "labels.csv")
    return f"{clauses.max_row - 1} clauses, {labels.max_row - 1:,} values"


def opened_workbook(releases: Path) -> str:
    """What LibreOffice shows of the workbook."""
    with tempfile.TemporaryDirectory() as folder:
        office("--convert-to", TEXT, "--outdir", folder, str(releases / "whole" / "clauses.xlsx"))
        clauses, labels = (read_csv(Path(folder) / f"clauses-{name}.csv") for name in ("条款", "标注"))
    require_records(releases / "whole", clauses)
    assert labels == read_csv(releases / "whole" / "labels.csv"), "the sheet of values is another"
    return f"{len(clauses) - 1} clauses, {len(labels) - 1:,} values"


def opened_csv(releases: Path) -> str:
    """What LibreOffice makes of the CSV, formulas computed as a double click would."""
    release = releases / "whole"
    with tempfile.TemporaryDirectory() as folder:
        office(
            "--infilter=CSV:44,34,76,1,,0,false,true,false", "--convert-to", TEXT.removesuffix(",-1"),
            "--outdir", folder, str(release / "clauses.csv"),
        )  # fmt: skip
        got = read_csv(Path(folder) / "clauses.csv")
    require_records(release, got)
    return f"{len(got) - 1} clauses"


def computed(releases: Path) -> None:
    """Make the text of a clause a formula in the workbook, and the record the same text."""
    place = releases / "whole" / "clauses.xlsx"
    book = openpyxl.load_workbook(place)
    book.worksheets[0]["E2"] = "=1+1"
    book.save(place)
    same_text(releases / "whole")


def unguarded(releases: Path) -> None:
    """The same in the CSV: a text that begins with = and has no apostrophe before it."""
    place = releases / "whole" / "clauses.csv"
    rows = read_csv(place)
    rows[1][4] = "=1+1"
    with place.open("w", encoding="utf-8-sig", newline="") as file:
        csv.writer(file).writerows(rows)
    same_text(releases / "whole")


def same_text(release: Path) -> None:
    """Make the text of the first record that of the planted cell, so that only computing tells them apart."""
    reading.put(release, "canonical", "text", "=1+1")
    reading.put(release, "canonical", "marker", "")


def fewer_rows(releases: Path) -> None:
    """Take a clause out of the workbook."""
    place = releases / "whole" / "clauses.xlsx"
    book = openpyxl.load_workbook(place)
    sheet = book.worksheets[0]
    sheet.delete_rows(5)
    sheet.auto_filter.ref = sheet.dimensions
    book.save(place)


CHECKS = (
    Check(
        "openpyxl", openpyxl.__version__, "clauses.xlsx", workbook,
        (Fault("a cell that computes", computed, "formulas in"), Fault("a row missing", fewer_rows, "rows of")),
    ),
    Check(
        "LibreOffice", office_version(), "clauses.xlsx, opened and saved as CSV", opened_workbook,
        (Fault("a cell that computes", computed, "条款 is '2'"),),
    ),
    Check(
        "LibreOffice", office_version(), "clauses.csv, opened and saved", opened_csv,
        (Fault("a text that begins with = and is not guarded", unguarded, "条款 is '2'"),),
    ),
)  # fmt: skip
