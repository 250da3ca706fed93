"""What is assigned: the queue, hidden retests, returned clauses, training, the lead's screen."""

import json
from collections.abc import Sequence
from typing import Any

import pytest
from click.testing import CliRunner

from annotator.cli.group import annotator
from annotator.flows.leading import parts
from annotator.flows.reviewing import Reviewing
from annotator.model.event import Change
from annotator.model.review import Person
from annotator.model.round import Round, RoundKind, Task
from annotator.store import asking, cuttings, drawable, events, people, reviews, rounds
from annotator.store.codebooks import codebook_of
from annotator.store.project import Project
from annotator.tui.assigned import queues
from annotator.tui.desk import Desk
from annotator.tui.linear.talk import Talk
from annotator.tui.resuming import resume
from tests.tui.conftest import shown, until

ME = "李四"


@pytest.fixture
def clauses(project: Project) -> list[str]:
    people.store(project, "王芳", Person(ME, ME))
    return [clause_id for clause_id, _ in drawable.clauses(project)]


def assign(
    project: Project,
    tasks: Sequence[Task],
    *,
    name: str = "第一轮",
    kind: RoundKind = "work",
    checks: Sequence[str] = (),
) -> Round:
    made = Round.of(name, kind, {"seed": 1}, {ME: tasks})
    rounds.add(project, "王芳", made, {ME: tasks}, checks)
    return made


def decide(project: Project, clause_id: str, field: str, value: list[str], reason: str = "") -> None:
    told = {"how": "anew", "from": [], "reason": reason, "seen": ""}
    changes = [
        Change("label", clause_id, field, value, layer="gold"),
        Change("decision", clause_id, field, told, layer="gold"),
    ]
    events.record(project, "王芳", changes, origin="command")


def give_back(project: Project, clause_id: str, reason: str) -> None:
    change = Change("return", clause_id, ME, {"reason": reason, "fields": ["category"]}, layer="project")
    events.record(project, "王芳", [change], origin="command")


def at_desk(project: Project, reviewer: str = ME) -> Desk:
    desk = resume(Reviewing(project, codebook_of(project), reviewer))
    assert desk is not None
    return desk


def label(project: Project, clause_id: str, code: str = "data", pass_no: int = 1) -> None:
    work = Reviewing(project, codebook_of(project), ME).in_pass(pass_no)
    work.put(clause_id, {"category": [code]})
    work.finish(clause_id)


async def test_what_is_assigned_lies_on_the_desk_at_the_start_and_is_worked_through(
    project: Project, screens: Any, clauses: list[str]
) -> None:
    assign(project, [Task(clauses[3]), Task(clauses[1])])
    async with screens(ME) as pilot:
        assert "第一轮：完成 0/2" in shown(pilot)
        assert pilot.app.screen.desk.clause.clause_id == clauses[3]
        await pilot.press("enter", "enter")
        await pilot.pause()
        assert "第一轮：完成 1/2" in shown(pilot)
        assert pilot.app.screen.desk.clause.clause_id == clauses[1]
        await pilot.press("comma")
        await pilot.pause()
        assert "第一轮：完成 2/2" in shown(pilot)
        assert "“第一轮”全部完成" in shown(pilot)
        await pilot.press("ctrl+z")
        await pilot.pause()
        assert "第一轮：完成 1/2" in shown(pilot)


async def test_a_round_that_is_done_says_so_at_the_next_start(
    project: Project, screens: Any, clauses: list[str]
) -> None:
    assign(project, [Task(clauses[3]), Task(clauses[1])])
    for clause in (clauses[3], clauses[1]):
        label(project, clause)
    async with screens(ME) as pilot:
        assert "第一轮：完成 2/2" in shown(pilot)
        assert pilot.app.screen.desk.clause.clause_id == clauses[1]
        await pilot.press("full_stop")
        await pilot.pause()
        assert "annotator hand-in" in shown(pilot)


async def test_nobody_else_gets_it_and_a_closed_round_asks_for_nothing(
    project: Project, screens: Any, clauses: list[str]
) -> None:
    made = assign(project, [Task(clauses[3])])
    async with screens("王芳") as pilot:
        assert "第一轮" not in shown(pilot)
        await pilot.press("@")
        await pilot.pause()
        assert "没有分派给你的条目" in shown(pilot)
    rounds.close(project, "王芳", made.id)
    async with screens(ME) as pilot:
        assert "第一轮" not in shown(pilot)


