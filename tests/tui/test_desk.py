"""What lies before a reviewer, without a screen: refused ways leave it as it was."""

import pytest

from annotator.errors import Refused
from annotator.flows.cutting import Cutting
from annotator.flows.reviewing import Reviewing
from annotator.model.cutting import Segment
from annotator.store import documents
from annotator.store.codebooks import codebook_of
from annotator.store.project import Project
from annotator.tui import going, undoing
from annotator.tui.desk import Desk
from tests.making import store_segments

TITLE = "关于印发若干措施的通知"


@pytest.fixture
def desk(project: Project) -> Desk:
    return Desk(Reviewing(project, codebook_of(project), "王芳"), documents.listing(project)[0])


def titled_only(project: Project) -> str:
    """A document without a clause; returns its id."""
    store_segments(project, TITLE, [Segment("title", 0, "", (), 0, len(TITLE), TITLE, 0, len(TITLE))])
    return documents.listing(project)[-1].doc_id


def split_first(desk: Desk, number: int) -> None:
    """Cut the first clause of a document, as another process would."""
    document = documents.listing(desk.project)[number]
    first = documents.clause(desk.project, document, 0)
    assert first
    Cutting(desk.project, desk.reviewing.codebook, "王芳").split(document, first, 4)


def test_a_document_without_clauses_does_not_come_onto_the_desk(desk: Desk) -> None:
    before = desk.document, desk.done, desk.clause, desk.review
    with pytest.raises(Refused) as refused:
        going.open_document(desk, titled_only(desk.project))
    assert refused.value.key == "review.no_clauses"
    assert (desk.document, desk.done, desk.clause, desk.review) == before
    going.go_to(desk, -1)
    assert desk.clause.ord == desk.document.clauses - 1


def test_the_way_back_passes_over_a_clause_that_is_gone(desk: Desk) -> None:
    second = documents.listing(desk.project)[1]
    going.go_to(desk, 2)
    going.open_document(desk, second.doc_id)
    going.go_to(desk, 0)
    desk.open_clause(documents.clause_ids(desk.project, documents.listing(desk.project)[0], 0, 1)[0])
    desk.open_clause(documents.clause_ids(desk.project, second, 1, 2)[0])
    split_first(desk, 0)
    going.back(desk)
    assert (desk.document.doc_id, desk.clause.ord) == (second.doc_id, 0)


def test_a_refused_way_back_is_not_forgotten(desk: Desk) -> None:
    going.go_to(desk, 2)
    split_first(desk, 0)
    with pytest.raises(Refused) as refused:
        going.back(desk)
    assert refused.value.key == "moving.gone"
    assert (desk.clause.ord, desk.trail.leads_back) == (2, True)
    undoing.undo(desk)
    going.go_to(desk, 2)
    going.back(desk)
    assert desk.clause.ord == 0
