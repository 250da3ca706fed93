"""Terminals that draw “ — ① two cells wide."""

import re
import sys
from pathlib import Path
from typing import Any
from unicodedata import east_asian_width

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from textual.events import CursorPosition
from wcwidth import wcwidth

from annotator.flows.opening import create
from annotator.store.project import Project
from annotator.tui.narrow import ambiguous, narrowed
from annotator.tui.shell import ASK_WIDTH
from tests.terminal import Terminal
from tests.tui.conftest import add

LINES = [
    "加快建设“算力”调度系统——见①②……·ＡⅡ类，25℃×3→■●★§√≈α№。(责任单位:市数据局)",
    "探索建立“数据”流通机制……",
    *["“” ‘’ …… —— · ① Ⅱ ℃ × → ■ ● ★ § │ ▌" * 5],
]
SEQUENCES = re.compile(r"\x1b(\[[0-9;:?<>=$]*[A-Za-z]|\][^\x07]*\x07|[78=>]|P[^\x1b]*\x1b\\)")


@given(st.text())
def test_each_character_is_drawn_as_one_in_the_cells_counted_for_it(text: str) -> None:
    drawn = narrowed(text)
    assert len(drawn) == len(text)
    for before, after in zip(text, drawn, strict=True):
        assert before == after or (ambiguous(before) and not ambiguous(after) and cell_len(after) == 1)


def test_what_replaces_a_character_is_of_one_cell_everywhere() -> None:
    every = {narrowed(chr(code)) for code in range(0x110000) if ambiguous(chr(code))}
    assert {wcwidth(one) for one in every} == {1}
    assert not {one for one in every if east_asian_width(one) == "A"}


@pytest.mark.parametrize(
    ("text", "drawn"),
    [
        ("“算力”——……", '"算力"--⋯⋯'),
        ("①·②", "➀･➁"),
        ("25℃×3", "25Cx3"),
        ("│─┼", "|-+"),
        ("α", "?"),
        ("中，㉈", "中，?"),
    ],
)
def test_the_look_is_kept_as_far_as_one_cell_allows(text: str, drawn: str) -> None:
    assert narrowed(text) == drawn


def terminal(folder: Path, *, wide: bool, columns: int = 80, width: str = "") -> Terminal:
    with create(folder / "annotator.db", "王芳") as project:
        add(project, "“算力”方案·一", LINES)
    if width:
        (folder / "preferences.toml").write_text(f'width = "{width}"\n', encoding="utf-8")
    environment = {"ANNOTATOR_REVIEWER": "王芳", "LANG": "zh_CN.UTF-8", "ANNOTATOR_CONFIG": str(folder)}
    command = [sys.executable, "-m", "annotator"]
    return Terminal(command, cwd=folder, size=(columns, 24), environment=environment, wide=wide)


def border(one: Terminal, sign: str) -> list[int]:
    """The column of the line beside the list of clauses, in every row that has one."""
    rows = [[one.screen.buffer[y][x].data for x in range(one.screen.columns)] for y in range(1, 23)]
    first = 15 if one.screen.columns < 130 else 38  # text in the list may have the sign, too
    return [row.index(sign, first) for row in rows if sign in row[first:]]


@pytest.mark.parametrize("columns", [80, 140])
def test_no_line_breaks_apart_where_such_characters_take_two_cells(tmp_path: Path, columns: int) -> None:
    with terminal(tmp_path, wide=True, columns=columns) as one:
        one.wait_for('"算力"')
        one.press("pagedown", "pageup", "?", "escape", "3", "/", "escape", ";", "“", "escape", "t")
        one.press("escape")
        one.wait_for("回车 打开")
        one.press("enter")
        one.wait_for("条款类型")
        one.read(longest=2.0)
        assert "“" not in one.text
        columns_of_border = border(one, "|")
        assert len(columns_of_border) == 22
        assert len(set(columns_of_border)) == 1
        # All but the question to the terminal, and what was drawn before it answered.
        after = one.written.decode().split("\x1b[6n")[1].split("➀➁", 1)[1]
        assert not {c for c in SEQUENCES.sub("", after) if ambiguous(c)}


def test_a_terminal_of_narrow_characters_gets_them_as_they_are(tmp_path: Path) -> None:
    with terminal(tmp_path, wide=False) as one:
        one.wait_for("①②")
        assert len(set(border(one, "│"))) == 1


@pytest.mark.parametrize(("width", "wide"), [("wide", False), ("narrow", True)])
def test_what_a_person_has_set_is_not_asked(tmp_path: Path, width: str, wide: bool) -> None:
    with terminal(tmp_path, wide=wide, width=width) as one:
        one.wait_for("第 1/3 条")
        one.press("pagedown", "pageup")
        assert ("➀" in one.text) == (width == "wide")
        assert b"\x1b[6n" not in one.written


@pytest.mark.parametrize(
    ("x", "y", "wide"),
    [(2, 1, True), (1, 1, False), (2, 0, False)],
    ids=["two cells", "one cell", "shift+f3"],
)
async def test_the_answer_of_the_terminal_is_told_from_a_key(
    screens: Any, x: int, y: int, wide: bool
) -> None:
    async with screens() as pilot:
        pilot.app.post_message(CursorPosition(x, y))
        await pilot.pause()
        assert pilot.app.wide == wide


def test_keys_typed_while_the_terminal_is_asked_are_not_lost(tmp_path: Path) -> None:
    with terminal(tmp_path, wide=True) as one:
        one.wait_for("条款类型")
        one.press("t", "i")
        one.wait_for("主题类别  算力网络感知")
        one.press("ctrl+q")
        assert one.finish() == 0
    with Project.open(tmp_path / "annotator.db") as project:
        values = [row[0] for row in project.db.execute("SELECT value FROM event WHERE kind = 'label'")]
    assert values == ['["task"]', '["infra"]']


def test_nothing_of_the_question_stays_on_the_screen(tmp_path: Path) -> None:
    with terminal(tmp_path, wide=True) as one:
        one.wait_for("➀")
        assert one.written.count(ASK_WIDTH.encode()) == 1
        one.press("ctrl+q")
        assert one.finish() == 0
        assert "“" not in one.text
