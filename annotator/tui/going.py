"""From clause to clause: a step, the next unfinished one, the way back; as functions over a Desk."""

from collections.abc import Callable
from contextlib import suppress
from typing import TYPE_CHECKING, NamedTuple

from annotator.errors import AnnotatorError, Refused
from annotator.model.round import Task
from annotator.store import documents, places, reviews
from annotator.store.project import Project
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
            desk.open_clause(*found)
            return
        to += by


class Way(NamedTuple):
    """A way to a clause that may take long to find: `find` gives it, or None, in any thread with a Project
    of its own; `arrive` goes there, or raises Refused.
    """

    find: Callable[[Project], Task | None]
    arrive: Callable[[Task | None], None]


def next_unfinished(desk: Desk) -> None:
    """Go to the next unfinished clause, however long that takes."""
    _go(desk, to_unfinished(desk))


def go_to_kind(desk: Desk, kind: "Kind") -> None:
    """Go to the next clause of a kind, however long that takes."""
    _go(desk, to_kind(desk, kind))


def _go(desk: Desk, way: Way) -> None:
    way.arrive(way.find(desk.project))


def to_unfinished(desk: Desk) -> Way:
    """The way to the next clause neither submitted nor skipped: of the queue; or here, in a later document,
    or from the top. Refused where all are finished.
    """
    me, document, here, queue = desk.reviewing.reviewer, desk.document, desk.clause.ord, desk.queue

    def find(project: Project) -> Task | None:
        if queue:
            return unfinished_of(project, me, queue)
        ord_no = reviews.next_unfinished(project, document, me, here)
        if ord_no is not None:
            return Task(documents.clause_ids(project, document, ord_no, ord_no + 1)[0])
        return following(project)

    def arrive(found: Task | None) -> None:
        if found is None:
            raise queue.ended("moving.queue_done") if queue else Refused("review.all_done")
        desk.open_clause(*found)

    following = _following(desk, "unfinished")
    return Way(find, arrive)


def _following(desk: Desk, kind: "Kind") -> Callable[[Project], Task | None]:
    codebook, me, here = desk.reviewing.codebook, desk.reviewing.reviewer, desk.clause

    def find(project: Project) -> Task | None:
        from annotator.tui import kinds  # noqa: PLC0415  (the screens start without the query language)

        found = kinds.stops(project, kind, codebook, me).after(here.doc_id, here.ord)
        return Task(found) if found else None

    return find


def unfinished_of(project: Project, reviewer: str, queue: Queue) -> Task | None:
    """The next unfinished task of the queue behind the one on the desk, or else from its top."""
    behind = queue.position + 1
    for first in [*range(behind, queue.count, LOOKED_AT), *range(0, behind, LOOKED_AT)]:
        if found := places.first_unfinished(project, reviewer, queue.tasks(first, LOOKED_AT)):
            return found
    return None


def to_kind(desk: Desk, kind: "Kind") -> Way:
    """The way to the next clause of a kind, here, in a later document or from the top, whether the queue has
    it or not. Refused where there is none, or no other. From there on it is the desk's `kind`.
    """

    def arrive(found: Task | None) -> None:
        desk.kind = kind
        if found is None or found.clause_id == desk.clause.clause_id:
            key = "moving.none_of_kind" if found is None else "moving.no_other_of_kind"
            raise Refused(key, kind=say(f"moving.kind_{kind}"))
        desk.open_clause(*found)

    return Way(_following(desk, kind), arrive)


def open_document(desk: Desk, doc_id: str) -> None:
    """A document at its first unfinished clause. Raises Refused where it is no longer in use."""
    document = documents.document(desk.project, doc_id)
    if document is None:
        raise Refused("moving.document_gone")
    desk.open_at_work(document)


def go_to(desk: Desk, number: int) -> None:
    """A clause of the queue or of the document by its number; -1 is the last."""
    if desk.queue:
        desk.open_clause(*desk.queue.tasks(number % desk.queue.count, 1)[0])
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
    _open(desk, queue.tasks(queue.position, 1)[0], queue)


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
                _open(desk, stop.task, stop.queue)
        except Refused as gone:
            refused = gone
        else:
            return
    raise refused


def _open(desk: Desk, task: Task, queue: Queue | None) -> None:
    before, desk.queue = desk.queue, queue
    try:
        desk.open_clause(*task)
    except AnnotatorError:
        desk.queue = before
        raise
