"""Using labels again: repeating the clause before, and giving one clause's labels to many."""

import threading
from pathlib import Path
from threading import Event
from typing import Any

import pytest

from annotator.flows.importing import import_files
from annotator.flows.opening import create
from annotator.store import documents, events, reviews
from annotator.store.codebooks import codebook_of
from annotator.store.project import Project
from annotator.store.verify import verify
from annotator.tui import spreading
from annotator.tui.app import AnnotatorApp
from annotator.tui.commands import bulk
from annotator.tui.screens import where
from tests.tui.conftest import shown, until
from tests.tui.test_queue import begin
from tests.tui.test_review_keys import said


async def test_repeat_answers_what_is_open_as_on_the_clause_before(project: Project, screens: Any) -> None:
    async with screens() as pilot:
        await pilot.press("t", "d", "i", "pagedown", "2", "s", "0")
        assert said(project, 1).values == {"clause_type": ["task"], "category": ["spatial"]}
        assert "已照上一条填好" in shown(pilot)
        await pilot.press("ctrl+z")
        assert said(project, 1).values == {"category": ["spatial"]}
    (event,) = [e for e in events.read(project) if e.origin == "repeat"]
    assert event.field == "clause_type"


async def test_repeat_without_a_clause_before_says_so(project: Project, screens: Any) -> None:
    async with screens() as pilot:
        await pilot.press("0")
        assert "没有可以照抄的" in shown(pilot)


async def test_a_repeated_unit_that_the_clause_does_not_name_is_assigned(
    project: Project, screens: Any
) -> None:
    async with screens() as pilot:
        await pilot.press("3", "a", "pagedown", "0")
    (before,) = said(project).values["responsible_unit"]
    (after,) = said(project, 1).values["responsible_unit"]
    assert (before["stated"], after["stated"], after["start"]) == (True, False, None)
    assert after["org_id"] == before["org_id"]


AGAIN = """上海市数据方案
一、任务
1.建设平台。推进建设。
2.制定标准。完善机制。（责任单位：市數據局、量子公司）
3.完善机制。由市数据局配合推进。
4.发挥作用。发挥市数据局作用。
"""


async def test_a_repeated_unit_is_stated_where_the_clause_names_it_in_that_role_or_in_none(
    tmp_path: Path,
) -> None:
    (tmp_path / "again.txt").write_text(AGAIN, encoding="utf-8")
    unit = {"role": "responsible", "stated": False, "surface": "", "start": None, "end": None}
    named = [("org-sh-sjj", "上海市数据局"), (None, "量子公司")]
    with create(tmp_path / "annotator.db", "王芳") as project:
        import_files(project, "王芳", codebook_of(project), [tmp_path / "again.txt"])
        app = AnnotatorApp(project, codebook_of(project), "王芳")
        async with app.run_test(size=(120, 40)) as pilot:
            await pilot.press("3")
            desk = app.screen.desk  # type: ignore[attr-defined]
            desk.put([{**unit, "org_id": org_id, "name": name} for org_id, name in named])
            for _ in range(3):
                await pilot.press("pagedown", "0")
                await pilot.pause()
        (document,) = documents.listing(project)
        text = documents.source_text(project, document.source_sha256)
        found: list[Any] = [
            reviews.review(project, one.clause_id, "王芳").values["responsible_unit"]
            for one in documents.clauses(project, document)
        ]
        assert not list(verify(project))
    assert [[u["surface"] for u in value] for value in found] == [
        ["", ""], ["市數據局", "量子公司"], ["", ""], ["市数据局", ""],
    ]  # fmt: skip
    for one in (u for value in found for u in value):
        assert one["stated"] == bool(one["surface"])
        assert not one["stated"] or text[one["start"] : one["end"]] == one["surface"]


