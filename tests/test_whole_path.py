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


UNITS = {"市規劃資源局": "上海市规划和自然资源局", "市經濟信息化委": "上海市经济和信息化委员会"}
NONE: list[str] = []

FIRST = [
    ("b o enter", "background", ["overall"], NONE, None),
    ("t s d 3 a 4 w enter", "task", ["spatial", "data"], ["市規劃資源局"], 1),
    ("t d m ; 留 意 escape 3 a 4 z enter", "task", ["data", "model"], ["市規劃資源局"], 2),
    ("t m 3 - 4 a enter", "task", ["model"], NONE, 0),
    ("p m 3 a b 4 q enter", "project", ["model"], ["市規劃資源局", "市經濟信息化委"], 3),
]
"""Clauses of sample 000 in order: the keys, and what they say: type, categories, units, priority."""

THIRD = [
    ("b o enter", "background", ["overall"], NONE, None),
    ("g o 4 q enter", "goal", ["overall"], NONE, 3),
    ("g i 4 z enter", "goal", ["infra"], NONE, 2),
    ("g i d 4 z enter", "goal", ["infra", "data"], NONE, 2),
    ("g r 4 z enter", None, NONE, NONE, None),
]
"""The same for sample 002; of the last, three acts are undone again and only the type is left, a draft."""


def test_label_ten_clauses_undo_kill_undo_redo_export(desk: Any) -> None:
    with desk.terminal("demo") as terminal:
        terminal.wait_for("第 1/29 条")
        for keys, *_ in FIRST:
            terminal.press(*keys.split())
        terminal.wait_for("第 6/29 条  完成 5")
        terminal.press("escape")
        terminal.wait_for("5 份文件")
        terminal.press("down", "down", "enter")
        terminal.wait_for("第 1/53 条")
        for keys, *_ in THIRD:
            terminal.press(*keys.split())
        terminal.wait_for("第 6/53 条  完成 5")
        terminal.press("ctrl+z", "ctrl+z", "ctrl+z")
        terminal.wait_for("第 5/53 条  完成 4")
        assert terminal.kill(signal.SIGKILL) == -signal.SIGKILL

    with desk.terminal("demo") as terminal:
        terminal.wait_for("第 5/53 条  完成 4")
        terminal.wait_for("草稿")
        terminal.press("ctrl+z")
        terminal.wait_for("未开始")
        terminal.press("ctrl+y")
        terminal.wait_for("草稿")
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
    for title, expected in (("上海城市空間", FIRST), ("上海市進一步", THIRD)):
        records = sorted((r for r in touched if r["title"].startswith(title)), key=lambda r: r["seq"])
        assert [r["seq"] for r in records] == [0, 1, 2, 3, 4]
        for record, (_, kind, categories, units, priority) in zip(records, expected, strict=True):
            labels = record["labels"]
            assert labels["clause_type"] == kind
            assert labels["category"] == categories
            assert labels["priority"] == priority
            assert [(u["surface"], u["name"], u["role"]) for u in labels["responsible_unit"]] == [
                (surface, UNITS[surface], "responsible") for surface in units
            ]
    drafts = [r for r in touched if r["status"] == "draft"]
    assert [r["seq"] for r in drafts] == [4]
    assert [review["labels"]["clause_type"] for review in drafts[0]["reviews"]] == ["goal"]
    assert [r["status"] for r in touched if r not in drafts] == ["single"] * 9
    assert [review["note"] for r in touched for review in r["reviews"] if review["note"]] == ["留意"]


def check_log(events: list[dict[str, Any]]) -> None:
    acts: dict[str, list[dict[str, Any]]] = {}
    for event in events:
        if event["layer"] == "review":
            acts.setdefault(event["act"], []).append(event)
    picks = sum(
        key not in ("3", "4", ";", "留", "意", "escape") for keys, *_ in FIRST + THIRD for key in keys.split()
    )
    origins = [group[0]["origin"] for group in acts.values()]
    assert origins.count("key") + origins.count("finish") == picks + 1  # and the note
    assert origins.count("finish") == 10
    assert origins[-5:] == ["undo", "undo", "undo", "undo", "redo"]
    assert len(origins) == picks + 6
    said = [[(event["kind"], event["field"], event["value"]) for event in group] for group in acts.values()]
    assert said[-9:] == [
        [("label", "clause_type", ["goal"])],
        [("label", "category", ["research"])],
        [("label", "priority", ["expedited"])],
        [("label", "responsible_unit", []), ("submit", "", "submitted")],
        [("submit", "", None), ("label", "responsible_unit", None)],
        [("label", "priority", None)],
        [("label", "category", None)],
        [("label", "clause_type", None)],
        [("label", "clause_type", ["goal"])],
    ]
