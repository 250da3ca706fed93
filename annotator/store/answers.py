"""The labels that stand, each with whether a suggestion was before its reviewer."""

import json
from collections.abc import Iterator
from typing import Any, NamedTuple

from annotator.store.holding import Clock
from annotator.store.people import PERSON
from annotator.store.project import Project


class Answer(NamedTuple):
    """What a reviewer's label says. `shown`: a suggestion for the field was on the screen in one of the
    acts that gave it, or the reviewer refused one for this clause. `clock` is the place in the log of the
    event that stands.
    """

    clause_id: str
    field: str
    reviewer: str
    value: list[Any]
    shown: bool
    clock: Clock


def given_one_by_one(project: Project) -> Iterator[Answer]:
    """The labels of clauses in force that were given one by one, not by a file or to many at once."""
    person = PERSON.format("reviewer")
    query = f"""
        WITH acts AS (
            SELECT subject, field, {person} AS person, max(suggested) AS shown FROM event
            WHERE kind = 'label' AND layer = 'review' AND pass_no = 1 GROUP BY subject, field, person),
        refused AS (
            SELECT DISTINCT subject, substr(field, 1, instr(field, ':') - 1) AS field,
                   {person} AS person FROM event
            WHERE kind = 'reject' AND layer = 'review')
        SELECT present.subject, present.field, present.owner, present.value,
               acts.shown OR refused.subject IS NOT NULL, present.at, present.run, present.seq
        FROM present
        JOIN event ON event.id = present.event
        JOIN acts ON acts.subject = present.subject AND acts.field = present.field
                 AND acts.person = present.owner
        LEFT JOIN refused ON refused.subject = present.subject AND refused.field = present.field
                         AND refused.person = present.owner
        WHERE present.kind = 'label' AND present.layer = 'review' AND present.pass_no = 1
          AND present.value != 'null' AND event.origin NOT IN ('file', 'bulk')
          AND present.subject IN (SELECT clause_id FROM clause_in_force)
        ORDER BY present.subject, present.field, present.owner"""
    for clause_id, field, reviewer, value, shown, at, run, seq in project.db.execute(query):
        clock = at, run, seq
        yield Answer(clause_id, field, reviewer, json.loads(value), bool(shown), clock)
