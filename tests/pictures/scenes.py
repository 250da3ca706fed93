"""What is played for the pictures: a command, a terminal, and keys step by step."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

DEMO = ("demo",)
TASK = ("pagedown", "pagedown", "pagedown")
"""To the first clauses that charge somebody with something."""


class Scene(NamedTuple):
    """`ready` are words of the first screen; a step is keys with blanks between, or text. The lead of a `team` has
    a project in which three reviewers have worked.
    """

    steps: Sequence[str] = ()
    size: tuple[int, int] = (100, 30)
    environment: Mapping[str, str] = {}
    command: Sequence[str] = DEMO
    ready: str = "条款类型"
    team: bool = False


ENGLISH = {"ANNOTATOR_LANG": "en"}
SOME_DONE = ("b", "o enter", "space", "space", "space", "space")
LIGHT, CONTRAST, NONE = ({"ANNOTATOR_THEME": name} for name in ("light", "contrast", "none"))
SIMPLIFIED = "ctrl+g 重庆 enter"

SCENES: Mapping[str, Scene] = {
    "start": Scene(size=(100, 30), environment={"ANNOTATOR_REVIEWER": ""}, ready="第一次使用"),
    "review": Scene([*TASK, "t", "m"]),
    "simplified": Scene([SIMPLIFIED, "space", "pagedown"], size=(80, 24), environment=LIGHT),
    "wide": Scene([SIMPLIFIED, "space", "space", "2", "ctrl+d"], size=(140, 45)),
    "english": Scene([*TASK, "t"], size=(100, 30), environment={**ENGLISH, **LIGHT}, ready="Clause type"),
    "picker": Scene(["ctrl+g 23 enter", "/"]),
    "search": Scene(["ctrl+f", "充电桩", "space", "state:unfinished"]),
    "queue": Scene(["ctrl+f", "数据要素", "enter"]),
    "outline": Scene([*SOME_DONE, "ctrl+o"], environment=LIGHT),
    "marking": Scene([SIMPLIFIED, "pagedown pagedown pagedown", "5", "["]),
    "cutting": Scene([*TASK, "]"]),
    "source": Scene([*TASK, "`"], environment=LIGHT),
    "definition": Scene([*TASK, "2", "ctrl+d", "down"], environment=CONTRAST),
    "history": Scene(["t", "s", ";", "按第二节理解", "escape", "ctrl+r"]),
    "bulk": Scene(["b", "*"]),
    "palette": Scene(["ctrl+p"], environment=NONE),
    "help": Scene(["?"], environment=CONTRAST),
    "library": Scene([*SOME_DONE, "escape"]),
    "agreement": Scene(["ctrl+p", "一致性", "enter", "", "", "down", "enter", ""], team=True),
    "confusion": Scene(["ctrl+p", "一致性", "enter", "", "", "down", "enter", "", "tab", "enter", ""], team=True),
    "adjudicating": Scene(["ctrl+p", "裁定", "enter", "", "enter", "", "down"], team=True),
    "lead": Scene(["ctrl+p", "轮次总览", "enter", "", ""], team=True),
    "codebook": Scene(["ctrl+p", "码表", "enter", "down down down", "enter"], environment=LIGHT, team=True),
}  # fmt: skip

RECORDING = Scene(
    ["b", "o", "enter", "space", "space", "t", "m", "d", "space", "2", "r", "ctrl+z", "enter", "/", "gh", "enter", "escape",
     "space", "ctrl+f", "充电桩", "enter", "t", "2", "b", "ctrl+d", "down", "ctrl+d", "escape", "?"],
)  # fmt: skip
"""Some clauses labelled: codes by letters, suggestions by the space bar, a unit, undo, a search."""
