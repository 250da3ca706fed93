"""The program in a real terminal: signals, a closed window, hostile text."""

import os
import signal
import sqlite3
import sys
import time
from contextlib import closing
from pathlib import Path

import pytest

from annotator.flows.importing import import_files
from annotator.flows.opening import create
from annotator.model.review import Review
from annotator.store import documents, reviews
from annotator.store.codebooks import codebook_of
from annotator.store.project import Project
from annotator.store.verify import verify
from tests.terminal import Terminal

PLAN = "算力建设方案\n一、任务\n1.建设平台。建设算力平台。\n2.培育人才。引进人才。\n3.完善标准。制定标准。\n"


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
    "PgUp/Dn 上下条",
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
        before = terminal.settled()
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


def test_damage_met_at_work_is_told_as_damage(tmp_path: Path) -> None:
    """The file of another process is written over while the screens stand on it."""
    with open_on(tmp_path, PLAN) as terminal:
        terminal.wait_for("第 1/3 条")
        path = tmp_path / "annotator.db"
        with closing(sqlite3.connect(path)) as db:
            db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        whole = path.read_bytes()
        path.write_bytes(whole[:4096] + bytes(n % 251 for n in range(len(whole) - 4096)))
        with closing(sqlite3.connect(path)) as db:
            db.execute("PRAGMA user_version = 1")  # so that no page is taken from memory
        terminal.press("pagedown", "t", "pagedown")
        status = terminal.finish()
    said = terminal.written.decode(errors="replace")
    assert status == 2
    assert "已损坏" in said
    assert "程序出错" not in said
