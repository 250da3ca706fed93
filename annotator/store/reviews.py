"""What reviewers said, read from the present; written only through the log."""

import json
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from annotator.model.document import Document
from annotator.model.event import Change
from annotator.model.review import ClauseState, Progress, Return, Review
from annotator.model.round import Task
from annotator.store.people import NAMES
from annotator.store.project import Project
from annotator.store.undo import in_effect, saying

FINISHED = (
    "EXISTS (SELECT 1 FROM present WHERE (subject, layer, owner, pass_no, kind, field) = "
    "({clause}, 'review', {reviewer}, {pass_no}, 'submit', '') AND value IN ('\"submitted\"', '\"skipped\"'))"
)
"""Whether the reviewer has submitted or skipped a clause in a pass, for a condition."""
_HEARD = (
    "EXISTS (SELECT 1 FROM present AS answered WHERE (answered.subject, answered.layer, answered.owner, "
    "answered.pass_no, answered.kind, answered.field) "
    "= (back.subject, 'review', {reviewer}, 1, 'heard', back.field) AND answered.value = (SELECT '\"' || "
    f"{saying('given', 'id')} || '\"' FROM event AS given WHERE given.id = back.event))"
)
_WAITING = (
    "FROM present AS back WHERE (back.layer, back.owner, back.pass_no, back.kind) "
    "= ('project', '', 1, 'return') "
    f"AND back.field IN {NAMES.format('{reviewer}')} AND back.value != 'null' AND NOT {_HEARD}"
)
RETURNED = f"EXISTS (SELECT 1 {_WAITING} AND back.subject = {{clause}})"
"""Whether a clause was returned to the reviewer and not finished since where the return was known, for a
condition: what is finished elsewhere at the time does not answer it.
"""


def undone(clause: str, reviewer: str, pass_no: str) -> str:
    """A condition: the task is neither submitted nor skipped, or its clause was returned since."""
    finished = FINISHED.format(clause=clause, reviewer=reviewer, pass_no=pass_no)
    return f"(NOT {finished} OR {pass_no} = 1 AND {RETURNED.format(clause=clause, reviewer=reviewer)})"


_PRESENT = "FROM present WHERE layer = 'review' AND pass_no = 1"
_SAID = (
    "SELECT subject, kind, field, value FROM present "
    "WHERE subject {which} AND layer = 'review' AND owner = :reviewer AND pass_no = :pass "
    "UNION ALL SELECT subject, kind, '', value FROM present WHERE subject {which} AND layer = 'project' "
    f"AND owner = '' AND pass_no = 1 AND field IN {NAMES.format(':reviewer')} "
    "AND (kind = 'reply' OR kind = 'return' "
    f"AND :pass = 1 AND {RETURNED.format(clause='present.subject', reviewer=':reviewer')})"
)
"""What a reviewer said of clauses in a pass, and what the lead said to them about it."""


def review(project: Project, subject: str, reviewer: str, pass_no: int = 1) -> Review:
    """One reviewer's work on one clause, and what the lead said to them about it."""
    asked = {"asked": subject, "reviewer": reviewer, "pass": pass_no}
    rows = project.db.execute(_SAID.format(which="= :asked"), asked)
    return assemble((kind, field, value) for _, kind, field, value in rows)


def reviews(project: Project, subjects: Sequence[str], reviewer: str, pass_no: int = 1) -> dict[str, Review]:
    """The same for some clauses; one about which nothing was said is not in the answer."""
    asked = {"asked": json.dumps(subjects), "reviewer": reviewer, "pass": pass_no}
    query = _SAID.format(which="IN (SELECT value FROM json_each(:asked))")
    found: dict[str, list[tuple[str, str, str]]] = {}
    for subject, *row in project.db.execute(query, asked):
        found.setdefault(subject, []).append((row[0], row[1], row[2]))
    return {subject: assemble(rows) for subject, rows in found.items()}


def by_clause(project: Project, document: Document) -> Iterator[tuple[int, dict[str, Review]]]:
    """(clause number, {reviewer: review}) for the clauses of a document that anyone worked on."""
    query = (
        "SELECT segment.ord, present.owner, present.kind, present.field, present.value "
        "FROM segment JOIN present ON present.subject = segment.clause_id "
        "WHERE segment.cutting_no = ? AND segment.ord IS NOT NULL "
        "AND present.layer = 'review' AND present.pass_no = 1 ORDER BY segment.ord, present.owner"
    )
    current, rows = -1, dict[str, list[tuple[str, str, str]]]()
    for ord_no, owner, *row in project.db.execute(query, (document.cutting,)):
        if ord_no != current:
            if rows:
                yield current, {name: assemble(values) for name, values in rows.items()}
            current, rows = ord_no, {}
        rows.setdefault(owner, []).append((row[0], row[1], row[2]))
    if rows:
        yield current, {name: assemble(values) for name, values in rows.items()}


