"""What a reviewer goes to one after the other: flagged clauses, questions, drafts, doubtful cuts …

Where there are few of a kind, they are put in order and the next is taken; where there are many, the
next is near, and the documents are read from here on.
"""

import json
from typing import Any, Literal

from annotator.store import places
from annotator.store.documents import IN_ORDER, ORDER
from annotator.store.project import Project

Kind = Literal["unfinished", "marked", "flagged", "question", "note", "doubt", "differs", "skipped", "draft"]
"""`unfinished` is neither submitted nor skipped, `marked` flagged or with a question, `doubt` a doubtful
cut, `differs` an answer that is not the one suggested.
"""

MANY = 500

_MINE = "layer = 'review' AND owner = :reviewer AND pass_no = 1"
_SAID = f"SELECT DISTINCT subject FROM present AS said WHERE {_MINE} AND kind "
_FINISHED = f"{_SAID} = 'submit' AND value != 'null'"
_CLAUSES: dict[Kind, str] = {
    "marked": f"{_SAID} IN ('flag', 'question') AND value != 'null'",
    "flagged": f"{_SAID} = 'flag' AND value != 'null'",
    "question": f"{_SAID} = 'question' AND value != 'null'",
    "note": f"{_SAID} = 'note' AND field = '' AND value != 'null'",
    "skipped": f"{_SAID} = 'submit' AND value = '\"skipped\"'",
    # Nearly all that is labelled is submitted: that is looked up first, and the labels of the rest.
    "draft": f"SELECT subject FROM ({_SAID} = 'label') AS said WHERE NOT EXISTS (SELECT 1 FROM present AS p "
    "WHERE (p.subject, p.layer, p.owner, p.pass_no, p.kind, p.field) = "
    "(said.subject, 'review', :reviewer, 1, 'submit', '') AND p.value != 'null') "
    "AND EXISTS (SELECT 1 FROM present AS p WHERE p.subject = said.subject AND p.layer = 'review' "
    "AND p.owner = :reviewer AND p.pass_no = 1 AND p.kind = 'label' AND p.value != 'null')",
    "differs": f"SELECT DISTINCT subject FROM present AS said WHERE {_MINE} AND kind = 'label' "
    "AND value != 'null' AND EXISTS (SELECT 1 FROM (SELECT s.value FROM suggestion AS s "
    "WHERE s.subject = said.subject AND s.field = said.field ORDER BY score DESC, source, version DESC "
    "LIMIT 1) AS best WHERE best.value != said.value AND differing(said.value, best.value))",
    # The cutter gives no clause more than 0.4.
    "doubt": "SELECT clause_id AS subject FROM piece AS said INDEXED BY piece_doubt "
    "WHERE clause_id IS NOT NULL AND doubt >= 0.3",
}
"""A statement for the clauses of each kind, in force or not; a condition may be added behind it. The
unfinished ones are all but the finished.
"""


def count(project: Project, kind: Kind, reviewer: str) -> int:
    """How many clauses of a kind there are for a reviewer."""
    if kind == "unfinished":
        return places.clauses(project) - _in_force(project, _ask(project, _FINISHED, reviewer=reviewer))
    return _in_force(project, _ask(project, _CLAUSES[kind], reviewer=reviewer))


def _in_force(project: Project, clauses: list[tuple[str]]) -> int:
    """How many of some clauses are in force."""
    # In one statement with what finds them, SQLite would begin with all clauses there are.
    query = "SELECT count(*) FROM json_each(?) AS asked CROSS JOIN clause_in_force ON clause_id = asked.value"
    asked = json.dumps([clause_id for (clause_id,) in clauses])
    return int(project.db.execute(query, (asked,)).fetchone()[0])


def following(project: Project, kind: Kind, reviewer: str, doc_id: str, ord_no: int) -> str | None:
    """The id of the next clause of a kind behind number `ord_no` of a document, or from the top; the clause
    itself comes last. None where there is none.
    """
    if kind != "unfinished":
        rows = _ask(project, f"{_CLAUSES[kind]} LIMIT {MANY + 1}", reviewer=reviewer)
        if len(rows) <= MANY:
            return _next_of_few(project, [clause_id for (clause_id,) in rows], doc_id, ord_no)
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
    if kind == "unfinished":
        meets = f"NOT EXISTS ({_FINISHED} AND said.subject = segment.clause_id)"
    else:
        column = "clause_id" if kind == "doubt" else "subject"
        meets = f"EXISTS ({_CLAUSES[kind]} AND said.{column} = segment.clause_id)"
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
