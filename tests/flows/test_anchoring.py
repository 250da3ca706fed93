"""Labels compared with suggestions: seen, and held back."""

from collections.abc import Callable
from typing import Any

import pytest

from annotator.errors import AnnotatorError
from annotator.flows.anchoring import Anchoring, Share, anchoring
from annotator.flows.filing import file_labels
from annotator.flows.reviewing import Reviewing
from annotator.model.codebook import Codebook
from annotator.model.hold import Hold
from annotator.model.review import Suggestion
from annotator.store import holding, suggestions
from annotator.store.project import Project
from tests.making import add_document

Work = Callable[..., None]


@pytest.fixture
def clauses(project: Project) -> list[str]:
    found = add_document(project, [f"第{number}条。" for number in range(40)])
    for clause in found:
        suggestions.add(
            project,
            [
                Suggestion(clause, "category", "codebook", "1", ("data", "infra"), 0.6),
                Suggestion(clause, "category", "bert", "1", ("model",), 0.5),
                Suggestion(clause, "clause_type", "import", "1", ("task",), 0.9),
            ],
        )
    return found


@pytest.fixture
def label(project: Project, codebook: Codebook) -> Work:
    """Labels a clause as the screens do: `suggested` where a suggestion for the field was shown."""

    def do(clause: str, value: list[str], *, shown: bool, field: str = "category", who: str = "li") -> None:
        Reviewing(project, codebook, who).put(clause, {field: value}, suggested=[field] if shown else [])

    return do


def found(project: Project, codebook: Codebook) -> dict[tuple[str, str, str], tuple[Share, Share]]:
    return {
        (one.field.id, one.part, one.reviewer): (one.shown, one.held) for one in anchoring(project, codebook)
    }


def held(clauses: list[str], who: str = "li", share: float = 0.5) -> list[str]:
    return [clause for clause in clauses if Hold(share, 7).holds(clause, who)]


def test_labels_are_compared_where_suggestions_were_seen_and_where_held_back(
    project: Project, codebook: Codebook, clauses: list[str], label: Work
) -> None:
    holding.hold(project, "li", Hold(0.5, 7))
    without = held(clauses)
    first, second, third, fourth = [clause for clause in clauses if clause not in without][:4]
    label(first, ["data", "infra"], shown=True)
    label(second, ["infra", "data"], shown=True)
    label(third, ["data"], shown=True)
    label(fourth, ["model"], shown=True)  # the better suggestion is the one that was shown
    label(without[0], ["data", "infra"], shown=False)
    label(without[1], ["urban"], shown=False)
    assert found(project, codebook) == {
        ("category", "", ""): (Share(4, 2), Share(2, 1)),
        ("category", "", "li"): (Share(4, 2), Share(2, 1)),
        ("category", "primary", ""): (Share(4, 2), Share(2, 1)),
        ("category", "primary", "li"): (Share(4, 2), Share(2, 1)),
    }


def test_reviewers_are_counted_apart_and_together(
    project: Project, codebook: Codebook, clauses: list[str], label: Work
) -> None:
    holding.hold(project, "li", Hold(0.5, 7))
    label(clauses[0], ["task"], shown=True, field="clause_type")
    label(clauses[1], ["goal"], shown=True, field="clause_type", who="wang")
    label(held(clauses, "wang")[0], ["task"], shown=False, field="clause_type", who="wang")
    assert found(project, codebook) == {
        ("clause_type", "", ""): (Share(2, 1), Share(1, 1)),
        ("clause_type", "", "li"): (Share(1, 1), Share()),
        ("clause_type", "", "wang"): (Share(1, 0), Share(1, 1)),
    }


def test_what_was_seen_once_was_seen(
    project: Project, codebook: Codebook, clauses: list[str], label: Work
) -> None:
    label(clauses[0], ["data", "infra"], shown=True)
    label(clauses[0], ["data"], shown=False)
    work = Reviewing(project, codebook, "li")
    field = codebook.field("category")
    assert field
    work.reject(clauses[1], field, "data")
    label(clauses[1], ["urban"], shown=False)
    assert found(project, codebook)["category", "", ""] == (Share(2, 0), Share())


def test_labels_that_tell_nothing_are_left_out(
    project: Project, codebook: Codebook, clauses: list[str], label: Work
) -> None:
    label(clauses[0], ["data"], shown=False)  # nothing was held back then
    holding.hold(project, "li", Hold(0.5, 7))
    without = held(clauses)
    seen = [clause for clause in clauses[1:] if clause not in without]
    label(seen[0], ["data"], shown=False)  # a suggestion that came later
    label(without[0], ["routine"], shown=False, field="priority")  # nothing is suggested
    lines: list[dict[str, Any]] = [
        {"clause": without[1], "reviewer": "li", "field": "category", "value": ["data", "infra"]}
    ]
    file_labels(project, codebook, enumerate(lines, 1))
    label(without[2], ["data"], shown=False)
    Reviewing(project, codebook, "li").undo()
    holding.hold(project, "li", Hold())
    label(without[3], ["data"], shown=False)  # no more held back
    with pytest.raises(AnnotatorError) as nothing:
        anchoring(project, codebook)
    assert nothing.value.key == "suggesting.nothing_to_compare"


def test_the_hold_counts_that_was_in_force_at_the_label(
    project: Project, codebook: Codebook, clauses: list[str], label: Work
) -> None:
    holding.hold(project, "li", Hold(0.5, 7))
    label(held(clauses)[0], ["data", "infra"], shown=False)
    holding.hold(project, "li", Hold())
    assert found(project, codebook)["category", "", ""] == (Share(), Share(1, 1))


def test_units_are_compared_by_organisation(project: Project, codebook: Codebook, clauses: list[str]) -> None:
    stated = {
        "org_id": "org-1",
        "name": "甲局",
        "role": "lead",
        "stated": True,
        "surface": "甲",
        "start": 0,
        "end": 1,
    }
    assigned = {**stated, "role": "unspecified", "stated": False, "surface": "", "start": None, "end": None}
    suggestions.add(project, [Suggestion(clauses[0], "responsible_unit", "import", "1", (stated,), 0.9)])
    work = Reviewing(project, codebook, "li")
    work.put(clauses[0], {"responsible_unit": [assigned]}, suggested=["responsible_unit"])
    assert found(project, codebook)["responsible_unit", "", ""] == (Share(1, 1), Share())


@pytest.mark.parametrize(
    ("shown", "held_back", "difference"),
    [
        (Share(4, 3), Share(4, 1), 0.5),
        (Share(2, 1), Share(2, 1), 0.0),
        (Share(), Share(2, 1), None),
        (Share(1, 1), Share(), None),
    ],
)
def test_the_difference_needs_both_sides(
    codebook: Codebook, shown: Share, held_back: Share, difference: float | None
) -> None:
    assert Anchoring(codebook.fields[0], "", "", shown, held_back).difference == difference
