"""Work goes on after a code has left the codebook: its labels stay in the log and are no answer any more."""

import pytest

from annotator.errors import Refused
from annotator.flows.filing import file_labels
from annotator.flows.reviewing import Reviewing
from annotator.model.codebook import Codebook
from annotator.model.value import unanswered
from annotator.store import codebooks, documents, events
from annotator.store.project import Project
from annotator.tools.codebook import parse, shipped, with_keys
from annotator.tui.desk import Desk
from annotator.tui.repeating import repeat
from annotator.tui.spreading import Count, Scope
from tests.making import add_document

LOST = "infra"


def another(project: Project) -> Codebook:
    """Put a codebook in force that is the default one without a category."""
    whole = shipped("default")
    codes = whole.split("[[field.code]]")
    text = "[[field.code]]".join(one for one in codes if f'id = "{LOST}"' not in one)
    assert text != whole
    codebook = with_keys(parse(text, "narrower"))
    assert codebooks.use(project, "li", codebook, text)
    return codebook


@pytest.fixture
def clauses(project: Project, codebook: Codebook) -> list[str]:
    """Three clauses; of the first two `li` said the category that is lost then."""
    clauses = add_document(project, ["一。", "二。", "三。"])
    work = Reviewing(project, codebook, "li")
    for clause in clauses[:2]:
        work.put(clause, {"category": [LOST], "clause_type": ["task"]})
    return clauses


@pytest.fixture
def work(project: Project, clauses: list[str]) -> Reviewing:
    return Reviewing(project, another(project), "li")


def test_the_screen_and_the_flow_read_the_same(work: Reviewing, clauses: list[str]) -> None:
    desk = Desk(work, documents.listing(work.project)[0])
    assert dict(desk.review.values) == dict(work.review(clauses[0]).values) == {"clause_type": ["task"]}


def test_another_code_is_picked_in_its_place(work: Reviewing, clauses: list[str]) -> None:
    category = next(field for field in work.codebook.clause_fields if field.id == "category")
    work.pick(clauses[0], category, "data")
    assert work.review(clauses[0]).values["category"] == ["data"]


def test_finishing_answers_the_field_too(work: Reviewing, clauses: list[str]) -> None:
    work.finish(clauses[0])
    review = work.review(clauses[0])
    assert (review.state, review.values["category"]) == ("submitted", [])
    assert not unanswered(work.codebook, review.values)


def test_labels_used_again_fill_the_field(work: Reviewing, clauses: list[str]) -> None:
    assert work.spread(clauses, {"category": ["data"]}, over=False) == clauses
    assert work.review(clauses[0]).values["category"] == ["data"]


def test_what_is_counted_before_is_what_labels_used_again_change(work: Reviewing, clauses: list[str]) -> None:
    counted = Count(work.codebook, work.reviewer, {"category": ["data"]}).of(work.project, Scope("", clauses))
    assert counted[0] == len(work.spread(clauses, {"category": ["data"]}, over=False))


def test_repeating_fills_it_and_leaves_what_is_lost_behind(work: Reviewing, clauses: list[str]) -> None:
    desk = Desk(work, documents.listing(work.project)[0], 2)
    repeat(desk)
    assert dict(desk.review.values) == {"clause_type": ["task"]}
    desk.reviewing.put(clauses[2], {"category": ["data"]})
    desk.go_to(0)
    repeat(desk)
    assert desk.review.values["category"] == ["data"]


def test_a_file_that_submits_the_clause_answers_it(work: Reviewing, clauses: list[str]) -> None:
    file_labels(
        work.project, work.codebook, [(1, {"clause": clauses[0], "reviewer": "li", "state": "submitted"})]
    )
    assert work.review(clauses[0]).values["category"] == []


def test_nothing_is_taken_back_under_a_codebook_that_is_not_open(
    project: Project, codebook: Codebook, clauses: list[str]
) -> None:
    before = Reviewing(project, codebook, "li")
    before.put(clauses[0], {"category": ["data"]})
    before.undo()
    another(project)
    count = events.count(project)
    for act in (before.undo, before.redo):
        with pytest.raises(Refused) as refused:
            act()
        assert refused.value.key == "review.codebook_changed"
    assert events.count(project) == count