def assemble(rows: Iterable[tuple[str, str, str]]) -> Review:
    """A review from its (kind, field, value as JSON) rows."""
    values: dict[str, Any] = {}
    evidence: dict[str, Any] = {}
    said: dict[str, Any] = {}
    reasons: dict[str, str] = {}
    for kind, field, value in rows:
        if value == "null":
            continue
        if kind == "label":
            values[field] = json.loads(value)
        elif kind == "note" and field:
            reasons[field] = json.loads(value)
        elif kind == "evidence":
            evidence[field] = json.loads(value)
        else:
            said[kind] = json.loads(value)
    drafted: ClauseState = "draft" if values else "untouched"
    reopened = said.get("submit") == "reopened"
    back, question = said.get("return"), said.get("question", "")
    return Review(
        state=drafted if reopened else said.get("submit", drafted),
        values=values,
        flagged=bool(said.get("flag")),
        question=question,
        note=said.get("note", ""),
        reasons=reasons,
        evidence=evidence,
        reopened=reopened,
        returned=Return(back["reason"], tuple(back.get("fields", ()))) if back else None,
        reply=said.get("reply", "") if question else "",
    )


def hearing(project: Project, reviewer: str, changes: Sequence[Change]) -> list[Change]:
    """What says of changes that finish or skip clauses which returns they answer."""
    done = [
        one.subject
        for one in changes
        if (one.kind, one.pass_no) == ("submit", 1) and one.value in ("submitted", "skipped")
    ]
    query = (
        f"SELECT subject, field, (SELECT {saying('given', 'id')} FROM event AS given "
        f"WHERE given.id = back.event) {_WAITING.format(reviewer=':me')} "
        "AND back.subject IN (SELECT value FROM json_each(:done))"
    )
    rows = project.db.execute(query, {"me": reviewer, "done": json.dumps(done)}) if done else ()
    return [Change("heard", clause_id, name, said) for clause_id, name, said in rows]


def reviewers(project: Project) -> list[str]:
    """Everyone who said anything of a clause, by id."""
    query = "SELECT DISTINCT owner FROM present WHERE kind IN ('label', 'submit') AND layer = 'review'"
    return sorted(row[0] for row in project.db.execute(query))


def next_unfinished(project: Project, document: Document, reviewer: str, after: int) -> int | None:
    """The number of the first clause behind number `after` that the reviewer has not submitted or
    skipped; None where there is none to the document's end.
    """
    query = (
        "SELECT ord FROM segment WHERE cutting_no = ?1 AND ord > ?2 "
        f"AND NOT {FINISHED.format(clause='clause_id', reviewer='?3', pass_no=1)} ORDER BY ord LIMIT 1"
    )
    row = project.db.execute(query, (document.cutting, after, reviewer)).fetchone()
    return row[0] if row else None


def progress(project: Project, document: Document) -> dict[str, Progress]:
    """How far each reviewer is with a document."""
    query = (
        "SELECT owner, sum(state = '\"submitted\"'), sum(state = '\"skipped\"'), sum(state = '') FROM ("
        "SELECT owner, subject, max(CASE WHEN kind = 'submit' AND value IN ('\"submitted\"', '\"skipped\"') "
        "THEN value ELSE '' END) AS state, max(kind = 'label' AND value != 'null') AS labelled "
        f"{_PRESENT} AND subject IN "
        "(SELECT clause_id FROM segment WHERE cutting_no = ? AND ord IS NOT NULL) GROUP BY owner, subject) "
        "WHERE state != '' OR labelled GROUP BY owner"
    )
    return {
        owner: Progress(submitted, skipped, draft)
        for owner, submitted, skipped, draft in project.db.execute(query, (document.cutting,))
    }


def finished(project: Project, document: Document, reviewer: str) -> int:
    """How many clauses of a document the reviewer has submitted."""
    # The joins go in this order: the clauses of a document are fewer than the work of a reviewer.
    query = (
        "SELECT count(*) FROM segment CROSS JOIN present ON present.subject = segment.clause_id "
        "WHERE segment.cutting_no = ? AND ord IS NOT NULL AND layer = 'review' AND owner = ? AND pass_no = 1 "
        "AND present.kind = 'submit' AND field = '' AND value = '\"submitted\"'"
    )
    return int(project.db.execute(query, (document.cutting, reviewer)).fetchone()[0])


def ever_asked(project: Project, reviewer: str) -> bool:
    """Whether anything was ever assigned or returned to a reviewer: one look at an index."""
    query = (
        "SELECT 1 FROM present WHERE kind IN ('assignment', 'return') AND layer = 'project' AND owner = '' "
        f"AND pass_no = 1 AND field IN {NAMES.format('?1')} LIMIT 1"
    )
    return project.db.execute(query, (reviewer,)).fetchone() is not None


def last_task(project: Project, reviewer: str, besides: str = "") -> Task | None:
    """The clause that the reviewer worked on last, `besides` one: there, and neither with many others nor
    from a file; what was taken back does not count.
    """
    query = (
        "SELECT subject, pass_no FROM event WHERE run = ? AND act = ? AND layer = 'review' "
        "AND subject LIKE 'cl-%' AND subject != ? ORDER BY seq DESC LIMIT 1"
    )
    for act, origin in in_effect(project, reviewer, besides=("bulk", "file"), deciding=False):
        if origin in ("undo", "redo"):  # what was done again is in effect itself
            continue
        row = project.db.execute(query, (act.partition(":")[0], act, besides)).fetchone()
        if row:
            return Task(*row)
    return None