async def test_the_queue_is_taken_up_again_by_its_key_and_of_several_one_is_chosen(
    project: Project, screens: Any, clauses: list[str]
) -> None:
    assign(project, [Task(clauses[3])])
    assign(project, [Task(clauses[2])], name="第二轮")
    async with screens(ME) as pilot:
        await pilot.press("escape", "@")
        await pilot.pause()
        assert "做哪一轮" in shown(pilot)
        await pilot.press("down", "enter")
        await pilot.pause()
        assert "第二轮：完成 0/1" in shown(pilot)
        assert "第二轮：还有 1 条要做" in shown(pilot)


def test_a_hidden_retest_is_empty_stored_as_the_second_pass_and_undone_there(
    project: Project, clauses: list[str]
) -> None:
    first, second = clauses[0], clauses[1]
    assign(project, [Task(first), Task(second), Task(first, 2)])
    label(project, first)
    label(project, second)
    desk = at_desk(project)
    assert (desk.clause.clause_id, desk.reviewing.pass_no) == (first, 2)
    assert not desk.review.values
    desk.reviewing.put(first, {"category": ["model"]})
    desk.finish()
    assert desk.review.state == "submitted"
    assert reviews.review(project, first, ME).values["category"] == ["data"]
    assert reviews.review(project, first, ME, 2).values["category"] == ["model"]
    assert desk.queue is not None
    assert desk.queue.place == "第一轮：完成 3/3"
    from annotator.tui.undoing import undo

    undo(desk)
    assert (desk.reviewing.pass_no, desk.review.state) == (2, "draft")
    assert reviews.review(project, first, ME).state == "submitted"
    assert desk.queue.place == "第一轮：完成 2/3"


def test_undoing_a_retest_from_elsewhere_does_not_show_the_first_pass(
    project: Project, clauses: list[str]
) -> None:
    from annotator.tui import going
    from annotator.tui.undoing import undo

    assign(project, [Task(clauses[0]), Task(clauses[0], 2)])
    label(project, clauses[0])
    desk = at_desk(project)
    desk.finish()
    going.leave_queue(desk)
    going.step(desk, 1)
    assert desk.reviewing.pass_no == 1
    undo(desk)
    assert (desk.clause.clause_id, desk.reviewing.pass_no) == (clauses[0], 2)
    assert "category" not in desk.review.values


def test_neither_history_nor_search_nor_repeating_gives_the_first_answer_away(
    project: Project, clauses: list[str]
) -> None:
    from annotator.store.search import search
    from annotator.tools.query import parse
    from annotator.tui.history import happened
    from annotator.tui.repeating import repeat

    codebook = codebook_of(project)

    def found(text: str) -> list[str]:
        batches = search(project, parse(text, codebook), codebook, [ME])
        return [hit.clause_id for batch in batches for hit in batch]

    assign(project, [Task(clauses[0]), Task(clauses[1]), Task(clauses[0], 2)])
    label(project, clauses[0], "data")
    label(project, clauses[1], "model")
    assert found("category:data") == []
    assert found("category:model") == [clauses[1]]
    assert found("state:finished") == [clauses[0], clauses[1]]
    desk = at_desk(project)
    assert desk.reviewing.pass_no == 2
    assert not [event for event in happened(desk) if event.kind in ("label", "submit")]
    repeat(desk)
    assert desk.review.values["category"] == ["model"]
    label(project, clauses[0], "model", pass_no=2)
    assert found("category:data") == [clauses[0]]


def test_outside_of_the_queue_a_clause_opens_in_the_first_pass(project: Project, clauses: list[str]) -> None:
    from annotator.tui import going

    assign(project, [Task(clauses[0]), Task(clauses[1]), Task(clauses[0], 2)])
    label(project, clauses[0])
    label(project, clauses[1])
    desk = at_desk(project)
    assert desk.reviewing.pass_no == 2
    going.leave_queue(desk)
    assert desk.reviewing.pass_no == 2  # it does not fill in before one's eyes
    desk.open_at_work(desk.document)
    desk.open_clause(clauses[0])
    assert desk.reviewing.pass_no == 1
    assert desk.review.values["category"] == ["data"]


