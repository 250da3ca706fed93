"""Clauses split and merged on the screen, and labels of the former clause taken over."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from annotator.flows.cutting import Cutting
from annotator.flows.opening import create
from annotator.flows.recutting import Recutting
from annotator.flows.reviewing import Reviewing
from annotator.model.cutting import Segment
from annotator.model.review import Person
from annotator.store import documents, events, people, pieces, reviews
from annotator.store.codebooks import codebook_of
from annotator.store.project import Project
from annotator.tui.screens.cutting import CuttingMode
from tests.tui.conftest import add, shown
from tests.tui.test_marking_words import press

TWO = "支持建设平台。探索数据机制；完善体系。"
LINES = ["推进示范。", TWO, "加强领导。"]


@pytest.fixture
def project(tmp_path: Path) -> Any:
    with create(tmp_path / "annotator.db", "王芳") as made:
        people.store(made, "王芳", Person("王芳", "王芳", roles=("owner", "annotator")))
        add(made, "方案", LINES)
        yield made


def texts(project: Project) -> list[str]:
    return [clause.text for clause in documents.clauses(project, documents.listing(project)[0])]


def said(project: Project, number: int, reviewer: str = "王芳") -> Any:
    clause = documents.clause(project, documents.listing(project)[0], number)
    assert clause
    return reviews.review(project, clause.clause_id, reviewer)


async def test_enter_splits_at_the_first_place_and_stands_on_the_first_part(
    project: Project, screens: Any
) -> None:
    async with screens() as pilot:
        await press(pilot, "pagedown", "】")
        assert "建设平台。 | 探索数据机制" in shown(pilot)
        assert "1/2 处" in shown(pilot)
        await press(pilot, "enter")
        assert texts(project) == ["推进示范。", "支持建设平台。", "探索数据机制；完善体系。", "加强领导。"]
        assert pilot.app.screen.desk.clause.text == "支持建设平台。"
        assert "第 2/4 条" in shown(pilot)


async def test_undo_takes_the_cut_back(project: Project, screens: Any) -> None:
    async with screens() as pilot:
        await press(pilot, "pagedown", "right_square_bracket", "right", "enter", "ctrl+z")
        assert texts(project) == LINES
        assert pilot.app.screen.desk.clause.text == TWO
        assert "已撤销：拆分（第 2 条）" in shown(pilot)
        await press(pilot, "ctrl+y")
        assert "已重做：拆分（第 2 条）" in shown(pilot)
        await press(pilot, "ctrl+z", "ctrl+r")
        told = shown(pilot)
        assert [told.count(words) for words in ("拆分（第 2 条）", "恢复切分", "cut-")] == [1, 3, 0]


async def test_any_other_place_is_reached_by_characters(project: Project, screens: Any) -> None:
    async with screens() as pilot:
        await press(pilot, "pagedown", "right_square_bracket", "，", "，", "，", "enter")
    assert texts(project)[1:3] == ["支持建设", "平台。探索数据机制；完善体系。"]


async def test_backspace_names_both_clauses_before_it_merges_them(project: Project, screens: Any) -> None:
    async with screens() as pilot:
        await press(pilot, "pagedown", "right_square_bracket", "backspace")
        assert "第 1 条“推进示范。…”与第 2 条" in shown(pilot)
        assert texts(project) == LINES
        await press(pilot, "backspace")
        assert texts(project) == ["推进示范。\n" + TWO, "加强领导。"] or len(texts(project)) == 2
        await press(pilot, "ctrl+z")
        assert "已撤销：合并（第 1 条）" in shown(pilot)
    assert texts(project) == LINES


def cut_by_another(project: Project, number: int = 1) -> None:
    document = documents.listing(project)[0]
    clause = documents.clause(project, document, number)
    assert clause
    Cutting(project, codebook_of(project), "王芳").split(document, clause, 7)


@pytest.mark.parametrize("keys", [("enter",), ("backspace", "backspace")])
async def test_the_mode_is_left_where_the_clause_was_cut_meanwhile(
    keys: tuple[str, ...], project: Project, screens: Any
) -> None:
    async with screens() as pilot:
        await press(pilot, "pagedown", "right_square_bracket")
        cut_by_another(project)
        await press(pilot, *keys)
        assert "重新切分" in shown(pilot)
        assert not isinstance(pilot.app.screen, CuttingMode)
        await press(pilot, "ctrl+z")
        assert texts(project) == LINES


async def test_a_note_on_a_clause_that_is_cut_meanwhile_is_offered_on_what_became_of_it(
    project: Project, screens: Any
) -> None:
    async with screens() as pilot:
        await press(pilot, "pagedown", "semicolon", *"要紧的话")
        cut_by_another(project)
        await press(pilot, "escape")
        assert "写的文字留着；重新打开文件，在新的条款上再写就会出现。" in shown(pilot)
        desk = pilot.app.screen.desk
        desk.open(documents.listing(project)[0], 0)
        await press(pilot, "semicolon")
        assert "要紧的话" not in shown(pilot)
        await press(pilot, "escape", "pagedown", "semicolon")
        assert "要紧的话" in shown(pilot)
        assert "切分前的条款" in shown(pilot)
        await press(pilot, "escape")
        assert said(project, 1).note == "要紧的话"
        await press(pilot, "pagedown", "semicolon")
        assert "要紧的话" not in shown(pilot), "once it is said it is offered no more"
        await press(pilot, "escape", "q")


async def test_the_first_clause_has_none_before_it(project: Project, screens: Any) -> None:
    async with screens() as pilot:
        await press(pilot, "right_square_bracket", "backspace")
        assert "前面没有可合并的条款" in shown(pilot)


async def test_who_may_not_cut_asks_the_owner_with_the_place(project: Project, screens: Any) -> None:
    async with screens(reviewer="李明") as pilot:
        await press(pilot, "pagedown", "right_square_bracket")
        assert "只有负责人（王芳）" in shown(pilot)
        await press(pilot, "enter")
    assert texts(project) == LINES
    assert said(project, 1, "李明").question == "请在此拆成两条：…支持建设平台。 | 探索数据机制；完善体…"


async def test_labels_of_the_former_clause_are_offered_and_taken_over(project: Project, screens: Any) -> None:
    async with screens() as pilot:
        await press(pilot, "pagedown", "t", "right_square_bracket", "enter")
        assert "原条款的标签：条款类型 任务举措  按 + 沿用" in shown(pilot)
        await press(pilot, "plus")
        assert said(project, 1).values == {"clause_type": ["task"]}
        assert "原条款的标签：" not in shown(pilot)
        await press(pilot, "plus")
        assert "没有可沿用" in shown(pilot)


@pytest.mark.parametrize("text", ["a\x1b[31m\u202e红。 <b>[/b]；\u200b条款", "，", "。。。", "一。" * 10_000])
async def test_any_text_can_be_looked_at_for_cutting(text: str, project: Project, screens: Any) -> None:
    add(project, "怪", [text])
    (doc,) = [one for one in documents.listing(project) if one.title == "怪"]
    async with screens() as pilot:
        pilot.app.screen.desk.open(doc, 0)
        await press(pilot, "right_square_bracket", "right", "comma", "full_stop", "left", "enter", "escape")
        assert "\x1b" not in shown(pilot)


@pytest.mark.parametrize("keys", [["enter"], ["backspace", "backspace"]])
async def test_the_time_that_a_cut_took_is_in_the_log(
    project: Project, screens: Any, keys: list[str]
) -> None:
    async with screens() as pilot:
        await press(pilot, "pagedown", "right_square_bracket")
        pilot.app.screen.desk._since -= 5  # so long ago
        await press(pilot, *keys)
    cut = [one for one in events.read(project) if one.kind == "cut"][-1]
    assert (cut.origin, cut.seconds >= 5) == ("key", True)


async def test_labels_are_taken_over_at_once_where_a_clause_is_nearly_the_same(
    project: Project, screens: Any
) -> None:
    document = documents.listing(project)[0]
    work = Reviewing(project, codebook_of(project), "王芳")
    for clause in documents.clauses(project, document):
        work.finish(clause.clause_id, {"category": ["infra"]})

    def better(source: str) -> list[Segment]:
        """The line break between the first two clauses goes to the second."""
        first, second, *rest = pieces.read(project, document.cutting)
        return [replace(first, end=first.end - 1), replace(second, start=second.start - 1), *rest]

    flow = Recutting(project, work.codebook, "王芳", cut=better, cutter="rules/next")
    assert flow.apply(flow.plan(document)) is None
    async with screens() as pilot:
        await press(pilot, "ctrl+p", *"全部沿用", "enter")
        assert "已沿用 2 条的标签，其中 2 条文字未变" in shown(pilot)
        assert said(project, 1).state == "submitted"
        await press(pilot, "ctrl+z")
        assert not said(project, 1).touched
        await press(pilot, "ctrl+z")
        assert "已撤销：重新切分（2 条）" in shown(pilot)
        assert said(project, 1).state == "submitted"
        await press(pilot, "ctrl+p", *"全部沿用", "enter")
        assert "没有可成批沿用的" in shown(pilot)
