"""The list of documents."""

from typing import Any

import pytest

from annotator.flows.opening import codebook_of, create
from annotator.store import documents
from annotator.store.project import Project
from annotator.tui.app import AnnotatorApp
from tests.tui.conftest import shown, until


async def test_escape_shows_the_documents_with_progress_and_enter_opens_one(
    project: Project, screens: Any
) -> None:
    async with screens() as pilot:
        await pilot.press("comma", "escape")
        await pilot.pause()
        assert "2 份文件  5 条" in shown(pilot)
        assert "0/3" in shown(pilot)
        assert "跳过 1" in shown(pilot)
        await pilot.press("down", "enter")
        await pilot.pause()
        assert "推进智慧养老院建设" in shown(pilot)


async def test_a_document_opens_at_its_first_unfinished_clause(project: Project, screens: Any) -> None:
    async with screens() as pilot:
        await pilot.press("comma", "pageup", "escape", "enter")
        await pilot.pause()
        assert "第 2/3 条" in shown(pilot)


async def test_an_empty_project_says_how_to_begin(tmp_path: Any) -> None:
    with create(tmp_path / "empty.db", "王芳") as project:
        app = AnnotatorApp(project, codebook_of(project), "王芳")
        async with app.run_test(size=(80, 24)) as pilot:
            await pilot.pause()
            assert "annotator import" in shown(pilot)
            await pilot.press("enter", "down", "end")
            assert documents.listing(project) == []


async def test_a_search_from_the_documents_opens_its_hits_for_review(screens: Any) -> None:
    async with screens() as pilot:
        await pilot.press("escape")
        await pilot.pause()
        assert "Ctrl+F 查找" in shown(pilot)
        await pilot.press("ctrl+f")
        await begin_with(pilot, "养老")
        assert "推进智慧养老院建设" in shown(pilot)
        assert "查找：养老" in shown(pilot)


async def begin_with(pilot: Any, words: str) -> None:
    await pilot.pause()
    await pilot.press(*words)
    await until(pilot, "· 共 ")
    await pilot.press("enter")
    await until(pilot, "查找：")


async def test_one_goes_to_a_place_from_the_documents(screens: Any) -> None:
    async with screens() as pilot:
        await pilot.press("escape", "ctrl+g")
        await pilot.pause()
        await pilot.press("2", "enter")
        await pilot.pause()
        assert "第 2/3 条" in shown(pilot)


@pytest.mark.parametrize(
    ("wanted", "told"),
    [("progress", "进度"), ("export", "导出到"), ("theme", "配色："), ("help", "Esc 关闭")],
)
async def test_the_palette_of_the_documents_has_what_makes_sense_there(
    screens: Any, wanted: str, told: str
) -> None:
    async with screens() as pilot:
        await pilot.press("escape", "ctrl+p")
        await pilot.pause()
        assert "采纳" not in shown(pilot)
        await pilot.press(*wanted)
        await pilot.pause()
        await pilot.press("enter")
        await pilot.pause()
        assert told in shown(pilot)
        if wanted != "theme":
            await pilot.press("escape")
            await pilot.pause()
        assert "2 份文件  5 条" in shown(pilot)


async def test_where_there_is_nothing_to_search_that_is_told(tmp_path: Any) -> None:
    with create(tmp_path / "empty.db", "王芳") as project:
        app = AnnotatorApp(project, codebook_of(project), "王芳")
        async with app.run_test(size=(80, 24), notifications=True) as pilot:
            await pilot.press("ctrl+f")
            await pilot.pause()
            assert "没有可看的" in shown(pilot)


async def test_what_is_known_of_a_document_is_put_right_in_a_form_and_taken_back(
    project: Project, screens: Any
) -> None:
    first = documents.listing(project)[0].doc_id
    async with screens() as pilot:
        await pilot.press("escape")
        await pilot.pause()
        await pilot.press("i")
        await pilot.pause()
        await pilot.press("tab", "tab", "tab", *"2025-13", "ctrl+s")
        await pilot.pause()
        assert "不是日期" in shown(pilot)
        assert "date" not in documents.metadata(project, first)
        await pilot.press("backspace", "2", "ctrl+s")
        await pilot.pause()
        assert documents.metadata(project, first)["date"] == "2025-12"
        assert "2025-12" in shown(pilot)
        await pilot.press("enter")
        await pilot.pause()
        await pilot.press("ctrl+z")
        await pilot.pause()
        assert "date" not in documents.metadata(project, first)
