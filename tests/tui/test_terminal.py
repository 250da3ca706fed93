"""The program in a real terminal: signals, a closed window, hostile text."""

import base64
import os
import re
import signal
import sys
import time
from pathlib import Path

import pytest

from annotator.flows.importing import import_files
from annotator.flows.opening import codebook_of, create
from annotator.model.review import Review
from annotator.store import documents, reviews
from annotator.store.project import Project
from annotator.store.verify import verify
from tests.terminal import Terminal

PLAN = "算力建设方案\n一、任务\n1.建设平台。建设算力平台。\n2.培育人才。引进人才。\n3.完善标准。制定标准。\n"
HOSTILE = (
    "关于加强\x1b]0;owned\x07管理的通知\n一、要求\x1b[2J[/]\n"
    "1.加强[@click=app.bell]管理[/]。\x1b[31m红\x1b]52;c;aGk=\x07\u202e反\x9b5n。（责任单位：[/foo]局）\n"
    "2.第[/]条 [link=file:///etc/passwd]x[/]。\x00\n"
)
ALLOWED = re.compile(
    rb"\x1b\]22;[a-z]*\x07|\x1b\[[0-9;:?<>=]*[A-Za-z]|\x1b\[\?[0-9;]+\$p|\x1b[78=>]|\x1b\[[0-9;]* q|\x1bP[^\x1b]*\x1b\\|\x1b_[^\x1b]*\x1b\\"
)
"""The sequences that Textual itself writes: colours, movement, modes."""


CLIPBOARD = re.compile(rb"\x1b\]52;c;([A-Za-z0-9+/]*=*)\x07")
"""What the program itself writes to copy a clause."""


def open_on(folder: Path, text: str, **more: str) -> Terminal:
    (folder / "plan.txt").write_text(text.replace("\x00", ""), encoding="utf-8")
    with create(folder / "annotator.db", "王芳") as project:
        import_files(project, "王芳", codebook_of(project), [folder / "plan.txt"])
    environment = {"ANNOTATOR_REVIEWER": "王芳", "LANG": "zh_CN.UTF-8", "ANNOTATOR_PROJECT": "", **more}
    return Terminal([sys.executable, "-m", "annotator"], cwd=folder, size=(80, 24), environment=environment)


def said(folder: Path) -> list[Review]:
    with Project.open(folder / "annotator.db") as project:
        assert list(verify(project)) == []
        (document,) = documents.listing(project)
        return [reviews.review(project, c.clause_id, "王芳") for c in documents.clauses(project, document)]


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP], ids=lambda n: n.name)
def test_a_signal_loses_nothing_and_restores_the_terminal(tmp_path: Path, number: signal.Signals) -> None:
    with open_on(tmp_path, PLAN) as terminal:
        terminal.wait_for("第 1/3 条")
        terminal.press("t", "i", "d")
        assert terminal.kill(number) == 0
        assert b"\x1b[?1049l" in terminal.written
        assert b"\x1b[?25h" in terminal.written
    assert said(tmp_path)[0].values == {"clause_type": ["task"], "category": ["infra", "data"]}
    assert [path.name for path in tmp_path.glob("*.db*")] == ["annotator.db"]


def test_a_closed_window_loses_nothing_and_leaves_no_process(tmp_path: Path) -> None:
    terminal = open_on(tmp_path, PLAN)
    terminal.wait_for("第 1/3 条")
    terminal.press("t", "i")
    os.close(terminal._fd)
    end = time.monotonic() + 10
    while os.waitpid(terminal.pid, os.WNOHANG) == (0, 0):
        assert time.monotonic() < end, "the program did not end"
        time.sleep(0.05)
    assert said(tmp_path)[0].values == {"clause_type": ["task"], "category": ["infra"]}


def test_kill_9_loses_nothing_that_was_shown(tmp_path: Path) -> None:
    with open_on(tmp_path, PLAN) as terminal:
        terminal.wait_for("第 1/3 条")
        terminal.press("t", "i")
        terminal.wait_for("算力网络感知")
        terminal.kill(signal.SIGKILL)
    assert said(tmp_path)[0].values == {"clause_type": ["task"], "category": ["infra"]}


