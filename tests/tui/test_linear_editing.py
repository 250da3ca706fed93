"""The linear mode: marks, bulk, rejecting, cutting."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from annotator.flows.opening import create
from annotator.flows.reviewing import Reviewing
from annotator.model.review import Person
from annotator.store import documents, people, rejections, reviews
from annotator.store.codebooks import codebook_of
from annotator.store.project import Project
from annotator.tui.linear.talk import Talk
from annotator.tui.resuming import resume
from tests.tui.conftest import Say, add
from tests.tui.test_review_keys import said

GOAL = "到2027年建成智能体20个以上，智能体覆盖20个以上领域。市数据局要抓好落实。"


@pytest.fixture
def goals(tmp_path: Path) -> Iterator[Project]:
    """A clause with quantities, one that repeats itself, one of a single sentence."""
    with create(tmp_path / "goals.db", "王芳") as project:
        people.store(project, "王芳", Person("王芳", "王芳", roles=("owner", "annotator")))
        add(project, "方案", [GOAL, "支持建设平台。探索数据机制；完善体系。", "加强领导。"])
        yield project


@pytest.fixture
def goal(goals: Project) -> Say:
    """Says lines at the first clause of it."""
    return saying(goals)


def saying(project: Project, reviewer: str = "王芳") -> Say:
    desk = resume(Reviewing(project, codebook_of(project), reviewer))
    assert desk is not None
    talk = Talk(desk)
    return lambda *lines: "\n".join([list(talk.answer(line)) for line in lines][-1])


def texts(project: Project) -> list[str]:
    return [clause.text for clause in documents.clauses(project, documents.listing(project)[0])]


# ---------------------------------------------------------------- marks


def test_a_target_is_marked_by_its_words_and_its_attributes_asked_line_by_line(
    goals: Project, goal: Say
) -> None:
    read = goal("目标指标", "标 20个以上，")
    assert "已保存 目标指标：20个以上" in read
    assert "指标名称：" in read
    assert goal("智能体数").startswith("限定：不少于 l 不少于，m 不超过")
    assert goal("m").startswith("目标值：20")
    assert goal("３０").startswith("上限值：")
    assert goal("", "套").startswith("完成时限：2027")
    assert goal("-").startswith("指标属性：")
    assert goal("约束性").startswith("已保存 目标指标：")
    (span,) = said(goals).values["target"]
    told = {name: span[name] for name in span if name not in ("surface", "start", "end")}
    assert told == {
        "indicator": "智能体数", "comparator": "at_most", "value": 30, "value_high": None, "unit": "套",
        "deadline": None, "nature": "binding",
    }  # fmt: skip
    assert "已保存 条款类型" in goal("条款类型 t")


def test_what_is_proposed_stays_where_the_lines_are_empty(goals: Project, goal: Say) -> None:
    goal("目标指标", "标 20个以上，")
    before = said(goals).values
    assert goal("") != "没有变化。"
    assert goal("=") == "没有变化。"
    assert said(goals).values == before


def test_the_attributes_of_a_marked_span_are_asked_again_by_its_letter_or_its_words(
    goals: Project, goal: Say
) -> None:
    goal("目标指标", "标 20个以上，", "=")
    assert "指标名称：" in goal("a")
    goal("甲", "=")
    assert said(goals).values["target"][0]["indicator"] == "甲"
    assert "指标名称：甲" in goal("标 20个以上，")


def test_a_wrong_attribute_is_asked_for_again(goals: Project, goal: Say) -> None:
    goal("目标指标", "标 20个以上，", "", "")
    before = said(goals).values
    assert "许多" in goal("许多")
    assert said(goals).values == before
    assert goal("25").startswith("上限值")
    assert goal("", "", "明年").count("明年") == 1
    goal("=")
    assert said(goals).values["target"][0]["value"] == 25


@pytest.mark.parametrize("lines", [["标 智能体 2"], ["标 智能体", "2"], ["mark 智能體覆盖"]])
def test_of_words_that_stand_more_than_once_the_second_is_marked(
    goals: Project, goal: Say, lines: list[str]
) -> None:
    goal(*lines)
    (place,) = said(goals).evidence["clause_type"]
    assert place["start"] == GOAL.index("智能体覆盖")


def test_words_that_stand_more_than_once_are_told_with_what_is_around_them(goal: Say) -> None:
    assert goal("标 智能体").split("\n") == [
        "有 2 处，要哪一处？",
        "1 …到2027年建成〔智能体〕20个以上，智能…",
        "2 …能体20个以上，〔智能体〕覆盖20个以上领…",
    ]


def test_evidence_is_marked_read_and_taken_away(goals: Project, goal: Say) -> None:
    assert goal("t", "条款类型", "标 建成") == "已保存 条款类型的依据：“建成”"
    assert "依据：“建成”" in goal("")
    assert goal("去标 建成") == "已保存 条款类型的依据：（无）"
    assert not said(goals).evidence


def test_what_may_be_marked_is_told_and_taken_by_number(goals: Project, goal: Say) -> None:
    goal("目标指标")
    offered = goal("标").split("\n")
    assert offered[0].startswith("1 ")
    assert "20个以上" in "".join(offered)
    goal("1", "=")
    assert len(said(goals).values["target"]) == 1


def test_the_words_that_name_a_unit_are_marked_for_it(goals: Project, goal: Say) -> None:
    read = goal("责任单位", "标 市数据局").split("\n")
    assert read[0] == "“市数据局”是哪个单位？"
    goal(next(line.split(" ")[0] for line in read[1:] if "数据局" in line))
    (unit,) = said(goals).values["responsible_unit"]
    assert (unit["surface"], unit["stated"], unit["start"]) == ("市数据局", True, GOAL.index("市数据局"))
    goal("去标")
    assert said(goals).values["responsible_unit"][0]["start"] is None


def test_one_of_several_marks_is_taken_away_by_number(goals: Project, goal: Say) -> None:
    goal("标 建成", "标 落实")
    assert goal("去标").startswith("1 …")
    goal("2")
    assert [one["surface"] for one in said(goals).evidence["clause_type"]] == ["建成"]


# ---------------------------------------------------------------- bulk


def test_an_answer_is_given_to_the_whole_document_and_taken_back_at_once(project: Project, say: Say) -> None:
    read = say("t", "批量").split("\n")
    assert read[0] == "条款类型：任务举措 → 用于哪些条款？"
    assert read[1] == "1 本文件全部 只填还空着的 2 条（共 3 条）"
    assert "批量 3-12" in read[-1]
    assert "已填 2 条" in say("1")
    assert [said(project, n).values for n in range(3)] == [{"clause_type": ["task"]}] * 3
    say("撤销")
    assert [said(project, n).values for n in range(3)] == [{"clause_type": ["task"]}, {}, {}]


def test_of_several_answers_one_is_chosen_and_a_range_is_given_at_once(project: Project, say: Say) -> None:
    assert say("t i", "批量 2").startswith("把本条的哪一项用于其他条款？\n1 ")
    assert "第 1–2 条" in say("1")
    say("1")
    assert said(project, 1).values == {"category": ["infra"]}
    assert said(project, 2).values == {}


def test_a_queue_gets_the_labels_too(project: Project, say: Say) -> None:
    say("t", "查找 建", "批量")
    assert "已填" in say("1")
    assert said(project, 1).values == {"clause_type": ["task"]}


def test_answers_that_stand_are_changed_where_that_is_chosen(project: Project, say: Say) -> None:
    say("t", "去 2", "条款类型", "依据背景", "首条")
    assert say("批量 2").split("\n")[1] == "1 第 1–2 条 1 条全改，已填的也改"
    say("1")
    assert said(project, 1).values["clause_type"] == ["task"]


# ---------------------------------------------------------------- rejecting


@pytest.mark.parametrize(("line", "scope"), [("不再建议 1", "clause"), ("reject 3", "project")])
def test_a_suggestion_is_rejected_here_or_everywhere(
    project: Project, say: Say, line: str, scope: str
) -> None:
    read = say(line)
    assert "不再建议“任务举措”（" in read
    (one,) = rejections.of(project, "王芳")
    assert (one.field, one.item) == ("clause_type", "task")
    assert (one.subject == "project") == (scope == "project")
    assert "条款类型：未填" in say("")
    say("撤销")
    assert "条款类型：建议：任务举措" in say("")


# ---------------------------------------------------------------- cutting


@pytest.mark.parametrize(
    ("lines", "first"),
    [
        (["拆分 探索"], "支持建设平台。"), (["拆分 1"], "支持建设平台。"), (["拆分 2"], "支持建设平台。探索数据机制；"), (["拆", "2"], "支持建设平台。探索数据机制；"),
        (["split 数据机制"], "支持建设平台。探索"),
    ],
)  # fmt: skip
def test_a_clause_is_split_before_words_or_after_a_sentence(
    goals: Project, goal: Say, lines: list[str], first: str
) -> None:
    before = texts(goals)
    read = goal("去 2", *lines)
    assert "已拆开" in read
    assert texts(goals)[1] == first
    assert f"第 2/4 条，已完成 0 条。本条：未开始\n{first}\n" in read
    goal("撤销")
    assert texts(goals) == before


def test_clauses_are_merged_when_it_is_said_twice(goals: Project, goal: Say) -> None:
    assert "与第 3 条“加强领导。…”合并？再说一次" in goal("去 3", "合并")
    assert len(texts(goals)) == 3
    assert "第 2/2 条" in goal("合并")
    goal("撤销")
    assert len(texts(goals)) == 3


def test_something_between_asks_again_before_it_merges(goals: Project, goal: Say) -> None:
    goal("去 3", "合并", "可选", "合并")
    assert len(texts(goals)) == 3


def test_who_may_not_cut_asks_the_lead(goals: Project) -> None:
    guest = saying(goals, "李明")
    assert "只有负责人（王芳）能拆分合并；已写进给负责人的提问。" in guest("去 2", "拆分 探索")
    guest("合并")
    assert len(texts(goals)) == 3
    clause = documents.clause(goals, documents.listing(goals)[0], 1)
    assert clause
    asked = reviews.review(goals, clause.clause_id, "李明").question.split("\n")
    assert [line[:4] for line in asked] == ["请在此拆", "请把第 "]


def test_the_labels_of_the_former_clause_are_carried(goals: Project, goal: Say) -> None:
    read = goal("去 2", "t", "拆分 探索")
    assert "原条款的标签：条款类型 任务举措；说“沿用”照填" in read
    assert "已保存 条款类型：任务举措" in goal("沿用")


# ---------------------------------------------------------------- mistakes


@pytest.mark.parametrize(
    ("lines", "told"),
    [
        (["标 没有的字"], "没有“没有的字”"), (["标 智能体 9"], "1 到 2"), (["标"], "请说要给"), (["标 建成", "标 建成"], "已经标过"),
        (["去标 建成"], "没有标记"), (["批量"], "没有可以推广的标签"), (["t", "批量 甲"], "不是条号范围"),
        (["t", "批量 1"], "没有可填的"), (["不再建议"], "没有可退回的建议"), (["拆分 99"], "1 到"),
        (["去 3", "拆分"], "没有可拆的句末"), (["去 3", "拆分 1"], "没有可拆的句末"), (["拆分 没有的字"], "没有“没有的字”"),
        (["拆分 到2027"], "空的一条"), (["合并"], "前面没有可合并"), (["沿用"], "没有可沿用"),
    ],
)  # fmt: skip
def test_each_mistake_is_a_sentence_and_stores_nothing(
    goals: Project, goal: Say, lines: list[str], told: str
) -> None:
    for line in lines[:-1]:
        goal(line)
    before, events = said(goals), goals.db.execute("SELECT count(*) FROM event").fetchone()
    assert told in goal(lines[-1])
    assert said(goals) == before
    assert goals.db.execute("SELECT count(*) FROM event").fetchone() == events


def test_no_line_names_a_key_of_the_screens(goals: Project, goal: Say) -> None:
    lines = [
        "t",
        "标 建成",
        "去标",
        "查找 20",
        "下",
        "离开",
        "批量 2",
        "1",
        "去 2",
        "拆分 1",
        "沿用",
        "合并",
        "帮助",
        "撤销",
    ]
    read = "\n".join(goal(line) for line in lines)
    assert not [name for name in ("Ctrl", "Esc", "PgDn", "退格", "回车", "空格") if name in read]
