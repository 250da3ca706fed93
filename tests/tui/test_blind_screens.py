"""While a round is open no screen shows a reviewer what another one said: every command is tried."""

import asyncio
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from annotator.flows.reviewing import Reviewing
from annotator.store import rounds
from annotator.store.codebooks import codebook_of
from annotator.store.project import Project
from annotator.tui.app import AnnotatorApp
from annotator.tui.commands import COMMANDS
from annotator.tui.linear.talk import Talk
from annotator.tui.resuming import resume
from annotator.tui.screens.review import ReviewScreen
from tests.blinding import LEAD, ME, OTHER, WORD, blind_project
from tests.tui.conftest import shown

LEAVING = ("quit", "copy")
"""They show nothing, and end the test or reach for the terminal."""


@pytest.fixture
def blind(tmp_path: Path) -> Iterator[Project]:
    blind_project(tmp_path / "一轮.db")
    with Project.open(tmp_path / "一轮.db") as project:
        yield project


async def back(pilot: Any) -> None:
    """To the review screen, whatever lies over it."""
    for _ in range(4):
        await pilot.pause()
        if isinstance(pilot.app.screen, ReviewScreen):
            return
        await pilot.press("escape")
    await pilot.press("enter")  # the list of documents
    await pilot.pause()


async def test_no_command_of_the_screen_shows_what_another_said(blind: Project) -> None:
    app = AnnotatorApp(blind, codebook_of(blind), ME)
    async with app.run_test(size=(120, 40), notifications=True) as pilot:
        await pilot.pause()
        for name in COMMANDS:
            if name in LEAVING:
                continue
            await back(pilot)
            if isinstance(app.screen, ReviewScreen):
                app.screen.action_command(name)
            await pilot.pause()
            seen = shown(pilot)
            assert WORD not in seen, name
            assert OTHER not in seen, name
        await asyncio.sleep(0)


@pytest.mark.parametrize(
    "keys",
    [
        pytest.param(["ctrl+f", *"note:", "是", "enter"], id="a search"),
        pytest.param(["ctrl+f", *"reviewer:", *OTHER, "enter"], id="a search of another's labels"),
        pytest.param(["ctrl+f", "up", "up"], id="what was asked before"),
        pytest.param(["ctrl+g", *"2", "enter"], id="going to a clause"),
        pytest.param(["pagedown", "0"], id="repeating the clause before"),
        pytest.param(["pagedown", "slash", *"qi"], id="finding a unit"),
        pytest.param(["pagedown", "semicolon"], id="a note"),
        pytest.param(["pagedown", "ctrl+r"], id="history"),
    ],
)
async def test_no_key_shows_what_another_said(blind: Project, keys: list[str]) -> None:
    app = AnnotatorApp(blind, codebook_of(blind), ME)
    async with app.run_test(size=(120, 40), notifications=True) as pilot:
        await pilot.pause()
        for key in keys:
            await pilot.press(key)
            await pilot.pause()
            assert WORD not in shown(pilot)
        await asyncio.sleep(0)


@pytest.mark.parametrize(
    "line",
    [
        "l",
        "history",
        "progress",
        "codes",
        "目录",
        "/note:是",
        f"/reviewer:{OTHER}",
        "units",
        "help",
        "note",
        "go 2",
        "repeat",
    ],
)
def test_no_line_tells_what_another_said(blind: Project, line: str) -> None:
    desk = resume(Reviewing(blind, codebook_of(blind), ME))
    assert desk
    talk = Talk(desk)
    told = "\n".join([*talk.begin(), *talk.answer(line)])
    assert WORD not in told


async def test_history_tells_what_was_decided_when_the_round_is_closed(blind: Project) -> None:
    rounds.close(blind, LEAD, rounds.rounds(blind)[0].id)
    app = AnnotatorApp(blind, codebook_of(blind), ME)
    async with app.run_test(size=(120, 40), notifications=True) as pilot:
        await pilot.pause()
        await pilot.press("ctrl+r")
        await pilot.pause()
        seen = shown(pilot)
        assert WORD in seen  # the value that was decided, which is of the project
        assert f"{WORD}的意见" not in seen  # another's note stays theirs on a screen of one's own work
        await asyncio.sleep(0)
