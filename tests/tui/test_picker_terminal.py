"""Hostile names in the unit picker, in a real terminal: nothing but printable text reaches it."""

import sys
from pathlib import Path

from annotator.flows.importing import import_files
from annotator.flows.opening import create
from annotator.model.addition import Addition
from annotator.model.review import Suggestion
from annotator.store import additions, documents, suggestions
from annotator.store.codebooks import codebook_of
from annotator.store.project import Project
from annotator.store.verify import verify
from tests.hostile import assert_harmless
from tests.terminal import Terminal

PLAN = "上海市方案\n一、任务\n1.推进各区政府建设。（责任单位：[/foo]\x1b]0;owned\x07局）\n2.完善机制。\n"
EVIL = "\x1b]0;owned\x07[@click=app.bell]\u202e\x9b31m局\x00" + "长" * 90 + "\u200b\ud7ff局"


def evil_project(folder: Path) -> Path:
    """What a merge, a model's file or an import may bring: names that the picker itself would refuse."""
    (folder / "plan.txt").write_text(PLAN, encoding="utf-8")
    path = folder / "annotator.db"
    with create(path, "王芳") as project:
        import_files(project, "王芳", codebook_of(project), [folder / "plan.txt"])
        for n, state in enumerate(("proposed", "confirmed")):
            one = Addition(f"org-x-{n}", f"恶{n}{EVIL}", EVIL, (EVIL,))
            additions.enter(project, "王芳", one)
            if state != "proposed":
                additions.settle(project, "王芳", one._replace(state="confirmed"))
        (document,) = documents.listing(project)
        clause = documents.clause(project, document, 0)
        assert clause is not None
        unit = {
            "org_id": None, "name": EVIL, "role": "lead", "stated": True, "surface": EVIL,
            "start": clause.start, "end": clause.start + 2,
        }  # fmt: skip
        other = {
            **unit,
            "org_id": "[/red]",
            "surface": "\x1b[31m",
            "start": clause.end + 9,
            "end": clause.end + 12,
        }
        suggestions.add(
            project, [Suggestion(clause.clause_id, "responsible_unit", "model", "1", (unit, other), 1.0)]
        )
    return path


def test_hostile_names_write_nothing_to_the_terminal_but_what_is_printable(tmp_path: Path) -> None:
    path = evil_project(tmp_path)
    environment = {"ANNOTATOR_REVIEWER": "王芳", "LANG": "zh_CN.UTF-8", "ANNOTATOR_PROJECT": ""}
    command = [sys.executable, "-m", "annotator"]
    with Terminal(command, cwd=tmp_path, size=(80, 24), environment=environment) as terminal:
        terminal.wait_for("第 1/2 条")
        terminal.press("/")
        terminal.wait_for("责任单位 · 已选 0 个")
        terminal.press("1", "-", "-", "tab", "down", "enter", "1", "-", "-", "tab", "=", "down", "enter", "=")
        terminal.press("ctrl+z", "ctrl+y", "up", "up", ",", "up", "enter", "/")
        terminal.press(*"恶0")
        terminal.wait_for("待确认")
        terminal.press(
            "enter", "=", "1", "-", *["backspace"] * 2, *"恶意的单位局", "enter", "enter", "up", "down"
        )
        terminal.press("escape", "/")
        terminal.wait_for("汉字、拼音或首字母")
        terminal.press("\x1b[200~市某\u202e某\x9b局\n\x1b[201~", "enter", "enter", "enter", "escape", "/")
        terminal.wait_for("汉字、拼音或首字母")
        terminal.press(*"各区", "down", "up", "=")
        terminal.wait_for("展开为 16 个单位")
        terminal.press("pagedown", "enter", "escape")
        terminal.wait_for("第 1/2 条")
        terminal.press("pagedown", "pageup", "a", "b", "ctrl+q")
        assert terminal.finish() == 0
    assert_harmless(terminal)
    with Project.open(path) as project:
        assert list(verify(project)) == []
        assert all(
            one.name.isprintable()
            for one in additions.additions(project).values()
            if one.org_id not in ("org-x-0", "org-x-1")
        )
