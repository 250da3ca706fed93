"""Suggestions as they are kept, ordered and shown."""

from collections.abc import Callable
from typing import Any

import pytest

from annotator.model.document import Clause
from annotator.model.event import Change
from annotator.model.hold import Hold
from annotator.model.review import Suggestion
from annotator.store import documents, events, holding, suggestions
from annotator.store.gathering import Gathering
from annotator.store.project import Project
from tests.making import add_document


@pytest.fixture
def clauses(project: Project) -> list[Clause]:
    add_document(project, ["一。", "二。"], name="甲.txt")
    add_document(project, ["三。"], name="乙.txt")
    return [clause for one in documents.listing(project) for clause in documents.clauses(project, one)]


def suggest(
    project: Project, clause: Clause, *given: tuple[str, float, list[str]], field: str = "category"
) -> None:
    rows = [
        Suggestion(clause.clause_id, field, source, "1", tuple(value), score)
        for source, score, value in given
    ]
    suggestions.add(project, rows)


def seen(project: Project, clause: Clause, who: str = "li") -> list[tuple[str, tuple[Any, ...]]]:
    return [(one.source, one.value) for one in suggestions.shown(project, who, clause)]


def reject(project: Project, subject: str, item: str, *, who: str = "li", value: bool | None = True) -> None:
    events.record(project, who, [Change("reject", subject, item, value)], origin="key")


# ---------------------------------------------------------------- which goes first


def test_the_best_score_goes_first(project: Project, clauses: list[Clause]) -> None:
    suggest(
        project, clauses[0], ("codebook", 0.9, ["data"]), ("bert", 0.5, ["infra"]), ("import", 0.7, ["model"])
    )
    assert [source for source, _ in seen(project, clauses[0])] == ["codebook", "import", "bert"]


def test_of_equal_scores_a_model_goes_before_rules_and_rules_before_key_terms(
    project: Project, clauses: list[Clause]
) -> None:
    given = [(source, 0.8, ["data"]) for source in ("codebook", "import", "zz-model", "a-model")]
    suggest(project, clauses[0], *given)
    expected = ["a-model", "zz-model", "import", "codebook"]
    assert [source for source, _ in seen(project, clauses[0])] == expected
    found = suggestions.of(project, [clauses[0].clause_id])
    assert [one.source for one in found] == expected


# ---------------------------------------------------------------- what is rejected


def test_what_a_reviewer_rejects_is_not_shown_to_them_again(project: Project, clauses: list[Clause]) -> None:
    suggest(project, clauses[0], ("bert", 0.9, ["data"]), ("codebook", 0.6, ["infra", "data"]))
    reject(project, clauses[0].clause_id, "category:data")
    assert seen(project, clauses[0]) == [("codebook", ("infra",))]
    assert seen(project, clauses[0], "wang") == [("bert", ("data",)), ("codebook", ("infra", "data"))]
    reject(project, clauses[0].clause_id, "category:data", value=None)
    assert len(seen(project, clauses[0])) == 2


@pytest.mark.parametrize(("scope", "where"), [("clause", [0]), ("document", [0, 1]), ("project", [0, 1, 2])])
def test_a_rejection_reaches_as_far_as_it_says(
    project: Project, clauses: list[Clause], scope: str, where: list[int]
) -> None:
    for clause in clauses:
        suggest(project, clause, ("bert", 0.9, ["data"]))
    subject = {"clause": clauses[0].clause_id, "document": clauses[0].doc_id, "project": "project"}[scope]
    reject(project, subject, "category:data")
    assert [n for n, clause in enumerate(clauses) if not seen(project, clause)] == where


def test_a_rejection_is_of_one_field(project: Project, clauses: list[Clause]) -> None:
    suggest(project, clauses[0], ("bert", 0.9, ["data"]))
    suggest(project, clauses[0], ("bert", 0.9, ["data"]), field="theme")
    reject(project, clauses[0].clause_id, "theme:data")
    assert [one.field for one in suggestions.shown(project, "li", clauses[0])] == ["category"]


