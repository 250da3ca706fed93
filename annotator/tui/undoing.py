"""Undo and redo on the desk: back to where it was, and what it was in words."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from annotator.flows.reviewing import Reviewing
from annotator.model import telling
from annotator.model.document import Clause, Document
from annotator.model.event import Change, Event
from annotator.model.round import Task
from annotator.store import documents
from annotator.store.recuts import recut
from annotator.store.undo import Undone
from annotator.words import say

if TYPE_CHECKING:
    from annotator.tui.desk import Desk


def undo(desk: "Desk") -> str:
    """Take back the last act and go where it was; returns what it was."""
    undone = desk.reviewing.undo()
    return _return_to(desk, undone, undone.events)


def redo(desk: "Desk") -> str:
    """Do it again and go where it was; returns what it is."""
    undone = desk.reviewing.redo()
    return _return_to(desk, undone, undone.changes)


def _return_to(desk: "Desk", undone: Undone, act: Sequence[Event | Change]) -> str:
    subject, pass_no = undone.events[0].subject, undone.events[0].pass_no
    place = documents.find_clause(desk.project, subject)
    document = documents.document(desk.project, place[0] if place else subject) or desk.document
    # What is said of a whole document leaves one where one was; a repair has a place.
    at = desk.clause.start if document.doc_id == desk.document.doc_id else 0
    if act[0].kind == "edit":
        at = int(act[0].field.partition(":")[0])
    if place and pass_no > 1:  # else one would see the first pass
        from annotator.tui.assigned import holding  # noqa: PLC0415  (few have such a task)

        desk.queue = holding(desk, Task(subject, pass_no))
    ord_no = place[1] if place else documents.clause_at(desk.project, document, at) or 0
    if act[0].kind == "edit":
        _suggest_anew(desk, document, ord_no)
    desk.open(document, ord_no, pass_no)
    if desk.queue:
        desk.queue.recount(desk.project, desk.reviewing.reviewer)
    desk.elsewhere += any(one.subject != subject for one in act)
    return _undone_words(desk.reviewing, undone, act, desk.clause)


def _suggest_anew(desk: "Desk", document: Document, ord_no: int) -> None:
    """Suggest for a clause what fits how it reads again."""
    from annotator.flows.cutting import Repairing  # noqa: PLC0415  (not needed to start)

    reviewing = desk.reviewing
    if clause := documents.clause(desk.project, document, ord_no):
        Repairing(desk.project, reviewing.codebook, reviewing.reviewer).renew(document, clause)


def _undone_words(reviewing: Reviewing, undone: Undone, act: Sequence[Event | Change], here: Clause) -> str:
    """What an act did and where, as it is told when it is taken back, or done again as `undone` has it."""
    if act[0].kind == "cut":
        before = (undone.changes if act is undone.events else undone.events)[0]
        return telling.cut(recut(reviewing.project, before.value, act[0].value))
    if act[0].kind == "edit":
        return say("telling.in_clause", what=telling.repairs(act), number=here.ord + 1)
    what, clauses = telling.act(act, reviewing.codebook), {change.subject for change in act}
    if clauses == {here.clause_id}:
        return say("telling.in_clause", what=what, number=here.ord + 1)
    return say("telling.in_clauses", what=what, count=len(clauses)) if len(clauses) > 1 else what
