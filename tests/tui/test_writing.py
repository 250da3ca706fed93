"""Notes, questions and reasons; what is being written survives."""

from pathlib import Path
from typing import Any

from textual.events import Paste

from annotator.store import drafts
from annotator.store.drafts import Place
from annotator.store.project import Project
from annotator.tui.screens.writing import PAUSE
from tests.tui.conftest import shown
from tests.tui.test_review_keys import said


async def test_the_reason_for_an_answer_is_kept_beside_it(project: Project, screens: Any) -> None:
    async with screens() as pilot:
        await pilot.press("2", "d", "colon")
        await pilot.pause()
        assert "主题类别" in shown(pilot)
        await pilot.press(*"主句讲数据", "escape")
        await pilot.pause()
    review = said(project)
    assert review.reasons == {"category": "主句讲数据"}
    assert review.note == ""


async def test_several_lines_can_be_pasted(project: Project, screens: Any) -> None:
    async with screens() as pilot:
        await pilot.press("semicolon")
        await pilot.pause()
        pilot.app.post_message(Paste("第一行\n第二行\n第三行"))
        await pilot.pause()
        await pilot.press("escape")
        await pilot.pause()
    assert said(project).note == "第一行\n第二行\n第三行"


async def test_what_was_being_written_is_there_again_after_a_kill(project: Project, screens: Any) -> None:
    async with screens() as pilot:
        clause = pilot.app.screen.desk.clause.clause_id
        await pilot.press("semicolon")
        await pilot.pause()
        await pilot.press(*"还没写完")
        await pilot.pause(PAUSE * 2)
        assert drafts.kept(project, Place("王芳", clause, "note")) == "还没写完"
    assert not said(project).note
    async with screens() as pilot:
        await pilot.press("semicolon")
        await pilot.pause()
        assert "还没写完" in shown(pilot)
        assert "已找回" in shown(pilot)
        await pilot.press("escape")
        await pilot.pause()
    assert said(project).note == "还没写完"
    assert drafts.kept(project, Place("王芳", clause, "note")) is None


async def test_what_was_being_written_is_there_again_after_quitting_at_once(
    project: Project, screens: Any
) -> None:
    async with screens() as pilot:
        await pilot.press("semicolon")
        await pilot.pause()
        await pilot.press(*"没写完", "ctrl+q")
    async with screens() as pilot:
        clause = pilot.app.screen.desk.clause.clause_id
        assert drafts.kept(project, Place("王芳", clause, "note")) == "没写完"


async def test_a_text_of_which_not_even_a_draft_can_be_stored_stays_in_the_editor(
    project: Project, screens: Any
) -> None:
    long = "磁盘满时写的" * 20_000
    async with screens() as pilot:
        (pages,) = project.db.execute("PRAGMA page_count").fetchone()
        project.db.execute(f"PRAGMA max_page_count = {pages}")
        await pilot.press("semicolon")
        await pilot.pause()
        pilot.app.post_message(Paste(long))
        await pilot.pause()
        await pilot.press("escape")
        await pilot.pause()
        assert "文字还在这里" in shown(pilot)
        assert not said(project).note
        project.db.execute("PRAGMA max_page_count = 1000000")
        await pilot.press("escape")
        await pilot.pause()
        assert "文字还在这里" not in shown(pilot)
    assert said(project).note == long


async def test_a_text_that_cannot_be_stored_is_kept_as_a_draft(
    project: Project, screens: Any, tmp_path: Path
) -> None:
    async with screens() as pilot:
        clause = pilot.app.screen.desk.clause.clause_id
        await pilot.press("semicolon")
        await pilot.pause()
        await pilot.press(*"要紧")
        await pilot.pause(PAUSE * 2)
        other = Project.open(project.path)
        with other.transaction():
            await pilot.press("escape")
            await pilot.pause(0.2)
            assert not said(project).note
            assert "正在" in shown(pilot) or "稍后" in shown(pilot)
        other.close()
        assert drafts.kept(project, Place("王芳", clause, "note")) == "要紧"
