"""The first start: asked once, of a person, and stored before the work begins."""

import sqlite3
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from annotator import words
from annotator.flows.opening import create
from annotator.model.preferences import USUAL
from annotator.store import people, preferences
from annotator.store.project import Project
from annotator.tui.screens.start import Answers
from annotator.tui.start import StartApp
from tests.terminal import Terminal
from tests.tui.conftest import add, shown

ANNOTATOR = [sys.executable, "-m", "annotator"]


@pytest.fixture(autouse=True)
def config(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Any:
    monkeypatch.setenv("ANNOTATOR_CONFIG", str(tmp_path / "config"))
    yield tmp_path / "config"
    words.choose(None)


@pytest.mark.parametrize(
    ("keys", "answers"),
    [
        (["enter", "enter"], Answers("root", "zh")),
        ([*"王芳", "enter"], Answers("王芳", "zh")),
        (["2", *"Wang", "space", *"Fang2", "enter"], Answers("Wang Fang2", "en")),
        (["right", "enter", *"li", "enter"], Answers("li", "en")),
        (["right", "left", "tab", "end", *"2", "enter"], Answers("root2", "zh")),
        (["down", *"li", "down", "right", "enter"], Answers("li", "zh")),
        (["enter", *"a", "backspace", "enter", *"李强", "enter"], Answers("李强", "zh")),
    ],
    ids=["as proposed", "a name at once", "english", "arrows", "name by digits", "last line", "no name"],
)  # fmt: skip
async def test_keys_answer_and_the_answers_are_stored(keys: list[str], answers: Answers) -> None:
    app = StartApp("root", USUAL)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await pilot.press(*keys)
        await pilot.pause()
    assert app.return_value == answers
    stored, faults = preferences.read()
    assert (stored["reviewer"], stored["language"]) == answers
    assert not faults


@pytest.mark.parametrize("language", ["zh", "en"])
async def test_everything_fits_80_by_24_in_both_languages(language: str) -> None:
    app = StartApp("某某" * 15, USUAL)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await pilot.press("1" if language == "zh" else "2")
        await pilot.pause()
        text = shown(pilot)
        assert len(text.split("\n")) == 24
        last = {"zh": "退出；每按一键都已保存", "en": "quit; every key press is stored already"}[language]
        assert last in text
        assert text.index("Ctrl+Q") < text.index(last)
        for key in ("who_about", "aligned", "press_step", "press_letters", "press_undo", "keys"):
            assert words.say(f"start.{key}") in text


async def test_the_page_changes_its_language_at_once() -> None:
    app = StartApp("root", USUAL)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert "第一次使用" in shown(pilot)
        await pilot.press("right")
        await pilot.pause()
        assert "First start" in shown(pilot)
        await pilot.click("#language", offset=(14, 0))
        await pilot.pause()
        assert "第一次使用" in shown(pilot)


async def test_who_sees_no_line_of_bars_can_say_so_and_it_is_kept() -> None:
    app = StartApp("root", USUAL)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert "“”‘’…—·×①Ⅱ" in shown(pilot)
        await pilot.press("up", "right", "right")
        await pilot.pause()
        assert "“" not in shown(pilot)
        assert "已换成相近的符号" in shown(pilot)
        await pilot.press("enter")
        await pilot.pause()
    assert preferences.read()[0]["width"] == "wide"


async def test_what_cannot_be_stored_is_said_once_and_the_work_begins(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("ANNOTATOR_CONFIG", str(tmp_path / "file"))
    app = StartApp("root", USUAL)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await pilot.pause()
        await pilot.press("enter", "enter")
        await pilot.pause()
        assert "再按一次回车" in shown(pilot).replace("\n", "")
        await pilot.press("enter")
        await pilot.pause()
    assert app.return_value == Answers("root", "zh")


async def test_a_name_that_is_pasted_loses_its_line_break() -> None:
    from textual.events import Paste

    app = StartApp("root", USUAL)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        app.screen.post_message(Paste("王芳\n"))
        await pilot.pause()
        await pilot.press("enter")
        await pilot.pause()
    assert app.return_value == Answers("王芳", "zh")


# ---------------------------------------------------------------- in a terminal


@pytest.fixture
def opened(tmp_path: Path, config: Path) -> Callable[..., Terminal]:
    """A command on a project of two documents, in a terminal of somebody who never was here."""
    with create(tmp_path / "annotator.db", "王芳") as project:
        add(project, "算力方案", ["加快建设算力调度系统。"])

    def run(*arguments: str, **environment: str) -> Terminal:
        given = {"LANG": "zh_CN.UTF-8", "ANNOTATOR_CONFIG": str(config), **environment}
        return Terminal([*ANNOTATOR, *arguments], cwd=tmp_path, size=(80, 24), environment=given)

    return run


def names(path: Path) -> set[str]:
    with Project.open(path) as project:
        return {person.id for person in people.people(project)}


def test_a_person_is_asked_once_and_works_under_their_name(
    opened: Callable[..., Terminal], tmp_path: Path
) -> None:
    with opened() as terminal:
        terminal.wait_for("第一次使用")
        terminal.press("李", "强", "enter")
        terminal.wait_for("第 1/1 条")
        assert "李强" in terminal.text
        terminal.press("ctrl+q")
        assert terminal.finish() == 0
    assert names(tmp_path / "annotator.db") == {"王芳", "李强"}
    with opened() as terminal:
        terminal.wait_for("第 1/1 条")
        assert "第一次使用".encode() not in terminal.written


def test_another_person_at_the_same_account_says_so_with_an_option(
    opened: Callable[..., Terminal], tmp_path: Path
) -> None:
    preferences.write({"reviewer": "李强", "language": "zh"})
    with opened("--reviewer", "赵敏") as terminal:
        terminal.wait_for("第 1/1 条")
        assert "赵敏" in terminal.text
        terminal.press("ctrl+q")
        terminal.finish()
    assert preferences.read()[0]["reviewer"] == "李强"
    assert names(tmp_path / "annotator.db") == {"王芳", "赵敏"}


def test_who_leaves_instead_of_answering_has_made_nothing(
    opened: Callable[..., Terminal], tmp_path: Path, config: Path
) -> None:
    with opened("demo") as terminal:
        terminal.wait_for("第一次使用")
        terminal.press("ctrl+q")
        assert terminal.finish() == 0
    assert not config.exists()
    assert not (tmp_path / "annotator-demo.db").exists()
    assert names(tmp_path / "annotator.db") == {"王芳"}


def test_where_there_is_no_project_the_offer_comes_after_and_in_the_language_chosen(
    tmp_path: Path, config: Path
) -> None:
    environment = {"LANG": "zh_CN.UTF-8", "ANNOTATOR_CONFIG": str(config)}
    (tmp_path / "here").mkdir()
    (tmp_path / "here/plan.txt").write_text("关于要求的通知\n一、要求\n1.加强管理。\n", encoding="utf-8")
    with Terminal(ANNOTATOR, cwd=tmp_path / "here", environment=environment) as terminal:
        terminal.wait_for("第一次使用")
        terminal.press("2", *"Wang", "enter")
        terminal.wait_for("There is no project here")
        terminal.wait_for("import what lies in this folder (documents: 1: plan.txt)")
        terminal.press("1", "enter")
        terminal.wait_for("Any key begins")
        assert "1 imported" in terminal.text
        assert "第" not in terminal.text
        terminal.press("space")
        terminal.wait_for("加强管理")
        assert "Wang" in terminal.text
        terminal.press("ctrl+q")
        assert terminal.finish() == 0
    assert names(tmp_path / "here" / "annotator.db") == {"Wang"}


def test_a_project_that_lies_here_is_opened_first_and_papers_of_programs_are_not_offered(
    tmp_path: Path, config: Path
) -> None:
    environment = {"LANG": "zh_CN.UTF-8", "ANNOTATOR_CONFIG": str(config), "ANNOTATOR_REVIEWER": "王芳"}
    here = tmp_path / "here"
    here.mkdir()
    text = "关于要求的通知\n一、要求\n1.加强管理。\n"
    for name in ("plan.txt", "README.md", "CHANGELOG.md", "requirements-dev.txt", "foreign.db"):
        (here / name).write_text(text, encoding="utf-8")
    with create(here / "annotator-demo.db", "王芳") as project:
        add(project, "方案", ["推进示范。"])
    with Terminal(ANNOTATOR, cwd=here, environment=environment) as terminal:
        terminal.wait_for("请选择 1–3 或 q")
        assert "1  打开 annotator-demo.db" in terminal.text
        assert "2  导入这个文件夹里的 1 份文件（plan.txt），开始审核" in terminal.text
        assert "foreign" not in terminal.text
        terminal.press("enter")
        terminal.wait_for("第 1/1 条")
        assert "推进示范" in terminal.text
        terminal.press("ctrl+q")
        assert terminal.finish() == 0
    assert not (here / "annotator.db").exists()


@pytest.mark.parametrize(
    ("arguments", "environment"),
    [((), {"ANNOTATOR_REVIEWER": "王芳"}), (("--reviewer", "王芳"), {})],
    ids=["environment", "option"],
)
def test_who_was_named_is_not_asked(
    opened: Callable[..., Terminal], config: Path, arguments: tuple[str, ...], environment: dict[str, str]
) -> None:
    with opened(*arguments, **environment) as terminal:
        terminal.wait_for("第 1/1 条")
        terminal.press("ctrl+q")
        terminal.finish()
        assert "第一次使用".encode() not in terminal.written
    assert not config.exists()


def test_a_mistake_in_the_preferences_is_told_on_the_screen(
    opened: Callable[..., Terminal], config: Path
) -> None:
    preferences.write({"reviewer": "王芳"})
    with (config / "preferences.toml").open("a", encoding="utf-8") as file:
        file.write('theme = "drak"\n')
    with opened() as terminal:
        terminal.wait_for("第 2 行")
        terminal.wait_for("第 1/1 条")


@pytest.mark.parametrize("mouse", ["on", "off"])
def test_the_mouse_is_left_to_the_terminal_where_that_is_preferred(
    opened: Callable[..., Terminal], mouse: str
) -> None:
    preferences.write({"reviewer": "王芳", "mouse": mouse})
    with opened() as terminal:
        terminal.wait_for("第 1/1 条")
        assert (b"\x1b[?1000h" in terminal.written) == (mouse == "on")


def test_ctrl_z_and_ctrl_s_are_harmless_at_the_first_start(opened: Callable[..., Terminal]) -> None:
    with opened() as terminal:
        terminal.wait_for("第一次使用")
        terminal.press("ctrl+z", "ctrl+s", "2")
        terminal.wait_for("First start")
        assert not terminal.stopped


@pytest.mark.parametrize("linear", ["off", "on"])
def test_whoever_is_asked_again_for_a_broken_file_is_told_so(
    opened: Callable[..., Terminal], config: Path, linear: str
) -> None:
    config.mkdir()
    (config / "preferences.toml").write_text('reviewer = "王芳\n', encoding="utf-8")
    with opened("--linear" if linear == "on" else "--theme=dark") as terminal:
        terminal.wait_for("第 1 行看不懂")
        terminal.wait_for("第一次使用" if linear == "off" else "1")


def test_a_new_reviewer_who_finds_the_file_held_is_told_to_try_again(
    opened: Callable[..., Terminal], tmp_path: Path
) -> None:
    with closing(sqlite3.connect(tmp_path / "annotator.db", isolation_level=None)) as db:
        db.execute("BEGIN IMMEDIATE")
        with opened("--reviewer", "李四") as terminal:
            assert terminal.finish() == 2
    said = terminal.written.decode().replace("\r\n", "")
    assert "没有保存；请稍候再试。" in said
    assert "这一步" not in said
