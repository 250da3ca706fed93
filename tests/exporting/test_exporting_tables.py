"""The tables for people beside the wide one: a row a value, and both as a workbook."""

import csv
import io

import pytest
from openpyxl import load_workbook

from annotator.flows.exporting import Options, export, tables
from tests.exporting.office import NOTICE, label

EVERY = Options(tables=("csv", "long", "xlsx"))


@pytest.fixture
def out(office, tmp_path):
    label(office)
    office.bring("通知.txt", NOTICE)
    export(office.project, office.codebook, tmp_path / "out", options=EVERY)
    return tmp_path / "out"


def rows(path):
    return list(csv.DictReader(io.StringIO(path.read_bytes().decode("utf-8-sig"), newline="")))


def test_the_long_table_has_a_row_for_each_value_of_everyone(out):
    first = next(row for row in rows(out / "clauses.csv") if row["标注状态"] == "已裁定")["条款编号"]
    said = [
        (row["来源"], row["标注人"], row["次序"], row["值"], row["名称"])
        for row in rows(out / "labels.csv")
        if (row["条款编号"], row["字段"]) == (first, "topic")
    ]
    assert said == [
        ("结论", "", "1", "infra.compute", "算力"), ("结论", "", "2", "data", "数据"),
        ("标注", "amy", "1", "infra.compute", "算力"), ("标注", "amy", "2", "data", "数据"),
        ("标注", "bo", "1", "data", "数据"),
    ]  # fmt: skip


def test_a_unit_has_its_role_and_its_place_and_a_field_without_a_value_its_state(out):
    found = rows(out / "labels.csv")
    units = [row for row in found if row["字段"] == "unit" and row["来源"] == "结论" and row["值"]]
    assert [(row["值"], row["机构编号"], row["角色"], row["文中写明"], row["原文"]) for row in units] == [
        ("市规划资源局", "org-gz", "牵头", "是", "市规劃资源局"), ("市数据局", "", "配合", "是", "市数据局"),
        ("市财政局", "", "指导", "否", ""),
    ]  # fmt: skip
    assert {row["答案状态"] for row in found} == {"有值", "文中未写明", "未填", "不适用", "意见不一"}
    assert all((row["次序"] != "") == (row["答案状态"] == "有值") for row in found)


def test_a_clause_that_nobody_touched_has_no_row(out):
    touched = {row["条款编号"] for row in rows(out / "clauses.csv") if row["标注状态"] != "未标注"}
    assert {row["条款编号"] for row in rows(out / "labels.csv")} == touched


def test_the_workbook_holds_both_tables_with_filters_and_a_fixed_header(out):
    book = load_workbook(out / "clauses.xlsx")
    assert book.sheetnames == ["条款", "标注"]
    for sheet, name in zip(book, ("clauses.csv", "labels.csv"), strict=True):
        written = [
            ["" if cell is None else str(cell) for cell in row] for row in sheet.iter_rows(values_only=True)
        ]
        assert [len(row) for row in written[:1]] == [len(rows(out / name)[0])]
        assert len(written) - 1 == len(rows(out / name))
        assert sheet.freeze_panes == "B2"
        assert sheet.auto_filter.ref
        assert not [cell for row in sheet.iter_rows() for cell in row if cell.data_type == "f"]
    numbers = [row[2] for row in book["条款"].iter_rows(min_row=2, values_only=True)]
    assert numbers[:3] in ([1, 2, 3], [1, 2, 1])


def test_the_workbook_tells_no_time(out, office, tmp_path):
    office.now += 86_400_000
    export(office.project, office.codebook, tmp_path / "again", options=EVERY)
    assert (out / "clauses.xlsx").read_bytes() == (tmp_path / "again/clauses.xlsx").read_bytes()


def test_rows_beyond_a_sheet_go_on_another(office, tmp_path, monkeypatch):
    monkeypatch.setattr(tables, "_ROWS", 4)
    label(office)
    export(office.project, office.codebook, tmp_path / "out", options=Options(tables=("xlsx",)))
    book = load_workbook(tmp_path / "out/clauses.xlsx")
    assert book.sheetnames[:2] == ["条款", "条款2"]
    assert [sheet.max_row for sheet in book.worksheets[:2]] == [5, 4]
    assert not (tmp_path / "out/clauses.csv").exists()


def test_no_table_is_written_where_none_is_wanted(office, tmp_path):
    label(office)
    export(office.project, office.codebook, tmp_path / "out", options=Options(tables=()))
    assert not list((tmp_path / "out").glob("*.csv"))
