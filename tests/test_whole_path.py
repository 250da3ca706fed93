"""The whole path, as a person walks it: a real terminal, keys only, a kill in the middle, the export read."""

import json
import os
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.terminal import Terminal

ANNOTATOR = [sys.executable, "-m", "annotator"]


@pytest.fixture
def desk(tmp_path: Path) -> Any:
    """Runs commands in a folder of its own, with a plain Chinese environment."""
    environment = {
        "HOME": str(tmp_path), "LANG": "zh_CN.UTF-8", "LC_ALL": "", "ANNOTATOR_REVIEWER": "王芳",
        "ANNOTATOR_PROJECT": "",
    }  # fmt: skip

    class Desk:
        folder = tmp_path

        def terminal(self, *arguments: str) -> Terminal:
            return Terminal([*ANNOTATOR, *arguments], cwd=tmp_path, environment=environment)

        def run(self, *arguments: str) -> str:
            done = subprocess.run(
                [*ANNOTATOR, *arguments], cwd=tmp_path, env={**os.environ, **environment},
                capture_output=True, text=True, check=True,
            )  # fmt: skip
            return done.stdout

        def json_lines(self, *arguments: str) -> list[dict[str, Any]]:
            return [json.loads(line) for line in self.run(*arguments).splitlines()]

    return Desk()


PRESSED = [
    # (keys on the clause, what they say)
    (
        "b o enter",
        {"clause_type": "background", "category": ["overall"], "responsible_unit": [], "priority": None},
    ),
    ("t s d enter", {"clause_type": "task", "category": ["spatial", "data"], "priority": None}),
    ("space d m enter", {"clause_type": "task", "category": ["data", "model"], "units": 1, "priority": 1}),
    ("space m enter", {"clause_type": "task", "category": ["model"], "units": 1, "priority": 1}),
    ("p m 3 a 4 p enter", {"clause_type": "project", "category": ["model"], "units": 1, "priority": 2}),
]
"""Five clauses of sample 000, in order; then five of sample 002 by `space` and one letter."""


def test_label_ten_clauses_undo_kill_undo_redo_export(desk: Any) -> None:
    with desk.terminal("demo") as terminal:
        terminal.wait_for("第 1/29 条")
        for keys, _ in PRESSED:
            terminal.press(*keys.split())
        terminal.wait_for("第 6/29 条  完成 5")
        terminal.press("semicolon" if False else ";", *"留意算力", "escape")
        terminal.wait_for("有备注")
        terminal.press("escape")
        terminal.wait_for("5 份文件")
        terminal.press("down", "down", "enter")
        terminal.wait_for("第 1/53 条")
        for letter in "oxiir":
            terminal.press("space", "2", letter, "enter")
        terminal.wait_for("第 6/53 条  完成 5")
        terminal.press("ctrl+z", "ctrl+z", "ctrl+z")
        terminal.wait_for("第 5/53 条  完成 4")
        assert terminal.kill(signal.SIGKILL) == -signal.SIGKILL

    with desk.terminal("demo") as terminal:
        terminal.wait_for("第 5/53 条  完成 4")
        terminal.press("ctrl+z")
        terminal.wait_for("完成 3")
        terminal.press("ctrl+y")
        terminal.wait_for("完成 4")
        terminal.press("ctrl+q")
        assert terminal.finish() == 0
    assert sorted(path.name for path in desk.folder.glob("*.db*")) == ["annotator-demo.db"]

    project = ("--project", "annotator-demo.db")
    assert "核对一致" in desk.run("verify", *project)
    desk.run("export", "out", *project)
    records = [
        json.loads(line)
        for line in (desk.folder / "out/data/canonical/all.jsonl").read_text().split("\n")
        if line
    ]
    assert len(records) == 221
    touched = [r for r in records if r["status"] != "unreviewed"]
    check_export(touched)
    check_log(desk.json_lines("log", "--reviewer", "王芳", "--json", *project))


def check_export(touched: list[dict[str, Any]]) -> None:
    first = sorted((r for r in touched if r["title"].startswith("上海城市空間")), key=lambda r: r["seq"])
    third = sorted((r for r in touched if "新型基礎設施" in r["title"]), key=lambda r: r["seq"])
    assert [r["status"] for r in first] == ["single"] * 5 + ["unreviewed"] * 0
    for record, (_, said) in zip(first, PRESSED, strict=True):
        labels = record["labels"]
        assert labels["clause_type"] == said["clause_type"]
        assert labels["category"] == said["category"]
        assert labels["priority"] == said["priority"]
        assert len(labels["responsible_unit"]) == said.get("units", 0)
    assert [r["status"] for r in third] == ["single"] * 4


def check_log(events: list[dict[str, Any]]) -> None:
    acts: dict[str, list[dict[str, Any]]] = {}
    for event in events:
        if event["layer"] == "review":
            acts.setdefault(event["act"], []).append(event)
    origins = [group[0]["origin"] for group in acts.values()]
    assert origins.count("undo") == 4
    assert origins.count("redo") == 1
    assert [group[0]["value"] for group in acts.values() if group[0]["kind"] == "note"] == ["留意算力"]
