"""The adjudication screen: keys are pressed, then the store is read."""

from typing import Any

import pytest

from annotator.flows.reviewing import Reviewing
from annotator.model.decision import WHOLE
from annotator.model.review import Person
from annotator.model.round import Round, Task
from annotator.store import cuttings, documents, gold, people, rounds
from annotator.store.codebooks import codebook_of
from annotator.store.project import Project
from tests.decided import decided
from tests.tui.conftest import shown, until
from tests.tui.test_marking_words import press

ESCAPE = "主句讲算力\x1b[31m[b]红[/b]"


@pytest.fixture
def labelled(project: Project) -> Project:
    """Of 算力方案 the first is at odds about type and primary code, the second about nothing, the third is
    one person's; of 养老意见 the first is at odds about its type.
    """
    codebook = codebook_of(project)
    first, second = documents.listing(project)
    for name, kind, codes in (("amy", "task", ["data", "infra"]), ("bo", "goal", ["infra", "data"])):
        work = Reviewing(project, codebook, name)
        work.finish(ids(project, first)[0], {"clause_type": [kind], "category": codes})
        work.finish(ids(project, first)[1], {"clause_type": ["task"], "category": ["data"]})
        work.finish(ids(project, second)[0], {"clause_type": [kind], "category": ["data"]})
    Reviewing(project, codebook, "amy").finish(ids(project, first)[2])
    Reviewing(project, codebook, "amy").note(ids(project, first)[0], ESCAPE)
    people.store(project, "王芳", Person("bo", "李博\x07士"))
    return project


def ids(project: Project, document: Any) -> list[str]:
    return [clause.clause_id for clause in documents.clauses(project, document)]


def clauses(project: Project) -> list[str]:
    return [one for document in documents.listing(project) for one in ids(project, document)]


def gold_of(project: Project, at: int = 0) -> dict[str, Any]:
    return decided(project, clauses(project)[at])


async def begin(pilot: Any, wait: str = "裁定 1/2") -> None:
    await pilot.press("ctrl+p")
    await pilot.pause()
    await pilot.press(*"裁定", "enter")
    await until(pilot, wait)


async def test_digits_take_a_field_and_the_next_open_one_comes_into_focus(
    labelled: Project, screens: Any
) -> None:
    async with screens() as pilot:
        await begin(pilot)
        assert ">≠ 条款类型 a 任务举措" in shown(pilot)
        await press(pilot, "2")
        assert gold_of(labelled) == {"clause_type": ["goal"]}
        assert ">≠ 主题类别" in shown(pilot)
        assert "所选相同，主类不同" in shown(pilot)
        await press(pilot, "1")
        assert gold_of(labelled) == {"clause_type": ["goal"], "category": ["data", "infra"]}
        assert "已裁定" in shown(pilot)
        await press(pilot, "enter")  # what all agree on, and on
        assert gold_of(labelled)["responsible_unit"] == []
        assert "推进智慧养老院建设" in shown(pilot)
        assert "裁定 2/2 · 已定 1" in shown(pilot)


async def test_enter_stays_while_something_is_open_and_a_key_leaves_it_for_later(
    labelled: Project, screens: Any
) -> None:
    async with screens() as pilot:
        await begin(pilot)
        await press(pilot, "enter")
        assert "还有未定的：条款类型、主题类别" in shown(pilot)
        assert gold_of(labelled) == {}
        await press(pilot, "n")
        assert "裁定 2/2" in shown(pilot)
        await press(pilot, "n")
        assert "没有未定的了" in shown(pilot)
        await press(pilot, "p")
        assert "裁定 1/2" in shown(pilot)


async def test_a_column_is_taken_whole_and_undone(labelled: Project, screens: Any) -> None:
    async with screens() as pilot:
        await begin(pilot)
        await press(pilot, "right", "equals_sign")
        assert gold_of(labelled)["category"] == ["infra", "data"]
        await press(pilot, "ctrl+z")
        assert gold_of(labelled) == {}
        assert "已撤销" in shown(pilot)
        assert "条款类型 目标" in shown(pilot)
        await press(pilot, "ctrl+y")
        assert gold_of(labelled)["clause_type"] == ["goal"]
        await press(pilot, "backspace")
        assert "clause_type" not in gold_of(labelled) or "category" not in gold_of(labelled)


async def test_codes_are_combined_in_the_order_that_is_chosen(labelled: Project, screens: Any) -> None:
    async with screens() as pilot:
        await begin(pilot)
        await press(pilot, "plus")
        assert "只能有一个值" in shown(pilot)
        await press(pilot, "tab", "plus", "down", "enter")
        assert gold_of(labelled) == {"category": ["infra", "data"]}


