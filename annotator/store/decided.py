"""What a bundle tells its reviewer of decisions: of each field what was decided, and why. Their log stays
where it is, because it names whose answers were taken and holds digests of everyone's.
"""

import json
from collections.abc import Sequence

from annotator.model.decision import Decision
from annotator.model.document import Document
from annotator.store import asking, gold, reviews, rounds
from annotator.store.project import Project

Rows = Sequence[tuple[str, str, str, str]]
"""Rows of the table `decided`."""


def gather(project: Project, reviewer: str) -> Rows:
    """What may be told to a reviewer: of clauses that they finished and that are in no open round, nor given
    back to them to be looked at once more.
    """
    kept = {task.clause_id for task in asking.returned(project, reviewer)}
    for one in rounds.rounds(project):
        if one.open:
            given = rounds.assignments(project, one.id).values()
            kept |= {task.clause_id for tasks in given for task in tasks}
    wanted = sorted(gold.decided_ids(project) - kept)
    said = reviews.reviews(project, wanted, reviewer)
    finished = [one for one in wanted if one in said and said[one].state == "submitted"]
    return [
        (clause, name, json.dumps(one.value, ensure_ascii=False), one.reason)
        for clause, fields in gold.decided(project, finished).items()
        for name, one in fields.items()
    ]


def keep(project: Project, rows: Rows) -> None:
    """Put what may be told into a new bundle."""
    with project.transaction() as db:
        db.executemany("INSERT INTO decided VALUES (?, ?, ?, ?)", rows)


def decided(project: Project, clause_ids: Sequence[str]) -> dict[str, dict[str, Decision]]:
    """What is told of some clauses, by field, as if it were decided anew, by nobody; one of which nothing
    is told is not in the answer.
    """
    query = (
        "SELECT clause_id, field, value, reason FROM decided "
        "WHERE clause_id IN (SELECT value FROM json_each(?))"
    )
    found: dict[str, dict[str, Decision]] = {}
    for clause, field, value, reason in project.db.execute(query, (json.dumps(clause_ids),)):
        one = Decision(field, "anew", reason=reason, value=json.loads(value))
        found.setdefault(clause, {})[field] = one
    return found


def clauses(project: Project, document: Document) -> list[tuple[str, int]]:
    """(id, number) of the clauses of a document of which something is told, in their order."""
    query = (
        "SELECT DISTINCT segment.clause_id, segment.ord FROM segment CROSS JOIN decided USING (clause_id) "
        "WHERE segment.cutting_no = ? AND segment.ord IS NOT NULL ORDER BY segment.ord"
    )
    return project.db.execute(query, (document.cutting,)).fetchall()
