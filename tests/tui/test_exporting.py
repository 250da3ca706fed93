"""Exporting from within the program: the same folder as on the command line, whole or not at all."""

import json
import os
from collections.abc import Callable
from pathlib import Path
from threading import Event
from typing import Any

import pytest

from annotator.flows.exporting import export, folder
from annotator.store.codebooks import codebook_of
from annotator.store.project import Project
from annotator.tui.reader import Reader
from annotator.tui.screens.exporting import Exporting, proposed
from annotator.tui.screens.exporting import folder as meant
from annotator.words import say
from tests.tui.conftest import shown


@pytest.fixture
def here(project: Project, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(project.path.parent)
    return project.path.parent


async def until(pilot: Any, holds: Callable[[], bool]) -> None:
    for _ in range(500):
        if holds():
            return
        await pilot.pause(0.02)
    raise AssertionError(shown(pilot))


async def ask(pilot: Any, typed: str | None = None) -> None:
    """Open the question through the palette; with `typed`, write that in place of what is proposed."""
    await pilot.press("ctrl+p")
    await pilot.pause()
    await pilot.press(*"导出")
    await pilot.pause()
    await pilot.press("enter")
    await pilot.pause()
    assert isinstance(pilot.app.screen, Exporting)
    if typed is not None:
        await pilot.press("ctrl+u", *typed)


async def test_the_palette_exports_what_the_command_line_would(
    project: Project, here: Path, screens: Any
) -> None:
    out = proposed(project)
    assert out.parent == here / "exports"
    async with screens() as pilot:
        await pilot.press("t", "2", "d", "enter", "enter")
        await ask(pilot)
        assert out.name in shown(pilot).replace("\n", "")
        await pilot.press("enter")
        await until(pilot, lambda: "classification" in shown(pilot) and "Esc 返回" in shown(pilot))
        told = shown(pilot)
        assert "全部条款、各项标注（canonical）：5 行" in told
        assert "未列入 4 条：无人标注" in told
        assert "文本分类：主题类别：" in told
        await pilot.press("enter")
        await pilot.pause()
        assert not isinstance(pilot.app.screen, Exporting)
    manifest = json.loads((out / "manifest.json").read_bytes())
    other = export(project, codebook_of(project), here / "other")
    assert manifest["files"] == json.loads(other.encode())["files"]
    assert manifest["command"].startswith("annotator export ")
    assert os.listdir(here / "exports") == [out.name]
    assert proposed(project).name == f"{out.name}-2"


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("there", "已有内容，没有改动；请另选一个文件夹。"),
        ("file", "是文件"),
        ("file/out", "无法写入"),
        (" ", "请写一个文件夹"),
    ],
)
async def test_a_folder_that_will_not_do_is_told_and_another_may_be_given(
    project: Project, here: Path, screens: Any, typed: str, words: str
) -> None:
    (here / "there").mkdir()
    (here / "there/mine.txt").write_text("我的")
    (here / "file").write_text("")
    async with screens() as pilot:
        await ask(pilot, typed)
        await pilot.press("enter")
        await until(pilot, lambda: words in shown(pilot))
        await pilot.press("ctrl+u", *"fine", "enter")
        await until(pilot, lambda: say("export.keys_done") in shown(pilot))
    assert (here / "fine/manifest.json").exists()
    assert (here / "there/mine.txt").read_text() == "我的"


async def test_a_disk_that_fills_up_is_told(
    here: Path, screens: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(folder.Stream, "finish", full)
    async with screens() as pilot:
        await ask(pilot, "out")
        await pilot.press("enter")
        await until(pilot, lambda: "磁盘已满" in shown(pilot))
    assert not [name for name in os.listdir(here) if name.startswith("out")]


@pytest.fixture
def slow(monkeypatch: pytest.MonkeyPatch) -> tuple[Event, Event]:
    """An export that goes no further than its first file: (it is there, let it go on)."""
    there, go = Event(), Event()
    write = folder.Stream.write

    def wait(self: Any, data: bytes) -> None:
        write(self, data)
        there.set()
        go.wait(10)

    monkeypatch.setattr(folder.Stream, "write", wait)
    monkeypatch.setattr("annotator.flows.exporting.release.STEP", 1)
    return there, go


async def test_the_screen_lives_while_it_exports_and_escape_stops_it(
    here: Path, screens: Any, slow: tuple[Event, Event]
) -> None:
    there, go = slow
    async with screens() as pilot:
        await ask(pilot, "out")
        await pilot.press("enter")
        await until(pilot, there.is_set)
        assert "正在导出" in shown(pilot)
        assert any(name.endswith(".partial") for name in os.listdir(here))
        await pilot.press("enter", "escape")
        await pilot.pause()
        go.set()
        await until(pilot, lambda: "已停止" in shown(pilot))
        await pilot.press("escape")
        await pilot.pause()
        assert not isinstance(pilot.app.screen, Exporting)
    assert not [name for name in os.listdir(here) if name.startswith("out")]


async def test_leaving_the_program_leaves_no_half_of_an_export(
    here: Path, screens: Any, slow: tuple[Event, Event], monkeypatch: pytest.MonkeyPatch
) -> None:
    there, go = slow
    close = Reader.close

    def leave(reader: Reader) -> None:
        reader.stop()
        go.set()
        close(reader)

    monkeypatch.setattr(Reader, "close", leave)
    async with screens() as pilot:
        await ask(pilot, "out")
        await pilot.press("enter")
        await until(pilot, there.is_set)
        await pilot.press("ctrl+q")
    assert not [name for name in os.listdir(here) if name.startswith("out")]


def test_a_folder_below_home_is_meant_as_a_shell_has_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", "/home/wang")
    assert meant(" ~/out ") == Path("/home/wang/out")
    assert meant("~wang") == Path("~wang")
