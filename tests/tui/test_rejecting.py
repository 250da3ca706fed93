"""What is rejected on the screen is suggested no more, there or further."""

from typing import Any

from annotator.store import rejections
from annotator.store.project import Project
from tests.tui.conftest import shown
from tests.tui.test_marking_words import press


def rejected(project: Project) -> list[tuple[str, str]]:
    return [(one.subject[:3], f"{one.field}:{one.item}") for one in rejections.of(project, "王芳")]


async def test_the_only_suggestion_is_rejected_for_the_clause_by_two_keys(
    project: Project, screens: Any
) -> None:
    async with screens() as pilot:
        assert "建议：市数据局" in shown(pilot)
        await press(pilot, "3", "！", "enter")
        assert "建议：市数据局" not in shown(pilot)
        assert "不再建议“市数据局（责任）”（这一条）；Ctrl+Z 撤销。" in shown(pilot)
        assert rejected(project) == [("cl-", "responsible_unit:市数据局")]
        await press(pilot, "ctrl+z")
        assert "建议：市数据局" in shown(pilot)
    assert rejected(project) == []


async def test_it_is_rejected_for_the_project_and_undone(project: Project, screens: Any) -> None:
    async with screens() as pilot:
        await press(pilot, "1", "exclamation_mark", "down", "down", "enter")
        assert rejected(project) == [("pro", "clause_type:task")]
        assert "建议：任务举措" not in shown(pilot)
        await press(pilot, "ctrl+z")
        assert "建议：任务举措" in shown(pilot)


async def test_a_field_without_a_suggestion_says_so(project: Project, screens: Any) -> None:
    async with screens() as pilot:
        await press(pilot, "2", "exclamation_mark")
        assert "没有可退回的建议" in shown(pilot)
    assert rejected(project) == []
