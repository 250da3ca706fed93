"""The layer of gold: what was decided about clauses, how, and what was given back to its reviewer."""

import json
from collections.abc import Iterator, Sequence

from annotator.model.decision import WHOLE, Decision
from annotator.model.document import Document
from annotator.model.event import Change
from annotator.model.review import Return
from annotator.store.people import PERSON
from annotator.store.project import Project
from annotator.store.reviews import RETURNED
from annotator.store.undo import saying
from annotator.words import say

_GOLD = "layer = 'gold' AND owner = '' AND pass_no = 1"
_SAYING = f"JOIN event AS newest ON newest.id = said.event JOIN event ON event.id = {saying('newest', 'id')}"
"""The event that said what stands, undo or not, behind rows of `present` that are called `said`."""
_AMONG = "subject IN (SELECT value FROM json_each(?))"


def decisions(project: Project, clause_ids: Sequence[str]) -> dict[str, dict[str, Decision]]:
    """How the fields of some clauses were decided, by field; the field "" is for a discard. A clause about
    which nothing was decided is not in the answer.
    """
    query = (
        "SELECT said.subject, said.field, said.value, "
        "(SELECT value FROM present WHERE (subject, layer, owner, pass_no, kind, field) = "
        "(said.subject, 'gold', '', 1, 'label', said.field)), event.reviewer, event.at, event.codebook "
        f"FROM present AS said {_SAYING} "
        f"WHERE said.{_AMONG} AND said.layer = 'gold' AND said.owner = '' AND said.pass_no = 1 "
        "AND said.kind = 'decision' AND said.value != 'null' ORDER BY said.subject, said.field"
    )
    found: dict[str, dict[str, Decision]] = {}
    rows = project.db.execute(query, (json.dumps(clause_ids),))
    for subject, field, told, value, by, at, codebook in rows:
        said = json.loads(told)
        one = Decision(
            field, said["how"], tuple(said["from"]), said["reason"], said["seen"],
            json.loads(value or "null"), by, at, codebook,
        )  # fmt: skip
        found.setdefault(subject, {})[field] = one
    return found


def decided(project: Project, clause_ids: Sequence[str]) -> dict[str, dict[str, Decision]]:
    """The decided fields of some clauses; one that was discarded, or has none, is not in the answer."""
    found = {
        clause_id: {field: one for field, one in fields.items() if one.value is not None}
        for clause_id, fields in decisions(project, clause_ids).items()
        if WHOLE not in fields
    }
    return {clause_id: fields for clause_id, fields in found.items() if fields}


def decided_ids(project: Project) -> set[str]:
    """The clauses of which some field was decided; those that were discarded are not among them."""
    query = (
        f"SELECT DISTINCT subject FROM present WHERE kind = 'label' AND {_GOLD} AND value != 'null' "
        f"AND subject NOT IN (SELECT subject FROM present WHERE kind = 'decision' AND {_GOLD} "
        "AND value != 'null' AND field = ?)"
    )
    return {subject for (subject,) in project.db.execute(query, (WHOLE,))}


def returns(project: Project, clause_ids: Sequence[str]) -> dict[str, dict[str, Return]]:
    """Which reviewers are to look at some clauses again, and why."""
    waiting = RETURNED.format(clause="said.subject", reviewer="said.person")
    query = (
        "SELECT said.subject, said.person, said.value, event.reviewer, event.at, "
        f"NOT {waiting} FROM (SELECT subject, {PERSON.format('field')} AS person, value, event FROM present "
        f"WHERE {_AMONG} AND layer = 'project' AND kind = 'return' AND value != 'null') AS said "
        f"{_SAYING} ORDER BY event.at, event.run, event.seq"
    )
    found: dict[str, dict[str, Return]] = {}
    for subject, reviewer, value, by, at, answered in project.db.execute(query, (json.dumps(clause_ids),)):
        said = json.loads(value)
        one = Return(said["reason"], tuple(said["fields"]), by, at, bool(answered), said.get("codebook", ""))
        found.setdefault(subject, {})[reviewer] = one
    return found


STRETCH = 500
"""Clauses of a document that are looked at in one statement."""


