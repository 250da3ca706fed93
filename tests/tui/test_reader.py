"""The thread that answers beside the screens: what becomes of its faults, and of its end."""

import asyncio
import sqlite3
from collections.abc import Callable
from pathlib import Path
from threading import Event
from typing import Any

import pytest

from annotator.errors import AnnotatorError
from annotator.flows.opening import create
from annotator.store.project import Project
from annotator.tui.reader import Reader
from tests.tui.conftest import shown


class Owner:
    """Takes what a reader tells, as a screen does."""

    def call_later(self, told: Callable[[Any], None], part: Any) -> None:
        told(part)


def reader(path: Path) -> Reader:
    return Reader(Owner(), path)  # type: ignore[arg-type]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    create(tmp_path / "annotator.db", "王芳").close()
    return tmp_path / "annotator.db"


async def asked(one: Reader, question: Any = lambda project, stopped: iter(["answer"])) -> Any:
    heard: asyncio.Future[Any] = asyncio.get_running_loop().create_future()
    one.ask(question, heard.set_result)
    return await asyncio.wait_for(heard, 10)


async def test_a_file_that_cannot_be_opened_is_told_and_tried_again_at_the_next_question(path: Path) -> None:
    away = path.rename(path.with_name("away.db"))
    one = reader(path)
    told = await asked(one)
    assert isinstance(told, AnnotatorError)
    assert "annotator.db" in str(told)
    away.rename(path)
    assert await asked(one) == "answer"
    one.close()


async def test_a_disk_that_fails_while_it_reads_is_told(path: Path) -> None:
    def failing(project: Project, stopped: object) -> Any:
        error = sqlite3.OperationalError("disk I/O error")
        error.sqlite_errorcode = sqlite3.SQLITE_IOERR
        raise error
        yield

    one = reader(path)
    assert isinstance(await asked(one, failing), AnnotatorError)
    one.close()


async def test_what_is_being_closed_is_not_interrupted(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    closed, interrupt, close = Event(), Project.interrupt, Project.close

    def late(project: Project) -> None:
        closed.wait(0.1)  # time enough to close what was there when `stop` looked
        interrupt(project)

    def closing(project: Project) -> None:
        close(project)
        closed.set()

    one = reader(path)
    await asked(one)
    monkeypatch.setattr(Project, "interrupt", late)
    monkeypatch.setattr(Project, "close", closing)
    one.close()
    assert closed.is_set()


@pytest.mark.parametrize("keys", [["ctrl+f", *"算力"], ["ctrl+g"]])
async def test_a_project_file_that_is_gone_is_told_where_a_search_or_a_place_is_asked_for(
    keys: list[str], project: Project, screens: Any
) -> None:
    async with screens() as pilot:
        project.path.rename(project.path.with_name("away.db"))
        await pilot.press(*keys)
        for _ in range(100):
            if "annotator.db" in shown(pilot):
                break
            await asyncio.sleep(0.02)
        assert "annotator.db" in shown(pilot)
        await pilot.press("escape")
        await pilot.pause()
        assert "加快建设算力调度系统" in shown(pilot)
