"""A bundle knows for whom it was made: its reviewer is proposed, and anybody else is asked once more."""

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from annotator import words
from annotator.flows import bundling
from annotator.flows.opening import create
from annotator.flows.staffing import add as enter
from annotator.store import people, preferences
from annotator.store.project import Project
from tests.terminal import Terminal
from tests.tui.conftest import add

BUNDLE = "给王芳.db"


@pytest.fixture
def opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Any:
    """A bundle for 王芳 alone in a folder, opened in a terminal by somebody with preferences of their own."""
    monkeypatch.setenv("ANNOTATOR_CONFIG", str(tmp_path / "config"))
    (tmp_path / "here").mkdir()
    with create(tmp_path / "annotator.db", "李组长") as project:
        add(project, "算力方案", ["加快建设算力调度系统。"])
        enter(project, "李组长", "王芳", ["annotator"])
        bundling.bundle(project, "王芳", tmp_path / "here" / BUNDLE)

    def run(*arguments: str, **environment: str) -> Terminal:
        given = {"LANG": "zh_CN.UTF-8", "ANNOTATOR_CONFIG": str(tmp_path / "config"), **environment}
        command = [sys.executable, "-m", "annotator", *arguments]
        return Terminal(command, cwd=tmp_path / "here", size=(80, 24), environment=given)

    yield run
    words.choose(None)


def came(tmp_path: Path) -> set[str]:
    with Project.open(tmp_path / "here" / BUNDLE) as project:
        return {one.id for one in people.people(project)}


Opened = Callable[..., Terminal]


@pytest.mark.parametrize(
    "way",
    [["--project", BUNDLE], [BUNDLE], ["--theme", "dark", BUNDLE], []],
    ids=["option", "named", "both", "menu"],
)
def test_its_reviewer_is_proposed_on_the_first_screen_and_remembered(
    opened: Opened, tmp_path: Path, way: list[str]
) -> None:
    with opened(*way) as terminal:
        terminal.wait_for("这个文件是给王芳的")
        terminal.press("enter", "enter")
        if not way:
            terminal.wait_for(f"打开 {BUNDLE}")
            terminal.press("enter")
        terminal.wait_for("第 1/1 条")
        assert "是给王芳的" not in terminal.text
        terminal.press("ctrl+q")
        assert terminal.finish() == 0
    assert preferences.read()[0]["reviewer"] == "王芳"


@pytest.mark.parametrize("way", [["--project", BUNDLE], []], ids=["named", "from the menu"])
def test_another_name_is_asked_about_once_and_not_remembered(
    opened: Opened, tmp_path: Path, way: list[str]
) -> None:
    with opened(*way) as terminal:
        terminal.wait_for("这个文件是给王芳的")
        terminal.press("王", "方", "enter")
        terminal.wait_for("不是给王方的")
        terminal.press("enter")
        if not way:
            terminal.wait_for(f"打开 {BUNDLE}")
            terminal.press("enter")
        terminal.wait_for("第 1/1 条")
        terminal.wait_for("你以王方的身份在里面工作")
        terminal.press("ctrl+q")
        assert terminal.finish() == 0
    assert "reviewer" not in preferences.read()[0]


@pytest.mark.parametrize(("keys", "who"), [(["enter"], "王芳"), (["李", "四", "enter", "enter"], "李四")])
def test_somebody_who_is_known_here_is_asked_before_they_work_in_it(
    opened: Opened, tmp_path: Path, keys: list[str], who: str
) -> None:
    preferences.write({"reviewer": "李四", "language": "zh"})
    with opened("--project", BUNDLE) as terminal:
        terminal.wait_for("而你是李四")
        terminal.press(*keys)
        terminal.wait_for("第 1/1 条")
        terminal.press("t")
        terminal.wait_for("任务举措")
        terminal.press("ctrl+q")
        assert terminal.finish() == 0
    assert came(tmp_path) == {"李组长", "王芳", who}
    assert preferences.read()[0]["reviewer"] == "李四"
    with opened("--project", BUNDLE) as terminal:
        terminal.wait_for("第 1/1 条" if who == "李四" else "而你是李四")


def test_in_lines_too(opened: Opened) -> None:
    with opened("--linear", "--project", BUNDLE) as terminal:
        terminal.wait_for("语言")
        terminal.press("enter")
        terminal.wait_for("这个文件是给王芳的")
        terminal.press(*"王方", "enter")
        terminal.wait_for("不是给王方的")
        terminal.press(*"王芳", "enter")
        terminal.wait_for("标注人 王芳")
    assert preferences.read()[0]["reviewer"] == "王芳"
