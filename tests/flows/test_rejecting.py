"""Suggestions that a reviewer does not want to see again."""

from pathlib import Path
from typing import Any

import pytest

from annotator.errors import AnnotatorError, Refused
from annotator.flows.cutting import Cutting
from annotator.flows.exporting import export
from annotator.flows.reviewing import Reviewing
from annotator.model.codebook import Codebook, Field
from annotator.model.document import Clause
from annotator.model.review import Review, Suggestion
from annotator.store import documents, events, reviews, suggestions
from annotator.store.project import Project
from tests.making import add_document, faults


def last_clause(project: Project, reviewer: str, besides: str = "") -> str | None:
    task = reviews.last_task(project, reviewer, besides)
    return task.clause_id if task else None


@pytest.fixture
def clauses(project: Project) -> list[Clause]:
    add_document(project, ["一。", "二。"], name="甲.txt")
    add_document(project, ["三。"], name="乙.txt")
    found = [clause for one in documents.listing(project) for clause in documents.clauses(project, one)]
    for clause in found:
        place = {"org_id": None, "name": "临港新片区", "surface": "临港新片区", "role": "unspecified",
                 "stated": True, "start": clause.start, "end": clause.start + 1}  # fmt: skip
        suggestions.add(
            project,
            [
                Suggestion(clause.clause_id, "responsible_unit", "import", "1", (place,), 0.9),
                Suggestion(clause.clause_id, "category", "codebook", "1", ("data", "infra"), 0.6),
            ],
        )
    return found


@pytest.fixture
def work(project: Project, codebook: Codebook, clauses: list[Clause]) -> Reviewing:
    return Reviewing(project, codebook, "li")


def field(work: Reviewing, name: str) -> Field:
    found = work.codebook.field(name)
    assert found
    return found


def seen(work: Reviewing, clause: Clause, name: str) -> list[Any]:
    found = suggestions.shown(work.project, work.reviewer, clause)
    return [one.value for one in found if one.field == name]


@pytest.mark.parametrize(("scope", "gone"), [("clause", [0]), ("document", [0, 1]), ("project", [0, 1, 2])])
def test_a_place_that_is_no_unit_is_rejected_as_far_as_asked(
    work: Reviewing, clauses: list[Clause], scope: Any, gone: list[int]
) -> None:
    unit = field(work, "responsible_unit")
    assert work.reject(clauses[0].clause_id, unit, "临港新片区", scope)
    assert [n for n, one in enumerate(clauses) if not seen(work, one, unit.id)] == gone
    assert all(seen(work, one, "category") for one in clauses)
    assert work.reject(clauses[0].clause_id, unit, "临港新片区", scope) == ""


def test_of_several_codes_the_others_stay(work: Reviewing, clauses: list[Clause]) -> None:
    work.reject(clauses[0].clause_id, field(work, "category"), "data")
    assert seen(work, clauses[0], "category") == [("infra",)]


def test_undo_and_redo_take_a_rejection_back_and_do_it_again(
    work: Reviewing, clauses: list[Clause], path: Path
) -> None:
    unit = field(work, "responsible_unit")
    work.put(clauses[0].clause_id, {"category": ["data"]})
    work.reject(clauses[0].clause_id, unit, "临港新片区", "document")
    work.undo()
    assert seen(work, clauses[1], unit.id)
    assert work.rejected() == []
    work.redo()
    assert not seen(work, clauses[1], unit.id)
    work.undo()
    work.undo()
    assert work.review(clauses[0].clause_id) == Review()
    assert faults(path) == []


def test_what_was_rejected_is_listed_and_can_be_restored_as_one_act(
    work: Reviewing, clauses: list[Clause], project: Project
) -> None:
    unit, category = field(work, "responsible_unit"), field(work, "category")
    work.reject(clauses[0].clause_id, unit, "临港新片区", "project")
    work.reject(clauses[2].clause_id, unit, "临港新片区", "document")
    work.reject(clauses[1].clause_id, category, "data")
    listed = [(one.subject, one.field, one.item) for one in work.rejected()]
    assert listed == [
        ("project", unit.id, "临港新片区"),
        (clauses[2].doc_id, unit.id, "临港新片区"),
        (clauses[1].clause_id, category.id, "data"),
    ]
    assert work.restore([one for one in work.rejected() if one.field == unit.id])
    assert [one.field for one in work.rejected()] == [category.id]
    assert all(seen(work, one, unit.id) for one in clauses)
    work.undo()
    assert len(work.rejected()) == 3
    assert work.restore([]) == ""


def test_a_rejection_is_mine_alone_and_no_answer(
    work: Reviewing, clauses: list[Clause], project: Project, codebook: Codebook, tmp_path: Path
) -> None:
    work.put(clauses[1].clause_id, {"clause_type": ["task"]})
    work.reject(clauses[0].clause_id, field(work, "category"), "data")
    work.reject(clauses[2].clause_id, field(work, "responsible_unit"), "临港新片区", "project")
    other = Reviewing(project, codebook, "wang")
    assert seen(other, clauses[0], "category") == [("data", "infra")]
    assert not work.review(clauses[0].clause_id).touched
    progress = reviews.progress(project, documents.listing(project)[0])
    assert (list(progress), progress["li"].draft) == (["li"], 1)
    assert reviews.next_unfinished(project, documents.listing(project)[0], "li", -1) == 0
    assert reviews.reviewers(project) == ["li"]
    export(project, codebook, tmp_path / "out", timestamp="0")
    lines = (tmp_path / "out/data/canonical/all.jsonl").read_text("utf-8").splitlines()
    assert ["reject" in line for line in lines] == [False] * 3
    assert ['"li"' in line for line in lines] == [False, True, False]


def test_work_begins_again_at_a_clause_and_not_at_what_was_rejected_for_all(
    work: Reviewing, clauses: list[Clause], project: Project
) -> None:
    work.flag(clauses[1].clause_id)
    work.reject(clauses[1].clause_id, field(work, "category"), "data", "project")
    assert last_clause(project, "li") == clauses[1].clause_id


@pytest.mark.parametrize(
    ("name", "item"), [("category", "nothing"), ("category", ""), ("responsible_unit", " ")]
)
def test_what_nobody_could_suggest_is_refused(
    work: Reviewing, clauses: list[Clause], project: Project, name: str, item: str
) -> None:
    before = events.count(project)
    with pytest.raises(AnnotatorError) as refused:
        work.reject(clauses[0].clause_id, field(work, name), item)
    assert refused.value.key == "suggesting.no_item"
    with pytest.raises(Refused):
        work.reject("cl-0000000000000000", field(work, "category"), "data", "document")
    assert events.count(project) == before


def test_rejections_of_a_clause_that_is_gone_are_taken_back_with_the_others(
    work: Reviewing, clauses: list[Clause], project: Project
) -> None:
    category = field(work, "category")
    for clause in clauses:
        work.reject(clause.clause_id, category, "data")
    Cutting(project, work.codebook, "li").merge(documents.listing(project)[0], *clauses[:2])
    work.restore(work.rejected())
    assert work.rejected() == []