def test_answers_spread_from_a_retest_are_answers_of_the_first_pass(
    project: Project, clauses: list[str]
) -> None:
    assign(project, [Task(clauses[0]), Task(clauses[0], 2)])
    label(project, clauses[0])
    desk = at_desk(project)
    assert desk.reviewing.pass_no == 2
    desk.reviewing.spread(clauses[1:3], {"category": ["model"]}, over=False)
    assert reviews.review(project, clauses[1], ME).values["category"] == ["model"]
    assert not reviews.review(project, clauses[1], ME, 2).values


async def test_a_returned_clause_comes_first_with_its_reason_until_it_is_finished_again(
    project: Project, screens: Any, clauses: list[str]
) -> None:
    assign(project, [Task(clauses[0]), Task(clauses[1])])
    label(project, clauses[2])
    give_back(project, clauses[2], "请看[b]数据[/b]")
    async with screens(ME, (140, 45)) as pilot:
        assert pilot.app.screen.desk.clause.clause_id == clauses[2]
        assert "第一轮：完成 0/3" in shown(pilot)
        assert "退回重看（主题类别）：请看[b]数据[/b]" in shown(pilot)
        await pilot.press("enter")
        await pilot.pause()
        assert "第一轮：完成 1/3" in shown(pilot)
        assert pilot.app.screen.desk.clause.clause_id == clauses[0]
    assert asking.returned(project, ME) == []
    give_back(project, clauses[2], "再看")
    assert asking.returned(project, ME) == [Task(clauses[2])]


def test_what_came_back_waits_for_its_retest(project: Project, clauses: list[str]) -> None:
    one, two = clauses[1:3]
    assign(project, [Task(one), Task(two), Task(one, 2)])
    label(project, one)
    label(project, two)
    give_back(project, one, "再看")
    give_back(project, two, "再看")
    (queue,) = queues(project, ME)
    assert queue.tasks() == [Task(two), Task(one, 2), Task(one)]
    label(project, one, pass_no=2)
    (queue,) = queues(project, ME)
    assert queue.tasks() == [Task(one), Task(two), Task(one, 2)]


async def test_what_came_back_is_a_queue_of_its_own_where_no_round_is_open(
    project: Project, screens: Any, clauses: list[str]
) -> None:
    label(project, clauses[2])
    give_back(project, clauses[2], "理由")
    async with screens(ME) as pilot:
        assert "退回的条目：完成 0/1" in shown(pilot)


async def test_the_reply_to_a_question_stands_at_its_clause(
    project: Project, screens: Any, clauses: list[str]
) -> None:
    Reviewing(project, codebook_of(project), ME).ask(clauses[0], "算数据吗？")
    asking.reply(project, "王芳", clauses[0], ME, "算\n[red]的")
    async with screens(ME, (140, 45)) as pilot:
        assert "答复：算" in shown(pilot)
        assert "[red]的" in shown(pilot)
    assert asking.open_questions(project) == []


def test_clauses_that_are_gone_are_passed_over_and_not_counted(project: Project, clauses: list[str]) -> None:
    assign(project, [Task(clauses[0]), Task(clauses[3]), Task(clauses[4])])
    retired = next(doc for clause, doc in drawable.clauses(project) if clause == clauses[0])
    cuttings.retire(project, "王芳", retired)
    desk = at_desk(project)
    assert desk.clause.clause_id == clauses[3]
    assert desk.queue is not None
    assert desk.queue.place == "第一轮：完成 0/2"


async def test_training_tells_what_was_decided_and_the_share_right_at_the_end(
    project: Project, screens: Any, clauses: list[str]
) -> None:
    decide(project, clauses[1], "category", ["data"], "讲的是数据")
    decide(project, clauses[1], "clause_type", [])
    decide(project, clauses[2], "category", [])
    assign(project, [Task(clauses[1]), Task(clauses[2])], kind="training")
    async with screens(ME, (100, 40)) as pilot:
        assert "练习 第一轮：完成 0/2" in shown(pilot)
        await pilot.press("enter", "enter")
        await pilot.pause()
        assert "裁定：数据要素" in shown(pilot)
        assert "理由：讲的是数据" in shown(pilot)
        assert "你填的：文中未写明" in shown(pilot)
        assert "练习结果" not in shown(pilot)
        await pilot.press("escape", "enter", "enter")
        await pilot.pause()
        assert "主题类别：1/2 与裁定一致（50%）" in shown(pilot)
        assert "条款类型：1/1 与裁定一致（100%）" in shown(pilot)