@pytest.mark.parametrize("item", ["org-1", "上海市数据局", "市数据局"])
def test_a_unit_is_rejected_by_its_words_its_name_or_its_organisation(
    project: Project, clauses: list[Clause], item: str
) -> None:
    units = tuple(
        {"org_id": org_id, "name": name, "surface": surface}
        for org_id, name, surface in (("org-1", "上海市数据局", "市数据局"), (None, "某平台", "某平台"))
    )
    suggestions.add(
        project, [Suggestion(clauses[0].clause_id, "responsible_unit", "import", "1", units, 0.9)]
    )
    reject(project, "project", f"responsible_unit:{item}")
    ((_, left),) = seen(project, clauses[0])
    assert [unit["name"] for unit in left] == ["某平台"]


def test_a_suggestion_that_the_text_states_nothing_has_nothing_to_reject(
    project: Project, clauses: list[Clause]
) -> None:
    suggest(project, clauses[0], ("bert", 0.9, []))
    reject(project, clauses[0].clause_id, "category:data")
    assert seen(project, clauses[0]) == [("bert", ())]


# ---------------------------------------------------------------- what is held back


def test_a_clause_held_back_shows_nothing_of_any_source(
    project: Project, clauses: list[Clause], reopen: Callable[..., Project]
) -> None:
    for clause in clauses:
        suggest(project, clause, ("bert", 0.9, ["data"]), ("import", 0.9, ["infra"]))
        suggest(project, clause, ("codebook", 0.9, ["task"]), field="clause_type")
    hold = next(h for h in (Hold(0.5, seed) for seed in range(99))
                if [h.holds(c.clause_id, "li") for c in clauses] == [True, False, True])  # fmt: skip
    assert holding.hold(project, "li", hold)
    assert not holding.hold(project, "li", hold)
    for at in (project, reopen()):
        assert [len(suggestions.shown(at, "li", clause)) for clause in clauses] == [0, 3, 0]
    assert holding.hold(project, "li", Hold())
    assert [len(suggestions.shown(project, "li", clause)) for clause in clauses] == [3, 3, 3]


def test_the_log_knows_what_was_held_back_when(project: Project, clauses: list[Clause]) -> None:
    shares = []
    for share in (0.0, 0.2, 0.5, 0.0):
        if share or shares:
            holding.hold(project, "li", Hold(share, 7))
        events.record(project, "li", [Change("flag", clauses[0].clause_id, value=True)], origin="key")
        shares.append(share)
    holds = holding.history(project)
    flags = events.read(project, "kind = 'flag'")
    assert [holds.at((one.at, one.run, one.seq)).share for one in flags] == shares


# ---------------------------------------------------------------- gathering


def test_gathered_suggestions_take_the_place_of_their_source_alone(
    project: Project, clauses: list[Clause]
) -> None:
    suggest(project, clauses[0], ("codebook", 0.6, ["data"]), ("bert", 0.9, ["infra"]))
    suggest(project, clauses[1], ("codebook", 0.6, ["data"]))
    with Gathering(project) as gathered:
        rows = [
            Suggestion(clauses[n].clause_id, "category", "codebook", "2", ("model",), 0.7) for n in (2, 0)
        ]
        assert gathered.add(rows) == 2
        assert ("codebook", ("data",)) in seen(project, clauses[0])  # not yet
        gathered.put_in_place("codebook")
    assert [seen(project, clause) for clause in clauses] == [
        [("bert", ("infra",)), ("codebook", ("model",))], [], [("codebook", ("model",))]
    ]  # fmt: skip


def test_others_write_while_suggestions_are_gathered(
    project: Project, clauses: list[Clause], reopen: Callable[..., Project]
) -> None:
    with Gathering(project) as gathered:
        gathered.add([Suggestion(clauses[0].clause_id, "category", "codebook", "2", ("model",), 0.7)])
        other = reopen(wait=0.0)
        events.record(other, "wang", [Change("flag", clauses[0].clause_id, value=True)], origin="key")
        gathered.put_in_place("codebook")
    assert len(events.history(project, clauses[0].clause_id)) == 1
    assert seen(project, clauses[0])


def test_what_was_gathered_and_not_put_in_place_is_forgotten(project: Project, clauses: list[Clause]) -> None:
    for _ in range(2):
        with Gathering(project) as gathered:
            gathered.add([Suggestion(clauses[0].clause_id, "category", "codebook", "2", ("model",), 0.7)])
    with Gathering(project) as gathered:
        gathered.put_in_place("codebook")
    assert not seen(project, clauses[0])
