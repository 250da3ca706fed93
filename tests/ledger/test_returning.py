"""A ledger that people filled in comes back as events; what cannot be placed is listed with its row."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from openpyxl.workbook import Workbook

from annotator import words
from annotator.errors import AnnotatorError, Refused
from annotator.flows.merging import merge
from annotator.flows.reviewing import Reviewing
from annotator.model.event import Change
from annotator.model.review import Person
from annotator.store import events, people, progress, reviews
from annotator.store.codebooks import codebook_of
from annotator.store.project import Project
from annotator.store.verify import verify
from tests.ledger.sheets import ME, NUMBER, back, cell, clause, data, decide, ledger, project_of, row, said


@pytest.fixture
def project(tmp_path: Path) -> Any:
    with project_of(tmp_path) as made:
        yield made


def units_of(project: Project, words_of: str, who: str = ME) -> dict[str, tuple[str, bool]]:
    value = reviews.review(project, clause(project, words_of), who).values["responsible_unit"]
    return {one["name"]: (one["role"], one["stated"]) for one in value or ()}


def test_what_people_filled_in_is_stored_told_again_and_stored_once(project: Project) -> None:
    book = ledger(project, by_unit=True)
    sheet = book.worksheets[0]
    cell(sheet, "建设绿道网络", "progress").value = "完成选线，\r\n开工 3 段"
    cell(sheet, "建设绿道网络", "status").value = "推进中"
    cell(sheet, "建设绿道网络", "updated").value = datetime(2026, 11, 20)
    cell(sheet, "完善标识系统", "remark").value = "待财政_x001B_[31m批复"
    cell(sheet, "培育志愿队伍", "due").value = "2026年12月"
    found = back(project, book)
    assert found.stored == {"progress": 1, "status": 1, "updated": 1, "remark": 1, "due": 1}
    assert found.unplaced == ()
    before = events.count(project)
    again = back(project, book)
    assert (again.stored, again.same, again.unplaced) == ({}, 5, ())
    assert events.count(project) == before
    sheet = ledger(project).worksheets[0]
    assert cell(sheet, "建设绿道网络", "progress").value == "完成选线，\n开工 3 段"
    assert said(sheet, "建设绿道网络", "updated") == "2026-11-20"
    assert said(sheet, "培育志愿队伍", "due") == "2026年12月（指定）"
    assert back(project, ledger(project)).same == 0
    assert list(verify(project)) == []


def test_one_undo_takes_a_reading_back_whole(project: Project) -> None:
    book = ledger(project)
    cell(book.worksheets[0], "建设绿道网络", "progress").value = "已开工"
    cell(book.worksheets[0], "完善标识系统", "lead").value = "市数据局"
    back(project, book)
    one, two = clause(project, "新建绿道"), clause(project, "统一编码")
    assert progress.of(project, [one]) == {one: {"progress": "已开工"}}
    work = Reviewing(project, codebook_of(project), ME)
    work.undo()
    assert progress.of(project, [one]) == {}
    assert work.review(two).values.get("responsible_unit") is None
    work.redo()
    assert progress.of(project, [one]) == {one: {"progress": "已开工"}}


def test_a_dry_reading_tells_the_same_and_stores_nothing(project: Project) -> None:
    book = ledger(project)
    cell(book.worksheets[0], "建设绿道网络", "progress").value = "已开工"
    cell(book.worksheets[0], "完善标识系统", "lead").value = "市数据局"
    before = events.count(project)
    dry = back(project, book, dry=True)
    assert events.count(project) == before
    assert dry == back(project, book)


@pytest.mark.parametrize(
    ("lead", "others", "expected"),
    [
        (
            "市规划资源局",
            None,
            {
                "上海市规划和自然资源局": ("lead", True),
                "上海市财政局": ("responsible", True),
                "上海市各区人民政府": ("responsible", True),
            },
        ),
        (
            "市财政局",
            "市规划资源局、各区政府",
            {
                "上海市财政局": ("lead", True),
                "上海市规划和自然资源局": ("participant", True),
                "上海市各区人民政府": ("responsible", True),
            },
        ),
        ("市数据局", "", {"上海市数据局": ("lead", False)}),
        (
            "绿道专班",
            "市财政局，市科委",
            {
                "绿道专班": ("lead", False),
                "上海市财政局": ("responsible", True),
                "上海市科学技术委员会": ("participant", False),
            },
        ),
        ("", "", {}),
    ],
)
def test_changed_units_become_the_readers_labels(
    project: Project, lead: str, others: str | None, expected: dict[str, tuple[str, bool]]
) -> None:
    book = ledger(project)
    sheet = book.worksheets[0]
    cell(sheet, "建设绿道网络", "lead").value = lead
    if others is not None:
        cell(sheet, "建设绿道网络", "others").value = others
    found = back(project, book)
    assert found.stored == {"units": 1}
    assert found.unresolved == (("绿道专班",) if "专班" in lead else ())
    assert units_of(project, "新建绿道") == expected
    assert back(project, book).stored == {}
    last = events.history(project, clause(project, "新建绿道"))[-1]
    assert (last.kind, last.layer, last.origin, last.reviewer) == ("label", "review", "file", ME)


def test_the_ledger_tells_changed_units_again_and_apart_from_those_of_the_text(project: Project) -> None:
    book = ledger(project)
    cell(book.worksheets[0], "建设绿道网络", "lead").value = "市数据局"
    back(project, book)
    sheet = ledger(project).worksheets[0]
    assert said(sheet, "建设绿道网络", "lead") == "市数据局（指定）"
    assert said(sheet, "建设绿道网络", "others") == "市财政局、各区政府"


Edit = Callable[[Workbook, Project], None]


def insert_row(book: Workbook, project: Project) -> None:
    sheet = book.worksheets[0]
    sheet.insert_rows(row(sheet, "完善标识系统"))
    sheet.cell(row(sheet, "完善标识系统") - 1, 2).value = "新增任务"


def copy_row(book: Workbook, project: Project) -> None:
    sheet = book.worksheets[0]
    for number in NUMBER.values():
        sheet.cell(30, number).value = sheet.cell(row(sheet, "完善标识系统"), number).value
    sheet.cell(30, 2).value, sheet.cell(30, 3).value = "另一件事", "召开现场会，推广经验做法。"
    sheet.cell(30, NUMBER["progress"]).value = "不该读入"


def delete_row(book: Workbook, project: Project) -> None:
    sheet = book.worksheets[0]
    sheet.delete_rows(row(sheet, "完善标识系统"))


def change_text(book: Workbook, project: Project) -> None:
    cell(book.worksheets[0], "完善标识系统", "measures").value = "到2026年底，建设标识系统，统一编码和样式。"


def change_targets(book: Workbook, project: Project) -> None:
    cell(book.worksheets[0], "建设绿道网络", "targets").value = "200公里"


def break_key(book: Workbook, project: Project) -> None:
    cell(book.worksheets[0], "完善标识系统", "key").value = "cl-0"


def foreign_key(book: Workbook, project: Project) -> None:
    key = cell(book.worksheets[0], "完善标识系统", "key")
    key.value = "cl-0000000000000000" + key.value[19:]


def compute(book: Workbook, project: Project) -> None:
    cell(book.worksheets[0], "完善标识系统", "progress").value = "=1+1"


def two_sheets(book: Workbook, project: Project) -> None:
    cell(book.worksheets[0], "建设绿道网络", "progress").value = "已开工"
    cell(book["市财政局"], "建设绿道网络", "progress").value = "未开工"


def stale(book: Workbook, project: Project) -> None:
    cell(book.worksheets[0], "建设绿道网络", "progress").value = "已开工"
    told = Change("progress", clause(project, "新建绿道"), "progress", "已完工", "project")
    events.record(project, ME, [told], origin="command")


def stale_units(book: Workbook, project: Project) -> None:
    cell(book.worksheets[0], "完善标识系统", "lead").value = "市数据局"
    unit = {
        "org_id": None,
        "name": "标识办",
        "role": "lead",
        "stated": False,
        "surface": "",
        "start": None,
        "end": None,
    }
    Reviewing(project, codebook_of(project), ME).put(
        clause(project, "统一编码"), {"responsible_unit": [unit]}
    )


def decided(book: Workbook, project: Project) -> None:
    cell(book.worksheets[0], "完善标识系统", "lead").value = "市数据局"
    decide(project, clause(project, "统一编码"), {"responsible_unit": []})


@pytest.mark.parametrize(
    ("edit", "told"),
    [
        (insert_row, "“任务台账”第 6 行：是新增的行（新增任务）"),
        (copy_row, "“任务台账”第 30 行：是新增的行（另一件事）"),
        (delete_row, "“任务台账”里删掉了一行（完善标识系统）"),
        (change_text, "“任务台账”第 6 行：“具体举措”的文字有改动"),
        (change_targets, "“任务台账”第 5 行：“目标指标”有改动"),
        (break_key, "“任务台账”第 6 行：识别码被改动"),
        (foreign_key, "“任务台账”第 6 行：项目的台账里现在没有这一条（完善标识系统）"),
        (compute, "“任务台账”第 6 行：“进展情况”里是公式"),
        (two_sheets, "“进展情况”在几处填得不一样（任务台账 5“已开工”，市财政局 5“未开工”）"),
        (stale, "“进展情况”在导出后项目里已有改动：表里“已开工”，项目里“已完工”"),
        (stale_units, "“牵头单位”在导出后项目里已有改动：表里“市数据局”，项目里“标识办（指定）”"),
        (decided, "责任单位已经裁定"),
    ],
)
def test_what_cannot_be_placed_is_listed_with_its_row(project: Project, edit: Edit, told: str) -> None:
    book = ledger(project, by_unit=True)
    edit(book, project)
    before = events.count(project)
    found = back(project, book)
    assert told in " ".join(one.sentence for one in found.unplaced)
    assert found.stored == {}
    assert events.count(project) == before


def merge_down(book: Workbook) -> None:
    sheet = book.worksheets[0]
    first = row(sheet, "建设绿道网络")
    sheet.cell(first, NUMBER["status"]).value = "推进中"
    sheet.merge_cells(start_row=first, end_row=first + 1, start_column=9, end_column=9)


def turn_around(book: Workbook) -> None:
    """Rows sorted the other way, with all merged cells parted first, as a spreadsheet asks for."""
    sheet = book.worksheets[0]
    for one in list(sheet.merged_cells.ranges):
        sheet.unmerge_cells(str(one))
    rows = [[one.value for one in line] for line in sheet.iter_rows(min_row=4)]
    for at, line in enumerate(reversed(rows), 4):
        for column, value in enumerate(line, 1):
            sheet.cell(at, column).value = value
    for words_of in ("建设绿道网络", "完善标识系统"):
        cell(sheet, words_of, "status").value = "推进中"


def filter_rows(book: Workbook) -> None:
    sheet = book.worksheets[0]
    for words_of in ("建设绿道网络", "完善标识系统"):
        sheet.row_dimensions[row(sheet, words_of)].hidden = True
        cell(sheet, words_of, "status").value = "推进中"


def move_columns(book: Workbook) -> None:
    sheet = book.worksheets[0]
    filter_rows(book)
    for one in list(sheet.merged_cells.ranges):
        sheet.unmerge_cells(str(one))
    for line in range(3, sheet.max_row + 1):
        status, key = sheet.cell(line, 9), sheet.cell(line, 15)
        status.value, key.value = key.value, status.value
    sheet.delete_cols(14)
    sheet.insert_cols(2)


def unit_sheet_alone(book: Workbook) -> None:
    for sheet in book.worksheets[:1] + book.worksheets[2:]:
        if sheet.title not in ("市规划资源局", "市文化旅游局"):
            book.remove(sheet)
    cell(book["市规划资源局"], "建设绿道网络", "status").value = "推进中"
    cell(book["市文化旅游局"], "完善标识系统", "status").value = "推进中"


@pytest.mark.parametrize("edit", [merge_down, turn_around, filter_rows, move_columns, unit_sheet_alone])
def test_a_sheet_that_was_rearranged_is_read_all_the_same(
    project: Project, edit: Callable[[Workbook], None]
) -> None:
    book = ledger(project, by_unit=True)
    edit(book)
    found = back(project, book)
    assert (found.stored, found.unplaced) == ({"status": 2}, ())
    both = [clause(project, "新建绿道"), clause(project, "统一编码")]
    assert progress.of(project, both) == {one: {"status": "推进中"} for one in both}


@pytest.mark.parametrize(
    ("value", "form", "told"),
    [
        (46_346, "General", "2026-11-20"),
        (46_346.0, "General", "2026-11-20"),
        (datetime(2026, 11, 20), "yyyy/m/d", "2026-11-20"),
        (datetime(2026, 11, 20, 9, 30), "yyyy/m/d", "2026-11-20 09:30"),
        ("11月20日", "@", "11月20日"),
        (2026.0, "General", "2026"),
        (True, "General", "TRUE"),
    ],
)
def test_a_day_is_read_however_the_program_keeps_it(
    project: Project, value: Any, form: str, told: str
) -> None:
    book = ledger(project)
    one = cell(book.worksheets[0], "完善标识系统", "updated")
    one.value, one.number_format = value, form
    back(project, book)
    two = clause(project, "统一编码")
    assert progress.of(project, [two]) == {two: {"updated": told}}


@pytest.mark.parametrize(
    ("value", "form", "told"),
    [(0.6, "0%", "60%"), (0.6, "General", "0.6"), (3.0, "0", "3"), ("_x000D_好", "@", "好")],
)
def test_numbers_are_read_as_they_are_shown(project: Project, value: Any, form: str, told: str) -> None:
    book = ledger(project)
    one = cell(book.worksheets[0], "完善标识系统", "progress")
    one.value, one.number_format = value, form
    back(project, book)
    two = clause(project, "统一编码")
    assert progress.of(project, [two]) == {two: {"progress": told}}


def test_an_emptied_cell_takes_back_what_was_told(project: Project) -> None:
    book = ledger(project)
    cell(book.worksheets[0], "完善标识系统", "progress").value = "已开工"
    back(project, book)
    book = ledger(project)
    cell(book.worksheets[0], "完善标识系统", "progress").value = None
    assert back(project, book).stored == {"progress": 1}
    assert progress.of(project, [clause(project, "统一编码")]) == {}


def test_a_date_of_the_text_can_be_taken_away(project: Project) -> None:
    book = ledger(project)
    cell(book.worksheets[0], "完善标识系统", "due").value = None
    assert back(project, book).stored == {"due": 1}
    assert said(ledger(project).worksheets[0], "完善标识系统", "due") == ""


def test_a_ledger_written_in_one_language_is_read_in_the_other(project: Project) -> None:
    words.choose("en")
    book = ledger(project, by_unit=True)
    words.choose("zh")
    assert cell(book.worksheets[0], "建设绿道网络", "lead").value == "市规划资源局\n(inferred)"
    cell(book.worksheets[0], "完善标识系统", "progress").value = "已开工"
    cell(book.worksheets[0], "建设绿道网络", "others").value = "市财政局"
    found = back(project, book)
    assert (found.stored, found.unplaced) == ({"progress": 1, "units": 1}, ())


def test_who_may_not_track_or_label_stores_nothing(project: Project) -> None:
    people.store(project, ME, Person("监督", "监督", (), ("supervisor",)))
    people.store(project, ME, Person("来客", "来客", (), ("visitor",)))
    book = ledger(project)
    cell(book.worksheets[0], "完善标识系统", "progress").value = "已开工"
    before = events.count(project)
    with pytest.raises(Refused, match="不能填写台账"):
        back(project, book, "来客")
    assert events.count(project) == before
    assert back(project, book, "监督").stored == {"progress": 1}
    cell(book.worksheets[0], "完善标识系统", "lead").value = "市数据局"
    with pytest.raises(Refused, match="不能标注"):
        back(project, book, "监督")


def test_two_copies_in_which_a_ledger_was_read_merge_like_anything_else(tmp_path: Path) -> None:
    with project_of(tmp_path) as project:
        book = ledger(project)
    other = tmp_path / "other.db"
    other.write_bytes((tmp_path / "p.db").read_bytes())
    for path, column, text in ((tmp_path / "p.db", "progress", "已开工"), (other, "remark", "待批")):
        with Project.open(path) as project:
            cell(book.worksheets[0], "完善标识系统", column).value = text
            back(project, book)
            cell(book.worksheets[0], "完善标识系统", column).value = None
    with Project.open(tmp_path / "p.db") as project:
        merge(project, [other])
        two = clause(project, "统一编码")
        assert progress.of(project, [two]) == {two: {"progress": "已开工", "remark": "待批"}}
        assert list(verify(project)) == []


def test_columns_that_people_took_out_change_nothing(project: Project) -> None:
    book = ledger(project)
    sheet = book.worksheets[0]
    for column in ("remark", "due", "others", "lead", "targets", "measures", "task"):
        sheet.delete_cols(NUMBER[column])
    assert back(project, book).stored == {}


def test_a_column_under_another_head_is_told(project: Project) -> None:
    book = ledger(project)
    (head,) = [one for row in book.worksheets[0].iter_rows() for one in row if one.value == "进展情况"]
    head.value = "工作进展"
    found = back(project, book)
    assert [(one.reason, one.values["words"]) for one in found.unplaced] == [("no_column", "进展情况")]


def test_a_sheet_without_its_keys_is_refused_with_the_remedy(project: Project) -> None:
    book = ledger(project)
    book.worksheets[0].delete_cols(NUMBER["key"])
    with pytest.raises(AnnotatorError, match=r"识别码.*重新导出"):
        back(project, book)


def test_of_several_sheets_the_one_without_keys_is_told(project: Project) -> None:
    book = ledger(project, by_unit=True)
    book["市财政局"].delete_cols(NUMBER["key"])
    found = back(project, data(book))
    assert [one.reason for one in found.unplaced] == ["no_keys"]
