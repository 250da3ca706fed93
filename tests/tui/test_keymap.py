"""The user's own keys."""

import json
import re
import tomllib
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from textual.events import Key

from annotator.cli.group import annotator
from annotator.errors import AnnotatorError
from annotator.store.codebooks import codebook_of
from annotator.store.project import Project
from annotator.tui.app import AnnotatorApp
from annotator.tui.keymap import changeable, keymap
from annotator.tui.screens.marking import MarkingMode
from annotator.tui.screens.picker import UnitPicker
from annotator.words.modes import WORDS
from tests.tui.conftest import shown, until
from tests.tui.test_review_keys import said
from tests.tui.test_terminal import PLAN, open_on


@pytest.mark.parametrize(
    ("given", "keys"),
    [
        ({}, {}),
        ({"skip": "f5"}, {"skip": "f5"}),
        ({"skip": "#"}, {"skip": "number_sign"}),
        ({"skip": ", ctrl+n"}, {"skip": "comma,ctrl+n"}),
        ({"skip": ["f5", "F6"]}, {"skip": "f5,f6"}),
        ({"skip": "=", "flag": ","}, {"skip": "equals_sign", "flag": "comma"}),
        ({"next": "pagedown j"}, {"next": "pagedown,j"}),
        ({"redo": ""}, {"redo": ""}),
        ({"marking": {"words_right": "l"}}, {"marking.words_right": "l"}),
        (
            {"marking": {"next": ".", "characters_right": "n"}},
            {"marking.next": "full_stop", "marking.characters_right": "n"},
        ),
        (
            {"skip": "f5", "list": {"down": "ctrl+n", "up": "ctrl+p"}},
            {"skip": "f5", "list.down": "ctrl+n", "list.up": "ctrl+p"},
        ),
        ({"picker": {"stated": "# f9"}}, {"picker.stated": "number_sign,f9"}),
    ],
)
def test_keys_are_read_by_sign_or_name(given: dict[str, Any], keys: dict[str, str]) -> None:
    assert keymap(given) == keys


@pytest.mark.parametrize(
    ("given", "told"),
    [
        ({"skipp": "f5"}, "是不是 skip？"),
        ({"zzz": "f5"}, "“zzz”不是命令名"),
        ({"field_1": "f5"}, "“field_1”不是命令名"),
        ({"skip": 5}, "skip 的键要写成文字"),
        ({"skip": [""]}, "skip 的键要写成文字"),
        ({"skip": "x"}, "字母归代码"),
        ({"quit": []}, "就无法退出"),
        ({"quit": ""}, "就无法退出"),
        ({"skip": "3"}, "数字 1–9 归各项"),
        ({"skip": "ctrl+m"}, "分不清它和 enter"),
        ({"skip": "hyper"}, "hyper 不是键名"),
        ({"skip": "="}, "skip 和 flag 都用 equals_sign"),
        ({"skip": "f5", "flag": "f5"}, "都用 f5"),
        ({"marking": {"words_rigth": "l"}}, "是不是 marking.words_right？"),
        ({"zzzz": {"qqqq": "l"}}, "“zzzz.qqqq”不是命令名"),
        ({"marking": {"words_right": 5}}, "marking.words_right 的键要写成文字"),
        ({"marking": {"words_right": "n"}}, "marking.words_right 和 marking.next 都用 n"),
        ({"search": {"save": "down"}}, "list.down 和 search.save 都用 down"),
        ({"cutting": {"merge": "ctrl+h"}}, "分不清它和 backspace"),
        ({"cutting": {"merge": "hyper"}}, "hyper 不是键名"),
        ({"picker": {"stated": "x"}}, "那里要打字"),
        ({"list": {"down": "."}}, "那里要打字"),
        ({"form": {"remove": "ctrl+a"}}, "那里要打字"),
    ],
)
def test_a_mistake_is_told_in_a_sentence(given: dict[str, Any], told: str) -> None:
    with pytest.raises(AnnotatorError, match=told):
        keymap(given)


async def test_own_keys_hold_and_the_screens_name_them(project: Project) -> None:
    app = AnnotatorApp(project, codebook_of(project), "王芳", own_keys=keymap({"skip": "f5 #"}))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await pilot.press("comma")
        assert not said(project).touched
        await pilot.press("f5")
        assert said(project).state == "skipped"
        await pilot.press("question_mark")
        await pilot.pause()
        assert "F5 #" in shown(pilot)


async def test_the_marking_mode_has_own_keys_and_its_bar_names_them(project: Project) -> None:
    own = keymap(
        {"mark": "f2", "marking": {"leave": "q", "words_right": "l", "words_left": "h", "store": "m"}}
    )
    app = AnnotatorApp(project, codebook_of(project), "王芳", own_keys=own)
    async with app.run_test(size=(120, 24)) as pilot:
        await pilot.pause()
        await pilot.press("5")
        assert "按 F2 在原文上标" in shown(pilot)
        await pilot.press("1", "f2")
        await pilot.pause()
        assert " m 标上" in shown(pilot)
        assert " h l ↑ ↓ " in shown(pilot)
        await pilot.press("l", "enter", "m")
        assert len(said(project).evidence["clause_type"]) == 1
        await pilot.press("q")
        assert not isinstance(app.screen, MarkingMode)


