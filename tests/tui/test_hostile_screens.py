"""Every screen on a project in which all foreign text is hostile, and every line that can be written in:
nothing but printable text and the program's own sequences reaches a real terminal.
"""

import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from textual.events import Paste
from textual.widgets import TextArea

from annotator.store import documents, reviews
from annotator.store.project import Project
from annotator.store.verify import verify
from tests.hostile import EVIL, assert_harmless, copied, hostile_project
from tests.terminal import Terminal

BROKEN = b"\xb9\xe3\xff\x9b66;77m\xc2\x9bx\xe2\x80\xae\x1b[99999999u\x1b[97:98;1u\x1b[55296u\x1b[\xff"
"""Bytes of another encoding, an 8-bit control, a turn of direction, keys that are none, half a sequence."""

PASTE = b"\x1b[200~" + EVIL.replace("恶", "贴").encode() + b"\xb9\xff\x1b[48;9;9;9;9t" + b"\x1b[201~"

Step = tuple[Sequence[str], str]

FIRST = "第 1/3 条"
SCREENS: Sequence[Step] = (
    (("home",), FIRST), (("`",), "视图：原文"), (("ctrl+c",), "已复制"), (("`", "`", "`"), "视图：清洗后"),
    (("1", "down", "3", "4", "5", "2", "d", "ctrl+d"), "包括："), (("escape",), ""),
    (("ctrl+r",), "的记录"), (("escape",), ""), (("?",), "Esc 关闭"), (("escape",), ""),
    (("ctrl+p", "进", "度", "enter"), "进度："), (("escape",), ""),
    ((";",), "已找回"), (("x", "escape"), ""), (("ctrl+z",), "已撤销"),
    ((":",), "Esc 保存并返回"), (("escape",), ""),
    (("3", "/"), "已选 0 个"), (("恶", "enter", "-", "tab", "="), "已选 1 个"), (("escape",), ""),
    (("!",), "Esc 返回"), (("escape",), ""), (("2", "*"), "Esc 返回"), (("escape",), ""),
    (("5", "["), "回车 标上"), (("escape",), ""), (("]",), "回车 拆开"), (("escape",), ""),
    (("\x0f",), "意保障"), (("escape",), ""), (("\x07", "意"), "意保障"), (("escape",), ""),
    (("\x06",), "已存"), (("enter",), "Ctrl+S"), (("escape",), ""),
    (("\x06", "恶", "意"), "共 6 条"), (("enter",), "1/6"), (("escape",), ""),
    (("escape",), "2 份文件"), (("enter",), "/3 条"),
)  # fmt: skip
"""Keys, and what the screen shows after them: views, fields, windows, editors, lists, modes. Without words,
those of the step before are gone then.
"""


def opened(path: Path, **more: str) -> Terminal:
    environment = {
        "ANNOTATOR_REVIEWER": "[/王芳]",
        "LANG": "zh_CN.UTF-8",
        "ANNOTATOR_PROJECT": str(path),
        **more,
    }
    command = [sys.executable, "-m", "annotator"]
    return Terminal(command, cwd=path.parent, size=(80, 24), environment=environment)


def leave(terminal: Terminal) -> None:
    terminal.press("ctrl+q")
    assert terminal.finish() == 0, terminal.text
    assert_harmless(terminal)


def test_no_screen_lets_foreign_text_through(tmp_path: Path) -> None:
    path = hostile_project(tmp_path)
    with opened(path) as terminal:
        terminal.wait_for("第 3/3 条")
        before = FIRST
        for keys, words in SCREENS:
            terminal.press(*keys)
            terminal.wait_for(words) if words else terminal.wait_without(before)
            before = words
        leave(terminal)
        assert copied(terminal)
    with Project.open(path) as project:
        assert list(verify(project)) == []


EDITORS: Sequence[Step] = (
    ((";",), "Esc 保存并返回"), (("'",), "Esc 保存并返回"), (("\x06",), "查找与筛选"),
    (("ctrl+p", "导", "出", "enter", "ctrl+u"), "回车 导出"),
    (("\x07",), "前往"), (("\x10",), "按名称找命令"), (("3", "/"), "已选 0 个"), (("\x0f",), "纲"),
)  # fmt: skip
"""The editors and the lines above lists, and how they are opened; the form of a mark opens in a mode."""


def take_in(terminal: Terminal) -> None:
    """Paste and type what is hostile; the harmless words of both are there."""
    os.write(terminal._fd, PASTE)
    terminal.wait_for("]0;owned[66;77m66;77m[/][@click=app.bell]")
    os.write(terminal._fd, BROKEN)
    terminal.read(quiet=0.2, longest=1.0)


def test_no_editor_lets_through_what_is_typed_or_pasted(tmp_path: Path) -> None:
    path = hostile_project(tmp_path)
    with opened(path) as terminal:
        terminal.wait_for("第 3/3 条")
        terminal.press("home")
        terminal.wait_for(FIRST)
        for keys, words in EDITORS:
            terminal.press(*keys)
            terminal.wait_for(words)
            take_in(terminal)
            terminal.press("escape")
            terminal.wait_without(words)
        terminal.press("5", "[")
        terminal.wait_for("回车 标上")
        terminal.press("enter", "tab")
        terminal.wait_for("F8")
        take_in(terminal)
        leave(terminal)
    with Project.open(path) as project:
        assert list(verify(project)) == []
        clause = documents.clause(project, documents.listing(project)[0], 0)
        assert clause
        assert "贴" in reviews.review(project, clause.clause_id, "[/王芳]").question


@pytest.mark.parametrize(("key", "most"), [("ctrl+f", 1000), ("ctrl+g", 1000), ("semicolon", 300_000)])
async def test_a_huge_paste_is_survived(project: Project, screens: Any, key: str, most: int) -> None:
    async with screens() as pilot:
        await pilot.press(key)
        await pilot.pause()
        pilot.app.post_message(Paste("甲\x1b[31m乙\u202e丙\r\n" * 30_000))
        await pilot.pause()
        editor = pilot.app.focused
        text = editor.text if isinstance(editor, TextArea) else editor.value
        assert text.startswith("甲[31m乙丙")
        assert 0 < len(text) <= most
        assert all(sign == "\n" or sign.isprintable() for sign in text)


@pytest.mark.parametrize("linear", ["off", "on"], ids=["screen", "lines"])
def test_the_first_start_lets_nothing_through(tmp_path: Path, linear: str) -> None:
    path = hostile_project(tmp_path)
    home = {"HOME": str(tmp_path), "XDG_CONFIG_HOME": str(tmp_path / "\x1b[66;77m"), "ANNOTATOR_REVIEWER": ""}
    home |= {"LOGNAME": EVIL, "USER": EVIL, "LANG": EVIL.replace("\x00", ""), "ANNOTATOR_LINEAR": linear}
    with opened(path, **home) as terminal:
        terminal.wait_for("1 中文")
        terminal.press("1", "enter")
        terminal.wait_for("我是")
        if linear == "off":
            take_in(terminal)
            terminal.press("ctrl+u")
        leave(terminal) if linear == "off" else terminal.press("ctrl+d")
        assert_harmless(terminal)
        assert "Traceback" not in terminal.text
