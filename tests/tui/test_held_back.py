"""Suggestions that are held back, or that the reviewer has rejected, are not on the screen."""

from typing import Any

from annotator.flows.reviewing import Reviewing
from annotator.model.hold import Hold
from annotator.store import documents, events, holding
from annotator.store.codebooks import codebook_of
from annotator.store.project import Project
from tests.tui.conftest import shown

WIDE = (120, 40)


def labels(project: Project) -> list[tuple[str, Any, bool]]:
    return [(one.field, one.value, one.suggested) for one in events.read(project, "kind = 'label'")]


async def test_a_clause_held_back_shows_no_suggestion_and_its_labels_say_so(
    project: Project, screens: Any
) -> None:
    holding.hold(project, "王芳", Hold(1.0, 7))
    async with screens(size=WIDE) as pilot:
        assert "建议：" not in shown(pilot)
        await pilot.press("t")
        await pilot.pause()
    assert labels(project) == [("clause_type", ["task"], False)]
    holding.hold(project, "王芳", Hold())
    async with screens(size=WIDE) as pilot:
        assert "建议：" in shown(pilot)
        await pilot.press("shift+tab", "1", "a")
        await pilot.pause()
    assert labels(project)[1:] == [("clause_type", ["status"], True)]


async def test_what_was_rejected_is_not_on_the_screen(project: Project, screens: Any) -> None:
    book = codebook_of(project)
    field = book.field("responsible_unit")
    assert field
    clause = documents.clause(project, documents.listing(project)[0], 0)
    assert clause
    async with screens(size=WIDE) as pilot:
        assert "建议：市数据局" in shown(pilot)
    Reviewing(project, book, "王芳").reject(clause.clause_id, field, "市数据局", "document")
    async with screens(size=WIDE) as pilot:
        assert "建议：" in shown(pilot)
        assert "建议：市数据局" not in shown(pilot)
