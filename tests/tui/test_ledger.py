"""The ledger from within the program, and what came back of one beside its clause."""

from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from annotator.model.event import Change
from annotator.store import documents, events
from annotator.store.project import Project
from annotator.tui.screens.ledger import LedgerExport, proposed
from tests.tui.conftest import shown
from tests.tui.test_exporting import until


async def ask(pilot: Any, typed: str | None = None) -> None:
    await pilot.press("ctrl+p")
    await pilot.pause()
    await pilot.press(*"台账")
    await pilot.pause()
    await pilot.press("enter")
    await pilot.pause()
    assert isinstance(pilot.app.screen, LedgerExport)
    if typed is not None:
        await pilot.press("ctrl+u", *typed)


async def test_the_palette_writes_the_ledger_of_the_document(project: Project, screens: Any) -> None:
    out = proposed(project)
    async with screens() as pilot:
        title = documents.listing(project)[0].title
        await pilot.press("t", "enter")
        await ask(pilot)
        await pilot.press("enter")
        await until(pilot, lambda: "台账已写到" in shown(pilot))
        assert "annotator ledger" in shown(pilot)
        await pilot.press("enter")
        await pilot.pause()
        assert not isinstance(pilot.app.screen, LedgerExport)
    assert load_workbook(out).worksheets[0].cell(1, 1).value == f"{title}任务台账"
    assert proposed(project).name == f"{out.stem}-2.xlsx"


@pytest.mark.parametrize(
    ("typed", "words"), [("there.xlsx", "已经存在"), ("file/a", "写不了"), (" ", "请写文件名")]
)
async def test_what_cannot_be_written_is_told_and_can_be_put_right(
    project: Project, screens: Any, monkeypatch: pytest.MonkeyPatch, typed: str, words: str
) -> None:
    monkeypatch.chdir(project.path.parent)
    Path("there.xlsx").write_text("别的", encoding="utf-8")
    Path("file").write_text("别的", encoding="utf-8")
    async with screens() as pilot:
        await ask(pilot, typed)
        await pilot.press("enter")
        await until(pilot, lambda: words in shown(pilot))
        await pilot.press("ctrl+u", *"right")
        await pilot.press("enter")
        await until(pilot, lambda: "台账已写到" in shown(pilot))
    assert Path("right.xlsx").is_file()
    assert Path("there.xlsx").read_text(encoding="utf-8") == "别的"


async def test_what_came_back_stands_below_the_clause(project: Project, screens: Any) -> None:
    document = documents.listing(project)[0]
    clause = next(documents.clauses(project, document))
    told = [
        Change("progress", clause.clause_id, field, text, layer="project")
        for field, text in (("status", "推进中"), ("progress", "已开工\n3 段"), ("remark", "\x1b[31m"))
    ]
    events.record(project, "王芳", told, origin="file")
    async with screens() as pilot:
        assert "台账：进展情况：已开工 3 段，完成状态：推进中" in shown(pilot).replace("；", "，")
        await pilot.press("j")
        await pilot.pause()
        assert "台账：" not in shown(pilot)
