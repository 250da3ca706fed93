"""The spreadsheet itself: made to be printed and filled in, with nothing in it that is computed."""

from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from openpyxl import load_workbook

from annotator.model.spreadsheet import LONGEST, cell_text, sheet_name
from annotator.tools.ledger import Document, Task, book
from annotator.tools.ledger.heights import height, lines
from tests.ledger.sheets import NUMBER, ledger, project_of, row


def test_it_is_printed_on_a4_across_as_wide_as_the_page_with_its_head_on_each(tmp_path: Path) -> None:
    with project_of(tmp_path) as project:
        for sheet in ledger(project, by_unit=True).worksheets[:-1]:
            setup = sheet.page_setup
            assert (setup.orientation, int(setup.paperSize), int(setup.fitToWidth)) == ("landscape", 9, 1)
            assert sheet.sheet_properties.pageSetUpPr.fitToPage
            assert int(setup.fitToHeight) == 0
            assert sheet.print_title_rows == "$3:$3"
            assert sheet.freeze_panes == "C4"
            assert "&P" in sheet.oddFooter.center.text
            assert sheet.print_area.endswith(f"$A$1:$M${sheet.max_row}")


def test_headings_go_across_and_keys_are_hidden(tmp_path: Path) -> None:
    with project_of(tmp_path) as project:
        sheet = ledger(project).worksheets[0]
        assert sheet.cell(4, 1).value == "一、建设任务"
        assert "A4:M4" in {str(one) for one in sheet.merged_cells.ranges}
        hidden = {name for name, dimension in sheet.column_dimensions.items() if dimension.hidden}
        assert hidden == {"N", "O"}
        assert sheet.cell(1, 1).value == "上海市绿道行动计划（2026—2027年）任务台账"
        at = row(sheet, "建设绿道网络")
        assert sheet.cell(at, 3).alignment.wrap_text
        document, place = str(sheet.cell(at, NUMBER["place"]).value).split()
        assert document.startswith("doc-")
        start, end = map(int, place.split("-"))
        text = (tmp_path / "计划.txt").read_text(encoding="utf-8")
        assert text[start:end].startswith("1.建设绿道网络。")


@pytest.mark.parametrize("words", ["=1+1", "+86", "-1", "@sum", "＝cmd|' /C calc'!A0", "{=A1}"])
def test_no_text_becomes_a_formula(words: str) -> None:
    task = Task("cl-" + "0" * 16, "doc-1", 1, (), "1.", words, words, (words,), told={"progress": words})
    data = book([Document("doc-1", words, (task,))], by_unit=True)
    sheet = load_workbook(BytesIO(data)).worksheets[0]
    with ZipFile(BytesIO(data)) as file:
        assert b"<f>" not in file.read("xl/worksheets/sheet1.xml")
    at = row(sheet, words)
    for column in ("task", "measures", "targets", "progress"):
        one = sheet.cell(at, NUMBER[column])
        assert (one.value, one.data_type) == (words, "s")
        assert words[0] == "{" or one.quotePrefix  # it stays text when somebody has been in the cell


def test_rows_grow_with_what_stands_in_them_and_no_row_is_higher_than_a_spreadsheet_allows() -> None:
    heights = [height({"measures": "字" * count}) for count in (0, 20, 100, 400, 5000)]
    assert heights == sorted(heights)
    assert len(set(heights)) == 5 or heights[0] == heights[1]
    assert heights[-1] == 409


@pytest.mark.parametrize(
    ("text", "width", "expected"),
    [
        ("", 10, 1),
        ("字", 10, 1),
        ("一\n二\n三", 10, 3),
        ("字" * 24, 51, 1),
        ("字" * 26, 51, 2),
        ("a" * 30, 51, 1),
    ],
)
def test_lines_of_a_column_are_estimated_by_the_width_of_hanzi(
    text: str, width: float, expected: int
) -> None:
    assert lines(text, width) == expected


@pytest.mark.parametrize(
    ("name", "taken", "expected"),
    [
        ("市数据局", [], "市数据局"),
        ("市数据局", ["市数据局"], "市数据局_2"),
        ("A/B:C*?[x]\\", [], "A_B_C___x__"),
        ("'引号'", [], "引号"),
        ("", [], "_"),
        ("长" * 40, [], "长" * 31),
        ("长" * 40, ["长" * 31], "长" * 28 + "_2"),
        ("Lead", ["LEAD"], "Lead_2"),
        ("两\n行", [], "两 行"),
    ],
)
def test_sheets_have_names_that_a_spreadsheet_allows(name: str, taken: list[str], expected: str) -> None:
    assert sheet_name(name, taken) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [("a\r\nb\rc", "a\nb\nc"), ("a\0b\x1bc", "a b c"), ("\ud800x", " x"), ("字" * 40_000, "字" * (LONGEST - 1) + "…")],
)  # fmt: skip
def test_cells_hold_what_a_spreadsheet_can(text: str, expected: str) -> None:
    assert cell_text(text) == expected


def test_many_tasks_share_their_looks() -> None:
    tasks = tuple(
        Task(f"cl-{n:016x}", "doc-1", n, (), f"{n}.", f"任务{n}", "建设平台。") for n in range(1, 400)
    )
    made: Any = load_workbook(BytesIO(book([Document("doc-1", "计划", tasks)])))
    assert len(made._cell_styles) < 60  # a spreadsheet has room for 64,000
