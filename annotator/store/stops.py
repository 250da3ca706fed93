"""What a reviewer goes to one after the other: flagged clauses, questions, drafts, doubtful cuts …

Where there are few of a kind, they are put in order and the next is taken; where there are many, the
next is near, and the documents are read from here on.
"""

import json
from typing import Any, Literal

from annotator.store.documents import IN_ORDER, ORDER
from annotator.store.project import Project

Kind = Literal["marked", "flagged", "question", "note", "doubt", "differs", "skipped", "draft"]
KINDS: tuple[Kind, ...] = ("marked", "flagged", "question", "note", "doubt", "differs", "skipped", "draft")

MANY = 2000

_MINE = "layer = 'review' AND owner = :reviewer AND pass_no = 1"
_SUBMITTED = (
    "SELECT 1 FROM present AS submit WHERE (submit.subject, submit.layer, submit.owner, submit.pass_no, "
    "submit.kind, submit.field) = (said.subject, 'review', :reviewer, 1, 'submit', '') AND value != 'null'"
)
_SUGGESTED = (
    "SELECT value FROM suggestion WHERE subject = said.subject AND field = said.field "
    "ORDER BY score DESC, source, version DESC LIMIT 1"
)
_SAID: dict[Kind, str] = {
    "marked": "kind IN ('flag', 'question') AND value != 'null'",
    "flagged": "kind = 'flag' AND value != 'null'",
    "question": "kind = 'question' AND value != 'null'",
    "note": "kind = 'note' AND field = '' AND value != 'null'",
    "skipped": "kind = 'submit' AND value = '\"skipped\"'",
    "draft": f"kind = 'label' AND value != 'null' AND NOT EXISTS ({_SUBMITTED})",
    "differs": f"kind = 'label' AND value != 'null' AND differing(value, ({_SUGGESTED}))",
}
# The index piece_doubt holds these; the cutter gives no clause more than 0.4.
_DOUBTFUL = "SELECT clause_id AS subject FROM piece WHERE clause_id IS NOT NULL AND doubt >= 0.3"


def _clauses(kind: Kind) -> str:
    """A statement for the clauses of a kind, in force or not; a condition may be added behind it."""
    if kind == "doubt":
        return _DOUBTFUL
    return f"SELECT DISTINCT subject FROM present AS said WHERE {_MINE} AND {_SAID[kind]}"


def count(project: Project, kind: Kind, reviewer: str) -> int:
    """How many clauses of a kind there are for a reviewer."""
    query = f"SELECT count(*) FROM ({_clauses(kind)}) CROSS JOIN clause_in_force ON clause_id = subject"
    return int(_ask(project, query, reviewer=reviewer)[0][0])


def unfinished(project: Project, reviewer: str) -> int:
    """How many clauses the reviewer has neither submitted nor skipped."""
    finished = f"SELECT subject FROM present WHERE {_MINE} AND kind = 'submit' AND value != 'null'"
    query = (
        "SELECT (SELECT coalesce(sum(clauses), 0) FROM document_in_force) - "
        f"(SELECT count(*) FROM ({finished}) CROSS JOIN clause_in_force ON clause_id = subject)"
    )
    return int(_ask(project, query, reviewer=reviewer)[0][0])


def following(project: Project, kind: Kind, reviewer: str, doc_id: str, ord_no: int) -> str | None:
    """The id of the next clause of a kind behind number `ord_no` of a document, or from the top; the clause
    itself comes last. None where there is none.
    """
    found = [row[0] for row in _ask(project, f"{_clauses(kind)} LIMIT {MANY + 1}", reviewer=reviewer)]
    if len(found) <= MANY:
        return _next_of_few(project, found, doc_id, ord_no)
    return _next_of_many(project, kind, reviewer, doc_id, ord_no)


_CAME = (
    "SELECT at, run, seq FROM present WHERE (subject, layer, owner, pass_no, kind, field) = "
    "({document}, 'project', '', 1, 'import', '')"
)


def _next_of_few(project: Project, clause_ids: list[str], doc_id: str, ord_no: int) -> str | None:
    query = (
        "SELECT clause_id FROM json_each(:asked) CROSS JOIN clause_in_force ON clause_id = json_each.value "
        "CROSS JOIN present AS came ON (came.subject, came.layer, came.owner, came.pass_no, came.kind, "
        "came.field) = (clause_in_force.doc_id, 'project', '', 1, 'import', '') "
        f"ORDER BY (({ORDER}) > ({_CAME.format(document=':here')}) "
        f"OR came.subject = :here AND ord > :ord) DESC, {ORDER}, ord LIMIT 1"
    )
    rows = _ask(project, query, asked=json.dumps(clause_ids), here=doc_id, ord=ord_no)
    return rows[0][0] if rows else None


def _next_of_many(project: Project, kind: Kind, reviewer: str, doc_id: str, ord_no: int) -> str | None:
    column = "clause_id" if kind == "doubt" else "subject"
    meets = f"EXISTS ({_clauses(kind)} AND {column} = segment.clause_id)"
    inside = "segment.cutting_no = document_in_force.cutting_no AND ord > :after"
    documents = (
        f"SELECT document_in_force.cutting_no FROM {IN_ORDER} "
        f"AND ({ORDER}) {{than}} ({_CAME.format(document=':here')}) "
        f"AND EXISTS (SELECT 1 FROM segment WHERE {inside} AND {meets}) ORDER BY {ORDER} LIMIT 1"
    )
    clause = (
        f"SELECT clause_id FROM segment WHERE cutting_no = :cutting AND ord > :after AND {meets} "
        "ORDER BY ord LIMIT 1"
    )
    for than, after in (("=", ord_no), (">", -1), ("<=", -1)):
        given = {"reviewer": reviewer, "here": doc_id, "after": after}
        if found := _ask(project, documents.format(than=than), **given):
            return str(_ask(project, clause, **given, cutting=found[0][0])[0][0])
    return None


def _ask(project: Project, query: str, **values: Any) -> list[Any]:
    from annotator.tools.query.differing import differing  # noqa: PLC0415  (few kinds need it)

    if "differing(" in query:
        project.db.create_function("differing", 2, differing, deterministic=True)
    return project.db.execute(query, values).fetchall()
