"""What the five sample documents must become."""

from pathlib import Path

import pytest

import annotator
from annotator.model.cutting import Segment
from annotator.tools.text import cut

FOLDER = Path(annotator.__file__).parent / "samples"


@pytest.fixture(scope="module")
def samples() -> list[tuple[Segment, ...]]:
    return [cut(path.read_text(encoding="utf-8")) for path in sorted(FOLDER.glob("*.txt"))]


def of_kind(segments: tuple[Segment, ...], kind: str) -> list[Segment]:
    return [segment for segment in segments if segment.kind == kind]


def test_the_numbers_of_clauses(samples: list[tuple[Segment, ...]]) -> None:
    assert [len(of_kind(segments, "clause")) for segments in samples] == [29, 31, 53, 47, 61]


def test_titles_also_that_broken_over_two_lines(samples: list[tuple[Segment, ...]]) -> None:
    plan = "重庆市人工智能赋能超大城市现代化治理行动计划(2025—2027年)"
    assert [[segment.text for segment in of_kind(segments, "title")] for segments in samples] == [
        ["上海城市空間治理領域人工智能應用暨量子城市空間智能建設工作實施方案(2026—2027年)"],
        [plan, f"重庆市城市治理委员会办公室数字重庆建设领导小组办公室关于印发《{plan}》的通知", plan],
        [
            "上海市人民政府關于印發《上海市進一步推進新型基礎設施建設行動方案(2023-2026年)》的通知",
            "上海市進一步推進新型基礎設施建設行動方案(2023-2026年)",
        ],
        ["关于《“数字黄浦”建设“十五五”规划 (征求意见稿)》 征求公众意见的公告", "“数字黄浦”建设“十五五”规划(征求意见稿)"],
        ["上海市经济和信息化委员会关于印发《上海市人工智能产业发展“十四五”规划》的通知"],
    ]  # fmt: skip


def test_the_first_sample_has_28_tasks_with_their_units(samples: list[tuple[Segment, ...]]) -> None:
    preamble, *tasks = of_kind(samples[0], "clause")
    assert (preamble.path, preamble.tail) == ((), "")
    assert [task.marker for task in tasks] == [f"{number}." for number in range(1, 29)]
    assert all(task.tail.startswith("(責任單位:") and task.lead for task in tasks)
    assert {edit.rule for task in tasks for edit in task.edits} == {"pinyin", "mojibake"}
    assert not any("(" in task.tail[1:] for task in tasks)


def test_numbers_that_run_through_all_chapters_do_not_disturb_the_levels(
    samples: list[tuple[Segment, ...]],
) -> None:
    by_marker = {clause.marker: clause.path for clause in of_kind(samples[0], "clause")}
    assert by_marker["5."] == ("開展城市空間治理大模型研發",)
    assert by_marker["9."] == ("推進城市治理時空智能垂類應用", "率先推動規劃資源管理智能化升級")
    assert by_marker["28."] == ("營造良好發展生態",)


def test_the_slipped_byte_waits_for_a_person(samples: list[tuple[Segment, ...]]) -> None:
    (edit,) = [edit for segment in samples[0] for edit in segment.edits if edit.rule == "mojibake"]
    assert (edit.before, edit.after, edit.state) == ("?!翱罩?", "海“空中", "proposed")


def test_annexes_are_listed_and_all_behind_them_is_furniture(samples: list[tuple[Segment, ...]]) -> None:
    annexes = of_kind(samples[1], "attachment")
    assert [annex.marker for annex in annexes] == ["附件:1.", "2.", "3.", "4.", "5."]
    behind = samples[1][samples[1].index(annexes[-1]) + 1 :]
    assert {segment.kind for segment in behind} == {"boilerplate"}
    assert behind[0].text.startswith("特别声明")


def test_the_second_sample_counts_30_tasks_10_projects_7_safeguards(
    samples: list[tuple[Segment, ...]],
) -> None:
    clauses = of_kind(samples[2], "clause")
    chapters = [clause.path[0] if clause.path else "" for clause in clauses]
    assert [chapters.count(name) for name in ("主要任務", "示范工程", "保障措施")] == [30, 10, 7]
    goals = [clause for clause in clauses if clause.marker == "——"]
    assert len(goals) == 4
    assert "人形機器人等領域" in goals[2].text


def test_the_wrapper_of_a_consultation_is_front_matter(samples: list[tuple[Segment, ...]]) -> None:
    titles = of_kind(samples[3], "title")
    between = samples[3][samples[3].index(titles[0]) + 1 : samples[3].index(titles[1])]
    assert {segment.kind for segment in between} == {"front_matter"}
    assert samples[3][-1].kind == "boilerplate"


def test_a_plan_without_its_own_title_begins_behind_the_notice(samples: list[tuple[Segment, ...]]) -> None:
    kinds = [segment.kind for segment in samples[4][:5]]
    assert kinds == ["title", "front_matter", "front_matter", "clause", "heading"]
    assert samples[4][3].text.startswith("人工智能是国家战略部署")


def test_headings_carry_no_residue_and_paths_follow_them(samples: list[tuple[Segment, ...]]) -> None:
    for segments in samples:
        headings = {heading.text for heading in of_kind(segments, "heading")}
        assert all(name in headings for clause in of_kind(segments, "clause") for name in clause.path)
        assert not any("[bookmark" in heading for heading in headings)


def test_title_sentences_stand_apart(samples: list[tuple[Segment, ...]]) -> None:
    leads = {clause.text[: clause.lead] for segments in samples for clause in of_kind(segments, "clause")}
    assert {
        "構建三維空間網格和時空底板。",
        "把握人工智能理论前沿方向。",
        "数字基础设施承载力持续增强。",
    } <= leads
    # a sentence that is alone among its neighbours, one with a comma, the first of an inline list
    assert not any(lead.startswith(("加強新型基礎設施重點", "坚持开放合作", "一是")) for lead in leads)