async def test_a_label_goes_to_the_whole_document_and_one_undo_takes_all_back(
    project: Project, screens: Any
) -> None:
    async with screens() as pilot:
        await pilot.press("pagedown", "g", "pageup", "a", "1", "asterisk")
        await pilot.pause()
        assert "条款类型：现状成效" in shown(pilot)
        await pilot.press("enter")
        await pilot.pause()
        assert [said(project, n).values.get("clause_type") for n in range(3)] == [
            ["status"],
            ["goal"],
            ["status"],
        ]
        assert "已填 1 条，都是草稿，逐条完成后才会导出；Ctrl+Z 一次全部撤销。" in shown(pilot)
        await pilot.press("ctrl+z")
        assert [said(project, n).values.get("clause_type") for n in range(3)] == [["status"], ["goal"], None]


def signs(pilot: Any) -> list[str]:
    """The signs of the rows of the list."""
    return [line[:2].rstrip() for line in shown(pilot).split("\n")[1:4]]


@pytest.mark.parametrize("queued", [False, True])
async def test_every_row_of_the_list_shows_a_bulk_act_and_its_undo_at_once(
    queued: bool, screens: Any
) -> None:
    async with screens() as pilot:
        if queued:
            await begin(pilot, "文件:算力")
        await pilot.press("a", "1", "asterisk")
        await pilot.pause()
        assert signs(pilot) == ["~", "", ""]
        await pilot.press("enter")
        await pilot.pause()
        assert ("查找：" in shown(pilot)) == queued
        assert signs(pilot) == ["~", "~", "~"]
        await pilot.press("ctrl+z")
        assert signs(pilot) == ["~", "", ""]
        await pilot.press("ctrl+y")
        assert signs(pilot) == ["~", "~", "~"]


async def test_a_finished_clause_that_a_bulk_act_leaves_open_is_a_draft_again_and_one_undo_finishes_it(
    project: Project, screens: Any
) -> None:
    async with screens() as pilot:
        await pilot.press("pagedown", "a", "o", "3", "minus", "enter", "g", "d", "enter", "enter")
        assert [said(project, n).state for n in (1, 2)] == ["submitted", "submitted"]
        await pilot.press(*["pageup"] * 3, "t", "1", "asterisk")
        await pilot.pause()
        await pilot.press("down", "enter")
        await pilot.pause()
        assert "已填 2 条，其中 1 条是草稿" in shown(pilot)
        assert [said(project, n).state for n in (1, 2)] == ["draft", "submitted"]
        await pilot.press("ctrl+z")
        assert [said(project, n).state for n in (1, 2)] == ["submitted", "submitted"]


async def test_answers_that_stand_change_only_where_that_is_chosen(project: Project, screens: Any) -> None:
    async with screens() as pilot:
        await pilot.press("pagedown", "g", "pageup", "a", "1", "asterisk")
        await pilot.pause()
        assert "2 条全改" in shown(pilot)
        await pilot.press("down", "enter")
        await pilot.pause()
        assert [said(project, n).values.get("clause_type") for n in range(3)] == [["status"]] * 3


@pytest.mark.parametrize("typed", ["9" * 20, "1-" + "9" * 5000, "2-99", "三"])
async def test_a_range_that_the_document_does_not_have_is_refused(
    typed: str, project: Project, screens: Any
) -> None:
    async with screens() as pilot:
        await pilot.press("s", "asterisk")
        await pilot.pause()
        pilot.app.screen.query_one("Input").put(typed)
        await pilot.pause()
        assert "本文件有第 1–3 条" in shown(pilot)
        await pilot.press("enter", "escape")
        assert said(project, 1).values.get("clause_type") is None


async def test_a_range_of_numbers_can_be_typed(project: Project, screens: Any) -> None:
    async with screens() as pilot:
        await pilot.press("a", "1", "asterisk")
        await pilot.pause()
        await pilot.press(*"1-2")
        await pilot.pause()
        await pilot.press("enter")
        await pilot.pause()
        assert [said(project, n).values.get("clause_type") for n in range(3)] == [
            ["status"],
            ["status"],
            None,
        ]


