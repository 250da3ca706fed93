"""The list of documents."""

from typing import Any

from annotator.flows.opening import codebook_of, create
from annotator.store import documents
from annotator.store.project import Project
from annotator.tui.app import AnnotatorApp
from tests.tui.conftest import shown


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
