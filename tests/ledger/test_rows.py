"""Which clauses stand in a ledger, and what is told of each."""

from pathlib import Path

import pytest

from annotator.errors import AnnotatorError
from annotator.flows.ledger import export
from annotator.flows.opening import create
from annotator.flows.reviewing import Reviewing
from annotator.model.units import NOWHERE
from annotator.store import people
from annotator.store.blinding import EVERYTHING
from annotator.store.codebooks import codebook_of
from annotator.tools.ledger.task import LONGEST, parts
from tests.ledger.sheets import ME, cell, clause, decide, ledger, project_of, row, said

UNIT = {"org_id": None, "name": "市绿道办", "role": "lead", **NOWHERE}


@pytest.mark.parametrize(
    ("words", "column", "expected"),
    [
        ("建设绿道网络", "measures", "新建绿道100公里以上，完善沿线设施。"),
        ("建设绿道网络", "targets", "绿道100公里以上"),
        ("建设绿道网络", "lead", "市规划资源局（推定）"),
        ("建设绿道网络", "others", "市财政局、各区政府"),
        ("建设绿道网络", "due", "2027年（承上）"),
        ("建设绿道网络", "basis", "建议"),
        ("建设绿道网络", "source", "一1"),
        ("完善标识系统", "due", "2026年底"),
        ("完善标识系统", "lead", "市文化旅游局"),
        ("加强组织领导", "lead", "市发展改革委"),
        ("加强组织领导", "others", "市财政局"),
        ("加强组织领导", "source", "二（一）"),
        ("培育志愿队伍", "lead", ""),
        ("培育志愿队伍", "source", "二（一）3"),
    ],
)
def test_a_task_is_told_column_by_column(tmp_path: Path, words: str, column: str, expected: str) -> None:
    with project_of(tmp_path) as project:
        assert said(ledger(project).worksheets[0], words, column) == expected


def test_grounds_are_no_task_and_are_counted(tmp_path: Path) -> None:
    with project_of(tmp_path) as project:
        made = export(project, codebook_of(project), EVERYTHING)
        assert (made.tasks, made.left_out) == (4, {"background": 1})


def test_what_people_say_goes_before_what_is_suggested(tmp_path: Path) -> None:
    with project_of(tmp_path) as project:
        codebook = codebook_of(project)
        work = Reviewing(project, codebook, ME)
        one = clause(project, "新建绿道")
        work.put(one, {"responsible_unit": [UNIT]})
        sheet = ledger(project).worksheets[0]
        assert said(sheet, "建设绿道网络", "lead") == "市绿道办（指定）"
        assert said(sheet, "建设绿道网络", "basis") == "单位已填；指标建议"
        work.put(one, {"clause_type": ["task"], "category": ["urban"], "priority": ["routine"], "target": []})
        work.finish(one)
        assert said(ledger(project).worksheets[0], "建设绿道网络", "basis") == "已审"
        decided = {**UNIT, "name": "市园林局"}
        decide(project, one, {"responsible_unit": [decided]})
        sheet = ledger(project).worksheets[0]
        assert said(sheet, "建设绿道网络", "lead") == "市园林局（指定）"
        assert said(sheet, "建设绿道网络", "basis") == "裁定"


def test_of_reviewers_who_differ_nobody_is_taken(tmp_path: Path) -> None:
    with project_of(tmp_path) as project:
        people.welcome(project, "李红")
        one = clause(project, "新建绿道")
        for name, units in ((ME, [UNIT]), ("李红", [])):
            Reviewing(project, codebook_of(project), name).put(one, {"responsible_unit": units})
        sheet = ledger(project).worksheets[0]
        assert said(sheet, "建设绿道网络", "basis") == "单位分歧；指标建议"
        assert said(sheet, "建设绿道网络", "lead") == "市规划资源局（推定）"


def test_a_clause_that_a_person_calls_no_task_leaves_the_ledger_and_one_called_a_task_comes_in(
    tmp_path: Path,
) -> None:
    with project_of(tmp_path) as project:
        work = Reviewing(project, codebook_of(project), ME)
        work.put(clause(project, "市发展改革委牵头"), {"clause_type": ["principle"]})
        work.put(clause(project, "根据有关要求"), {"clause_type": ["task"]})
        sheet = ledger(project).worksheets[0]
        titles = [sheet.cell(n, 2).value for n in range(4, sheet.max_row + 1) if sheet.cell(n, 2).value]
        assert titles == ["建设绿道网络", "完善标识系统", "培育志愿队伍"]
        measures = [str(sheet.cell(n, 3).value) for n in range(4, sheet.max_row + 1)]
        assert any(one.startswith("为推进绿道建设") for one in measures)


def test_a_sheet_for_each_unit_has_what_it_leads_before_what_it_takes_part_in(tmp_path: Path) -> None:
    with project_of(tmp_path) as project:
        book = ledger(project, by_unit=True)
        names = [one.title for one in book.worksheets if one.sheet_state == "visible"]
        assert names == [
            "任务台账", "市规划资源局", "市财政局", "市文化旅游局", "市发展改革委", "各区政府",
        ]  # fmt: skip
        finance = book["市财政局"]
        assert finance.cell(4, 1).value == "配合（2 项）"
        assert row(finance, "加强组织领导") > row(finance, "建设绿道网络")


def test_a_text_in_traditional_characters_is_written_in_simplified_ones_on_request(tmp_path: Path) -> None:
    text = (
        "上海市綠道行動計劃（2026—2027年）\n為推進綠道建設,根據有關要求,制定本計劃。\n一、建設任務\n"
        "1.建設綠道網絡。完善沿線設施,統籌規劃與實施。(責任單位:市規劃資源局)\n2.完善標識系統。統一編碼與樣式。\n"
    )
    with project_of(tmp_path, text) as project:
        assert said(ledger(project).worksheets[0], "建設綠道網絡", "lead") == "市規劃資源局"
        assert said(ledger(project, simple=True).worksheets[0], "建设绿道网络", "lead") == "市规划资源局"


def test_long_measures_go_on_in_rows_of_their_own_and_come_back(tmp_path: Path) -> None:
    text = (
        "上海市方案\n一、任务\n1.建设平台。" + "完善各项设施和服务能力。" * 150 + "\n2.培养人才。开展培训。\n"
    )
    with project_of(tmp_path, text) as project:
        sheet = ledger(project).worksheets[0]
        at = row(sheet, "建设平台")
        pieces = [str(sheet.cell(n, 3).value) for n in range(at, row(sheet, "培养人才"))]
        assert len(pieces) == 3
        assert "".join(pieces) == "完善各项设施和服务能力。" * 150
        assert all(len(one) <= LONGEST and one.endswith("。") for one in pieces)
        assert cell(sheet, "建设平台", "key").value.startswith("cl-")


@pytest.mark.parametrize("length", [0, 1, LONGEST, LONGEST + 1, 5 * LONGEST])
def test_pieces_of_measures_are_the_whole(length: int) -> None:
    assert "".join(parts("字" * length)) == "字" * length


def test_a_project_without_a_task_has_no_ledger(tmp_path: Path) -> None:
    with (
        create(tmp_path / "p.db", ME) as project,
        pytest.raises(AnnotatorError, match="没有可列入台账的任务"),
    ):
        export(project, codebook_of(project), EVERYTHING)