async def test_it_is_decided_anew_with_the_letters_of_the_review_screen(
    labelled: Project, screens: Any
) -> None:
    async with screens() as pilot:
        await begin(pilot)
        await press(pilot, "slash", "b", "d", "i")
        assert gold_of(labelled)["category"] == ["data", "infra"]
        await press(pilot, "backspace", "tab", "minus", "escape")
        assert gold_of(labelled)["responsible_unit"] == []
        assert "category" not in gold_of(labelled)
        await press(pilot, "colon")
        assert "还没有裁定" in shown(pilot)
        await press(pilot, "tab", "colon", *"why", "escape")
        found = gold.decisions(labelled, clauses(labelled)[:1])[clauses(labelled)[0]]
        assert {one.how for one in found.values()} == {"anew"}
        assert "why" in {one.reason for one in found.values()}


async def test_a_unit_from_the_picker_is_decided_not_labelled(labelled: Project, screens: Any) -> None:
    async with screens() as pilot:
        await begin(pilot)
        await press(pilot, "e", "slash")
        await press(pilot, *"某某新局", "enter")
        await until(pilot, "待确认")
        await press(pilot, "escape", "escape")
    assert [unit["name"] for unit in gold_of(labelled)["responsible_unit"]] == ["某某新局"]
    said = labelled.db.execute("SELECT count(*) FROM event WHERE layer = 'review' AND reviewer = '王芳'")
    assert said.fetchone()[0] == 0


async def test_a_clause_is_discarded_and_given_back_with_a_reason(labelled: Project, screens: Any) -> None:
    first = clauses(labelled)[0]
    async with screens() as pilot:
        await begin(pilot)
        await press(pilot, "d", "escape")
        assert WHOLE not in gold.decisions(labelled, [first]).get(first, {})
        await press(pilot, "d", *"title", "escape")
        assert WHOLE in gold.decisions(labelled, [first])[first]
        assert "已弃用（title）" in shown(pilot)
        await press(pilot, "d")
        assert WHOLE not in gold.decisions(labelled, [first]).get(first, {})
        await press(pilot, "right", "r", *"again", "escape")
        assert "again（还没有改）" in shown(pilot)
    back = gold.returns(labelled, [first])[first]
    assert (back["bo"].reason, back["bo"].fields) == ("again", ("clause_type", "category"))


async def test_notes_and_names_obey_no_terminal_and_suggestions_come_on_request(
    labelled: Project, screens: Any
) -> None:
    async with screens() as pilot:
        await begin(pilot)
        assert "主句讲算力␛[31m[b]红[/b]" in shown(pilot)
        assert "李博␇士" in shown(pilot)
        assert "建议　" not in shown(pilot)
        await press(pilot, "s")
        assert "建议　任务举措" in shown(pilot)


async def test_what_is_listed_can_be_chosen(labelled: Project, screens: Any) -> None:
    async with screens() as pilot:
        await begin(pilot)
        await press(pilot, "f", *"连一致", "enter")
        await until(pilot, "裁定 1/3")
        await press(pilot, "f", *"主题类别", "enter")
        await until(pilot, "裁定 1/1")
        await press(pilot, "f", *"全部", "enter")
        await until(pilot, "裁定 1/2")
        await press(pilot, "f", *"养老", "enter")
        await until(pilot, "推进智慧养老院建设")


async def test_all_agreed_is_taken_after_a_question(labelled: Project, screens: Any) -> None:
    async with screens() as pilot:
        await begin(pilot)
        await press(pilot, "a", "down", "enter")
        assert gold_of(labelled, 1) == {}
        await press(pilot, "a", "enter")
        await until(pilot, "裁定了 3 条")
        assert gold_of(labelled, 1)["clause_type"] == ["task"]
        assert "clause_type" not in gold_of(labelled, 0)


async def test_who_may_not_decide_is_told_who_may(labelled: Project, screens: Any) -> None:
    async with screens("amy") as pilot:
        await pilot.press("ctrl+p")
        await pilot.pause()
        await press(pilot, *"裁定", "enter")
        assert "能裁定的有：王芳" in shown(pilot)


async def test_a_correction_meanwhile_is_shown_before_it_is_gold_of(labelled: Project, screens: Any) -> None:
    async with screens() as pilot:
        await begin(pilot)
        with Project.open(labelled.path) as elsewhere:
            Reviewing(elsewhere, codebook_of(elsewhere), "bo").put(
                clauses(labelled)[0], {"clause_type": ["project"]}
            )
        await press(pilot, "2")
        assert "刚刚有了改动" in shown(pilot)
        assert gold_of(labelled) == {}
        await press(pilot, "2")
        assert gold_of(labelled) == {"clause_type": ["project"]}