def test_training_counts_what_was_finished_before_the_feedback(project: Project, clauses: list[str]) -> None:
    from annotator.flows.grading import Right, accuracy

    decide(project, clauses[1], "category", ["data"])
    made = assign(project, [Task(clauses[1])], kind="training")
    label(project, clauses[1], "model")
    Reviewing(project, codebook_of(project), ME).put(clauses[1], {"category": ["data"]})
    assert accuracy(project, codebook_of(project), made, ME) == {"category": Right(1, 0)}


def test_checks_are_counted_for_the_lead_and_stand_in_no_history(
    project: Project, clauses: list[str]
) -> None:
    from annotator.flows.grading import Right, accuracy
    from annotator.tui.history import happened

    decide(project, clauses[1], "category", ["data"], "秘")
    made = assign(project, [Task(clauses[1]), Task(clauses[2])], checks=[clauses[1]])
    label(project, clauses[1], "data")
    label(project, clauses[2], "data")
    assert accuracy(project, codebook_of(project), made, ME) == {"category": Right(1, 1)}
    desk = at_desk(project)
    desk.open_clause(clauses[1])
    assert not [event for event in happened(desk) if event.layer == "gold"]
    rounds.close(project, "王芳", made.id)
    assert [event for event in happened(desk) if event.layer == "gold"]


def test_lines_tell_the_queue_what_came_back_and_the_feedback(project: Project, clauses: list[str]) -> None:
    decide(project, clauses[1], "category", ["data"], "讲的是数据")
    assign(project, [Task(clauses[1])], kind="training")
    talk = Talk(at_desk(project))

    def say(line: str) -> str:
        return "\n".join(talk.answer(line))

    assert "练习 第一轮：完成 0/1" in "\n".join(talk.begin())
    say("完成")
    told = say("完成")
    assert "裁定：数据要素" in told
    assert "“第一轮”全部完成" in told
    assert "分派给你的都已完成" in say("分派")
    give_back(project, clauses[2], "坏\n行")
    assert "退回重看（主题类别）：坏 行" in say("分派")


async def test_the_lead_sees_everyone_opens_a_question_and_replies(
    project: Project, screens: Any, clauses: list[str]
) -> None:
    decide(project, clauses[1], "category", ["data"])
    made = assign(project, [Task(clauses[1]), Task(clauses[0])], checks=[clauses[1]])
    label(project, clauses[1], "model")
    Reviewing(project, codebook_of(project), ME).ask(clauses[0], "这[b]算吗？")
    async with screens("王芳", (140, 45)) as pilot:
        await pilot.press("ctrl+p", *"lead", "enter")
        await pilot.pause()
        told = shown(pilot)
        assert "轮次总览  第一轮（进行中）" in told
        assert "1/2" in told
        assert "0%/1" in told
        assert "待答复的提问：1" in told
        assert "这[b]算吗？" in told
        await pilot.press("r")
        await until(pilot, "答复 李四")
        await pilot.press(*"yes", "escape")
        await until(pilot, "已答复")
        assert reviews.review(project, clauses[0], ME).reply == "yes"
        assert "待答复的提问：0" in shown(pilot)
        await pilot.press("c")
        await until(pilot, "还有 1 条没做完（李四 1）")
        await pilot.press("down", "c")
        await until(pilot, "再按一次才结束")
        assert rounds.open_for(project, ME)
        await pilot.press("c")
        await until(pilot, "已结束“第一轮”")
        assert not rounds.open_for(project, ME)
        await pilot.press("c", "escape")
        await pilot.pause()
    assert [one.round.id for one in rounds.open_for(project, ME)] == [made.id]


def test_the_pace_of_a_round_is_not_that_of_the_one_before(project: Project, clauses: list[str]) -> None:
    first = assign(project, [Task(clauses[0])])
    said = [
        Change("label", clauses[0], "category", ["data"]),
        Change("submit", clauses[0], value="submitted"),
    ]
    events.record(project, ME, said, origin="key", seconds=36)
    second = assign(project, [Task(clauses[1])], name="第二轮")
    assert [part.hourly for part in parts(project, first)] == [100.0]
    assert [part.hourly for part in parts(project, second)] == [None]
    said = [
        Change("label", clauses[1], "category", ["data"]),
        Change("submit", clauses[1], value="submitted"),
    ]
    events.record(project, ME, said, origin="key", seconds=72)
    assert [part.hourly for part in parts(project, second)] == [50.0]


