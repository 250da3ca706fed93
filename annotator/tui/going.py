"""From clause to clause: a step, the next unfinished one, the way back; as functions over a Desk."""

from contextlib import suppress
from typing import TYPE_CHECKING

from annotator.errors import AnnotatorError, Refused
from annotator.store import documents, places, reviews
from annotator.tui.desk import Desk
from annotator.tui.queue import Queue
from annotator.words import say

if TYPE_CHECKING:
    from annotator.tui.kinds import Kind

LOOKED_AT = 500
"""Clauses of a queue that are asked for at once."""


def step(desk: Desk, by: int) -> None:
    """The next or previous clause of the queue or of the document; past the end of a document, the one
    beside it. Raises Refused at either end.
    """
    to = desk.clause.ord + by
    if desk.queue:
        _step_in(desk, desk.queue, by)
    elif 0 <= to < desk.document.clauses:
        desk.go_to(to)
    elif beside := places.beside(desk.project, desk.document.doc_id, by):
        desk.open(beside, 0 if by > 0 else beside.clauses - 1)
    else:
        raise Refused("review.last_clause" if by > 0 else "review.first_clause")


def _step_in(desk: Desk, queue: Queue, by: int) -> None:
    """The clause beside in the queue, past those that no document has any more."""
    to = by
    while True:
        found = queue.beside(to)
        with suppress(Refused):
            desk.open_clause(found)
            return
        to += by


def next_unfinished(desk: Desk) -> None:
    """The next clause neither submitted nor skipped: of the queue; or here, in a later document, or from
    the top. Raises Refused where all are finished.
    """
    me = desk.reviewing.reviewer
    if desk.queue:
        desk.open_clause(_unfinished_of(desk, desk.queue))
        return
    ord_no = reviews.next_unfinished(desk.project, desk.document, me, desk.clause.ord)
    if ord_no is not None:
        desk.go_to(ord_no)
    elif found := _following(desk, "unfinished"):
        desk.open_clause(found)
    else:
        raise Refused("review.all_done")


def _following(desk: Desk, kind: "Kind") -> str | None:
    from annotator.tui import kinds  # noqa: PLC0415  (the screens start without the query language)

    here, reviewing = desk.clause, desk.reviewing
    found = kinds.stops(desk.project, kind, reviewing.codebook, reviewing.reviewer)
    return found.after(here.doc_id, here.ord)


def _unfinished_of(desk: Desk, queue: Queue) -> str:
    """The next unfinished clause of the queue behind the one on the desk, or else from its top."""
    behind = queue.position + 1
    for first in [*range(behind, queue.count, LOOKED_AT), *range(0, behind, LOOKED_AT)]:
        asked = queue.clause_ids(first, LOOKED_AT)
        if found := places.first_unfinished(desk.project, desk.reviewing.reviewer, asked):
            return found
    raise Refused("moving.queue_done")


def go_to_kind(desk: Desk, kind: "Kind") -> None:
    """The next clause of a kind, here, in a later document or from the top, whether the queue has it or
    not; `kind` is remembered. Raises Refused where there is none, or no other.
    """
    desk.kind = kind
    found = _following(desk, kind)
    if found is None or found == desk.clause.clause_id:
        key = "moving.none_of_kind" if found is None else "moving.no_other_of_kind"
        raise Refused(key, kind=say(f"moving.kind_{kind}"))
    desk.open_clause(found)


def open_document(desk: Desk, doc_id: str) -> None:
    """A document at its first unfinished clause. Raises Refused where it is no longer in use."""
    document = documents.document(desk.project, doc_id)
    if document is None:
        raise Refused("moving.document_gone")
    desk.open_at_work(document)


def go_to(desk: Desk, number: int) -> None:
    """A clause of the queue or of the document by its number; -1 is the last."""
    if desk.queue:
        desk.open_clause(desk.queue.clause_ids(number % desk.queue.count, 1)[0])
    else:
        desk.go_to(number % desk.document.clauses)


def go_to_work(desk: Desk, first: int, end: int) -> None:
    """The first unfinished clause of the document from number `first` to before `end`, else the first."""
    me = desk.reviewing.reviewer
    found = reviews.next_unfinished(desk.project, desk.document, me, first - 1)
    if found is None or found >= end:
        found = min(first, desk.document.clauses - 1)
    desk.go_to(found)


def start(desk: Desk, queue: Queue) -> None:
    """Work through a queue from the clause at its position on."""
    _open(desk, queue.clause_ids(queue.position, 1)[0], queue)


def leave_queue(desk: Desk) -> None:
    """Stay at the clause, among those of its document."""
    desk.queue = None
    desk.trail.arrive(desk.clause, None)


def back(desk: Desk) -> None:
    """Where I was before the last jump, with the queue that was on there, past clauses that no document has
    any more. Raises Refused where there is none; nothing is forgotten then.
    """
    refused = Refused("moving.no_way_back")
    for stop in desk.trail.stops():
        try:
            with desk.trail.returning(stop):
                _open(desk, stop.clause.clause_id, stop.queue)
        except Refused as gone:
            refused = gone
        else:
            return
    raise refused


def _open(desk: Desk, clause_id: str, queue: Queue | None) -> None:
    before, desk.queue = desk.queue, queue
    try:
        desk.open_clause(clause_id)
    except AnnotatorError:
        desk.queue = before
        raise
