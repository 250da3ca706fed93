"""The table for people opens in Excel with its hanzi right, and nothing in it is computed."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.flows.exporting import export
from annotator.tools.release.table import guarded
from tests.exporting.office import NOTICE, PLAN, label, span


@pytest.fixture
def table(office, tmp_path):
    """The bytes of the table and its rows, by status, as a spreadsheet reads them."""
    label(office)
    office.bring("通知.txt", NOTICE)
    export(office.project, office.codebook, tmp_path / "out")
    data = (tmp_path / "out/clauses.csv").read_bytes()
    rows = list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline="")))
    return data, rows


def test_excel_sees_utf_8_and_windows_lines(table):
    data, rows = table
    assert data.startswith(b"\xef\xbb\xbf" + "条款编号,文件,序号".encode())
    assert data.endswith(b"\r\n")
    assert len(rows) == 9


def test_columns_are_those_of_people_then_the_codebooks_then_remarks(table):
    assert list(table[1][0]) == [
        "条款编号", "文件", "序号", "所在章节", "条款", "责任括注", "标注状态", "完成人数",
        "类型", "主题", "单位", "优先级", "指标", "期限", "理由", "存疑", "提问", "备注",
    ]  # fmt: skip


def test_values_and_states_are_told_in_words(table):
    rows = {row["标注状态"]: row for row in table[1] if row["文件"].startswith("𠮷")}
    assert list(rows) == ["已裁定", "一人完成", "意见不一", "多人一致", "已跳过", "草稿", "未标注"]
    gold = rows["已裁定"]
    assert (gold["类型"], gold["主题"], gold["优先级"], gold["期限"]) == ("任务", "算力、数据", "高", "2027")
    assert gold["单位"] == "市规划资源局（牵头）、市数据局（配合）、市财政局（指导）"
    assert (gold["指标"], gold["理由"], gold["完成人数"], gold["序号"]) == (
        "文中未写明",
        "按主句判",
        "2",
        "1",
    )
    assert (rows["意见不一"]["类型"], rows["多人一致"]["优先级"], rows["草稿"]["主题"]) == (
        "意见不一", "不适用", "未填",
    )  # fmt: skip
    draft = rows["草稿"]
    assert (draft["存疑"], draft["提问"], draft["备注"]) == ("是", "bo：这条算数据吗？", "bo：-待查")


def test_a_target_is_told_with_what_it_counts_and_by_when(office, tmp_path):
    source, ids = office.bring("方案.txt", PLAN)
    told = {"value": 100, "of": "算力网络", "by": "2027", "comparator": "equal"}
    office.at("amy").finish(ids[0], {"target": [{**span(source, "100个"), **told}, span(source, "算力")]})
    export(office.project, office.codebook, tmp_path / "out")
    text = (tmp_path / "out/clauses.csv").read_text(encoding="utf-8-sig")
    assert "100个（2027，算力网络）、算力" in text


def test_a_clause_reads_as_in_its_document_with_its_marker_and_its_lines(table):
    found = [row["条款"] for row in table[1]]
    assert "1.建设😀算力\u00a0网络，由市规劃资源局牵头，到2027年建成100个。" in found
    assert "2.=加快开放,“分享”数据。\r\n第二款。" in found


def test_no_cell_of_a_release_begins_a_formula(table):
    cells = [cell for row in table[1] for cell in row.values()]
    assert "'@通知正文\u2028一段。" in cells
    assert not [cell for cell in cells if computed(cell)]


def computed(cell):
    """Whether a spreadsheet would take the cell for a formula, or drop what it begins with."""
    return bool(cell) and cell[0] in "=+-@＝＋－＠\t\r\n" and not number(cell)


def number(cell):
    try:
        float(cell)
    except ValueError:
        return False
    return cell.isascii()


@pytest.mark.parametrize(
    ("cell", "stored"),
    [
        ("=1+1", "'=1+1"), ("+86", "+86"), ("-5", "-5"), ("-0.5", "-0.5"), ("-5%", "'-5%"), ("--5", "'--5"),
        ("+1=2", "'+1=2"), ("@SUM(A1)", "'@SUM(A1)"), ("\t=1", "'\t=1"), ("\r=1", "'\r=1"), ("\n=1", "'\n=1"),
        ("＝1", "'＝1"), ("－1", "'－1"), ("——到2027年", "——到2027年"), ("a=1", "a=1"), ("", ""), ("-", "'-"),
        ("-١", "'-١"), ("-1\n=2", "'-1\n=2"),
    ],
)  # fmt: skip
def test_formulas_are_guarded_and_numbers_stay(cell, stored):
    assert guarded(cell) == stored


@given(st.text("=+-@'\t\r\n09.＝ 甲", max_size=6))
def test_a_guarded_cell_is_never_computed_and_never_loses_a_character(cell):
    assert not computed(guarded(cell))
    assert guarded(cell).removeprefix("'") == cell.removeprefix("'")


def test_a_plan_read_back_loses_nothing(table):
    names = {row["条款"].split(".")[0] for row in table[1]}
    assert {"1", "2"} <= names
    assert len({row["条款编号"] for row in table[1]}) == 9 == len(PLAN) - 2 + len(NOTICE) - 1
