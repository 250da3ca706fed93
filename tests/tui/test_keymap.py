"""The user's own keys."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from annotator.cli.group import annotator
from annotator.errors import AnnotatorError
from annotator.flows.opening import codebook_of
from annotator.store.project import Project
from annotator.tui.app import AnnotatorApp
from annotator.tui.keymap import keymap
from tests.tui.conftest import shown
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
        ({"skip": "3"}, "数字 1–9 归各项"),
        ({"skip": "ctrl+m"}, "分不清它和 enter"),
        ({"skip": "hyper"}, "hyper 不是键名"),
        ({"skip": "="}, "skip 和 flag 都用 equals_sign"),
        ({"skip": "f5", "flag": "f5"}, "都用 f5"),
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


def test_a_key_file_is_listed_and_its_mistake_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ANNOTATOR_CONFIG", str(tmp_path))
    (tmp_path / "keys.toml").write_text('skip = "f5"\n', encoding="utf-8")
    told = CliRunner().invoke(annotator, ["keys"])
    assert re.search(r"^skip +F5 +（自定） +跳过这一条", told.output, re.MULTILINE)
    listed = json.loads(CliRunner().invoke(annotator, ["keys", "--json"]).output)
    assert {"command": "skip", "keys": ["f5"], "own": True} in listed["keys"]
    (tmp_path / "keys.toml").write_text("skip = \n", encoding="utf-8")
    told = CliRunner().invoke(annotator, ["keys"])
    assert told.exit_code == 2
    assert "keys.toml" in told.output


def test_a_mistake_in_the_key_file_does_not_stop_the_work(tmp_path: Path) -> None:
    (tmp_path / "keys.toml").write_text('skipp = "f5"\n', encoding="utf-8")
    with open_on(tmp_path, PLAN, ANNOTATOR_CONFIG=str(tmp_path)) as terminal:
        terminal.wait_for("是不是 skip")
