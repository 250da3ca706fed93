"""What was taken back or done again, in words."""

from collections.abc import Sequence

from annotator.flows.reviewing import Reviewing
from annotator.model import telling
from annotator.model.document import Clause
from annotator.model.event import Change, Event
from annotator.store.project import Project
from annotator.store.recuts import recut
from annotator.store.undo import Undone
from annotator.words import say


def undone_words(reviewing: Reviewing, undone: Undone, act: Sequence[Event | Change], here: Clause) -> str:
    """What an act did and where, as it is told when it is taken back, or done again as `undone` has it."""
    if act[0].kind == "cut":
        before = (undone.changes if act is undone.events else undone.events)[0]
        return recut_words(reviewing.project, before.value, act[0].value)
    what, clauses = telling.act(act, reviewing.codebook), {change.subject for change in act}
    if clauses == {here.clause_id}:
        return say("telling.in_clause", what=what, number=here.ord + 1)
    return say("telling.in_clauses", what=what, count=len(clauses)) if len(clauses) > 1 else what


def recut_words(project: Project, before: object, after: object) -> str:
    """What a cutting by hand did, and to which clause."""
    found = recut(project, before, after)
    if found is None:
        return say("kinds.cut")
    return say("telling.in_clause", what=say(f"telling.{found.kind}"), number=found.ord + 1)
