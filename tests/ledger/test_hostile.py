"""Files that are no ledger, or were made to do harm: a sentence each, and nothing is stored."""

import re
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from openpyxl import Workbook

from annotator.errors import AnnotatorError
from annotator.store import events
from annotator.tools.ledger import reading
from tests.ledger.sheets import back, cell, data, ledger, project_of


@pytest.fixture
def project(tmp_path: Path) -> Any:
    with project_of(tmp_path) as made:
        yield made


def rewritten(saved: bytes, name: str, change: Any) -> bytes:
    """The file with one of its members changed."""
    made = BytesIO()
    with ZipFile(BytesIO(saved)) as old, ZipFile(made, "w", ZIP_DEFLATED) as new:
        for one in old.namelist():
            new.writestr(one, change(old.read(one)) if one == name else old.read(one))
    return made.getvalue()


def plain_table() -> bytes:
    book = Workbook()
    sheet: Any = book.active
    sheet.append(["姓名", "电话"])
    return data(book)


def bomb() -> bytes:
    made = BytesIO()
    with ZipFile(made, "w", ZIP_DEFLATED) as file:
        file.writestr("xl/worksheets/sheet1.xml", b" " * 150_000_000)
    return made.getvalue()


@pytest.mark.parametrize(
    "saved",
    [b"", b"PK\x03\x04", "序号,工作任务\n".encode(), plain_table(), bomb()],
    ids=["empty", "cut", "csv", "another table", "bomb"],
)
def test_what_is_no_ledger_is_refused_in_a_sentence(project: Any, saved: bytes) -> None:
    before = events.count(project)
    with pytest.raises(AnnotatorError) as told:
        back(project, saved)
    assert "台账.xlsx" in str(told.value)
    assert events.count(project) == before


def test_entities_are_refused(project: Any) -> None:
    saved = rewritten(
        data(ledger(project)),
        "xl/worksheets/sheet1.xml",
        lambda xml: b'<!DOCTYPE worksheet [<!ENTITY a "a">]>' + xml,
    )
    with pytest.raises(AnnotatorError):
        back(project, saved)


def test_a_sheet_that_claims_to_be_endless_is_read_as_it_is(project: Any) -> None:
    def endless(xml: bytes) -> bytes:
        return re.sub(rb'<dimension ref="[^"]*"', b'<dimension ref="A1:XFD1048576"', xml, count=1)

    saved = rewritten(data(ledger(project)), "xl/worksheets/sheet1.xml", endless)
    assert back(project, saved).rows == 4


def test_ranges_merged_over_everything_fill_only_what_is_there(project: Any) -> None:
    merged = b"".join(b'<mergeCell ref="I4:I1048576"/>' for _ in range(50))

    def over(xml: bytes) -> bytes:
        head, tail = xml.split(b"</mergeCells>", 1)
        return head + merged + b"</mergeCells>" + tail

    saved = rewritten(data(ledger(project)), "xl/worksheets/sheet1.xml", over)
    assert back(project, saved).unplaced == ()


def test_too_many_merged_ranges_and_rows_are_refused(project: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    book = ledger(project)
    book.worksheets[0].merge_cells("I5:I9")
    monkeypatch.setattr(reading, "_MOST_MERGED", 2)
    with pytest.raises(AnnotatorError, match="太大"):
        back(project, book)
    monkeypatch.setattr(reading, "MOST_ROWS", 5)
    with pytest.raises(AnnotatorError, match="太大"):
        back(project, ledger(project))


@pytest.mark.parametrize("words", ['=HYPERLINK("http://x")', "=cmd|' /C calc'!A0", "=1+1"])
def test_a_formula_is_neither_computed_nor_stored(project: Any, words: str) -> None:
    book = ledger(project)
    for column in ("progress", "lead", "due", "task"):
        cell(book.worksheets[0], "完善标识系统", column).value = words
    found = back(project, book)
    assert found.stored == {}
    assert {one.reason for one in found.unplaced} <= {"computed", "added"}


@pytest.mark.parametrize("words", ["\x1b[31m红", "a\u202eb", "行一\n行二", "x" * 5000, "𠮷野家"])
def test_words_of_people_stay_words(project: Any, words: str) -> None:
    book = ledger(project)
    one = cell(book.worksheets[0], "完善标识系统", "remark")
    one.value = "".join(sign for sign in words if sign != "\x1b")
    found = back(project, book)
    assert found.stored == {"remark": 1}
    assert ledger(project)