def shared(project: Project, document: Document) -> Iterator[list[tuple[int, str]]]:
    """(number, id) of the clauses of a document that two or more reviewers have finished, or of which
    something was decided, in their order and in parts. Whoever skipped one has not finished it.
    """
    # The joins go in this order: for each clause, its few rows of the key of `present`.
    query = (
        "SELECT segment.ord, segment.clause_id FROM segment CROSS JOIN present "
        "ON present.subject = segment.clause_id AND present.layer IN ('review', 'gold') "
        "WHERE segment.cutting_no = ? AND segment.ord >= ? AND segment.ord < ? AND present.pass_no = 1 "
        "AND (present.kind = 'submit' AND present.field = '' AND present.value = '\"submitted\"' "
        "OR present.kind = 'decision' AND present.value != 'null') GROUP BY segment.ord "
        "HAVING sum(present.kind = 'submit') >= 2 OR sum(present.kind = 'decision') ORDER BY segment.ord"
    )
    return _stretches(project, document, query)


def _stretches(project: Project, document: Document, query: str) -> Iterator[list[tuple[int, str]]]:
    for first in range(0, document.clauses, STRETCH):
        yield project.db.execute(query, (document.cutting, first, first + STRETCH)).fetchall()


def contested(project: Project, document: Document) -> Iterator[list[tuple[int, str]]]:
    """Those of them about which there may be something to decide: of those who finished, in some field not
    everyone's stored value is the same, or a decision is older than an answer or than the codebook, or was
    put back by an undo. The rest need not be read.
    """
    query = f"""
        WITH part AS MATERIALIZED (
            SELECT ord, clause_id FROM segment WHERE cutting_no = ? AND ord >= ? AND ord < ?),
        done AS MATERIALIZED (
            SELECT part.ord, part.clause_id, submit.owner
            FROM part CROSS JOIN present AS submit
                 ON submit.subject = part.clause_id AND submit.layer = 'review'
            WHERE submit.pass_no = 1
              AND submit.kind = 'submit' AND submit.field = '' AND submit.value = '"submitted"'),
        people AS MATERIALIZED (
            SELECT ord, clause_id, count(*) AS many FROM done GROUP BY ord HAVING many >= 2)
        SELECT ord, clause_id FROM people
        WHERE EXISTS (
            SELECT 1 FROM done CROSS JOIN present AS label
                ON label.subject = done.clause_id AND label.layer = 'review' AND label.owner = done.owner
               AND label.pass_no = 1 AND label.kind = 'label' AND label.value != 'null'
            WHERE done.ord = people.ord GROUP BY label.field
            HAVING count(*) < many OR min(label.value) < max(label.value))
        UNION SELECT ord, clause_id FROM part
        WHERE EXISTS (
            SELECT 1 FROM present AS decision
            WHERE decision.subject = part.clause_id AND decision.{_GOLD} AND decision.kind = 'decision'
              AND decision.value != 'null' AND (
                  decision.at <= (SELECT max(at) FROM present
                                  WHERE subject = part.clause_id AND layer = 'review')
                  OR decision.at <= (SELECT max(at) FROM present
                                     WHERE subject = 'codebook' AND kind = 'codebook')
                  OR (SELECT undoes FROM event WHERE id = decision.event) != ''))
        ORDER BY ord"""
    return _stretches(project, document, query)


def decided_clauses(project: Project, document: Document) -> list[tuple[str, int]]:
    """(id, number) of the clauses of a document about which anything was decided, in their order."""
    query = (
        "SELECT segment.clause_id, segment.ord FROM segment CROSS JOIN present "
        "ON present.subject = segment.clause_id AND present.layer = 'gold' "
        "WHERE segment.cutting_no = ? AND segment.ord IS NOT NULL AND present.kind = 'decision' "
        "AND present.value != 'null' GROUP BY segment.ord ORDER BY segment.ord"
    )
    return project.db.execute(query, (document.cutting,)).fetchall()


def decision(clause_id: str, one: Decision, text: str = "") -> list[Change]:
    """What records a decision: the value it gives and how it came about; `text` is the fingerprint of the
    clause as it was shown.
    """
    said = Change("decision", clause_id, one.field, one.said, "gold", seen=text)
    if one.field == WHOLE:
        return [said]
    value = None if one.value is None else list(one.value)
    return [Change("label", clause_id, one.field, value, "gold", seen=text), said]


def withdrawal(clause_id: str, field: str) -> list[Change]:
    """What takes a decision back."""
    said = Change("decision", clause_id, field, None, "gold")
    return [said] if field == WHOLE else [Change("label", clause_id, field, None, "gold"), said]


def giving_back(clause_id: str, reviewer: str, one: Return, before: Return | None = None) -> Change:
    """What gives a clause back to a reviewer, for the reasons of one that waits `before` too."""
    if before and not before.answered:
        one = before.joined(one, say("review.stop"))
    value = {"reason": one.reason, "fields": list(one.fields)}
    if one.codebook:
        value["codebook"] = one.codebook
    return Change("return", clause_id, reviewer, value, "project")
