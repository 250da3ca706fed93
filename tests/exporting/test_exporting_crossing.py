"""Cross-tables: every clause is counted once a value, states stay apart, and spreadsheets compute nothing."""

import csv
import io
from collections import Counter
from pathlib import Path

import pytest
from openpyxl import load_workbook

import annotator
from annotator.errors import AnnotatorError
from annotator.flows.exporting.crossing import as_csv, as_workbook, crossed
from annotator.flows.importing import import_files
from annotator.flows.opening import create
from annotator.model.event import Change
from annotator.model.ids import document_id
from annotator.store import events
from annotator.store.blinding import EVERYTHING
from annotator.store.codebooks import codebook_of
from annotator.tools.release.crossing import HEADER
from annotator.tools.release.workbook import Sheet, workbook
from annotator.words import say
from annotator.words.crossing import WORDS
from tests.exporting.office import NOTICE, label


@pytest.fixture
def crossing(office):
    plan = document_id(label(office)[0].encode())
    office.bring("通知.txt", NOTICE)
    said = [Change("metadata", plan, "issuer", "=某省人民政府", layer="project"),
            Change("metadata", plan, "date", "2025年3月", layer="project")]  # fmt: skip
    events.record(office.project, "owner", said, origin="command")
    return crossed(office.project, office.codebook, EVERYTHING)


COLUMNS = [f"crossing.{name}" for name in WORDS if name.startswith("column_")]


@pytest.fixture
def rows(crossing):
    read = csv.DictReader(io.StringIO(as_csv(crossing).decode("utf-8-sig"), newline=""))
    heads = {say(key): key.removeprefix("crossing.column_") for key in COLUMNS}
    return [{heads[head]: value for head, value in row.items()} for row in read]


def test_states_of_a_single_choice_add_up_to_the_clauses_of_each_document(rows):
    counted, clauses = Counter(), {}
    for row in rows:
        if row["field"] == "类型":
            counted[row["doc_id"]] += int(row["n"])
            clauses[row["doc_id"]] = int(row["clauses"])
    assert counted == clauses
    assert sorted(clauses.values()) == [2, 7]


def test_what_nobody_decided_is_a_conflict_and_what_is_empty_is_told_by_its_state(rows):
    states = {(row["field"], row["state"], row["value"]) for row in rows if row["state"] != "set"}
    assert ("类型", "conflict", "") in states
    assert ("类型", "unset", "") in states
    assert ("优先级", "n/a", "") in states


def test_issuer_and_year_are_those_of_the_document_and_empty_where_nobody_knows(rows):
    assert {(row["issuer"], row["year"]) for row in rows} == {("'=某省人民政府", "2025"), ("", "2026")}


def test_the_workbook_has_the_long_table_and_a_sheet_for_each_dimension(crossing):
    book = load_workbook(io.BytesIO(as_workbook(crossing)))
    assert book.sheetnames[0] == "明细"
    assert {"类型×文件", "主题×发文机关", "优先级×年份"} <= set(book.sheetnames)
    sheet = book["类型×文件"]
    header, *body, last = sheet.iter_rows(values_only=True)
    assert header[0] == "类型"
    assert last == ("n", *last[1:-1], 9)
    assert [line[0] for line in body] == ["任务", "背景"]
    assert all(sum(line[1:-1]) == line[-1] for line in body)
    assert "f" not in {cell.data_type for row in book["明细"].iter_rows() for cell in row}


def test_only_clauses_that_meet_a_query_are_counted(office):
    plan = document_id(label(office)[0].encode())
    office.bring("通知.txt", NOTICE)
    found = list(crossed(office.project, office.codebook, EVERYTHING, "通知正文").rows())
    assert {row[-1] for row in found} == {1}
    assert all(row[4] != plan for row in found)


def test_a_project_without_clauses_is_refused(office):
    with pytest.raises(AnnotatorError) as caught:
        crossed(office.project, office.codebook, EVERYTHING)
    assert caught.value.key == "export.nothing"


def test_sheets_get_names_that_spreadsheets_allow():
    names = ["a/b", "a:b", "长" * 40, "长" * 41, "", "A_B"]
    data = workbook([Sheet(name, [["x"], ["=1+1"], ["\x01"]]) for name in names])
    book = load_workbook(io.BytesIO(data))
    assert len(set(map(str.casefold, book.sheetnames))) == 6
    assert all(0 < len(name) < 32 for name in book.sheetnames)
    assert book.worksheets[0]["A2"].value == "=1+1"
    assert book.worksheets[0]["A2"].data_type == "s"


def test_issuer_and_year_of_the_samples_are_those_of_their_texts(tmp_path):
    paths = sorted((Path(annotator.__file__).parent / "samples").glob("*.txt"))
    with create(tmp_path / "samples.db", "王芳") as project:
        import_files(project, "王芳", codebook_of(project), paths)
        counted = as_csv(crossed(project, codebook_of(project), EVERYTHING)).decode("utf-8-sig")
    _, *rows = csv.reader(io.StringIO(counted, newline=""))
    at = HEADER.index("issuer"), HEADER.index("year")
    assert {(row[at[0]], row[at[1]]) for row in rows} == {
        ("上海市规划和自然资源局", ""),
        ("重庆市城市治理委员会办公室、数字重庆建设领导小组办公室", "2025"),
        ("上海市人民政府", "2023"),
        ("上海市黄浦区数据局", "2026"),
        ("上海市经济和信息化委员会", ""),
    }
