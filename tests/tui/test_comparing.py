"""From an audit to its clauses: what everyone said, side by side, and nothing that a key too many could store."""

from typing import Any

import pytest

from annotator.errors import Refused
from annotator.flows.adjudicating import Cases
from annotator.flows.reviewing import Reviewing
from annotator.model.review import Person
from annotator.store import asking, codebooks, documents, people
from annotator.store.codebooks import codebook_of
from annotator.store.project import Project
from annotator.tui.bench import Bench
from annotator.tui.commands import COMMANDS
from tests.decided import decided
from tests.tui.conftest import shown, until
from tests.tui.test_agreement import audit
from tests.tui.test_marking_words import press

NOBODY = "待裁定"


@pytest.fixture
def said(project: Project) -> list[str]:
    """Amy and Bo finished the first document: they agree on a clause and differ on two by type; the lead said
    nothing.
    """
    codebook, (document, *_) = codebook_of(project), documents.listing(project)
    ids = documents.clause_ids(project, document, 0, 3)
    for name, types in (("amy", "task task status"), ("bo", "task goal goal")):
        work = Reviewing(project, codebook, name)
        for clause, kind in zip(ids, types.split(), strict=True):
            work.finish(clause, {"clause_type": [kind], "category": ["data"]})
    return ids


def events(project: Project) -> int:
    return int(project.db.execute("SELECT count(*) FROM event").fetchone()[0])


async def pairs(pilot: Any) -> None:
    """The list of the type's confusions."""
    await audit(pilot)
    await until(pilot, "3 条中 1 条全同")
    rows = shown(pilot).splitlines()
    at = next(number for number, row in enumerate(rows) if row.startswith(" 条款类型"))
    first = next(number for number, row in enumerate(rows) if "条中" in row)
    await pilot.press(*["down"] * (at - first), "enter")
    await until(pilot, "常混的两类")


async def test_keys_that_label_store_nothing_where_others_are_compared(
    screens: Any, project: Project, said: list[str]
) -> None:
    async with screens() as pilot:
        await pairs(pilot)
        before = events(project)
        await press(pilot, "enter")
        await until(pilot, NOBODY)
        table = shown(pilot)
        assert "amy" in table
        assert "bo" in table
        assert ">≠ 条款类型" in table
        keys = [key for command in COMMANDS.values() for key in command.keys.split(",")]
        away = {"escape", "ctrl+q", "ctrl+t", "ctrl+p"}
        for key in ["enter", "enter", "space", "g", "t", "1", *(one for one in keys if one not in away)]:
            await press(pilot, key)
        assert events(project) == before


async def test_a_bench_for_comparing_stores_nothing(project: Project, said: list[str]) -> None:
    (document, *_) = documents.listing(project)
    codebook = codebook_of(project)
    bench = Bench(Reviewing(project, codebook, "王芳"), Cases(project, codebook), document, 1)
    with pytest.raises(Refused, match="只看"):
        bench.put(["task"])


async def test_escape_leads_back_to_the_list(screens: Any, said: list[str]) -> None:
    async with screens() as pilot:
        await pairs(pilot)
        await press(pilot, "enter")
        await until(pilot, NOBODY)
        await press(pilot, "escape")
        await until(pilot, "常混的两类")


async def test_the_clauses_in_dispute_begin_with_the_one_chosen(screens: Any, said: list[str]) -> None:
    async with screens() as pilot:
        await pairs(pilot)
        await press(pilot, "tab", "tab", "down", "enter")
        await until(pilot, NOBODY)
        assert "分歧最大的条款 2/2" in shown(pilot)
        await press(pilot, "pageup")
        assert "分歧最大的条款 1/2" in shown(pilot)


async def test_a_cell_of_the_matrix_is_told_in_words_and_opens_its_clauses(
    screens: Any, project: Project, said: list[str]
) -> None:
    async with screens() as pilot:
        await pairs(pilot)
        await press(pilot, "tab", "enter")
        await until(pilot, "次，")
        before = shown(pilot)
        assert "[1]" in before
        await press(pilot, "right")
        assert shown(pilot) != before
        await press(pilot, "left", "enter")
        await until(pilot, NOBODY)
        assert "1/1" in shown(pilot)
        assert pilot.app.screen.desk.clause.clause_id in said[1:]


async def test_one_key_leads_to_the_adjudication_of_the_clause(
    screens: Any, project: Project, said: list[str]
) -> None:
    async with screens() as pilot:
        await pairs(pilot)
        await press(pilot, "tab", "tab", "down", "enter")
        await until(pilot, NOBODY)
        here = pilot.app.screen.desk.clause.clause_id
        await press(pilot, "a")
        await until(pilot, "裁定 2/2")
        assert pilot.app.screen.desk.clause.clause_id == here
        await press(pilot, "1")
        assert decided(project, here)["clause_type"] in (["task"], ["status"])
        await press(pilot, "escape")
        await until(pilot, "已裁定")
        await press(pilot, "escape")
        await until(pilot, "常混的两类")


async def test_who_labelled_a_clause_is_not_led_to_its_adjudication(
    screens: Any, project: Project, said: list[str]
) -> None:
    people.store(project, "王芳", Person("amy", "艾米", roles=("annotator", "arbitrator")))
    async with screens("amy") as pilot:
        await pairs(pilot)
        await press(pilot, "enter")
        await until(pilot, NOBODY)
        await press(pilot, "a")
        assert "你自己标的" in shown(pilot)
        assert "可由王芳来裁定" in shown(pilot)


async def test_the_boundary_rule_begins_with_the_two_of_the_cell(
    screens: Any, project: Project, said: list[str]
) -> None:
    async with screens() as pilot:
        await pairs(pilot)
        await press(pilot, "enter")
        await until(pilot, NOBODY)
        await press(pilot, "b")
        await until(pilot, "这样的条款归哪一类")
        assert shown(pilot).count("常混的两类") == 2
        await press(pilot, "enter")  # nothing was chosen yet
        assert "还没有选" in shown(pilot)
        await press(pilot, *"规则")
        assert "没有这样的类" in shown(pilot)
        await press(pilot, "enter", "backspace", "backspace", "down", "enter")
        await until(pilot, "不归哪一类")
        assert shown(pilot).count("← 常混的两类") == 1
        await press(pilot, "enter")
        assert "还没有选" in shown(pilot)
        await press(pilot, "down", "enter")
        await until(pilot, "规则")
        await press(pilot, *"有动作的归此", "ctrl+s")
        await until(pilot, "启用，不复查")
        assert "只把各人选得不同的 1 条退回复查" in shown(pilot)
        assert "把涉及的 " in shown(pilot)
        assert "包括：有动作的归此" in shown(pilot)
        await press(pilot, "enter")
        await until(pilot, "已启用")
        assert {who for who in ("amy", "bo") if asking.returned(project, who)} == {"amy", "bo"}
        assert all(len(asking.returned(project, who)) == 1 for who in ("amy", "bo"))
        assert "有动作的归此" in codebooks.in_force(project)[1]
        await press(pilot, "escape", "escape", "escape")
        assert pilot.app.screen.desk.reviewing.codebook.version == codebook_of(project).version