def test_ctrl_z_is_undo_and_ctrl_s_is_harmless(tmp_path: Path) -> None:
    with open_on(tmp_path, PLAN) as terminal:
        terminal.wait_for("第 1/3 条")
        terminal.press("t", "ctrl+z", "ctrl+s", "a")
        terminal.wait_for("现状成效")
        terminal.press("ctrl+q")
        assert terminal.finish() == 0
    assert said(tmp_path)[0].values == {"clause_type": ["status"]}


@pytest.mark.parametrize(
    ("keys", "words"),
    [
        ((), "第 1/3 条"),
        (("escape",), "3 条"),
        (("?",), "按键"),
        (("3", "/"), "责任单位"),
        ((";", "注"), "备注"),
    ],
    ids=["review", "documents", "help", "picker", "note"],
)
def test_on_no_screen_do_the_keys_of_the_terminal_suspend_or_freeze(
    tmp_path: Path, keys: tuple[str, ...], words: str
) -> None:
    with open_on(tmp_path, PLAN) as terminal:
        terminal.wait_for("第 1/3 条")
        terminal.press(*keys)
        terminal.wait_for(words)
        os.write(terminal._fd, b"\x1a\x13")
        terminal.read(longest=1.0)
        before = len(terminal.written)
        terminal.resize(90, 26)
        terminal.read(longest=1.0)
        assert not terminal.stopped
        assert len(terminal.written) > before, "the screen is frozen"
        terminal.press("ctrl+q")
        assert terminal.finish() == 0


def test_keys_of_an_input_method_label_like_others(tmp_path: Path) -> None:
    with open_on(tmp_path, PLAN) as terminal:
        terminal.wait_for("第 1/3 条")
        terminal.press("ｔ", "ｉ", "；", "注", "escape", "＝", "４", "ｚ", "。")
        terminal.wait_for("第 2/3 条")
    (first, *_) = said(tmp_path)
    assert first.values == {"clause_type": ["task"], "category": ["infra"], "priority": ["expedited"]}
    assert (first.flagged, first.note) == (True, "注")


def copied(terminal: Terminal) -> list[str]:
    """What was given to the clipboard of the terminal."""
    return [base64.b64decode(text).decode("utf-8") for text in CLIPBOARD.findall(terminal.written)]


def assert_harmless(terminal: Terminal) -> None:
    """Nothing of HOSTILE reached the terminal but printable text."""
    rest = ALLOWED.sub(b"", CLIPBOARD.sub(b"", terminal.written))
    assert b"\x1b" not in rest, rest[max(0, rest.index(b"\x1b") - 20) :][:60]
    assert b"\x07" not in rest
    assert b"owned" not in b"".join(re.findall(rb"\x1b\][^\x07\x1b]*", terminal.written))
    for sequence in ("\x1b[31m红", "\x1b[2J[", "\x9b5n"):
        assert sequence.encode() not in terminal.written
    shown = rest.decode("utf-8")
    assert not set(shown) & {"\u202e", "\x9b", "\x00"}


def test_hostile_text_writes_nothing_to_the_terminal_but_what_is_printable(tmp_path: Path) -> None:
    with open_on(tmp_path, HOSTILE) as terminal:
        terminal.wait_for("第 1/2 条")
        terminal.press("3", "a", "/", "x", "escape", ";", "x", "escape", "pagedown", "pageup", "?", "escape")
        terminal.press("escape", "enter")
        terminal.wait_for("第 1/2 条")
        terminal.press("ctrl+q")
        assert terminal.finish() == 0
    assert_harmless(terminal)


