"""Where one can go in a project: documents in the order in which they came, clauses by their ids.

Nothing here reads all documents: a step costs the same among ten and among a hundred thousand.
"""

import json
from collections.abc import Sequence
from typing import NamedTuple

from annotator.model.document import Document
from annotator.model.round import Task
from annotator.store.documents import DOCUMENT, IN_ORDER, ORDER
from annotator.store.project import Project
from annotator.store.reviews import undone

HERE = (
    "(SELECT at, run, seq FROM present WHERE (subject, layer, owner, pass_no, kind, field) = "
    "(:here, 'project', '', 1, 'import', ''))"
)
"""When the document `:here` came, to compare with."""
_RETIRED = "SELECT subject FROM present WHERE kind = 'retire' AND layer = 'project' AND value = 'true'"


class Row(NamedTuple):
    """A clause in a list: `beginning` is as much of its text as was asked for."""

    clause_id: str
    doc_id: str
    title: str
    ord: int
    marker: str
    beginning: str


def doc_ids(project: Project) -> list[str]:
    """The ids of the documents in use, in the order in which they came."""
    query = (
        "SELECT subject FROM present AS came INDEXED BY present_import WHERE kind = 'import' "
        f"AND subject NOT IN ({_RETIRED}) ORDER BY {ORDER}"
    )
    return [doc_id for (doc_id,) in project.db.execute(query)]


def several(project: Project, doc_ids: Sequence[str]) -> list[Document]:
    """Documents in use by their ids, in the order asked for."""
    query = (
        f"SELECT {DOCUMENT} FROM json_each(?) AS asked CROSS JOIN document_in_force ON doc_id = asked.value "
        "ORDER BY asked.key"
    )
    return [Document(*row) for row in project.db.execute(query, (json.dumps(doc_ids),))]


def clauses(project: Project) -> int:
    """How many clauses there are in all documents in use."""
    query = (
        "SELECT coalesce(sum(clauses), 0) FROM present AS cut CROSS JOIN cutting "
        "ON cutting_id = json_extract(cut.value, '$') WHERE kind = 'cut' AND layer = 'project' "
        f"AND subject NOT IN ({_RETIRED})"
    )
    return int(project.db.execute(query).fetchone()[0])


def titles(project: Project) -> list[tuple[str, str]]:
    """(id, title) of the documents in use, in the order in which they came."""
    query = (
        "SELECT subject, json_extract(value, '$') FROM present "
        "WHERE kind = 'metadata' AND layer = 'project' AND owner = '' AND field = 'title'"
    )
    titled = dict(project.db.execute(query))
    return [(doc_id, titled.get(doc_id) or "") for doc_id in doc_ids(project)]


def beside(project: Project, doc_id: str, by: int) -> Document | None:
    """The document with clauses that came next after one (or, with a negative `by`, last before it)."""
    than, backwards = (">", "") if by > 0 else ("<", " DESC")
    query = (
        f"SELECT {DOCUMENT} FROM {IN_ORDER} AND clauses > 0 AND ({ORDER}) {than} {HERE} "
        f"ORDER BY came.at{backwards}, came.run{backwards}, came.seq{backwards} LIMIT 1"
    )
    row = project.db.execute(query, {"here": doc_id}).fetchone()
    return Document(*row) if row else None


def first_unfinished(project: Project, reviewer: str, tasks: Sequence[Task]) -> Task | None:
    """The first of some tasks, as far as their clauses are in force, that the reviewer has neither submitted
    nor skipped, or that was returned since.
    """
    query = (
        "SELECT clause, pass FROM (SELECT key, json_extract(value, '$[0]') AS clause, "
        "json_extract(value, '$[1]') AS pass FROM json_each(:asked)) "
        f"WHERE {undone('clause', ':reviewer', 'pass')} "
        "AND EXISTS (SELECT 1 FROM clause_in_force WHERE clause_id = clause) ORDER BY key LIMIT 1"
    )
    row = project.db.execute(query, {"asked": json.dumps(tasks), "reviewer": reviewer}).fetchone()
    return Task(*row) if row else None


def rows(project: Project, clause_ids: Sequence[str], length: int) -> list[Row]:
    """Clauses for a list, in the order asked for; one that is no longer in force is left out."""
    query = (
        "SELECT clause_id, clause_in_force.doc_id, coalesce(json_extract(title.value, '$'), file_name), "
        "ord, marker, substr(text, 1, ?) FROM json_each(?) AS asked "
        "CROSS JOIN clause_in_force ON clause_id = asked.value CROSS JOIN document USING (doc_id) "
        "LEFT JOIN present AS title ON (title.subject, title.layer, title.owner, title.pass_no, title.kind, "
        "title.field) = (doc_id, 'project', '', 1, 'metadata', 'title') ORDER BY asked.key"
    )
    return [Row(*row) for row in project.db.execute(query, (length, json.dumps(clause_ids)))]
