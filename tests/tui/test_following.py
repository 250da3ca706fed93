"""A clause that takes long to find: the screen lives on meanwhile, and the search can be given up."""

from threading import Event
from typing import Any

import pytest

from annotator.errors import AnnotatorError
from annotator.store.project import Project, TookLong
from annotator.store.stops import Stops
from annotator.tui.commands import following
from tests.tui.conftest import shown, until

LOOKING = "正在找"


@pytest.fixture
def slow(monkeypatch: pytest.MonkeyPatch) -> Event:
    """Nothing is found at once, and beside only when the event says so."""
    may, find = Event(), Stops.after

    def after(stops: Stops, doc_id: str, ord_no: int) -> str | None:
        database = stops._project.db
        while not may.is_set():  # as a statement that reads a million clauses
            database.execute(
                "WITH RECURSIVE n (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM n LIMIT 20000) SELECT max(n) FROM n"
            ).fetchone()
        return find(stops, doc_id, ord_no)

    monkeypatch.setattr(Stops, "after", after)
    return may


async def test_what_is_not_found_at_once_is_looked_for_beside_the_screens(screens: Any, slow: Event) -> None:
    async with screens() as pilot:
        await pilot.press("pagedown", "equals_sign", "pageup", "greater_than_sign")
        await until(pilot, LOOKING)
        assert "加快建设算力调度系统" in shown(pilot)
        slow.set()
        await until(pilot, "回原处")
        assert pilot.app.screen.desk.clause.ord == 1
        assert LOOKING not in shown(pilot)


async def test_escape_gives_the_search_up(screens: Any, slow: Event) -> None:
    async with screens() as pilot:
        await pilot.press("pagedown", "equals_sign", "pageup", "greater_than_sign")
        await until(pilot, LOOKING)
        await pilot.press("escape")
        await pilot.pause()
        assert LOOKING not in shown(pilot)
        slow.set()
        await pilot.press("greater_than_sign")
        await until(pilot, "回原处")
        assert pilot.app.screen.desk.clause.ord == 1


async def test_that_there_is_none_is_told_also_when_it_took_long(screens: Any, slow: Event) -> None:
    async with screens() as pilot:
        await pilot.press("greater_than_sign")
        await until(pilot, LOOKING)
        slow.set()
        await until(pilot, "没有这样的条款")


@pytest.mark.usefixtures("slow")
async def test_a_project_file_that_is_gone_is_told_there(project: Project, screens: Any) -> None:
    async with screens() as pilot:
        project.path.rename(project.path.with_name("away.db"))
        await pilot.press("greater_than_sign")
        await until(pilot, "找不到项目文件")


def test_reading_ends_in_time_and_only_then(project: Project) -> None:
    endless = "WITH RECURSIVE n (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM n) SELECT max(n) FROM n"
    with pytest.raises(TookLong), project.within(following.AT_ONCE):
        project.db.execute(endless).fetchone()
    with project.within(60):
        assert project.db.execute("SELECT 1").fetchone() == (1,)
    with pytest.raises(AnnotatorError), project.within(60):
        raise AnnotatorError("store.missing", path=project.path)
