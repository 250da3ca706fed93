"""The same text twice: where clauses and documents stand once more, as `store/repeating.py` found it."""

from collections import defaultdict
from typing import NamedTuple

from annotator.store.project import Project

_TOLD = 8
"""So many places of a text are told."""


class Repeat(NamedTuple):
    """Where a clause stands that reads like another one: its document, its number from 0, how like it is."""

    clause_id: str
    doc_id: str
    title: str
    ord: int
    likeness: float


class Shared(NamedTuple):
    """How many of a document's clauses read like clauses of another one, which has `of`."""

    doc_id: str
    title: str
    clauses: int
    of: int


def others(project: Project, clause_id: str, count: int = _TOLD) -> list[Repeat]:
    """The clauses in force that read like one, the most alike first."""
    query = (
        "SELECT other.clause_id, other.doc_id, document.title, other.ord, max(likeness) "
        "FROM piece CROSS JOIN repeat USING (piece_no) "
        "CROSS JOIN clause_in_force AS other ON other.piece_no = other_no "
        "CROSS JOIN document_in_force AS document ON document.doc_id = other.doc_id "
        "WHERE piece.clause_id = ? AND other.clause_id != piece.clause_id "
        "GROUP BY other.clause_id ORDER BY 5 DESC, document.imported_at, other.ord LIMIT ?"
    )
    return [Repeat(*row) for row in project.db.execute(query, (clause_id, count))]


def shared(project: Project, doc_id: str) -> list[Shared]:
    """The other documents in use that have clauses of this one, or nearly; those with most of them first."""
    query = (
        "SELECT other.doc_id, document.title, count(DISTINCT mine.ord), document.clauses "
        "FROM document_in_force AS here CROSS JOIN placement AS mine "
        "ON mine.cutting_no = here.cutting_no AND mine.ord IS NOT NULL "
        "CROSS JOIN repeat ON repeat.piece_no = mine.piece_no "
        "CROSS JOIN clause_in_force AS other ON other.piece_no = other_no "
        "CROSS JOIN document_in_force AS document ON document.doc_id = other.doc_id "
        "WHERE here.doc_id = ?1 AND other.doc_id != ?1 GROUP BY other.doc_id ORDER BY 3 DESC, 1"
    )
    return [Shared(*row) for row in project.db.execute(query, (doc_id,))]


def within(project: Project, doc_id: str) -> int:
    """How many clauses of a document read like an earlier one of it."""
    query = (
        "SELECT count(DISTINCT mine.ord) FROM document_in_force AS here CROSS JOIN placement AS mine "
        "ON mine.cutting_no = here.cutting_no AND mine.ord IS NOT NULL "
        "CROSS JOIN repeat ON repeat.piece_no = mine.piece_no "
        "CROSS JOIN placement AS other ON other.piece_no = other_no AND other.cutting_no = here.cutting_no "
        "WHERE here.doc_id = ? AND other.ord < mine.ord"
    )
    return int(project.db.execute(query, (doc_id,)).fetchone()[0])


def groups(project: Project) -> list[list[str]]:
    """The clauses in force that read alike, directly or through others, as groups of their ids: what belongs
    on one side of a split. Clauses like no other are in none.
    """
    query = (
        "SELECT one.clause_id, other.clause_id FROM repeat "
        "CROSS JOIN clause_in_force AS one ON one.piece_no = repeat.piece_no "
        "CROSS JOIN clause_in_force AS other ON other.piece_no = other_no "
        "WHERE one.clause_id != other.clause_id"
    )
    above: dict[str, str] = {}

    def top(one: str) -> str:
        while above.setdefault(one, one) != one:
            above[one] = above[above[one]]
            one = above[one]
        return one

    for one, other in project.db.execute(query):
        first, second = sorted((top(one), top(other)))
        above[second] = first
    found = defaultdict[str, list[str]](list)
    for one in sorted(above):
        found[top(one)].append(one)
    return sorted(found.values())


def repeated(clause: str) -> str:
    """A condition: the piece of that number is a clause that stands elsewhere too, now."""
    return (
        "EXISTS (SELECT 1 FROM repeat "
        "CROSS JOIN clause_in_force AS elsewhere ON elsewhere.piece_no = other_no "
        f"WHERE repeat.piece_no = {clause}.piece_no AND elsewhere.clause_id != {clause}.clause_id)"
    )