async def test_nothing_is_spread_to_clauses_where_the_field_does_not_apply(
    project: Project, screens: Any
) -> None:
    async with screens() as pilot:
        await pilot.press("pagedown", "a", "pageup", "4", "z", "asterisk")
        await pilot.pause()
        await pilot.press("enter")
        await pilot.pause()
        assert [said(project, n).values.get("priority") for n in range(3)] == [
            ["expedited"],
            None,
            ["expedited"],
        ]


async def test_an_unlabelled_clause_has_nothing_to_spread(project: Project, screens: Any) -> None:
    async with screens() as pilot:
        await pilot.press("asterisk")
        assert "还没有可以推广的标签" in shown(pilot)


async def test_a_whole_section_of_a_sample_becomes_status(tmp_path: Path) -> None:
    text = "关于印发方案的通知\n\n一、发展基础\n\n（一）算力领先。已建成十个中心。\n\n（二）数据丰富。已开放千个集。\n\n二、主要任务\n\n（一）建设平台。建设一个平台。\n"
    (tmp_path / "方案.txt").write_text(text, encoding="utf-8")
    with create(tmp_path / "section.db", "王芳") as project:
        import_files(project, "王芳", codebook_of(project), [tmp_path / "方案.txt"])
        app = AnnotatorApp(project, codebook_of(project), "王芳")
        async with app.run_test(size=(80, 24)) as pilot:
            await pilot.press("a", "1", "asterisk")
            await pilot.pause()
            assert "本节：发展基础" in shown(pilot)
            await pilot.press("enter")
            await pilot.pause()
        (document,) = documents.listing(project)
        types = [
            reviews.review(project, clause.clause_id, "王芳").values.get("clause_type")
            for clause in documents.clauses(project, document)
        ]
        assert types == [["status"], ["status"], None]


@pytest.fixture
def slow(monkeypatch: pytest.MonkeyPatch) -> Event:
    """Every scope is of many clauses, which are counted when the event says so."""
    may, count = Event(), spreading.Count.of

    def of(self: Any, project: Project, scope: Any, stopped: Any = lambda: False) -> tuple[int, int]:
        assert threading.current_thread() is not threading.main_thread()
        while not may.wait(0.01) and not stopped():
            pass
        return count(self, project, scope, stopped)

    monkeypatch.setattr(where, "MANY", 0)
    monkeypatch.setattr(bulk, "MANY", 0)
    monkeypatch.setattr(spreading.Count, "of", of)
    return may


async def test_many_clauses_are_counted_beside_and_not_changed_before_they_are_counted(
    project: Project, screens: Any, slow: Event
) -> None:
    async with screens() as pilot:
        await pilot.press("pagedown", "g", "pageup", "a", "1", "asterisk")
        await until(pilot, "正在数…（共 3 条）")
        await pilot.press("enter")
        await until(pilot, "还在数")
        assert said(project, 2).values == {}
        slow.set()
        await until(pilot, "只填还空着的 1 条（共 3 条）")
        assert "2 条全改" in shown(pilot)
        await pilot.press("enter")
        await until(pilot, "已填 1 条")
        assert said(project, 1).values["clause_type"] == ["goal"]
        assert said(project, 2).values["clause_type"] == ["status"]


async def test_that_many_clauses_are_being_changed_is_told_before(
    screens: Any, slow: Event, monkeypatch: pytest.MonkeyPatch
) -> None:
    slow.set()
    seen: list[str] = []
    async with screens() as pilot:
        monkeypatch.setattr(bulk, "apply", lambda *_, **__: seen.append(shown(pilot)) or (2, 2))
        await pilot.press("a", "1", "asterisk")
        await until(pilot, "只填还空着的 2 条（共 3 条）")
        await pilot.press("enter")
        await until(pilot, "已填 2 条")
    assert "正在填 2 条…" in seen[0]