async def test_a_clause_that_is_gone_leaves_the_list(labelled: Project, screens: Any) -> None:
    async with screens() as pilot:
        await begin(pilot)
        cuttings.retire(labelled, "王芳", documents.listing(labelled)[1].doc_id)
        await press(pilot, "n")
        assert "裁定 1/1" in shown(pilot)
        await press(pilot, "j")
        assert "裁定 1/1" in shown(pilot)
        await press(pilot, "1")
        assert gold_of(labelled) == {"clause_type": ["task"]}


async def test_feedback_lists_what_was_decided_otherwise_and_opens_it(
    labelled: Project, screens: Any
) -> None:
    async with screens() as pilot:
        await begin(pilot)
        await press(pilot, "n", "1")
    async with screens("bo") as pilot:
        await pilot.press("ctrl+p")
        await pilot.pause()
        await press(pilot, *"反馈", "enter")
        assert "第 1 条 条款类型：目标 → 任务举措" in shown(pilot)
        assert "条款类型 0/1" in shown(pilot)
        await press(pilot, "enter")
        assert "养老意见" in shown(pilot)
    new = Round.of("首轮", "work", {}, {"bo": [Task("cl-1")]})
    rounds.add(labelled, "王芳", new, {"bo": [Task("cl-1")]})
    async with screens("bo") as pilot:
        await pilot.press("ctrl+p")
        await pilot.pause()
        await press(pilot, *"反馈", "enter")
        assert "“首轮”还没有结束" in shown(pilot)


@pytest.mark.parametrize("size", [(80, 24), (140, 45)])
async def test_ten_reviewers_and_long_names_stay_apart(
    labelled: Project, screens: Any, size: tuple[int, int]
) -> None:
    codebook = codebook_of(labelled)
    for at in range(8):
        Reviewing(labelled, codebook, f"{'很长的名字' * 4}{at}").finish(
            clauses(labelled)[0], {"clause_type": [["task", "goal", "intro"][at % 3]]}
        )
    async with screens(size=size) as pilot:
        await begin(pilot)
        assert "1   2   3   4   5   6   7   8   9   0" in shown(pilot)
        await press(pilot, "0")
        assert gold_of(labelled)["clause_type"] == ["goal"]


async def test_of_more_reviewers_than_fit_those_about_the_cursor_are_shown_and_what_is_decided(
    labelled: Project, screens: Any
) -> None:
    codebook = codebook_of(labelled)
    for at in range(28):
        Reviewing(labelled, codebook, f"第{at:02d}位").finish(clauses(labelled)[0], {"clause_type": ["task"]})
    async with screens(size=(80, 24)) as pilot:
        await begin(pilot)
        head = next(line for line in shown(pilot).splitlines() if "1   2   3" in line)
        assert head.rstrip().endswith("裁定")
        await press(pilot, "2")
        assert gold_of(labelled) == {"clause_type": ["goal"]}
        (line,) = (line for line in shown(pilot).splitlines() if "✓ 条款类型" in line)
        assert "目标" in line
        await press(pilot, *["right"] * 20)
        assert "1   2   3" not in shown(pilot)


async def test_own_clauses_are_left_out_and_said_on_entry(labelled: Project, screens: Any) -> None:
    people.store(labelled, "王芳", Person("amy", "艾米", roles=("annotator", "arbitrator")))
    async with screens("amy") as pilot:
        await begin(pilot, "条都是你自己标过的")
        assert "可由王芳来裁定" in shown(pilot)
        await press(pilot, "1", "enter", "escape")
    assert gold.decided(labelled, clauses(labelled)) == {}


async def test_own_clauses_among_others_are_counted(labelled: Project, screens: Any) -> None:
    codebook = codebook_of(labelled)
    people.store(labelled, "王芳", Person("cy", "陈", roles=("annotator", "arbitrator")))
    Reviewing(labelled, codebook, "cy").finish(clauses(labelled)[0], {"clause_type": ["status"]})
    async with screens("cy") as pilot:
        await begin(pilot, "裁定 1/1")
        await until(pilot, "你自己标过的 1 条不在此列；可由王芳来裁定")
        assert pilot.app.screen.desk.clause.clause_id == clauses(labelled)[3]


async def test_what_was_given_back_is_not_taken_as_agreed_by_a_key(labelled: Project, screens: Any) -> None:
    async with screens() as pilot:
        await begin(pilot)
        desk = pilot.app.screen.adjudicating
        desk.give_back(desk.cases.one(clauses(labelled)[0]), "bo", "再看", ["category"])
        await press(pilot, "pagedown", "pageup", "2", "1")
        before = gold_of(labelled)
        await press(pilot, "enter")
        assert "还在退回" in shown(pilot)
        assert gold_of(labelled) == before
