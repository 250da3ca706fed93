"""What passes between a reviewer and the lead about a clause: questions and replies, clauses returned."""

import json
from typing import NamedTuple

from annotator.model.document import Document
from annotator.model.event import Change
from annotator.model.round import Task
from annotator.store import events
from annotator.store.people import NAMES, PERSON
from annotator.store.project import Project
from annotator.store.reviews import RETURNED


class Question(NamedTuple):
    """A question that nobody has replied to since it was asked; `at` is UTC milliseconds."""

    clause_id: str
    reviewer: str
    text: str
    at: int


def open_questions(project: Project) -> list[Question]:
    """Those on clauses in use, oldest first."""
    query = (
        "SELECT subject, owner, value, at FROM present AS asked WHERE kind = 'question' AND layer = 'review' "
        "AND value != 'null' AND NOT EXISTS (SELECT 1 FROM present AS said WHERE (said.subject, said.layer, "
        "said.owner, said.pass_no, said.kind) = (asked.subject, 'project', '', 1, 'reply') "
        f"AND said.field IN {NAMES.format('asked.owner')} AND said.value != 'null' "
        "AND (said.at, said.run, said.seq) > (asked.at, asked.run, asked.seq)) "
        "AND EXISTS (SELECT 1 FROM clause_in_force WHERE clause_id = asked.subject) ORDER BY at, run, seq"
    )
    return [
        Question(subject, owner, json.loads(value), at)
        for subject, owner, value, at in project.db.execute(query)
    ]


def reply(project: Project, by: str, clause_id: str, reviewer: str, text: str) -> None:
    """Answer a reviewer's question on a clause; an empty text takes the answer back."""
    change = Change("reply", clause_id, reviewer, text.strip() or None, layer="project")
    events.record(project, by, [change], origin="key")


def returned(project: Project, reviewer: str) -> list[Task]:
    """The clauses that a reviewer is to look at again, the first returned first."""
    query = (
        "SELECT subject FROM present WHERE kind = 'return' AND layer = 'project' AND owner = '' "
        f"AND pass_no = 1 AND field IN {NAMES.format(':me')} AND value != 'null' "
        f"AND {RETURNED.format(clause='present.subject', reviewer=':me')} "
        "GROUP BY subject ORDER BY min(at), run, seq"
    )
    return [Task(clause_id) for (clause_id,) in project.db.execute(query, {"me": reviewer})]


def returned_of(project: Project, document: Document) -> dict[str, int]:
    """How many clauses of a document each reviewer is to look at again."""
    waiting = RETURNED.format(clause="given.clause", reviewer="given.reviewer")
    query = (
        "SELECT reviewer, count(DISTINCT clause) FROM "
        f"(SELECT subject AS clause, {PERSON.format('field')} AS reviewer FROM present "
        "WHERE kind = 'return' AND layer = 'project' AND owner = '' AND pass_no = 1 "
        "AND value != 'null') AS given WHERE clause IN (SELECT clause_id FROM segment WHERE cutting_no = ? "
        f"AND ord IS NOT NULL) AND {waiting} GROUP BY reviewer"
    )
    return dict(project.db.execute(query, (document.cutting,)))
