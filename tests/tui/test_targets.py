"""Targets on the label panel: suggested and taken like other answers, never demanded."""

from typing import Any

import pytest

from annotator.model.review import Suggestion
from annotator.store import documents, suggestions
from annotator.store.project import Project
from tests.tui.test_review_keys import said, shown

TOLD = {
    "indicator": "调度系统", "comparator": "at_least", "value": 20, "value_high": None, "unit": "个",
    "deadline": "2027", "nature": None,
}  # fmt: skip


@pytest.fixture
def span(project: Project) -> dict[str, Any]:
    """A target suggested for the first clause."""
    clause = documents.clause(project, documents.listing(project)[0], 0)
    assert clause
    start = clause.text_start + clause.text.index("算力")
    span = {"surface": "算力", "start": start, "end": start + 2, **TOLD}
    suggestions.add(project, [Suggestion(clause.clause_id, "target", "import", "rules/1", (span,), 0.9)])
    return span


async def test_a_suggested_target_is_shown_with_what_it_counts_and_by_when(
    span: dict[str, Any], screens: Any
) -> None:
    async with screens() as pilot:
        assert "目标指标  建议：算力（调度系统，个，2027）" in shown(pilot)


async def test_space_takes_a_suggested_target_with_the_rest(
    span: dict[str, Any], project: Project, screens: Any
) -> None:
    async with screens() as pilot:
        await pilot.press("space")
        assert said(project).values["target"] == [span]
        assert "目标指标  算力（调度系统，个，2027）" in shown(pilot)


async def test_a_suggested_target_is_not_demanded_and_stays_unset(
    span: dict[str, Any], project: Project, screens: Any
) -> None:
    async with screens() as pilot:
        await pilot.press("t", "i", "3", "a", "4", "z", "enter")
        review = said(project)
        assert review.state == "submitted"
        assert "target" not in review.values


async def test_minus_says_that_there_is_no_target(
    span: dict[str, Any], project: Project, screens: Any
) -> None:
    async with screens() as pilot:
        await pilot.press("5", "minus")
        assert said(project).values == {"target": []}
