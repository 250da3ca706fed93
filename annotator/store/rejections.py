"""Suggested items that a reviewer does not want to see again."""

from collections.abc import Sequence

from annotator.model.document import Clause
from annotator.model.rejection import EVERYWHERE, Rejection, of_event
from annotator.store.project import Project

REJECTED = "layer = 'review' AND pass_no = 1 AND kind = 'reject' AND value = 'true'"
"""What was rejected and not taken back, for a condition on `present`."""


def of(project: Project, reviewer: str) -> list[Rejection]:
    """What a reviewer has rejected and not taken back, oldest first."""
    query = f"SELECT subject, field, at FROM present WHERE {REJECTED} AND owner = ? ORDER BY at, run, seq"
    return [
        Rejection(subject, *of_event(name), at)
        for subject, name, at in project.db.execute(query, (reviewer,))
    ]


def around(project: Project, reviewer: str, clause: Clause) -> dict[str, set[str]]:
    """What a reviewer has rejected where a clause stands: by field, as `rejection.names` calls it."""
    query = f"SELECT field FROM present WHERE {REJECTED} AND owner = ? AND subject IN (?, ?, ?)"
    found = dict[str, set[str]]()
    where = (reviewer, EVERYWHERE, clause.doc_id, clause.clause_id)
    for (name,) in project.db.execute(query, where):
        field, item = of_event(name)
        found.setdefault(field, set()).add(item)
    return found


def fields(project: Project, reviewers: Sequence[str]) -> set[str]:
    """The fields of which one of the reviewers has rejected something anywhere."""
    return {one.field for reviewer in reviewers for one in of(project, reviewer)}