def test_hostile_text_is_harmless_in_every_view_and_window(tmp_path: Path) -> None:
    with open_on(tmp_path, HOSTILE, ANNOTATOR_REVIEWER="[/王芳]") as terminal:
        terminal.wait_for("第 1/2 条")
        for view in ("原文", "简体", "繁體", "清洗后"):
            terminal.press("`")
            terminal.wait_for(f"视图：{view}")
            terminal.press("ctrl+c")
            terminal.wait_for("已复制")
        terminal.press(";", *"[@click=app.bell]x[/]", "escape", "ctrl+r")
        terminal.wait_for("第 1 条的经过")
        terminal.wait_for("备注：[@click=app.bell]x[/]")
        terminal.press("escape", "ctrl+d")
        terminal.wait_for("取舍：")
        terminal.press("down", "pagedown", "escape", "ctrl+p", *"progress", "enter")
        terminal.wait_for("进度：[/王芳]")
        terminal.press("escape", "ctrl+z")
        terminal.wait_for("已撤销：备注 [@click=app.bell]x[/]")
        terminal.press("ctrl+q")
        assert terminal.finish() == 0
    assert_harmless(terminal)
    assert len(copied(terminal)) == 4
    for text in copied(terminal):
        assert all(character.isprintable() or character in "\n␛␇�" for character in text)
        assert "管理[/]" in text


def test_the_mouse_is_switched_off_and_on_in_the_terminal(tmp_path: Path) -> None:
    with open_on(tmp_path, PLAN) as terminal:
        terminal.wait_for("第 1/3 条")
        before = terminal.written.count(b"\x1b[?1003h")
        assert b"\x1b[?1003l" not in terminal.written
        terminal.press("ctrl+t")
        terminal.wait_for("鼠标已交给终端")
        assert b"\x1b[?1003l" in terminal.written
        terminal.press("ctrl+t")
        terminal.wait_for("鼠标已收回")
        assert terminal.written.count(b"\x1b[?1003h") == before + 1


PARTS = (
    "算力建设方案",
    "第 1/3 条",
    "1.建设平台",
    "3.完善标准",
    "▌ 1.建设平台。建设算力平台。",
    "4 优先级",
    "下一未完成",
)
"""Words of every part of the screen on PLAN: title, list, clause, panel, keys."""


def all_shown(terminal: Terminal) -> None:
    """Wait until every part of the screen is there; AssertionError where one never comes."""
    for words in PARTS:
        terminal.wait_for(words)


@pytest.mark.parametrize("size", [(140, 45), (40, 10), (20, 5), (5, 2), (80, 24)])
def test_any_size_of_window_is_survived_and_drawn_whole_afterwards(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    with open_on(tmp_path, PLAN) as terminal:
        terminal.wait_for("第 1/3 条")
        terminal.resize(*size)
        terminal.press("t", "pagedown", "pageup", "down", "?")
        terminal.resize(80, 24)
        terminal.press("escape")
        all_shown(terminal)
        terminal.press("ctrl+q")
        assert terminal.finish() == 0
    assert said(tmp_path)[0].values == {"clause_type": ["task"]}


@pytest.mark.parametrize("sizes", [[(40, 10)], [(5, 2)], [(140, 45), (20, 5), (100, 30)]])
@pytest.mark.parametrize("key", ["", "?"], ids=["review", "help"])
def test_a_window_that_was_small_for_a_moment_is_drawn_anew(
    tmp_path: Path, sizes: list[tuple[int, int]], key: str
) -> None:
    with open_on(tmp_path, PLAN) as terminal:
        all_shown(terminal)
        if key:
            terminal.press(key)
            terminal.wait_for("Esc 关闭")
        terminal.read(quiet=0.5, longest=0.5)
        before = terminal.text
        for size in [*sizes, (80, 24)]:
            terminal.resize(*size)
        end = time.monotonic() + 20
        while terminal.text != before:
            assert time.monotonic() < end, terminal.text
            terminal.read(longest=0.2)


def test_a_window_that_changes_before_the_first_picture_gets_it(tmp_path: Path) -> None:
    with open_on(tmp_path, PLAN) as terminal:
        for size in [(40, 10), (140, 45), (20, 5), (80, 24)] * 5:
            terminal.resize(*size)
            terminal.read(quiet=0.02, longest=0.05)
        all_shown(terminal)
