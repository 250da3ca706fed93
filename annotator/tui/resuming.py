"""Where a reviewer begins: at what they were assigned, else at the work they left."""

from contextlib import suppress

from annotator.errors import Refused
from annotator.flows.reviewing import Reviewing
from annotator.store import documents, reviews
from annotator.tui import going
from annotator.tui.desk import Desk


def resume(reviewing: Reviewing) -> Desk | None:
    """A desk at the first unfinished task of an open round; without one, at the clause the reviewer worked on
    last, or at the next unfinished one where that is done; without any work, at the first of the project.
    """
    project = reviewing.project
    last = reviews.last_task(project, reviewing.reviewer)
    if reviews.ever_asked(project, reviewing.reviewer):
        from annotator.tui.assigned import desk_at_work  # noqa: PLC0415  (most start without a round)

        if desk := desk_at_work(reviewing, last):
            return desk
    place = documents.find_clause(project, last.clause_id) if last else None
    if place and (document := documents.document(project, place[0])):
        desk = Desk(reviewing, document, place[1])
        if desk.review.state in ("submitted", "skipped"):
            with suppress(Refused):  # everything is finished: stay
                going.next_unfinished(desk)
        return desk
    first = documents.first(project)
    return Desk(reviewing, first) if first else None
