"""The audit on the screen: fields, where it hurts, the matrix, and the clauses that these open."""

import sys
from subprocess import run
from typing import Any

import pytest

from annotator.model.event import Change
from annotator.model.round import Round, Task
from annotator.store import documents, events, people, rounds
from annotator.store.project import Project
from annotator.tui.widgets.row_list import RowList
from tests.tui.conftest import shown, until

OTHER = "王" + "小" * 59


@pytest.fixture
def clauses(project: Project) -> list[str]:
    """Two reviewers said the same of two clauses and differ on two; the types are task, goal and status."""
    ids = [
        one
        for document in documents.listing(project)
        for one in documents.clause_ids(project, document, 0, document.clauses)
    ]
    people.welcome(project, OTHER)
    for reviewer, said in (("王芳", "task goal status task"), (OTHER, "task goal goal goal")):
        for clause, value in zip(ids, said.split(), strict=False):
            changes = [
                Change("label", clause, "clause_type", [value]),
                Change("label", clause, "category", ["cross.other"] if value == "task" else []),
            ]
            events.record(project, reviewer, changes, origin="key")
    return ids


async def audit(pilot: Any, *, until_there: str = "α") -> None:
    await pilot.press("ctrl+p", *"agreement", "enter")
    await until(pilot, until_there)


async def test_fields_come_with_the_plain_count_and_the_headline(screens: Any, clauses: list[str]) -> None:
    async with screens() as pilot:
        await audit(pilot)
        await until(pilot, "优先级")
        text = shown(pilot)
        assert "4 条中 2 条全同" in text
        assert "没有人标过" in text
        assert all(len(line) <= 80 for line in text.splitlines())


async def test_escape_leads_back_out_of_the_audit(screens: Any, clauses: list[str]) -> None:
    async with screens() as pilot:
        here = pilot.app.screen.desk.clause
        await audit(pilot)
        await pilot.press("enter")
        await until(pilot, "谁和谁")
        await pilot.press("escape", "escape")
        await pilot.pause()
        assert pilot.app.screen.desk.clause == here


async def test_the_audit_is_opened_from_the_documents_too(screens: Any, clauses: list[str]) -> None:
    async with screens() as pilot:
        await pilot.press("escape")
        await pilot.pause()
        await audit(pilot)
        assert "一致性" in shown(pilot)


async def test_where_nobody_labelled_a_sentence_says_so(screens: Any) -> None:
    async with screens() as pilot:
        await audit(pilot, until_there="还没有人标注")
        assert pilot.app.screen.query_one(RowList).count == 0
        assert "回车 打开" not in shown(pilot)
        await pilot.press("enter", "escape")


async def test_one_reviewer_alone_gets_reasons_and_no_figures(screens: Any, project: Project) -> None:
    (document, *_) = documents.listing(project)
    (clause,) = documents.clause_ids(project, document, 0, 1)
    events.record(project, "王芳", [Change("label", clause, "clause_type", ["task"])], origin="key")
    async with screens() as pilot:
        await audit(pilot, until_there="只有一位标注者")
        await pilot.press("enter")
        await until(pilot, "各类")


async def test_in_an_open_round_a_reviewer_sees_no_figures(
    screens: Any, project: Project, clauses: list[str]
) -> None:
    drawn = {OTHER: [Task(clauses[0])]}
    rounds.add(project, "王芳", Round.of("第一轮", "work", {}, drawn), drawn)
    async with screens(reviewer=OTHER) as pilot:
        await audit(pilot, until_there="第一轮")
        assert pilot.app.screen.query_one(RowList).count == 0


def test_the_audit_screens_load_numpy_only_to_compute() -> None:
    modules = "agreement disagreement confusion comparing"
    names = ", ".join(f"annotator.tui.screens.{one}" for one in modules.split())
    code = f"import sys, {names}; sys.exit('numpy' in sys.modules)"
    assert run([sys.executable, "-c", code], check=False).returncode == 0