async def test_a_list_has_own_keys(project: Project) -> None:
    own = keymap({"list": {"down": "ctrl+n", "up": "ctrl+b", "leave": "f4"}, "search": {"save": "f6"}})
    app = AnnotatorApp(project, codebook_of(project), "王芳", own_keys=own)
    async with app.run_test(size=(120, 24)) as pilot:
        await pilot.pause()
        await pilot.press("ctrl+f", *"建")
        await until(pilot, "共 3 条")
        assert "F6 存为常用  Ctrl+B Ctrl+N 选择  F4 返回" in shown(pilot)
        await pilot.press("ctrl+n", "ctrl+n", "ctrl+b", "enter")
        await until(pilot, "查找：建 2/3")


async def test_a_sign_is_a_key_of_the_picker_in_either_width_and_the_usual_one_is_typed(
    project: Project,
) -> None:
    own = keymap({"picker": {"take_and_leave": "#", "take_and_go_on": "f6", "expand": ""}})
    app = AnnotatorApp(project, codebook_of(project), "王芳", own_keys=own)
    async with app.run_test(size=(120, 24)) as pilot:
        await pilot.pause()
        await pilot.press("slash")
        await until(pilot, "# 选中返回  F6 选中下移")
        await pilot.press("space", "＃")
        await pilot.pause()
        assert not isinstance(app.screen, UnitPicker)
        assert said(project).values["responsible_unit"]


async def test_a_command_without_a_key_has_none(project: Project) -> None:
    app = AnnotatorApp(project, codebook_of(project), "王芳", own_keys=keymap({"skip": ""}))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await pilot.press("comma")
        assert not said(project).touched


def test_every_key_of_a_mode_is_told() -> None:
    assert {name.replace(".", "_") for name in changeable() if "." in name} == set(WORDS)


def test_the_usual_keys_of_every_mode_are_apart_and_allowed() -> None:
    given: dict[str, Any] = {}
    for name, keys in changeable().items():
        if "." in name:
            mode, _, key = name.partition(".")
            given.setdefault(mode, {})[key] = keys.split(",")
    assert keymap(given) == {name: keys for name, keys in changeable().items() if "." in name}


@pytest.mark.parametrize("again", ["f5", "number_sign", "＃"])
async def test_a_warning_waits_for_any_key_that_finishes(project: Project, again: str) -> None:
    app = AnnotatorApp(project, codebook_of(project), "王芳", own_keys=keymap({"finish": "f5 #"}))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await pilot.press("f5")
        assert "再按" in shown(pilot)
        if again.isascii():
            await pilot.press(again)
        else:
            app.screen.post_message(Key("typed", again))  # as an input method sends it
        for _ in range(3):
            await pilot.pause()
        assert said(project).state == "submitted"


def test_a_key_file_is_listed_and_its_mistake_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ANNOTATOR_CONFIG", str(tmp_path))
    (tmp_path / "keys.toml").write_text('skip = "f5"\n', encoding="utf-8")
    told = CliRunner().invoke(annotator, ["keys"])
    assert re.search(r"^skip +F5 +（自定） +跳过这一条", told.output, re.MULTILINE)
    form = "\n".join(re.findall(r"^    (\w+ = .+)$", told.output, re.MULTILINE))
    assert [*keymap(tomllib.loads(form))] == ["skip", "find_unit"]
    listed = json.loads(CliRunner().invoke(annotator, ["keys", "--json"]).output)
    assert {"command": "skip", "keys": ["f5"], "own": True} in listed["keys"]
    assert {"command": "marking.next", "keys": ["n"], "own": False} in listed["keys"]
    (tmp_path / "keys.toml").write_text("skip = \n", encoding="utf-8")
    told = CliRunner().invoke(annotator, ["keys"])
    assert told.exit_code == 2
    assert "keys.toml" in told.output


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ('skipp = "f5"', "是不是 skip"),
        ('nosuch = "x"', "不是命令名"),
        ('finish = "r"', "字母归代码"),
        ("finish = 3", "finish 的键要写成文字"),
        ("quit = []", "就无法退出"),
    ],
)
def test_a_mistake_in_the_key_file_is_told_and_does_not_stop_the_work(
    line: str, told: str, tmp_path: Path
) -> None:
    (tmp_path / "keys.toml").write_text(f"{line}\n", encoding="utf-8")
    with open_on(tmp_path, PLAN, ANNOTATOR_CONFIG=str(tmp_path)) as terminal:
        terminal.wait_for(told)
        terminal.wait_for("第 1/")