async def test_a_question_leads_the_lead_to_its_clause(
    project: Project, screens: Any, clauses: list[str]
) -> None:
    Reviewing(project, codebook_of(project), ME).ask(clauses[4], "？")
    async with screens("王芳") as pilot:
        await pilot.press("ctrl+p", *"lead", "enter")
        await until(pilot, "还没有分派过")
        await pilot.press("enter")
        await pilot.pause()
        assert pilot.app.screen.desk.clause.clause_id == clauses[4]


async def test_nobody_but_a_lead_sees_the_figures(project: Project, screens: Any, clauses: list[str]) -> None:
    async with screens(ME) as pilot:
        await pilot.press("ctrl+p", *"lead", "enter")
        await pilot.pause()
        assert "不能分配任务" in shown(pilot)


def test_events_of_a_retest_are_those_of_a_second_pass(project: Project, clauses: list[str]) -> None:
    assign(project, [Task(clauses[0]), Task(clauses[0], 2)])
    label(project, clauses[0])
    desk = at_desk(project)
    desk.note("记")
    desk.flag()
    desk.skip()
    rows = project.db.execute(
        "SELECT kind, value FROM event WHERE subject = ? AND pass_no = 2 ORDER BY n", (clauses[0],)
    )
    assert [(kind, json.loads(value)) for kind, value in rows] == [
        ("note", "记"), ("flag", True), ("submit", "skipped"),
    ]  # fmt: skip


async def test_a_reason_stands_above_the_clause_and_is_seen_in_a_small_window(
    project: Project, screens: Any, clauses: list[str]
) -> None:
    label(project, clauses[2])
    give_back(project, clauses[2], "请按原文末尾的括号补上责任单位")
    async with screens(ME) as pilot:
        assert "退回重看（主题类别）：请按原文末尾的括号补上责任单位" in shown(pilot)
        head, here = [one for one in pilot.app.screen.scene.passages if one.head or one.here]
        assert (head.here, here.text) == (False, "加强组织领导。")


async def test_a_closed_round_stays_done_and_what_came_back_stands_beside_it(
    project: Project, screens: Any, clauses: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    made = assign(project, [Task(one) for one in clauses[:3]])
    for one in clauses[:3]:
        label(project, one)
    rounds.close(project, "王芳", made.id, closed=True)
    for one in clauses[:2]:
        give_back(project, one, "请再看")
    label(project, clauses[1])
    monkeypatch.setenv("ANNOTATOR_REVIEWER", "王芳")

    def run(*line: str) -> str:
        return CliRunner().invoke(annotator, [*line, "--project", str(project.path)]).output

    people_of_round, *_ = json.loads(run("assign", "--list", "--json"))["rounds"]
    assert people_of_round["reviewers"][ME]["finished"] == 3
    assert people_of_round["reviewers"][ME]["returned"] == 1
    (row,) = [line.split() for line in run("assign", "--list").splitlines() if line.strip().startswith(ME)]
    assert row[1:3] == ["3/3", "1"]
    assert f"{ME}：完成 3（其中退回待看 1）" in run("status")
    assert json.loads(run("status", "--json"))["documents"][0]["returned"] == {ME: 1}
    async with screens("王芳") as pilot:
        await pilot.press("ctrl+p", *"lead", "enter")
        await until(pilot, "3/3")
        assert "退回 1" in shown(pilot)


def test_what_came_back_is_counted_as_to_be_done_in_the_queue(project: Project, clauses: list[str]) -> None:
    assign(project, [Task(one) for one in clauses[:3]])
    for one in clauses[:3]:
        label(project, one)
    give_back(project, clauses[0], "请再看")
    desk = at_desk(project)
    assert desk.queue
    assert "2/3" in desk.queue.place
    desk.finish()
    assert "3/3" in desk.queue.place


async def test_the_bar_says_what_is_left_by_escape(
    project: Project, screens: Any, clauses: list[str]
) -> None:
    label(project, clauses[0])
    give_back(project, clauses[0], "请再看")
    async with screens(ME, (140, 45)) as pilot:
        assert "离开退回的" in shown(pilot)
        await pilot.press("escape")
        assert "已离开退回的条目" in shown(pilot)
