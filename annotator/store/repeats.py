"""The same text twice: where clauses and documents stand once more, as `store/repeating.py` found it.

Two pieces are alike where they are a pair, or where both are alike enough to a third, which may be out of
force by now: a text as it was cut before.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator
from itertools import islice
from typing import NamedTuple

from annotator.store.project import Project
from annotator.tools.repeats import ALIKE

_TOLD = 8
"""So many places of a text are told."""

# Behind what differs by little from a third, the two differ by no more than both together.
_ALIKE = (
    "SELECT other_no, likeness FROM repeat WHERE piece_no = {piece} UNION ALL "
    "SELECT two.other_no, one.likeness + two.likeness - 1 FROM repeat AS one "
    "CROSS JOIN repeat AS two ON two.piece_no = one.other_no "
    "WHERE one.piece_no = {piece} AND two.other_no != {piece} "
    f"AND one.likeness + two.likeness >= {1 + ALIKE}"
)


class Repeat(NamedTuple):
    """Where a clause stands that reads like another one: its document, its number from 0, how like it is."""

    clause_id: str
    doc_id: str
    title: str
    ord: int
    likeness: float


class Shared(NamedTuple):
    """How many of a document's clauses read like clauses of another one, which has `of`. Of a clause that
    stands in very many documents some are told.
    """

    doc_id: str
    title: str
    clauses: int
    of: int


def others(project: Project, clause_id: str, count: int = _TOLD) -> list[Repeat]:
    """Clauses in force that read like one, so many at most, the most alike first."""
    query = "SELECT piece_no FROM clause_in_force WHERE clause_id = ?"
    row = project.db.execute(query, (clause_id,)).fetchone()
    found = list(islice(_others(project, row[0], clause_id), count)) if row else []
    titles = {one: _document(project, one)[0] for one in {doc_id for _, doc_id, *_ in found}}
    told = [Repeat(other, doc_id, titles[doc_id], place, how) for other, doc_id, place, how in found]
    return sorted(told, key=lambda one: -one.likeness)


def shared(project: Project, doc_id: str) -> list[Shared]:
    """The other documents in use that have clauses of this one, or nearly; those with most of them first."""
    counts = Counter[str]()
    for clause_id, piece in _clauses(project, doc_id):
        places = islice(_others(project, piece, clause_id), 2 * _TOLD)
        counts.update({other for _, other, *_ in places} - {doc_id})
    found = [(one, count, _document(project, one)) for one, count in counts.items()]
    told = [Shared(one, title, count, of) for one, count, (title, of) in found]
    return sorted(told, key=lambda one: (-one.clauses, one.doc_id))


def within(project: Project, doc_id: str) -> int:
    """How many clauses of a document read like an earlier one of it."""
    query = "SELECT other_no, likeness FROM repeat WHERE piece_no = ?1 AND other_no < ?1"
    near, count = dict[int, float](), 0  # how alike the earlier ones are to a piece, at most
    for _, piece in _clauses(project, doc_id):
        mine = {piece: 1.0, **dict(project.db.execute(query, (piece,)))}
        count += any(how + near.get(one, 0) >= 1 + ALIKE for one, how in mine.items())
        near.update({one: max(how, near.get(one, 0)) for one, how in mine.items()})
    return count


def groups(project: Project) -> list[list[str]]:
    """The clauses in force that read alike, directly or through others, as groups of their ids: what belongs
    on one side of a split. Clauses like no other are in none.
    """
    found = (sorted({clause for clause, _ in group}) for group in placed(project))
    return sorted(group for group in found if len(group) > 1)


def placed(project: Project) -> list[list[tuple[str, str]]]:
    """The same with the document of each, as (clause, document). Here two places are a group too at which one
    clause stands: of two files that read as the same text, which a merge may bring.
    """
    above: dict[int, int] = {}

    def top(one: int) -> int:
        while above.setdefault(one, one) != one:
            above[one] = above[above[one]]
            one = above[one]
        return one

    def join(one: int, other: int) -> None:
        first, second = sorted((top(one), top(other)))
        above[second] = first

    for one, other in project.db.execute("SELECT piece_no, other_no FROM repeat WHERE other_no < piece_no"):
        join(one, other)
    query = (
        "SELECT piece_no, clause_id, doc_id FROM (SELECT DISTINCT piece_no FROM repeat) "
        "CROSS JOIN clause_in_force USING (piece_no) UNION SELECT piece_no, clause_id, doc_id FROM "
        "(SELECT cutting_no, doc_id FROM document_in_force WHERE source_sha256 IN (SELECT source_sha256 "
        "FROM document_in_force GROUP BY 1 HAVING count(*) > 1)) CROSS JOIN segment USING (cutting_no) "
        "WHERE kind = 'clause'"
    )
    rows = project.db.execute(query).fetchall()
    first = dict[str, int]()
    for piece, clause_id, _ in rows:
        join(piece, first.setdefault(clause_id, piece))
    found = defaultdict[int, set[tuple[str, str]]](set)
    for piece, clause_id, doc_id in rows:
        found[top(piece)].add((clause_id, doc_id))
    return sorted(sorted(one) for one in found.values() if len(one) > 1)


def repeated(clause: str) -> str:
    """A condition: the piece of that number is a clause that stands elsewhere too, now."""
    return (
        f"EXISTS (SELECT 1 FROM ({_ALIKE.format(piece=f'{clause}.piece_no')}) AS alike "
        "CROSS JOIN clause_in_force AS elsewhere ON elsewhere.piece_no = alike.other_no "
        f"WHERE elsewhere.clause_id != {clause}.clause_id)"
    )


def _others(project: Project, piece: int, clause_id: str) -> Iterator[tuple[str, str, int, float]]:
    """The other clauses in force that read like a piece, each once: id, document, number, likeness. They are
    looked for as they are asked for: what stands everywhere stands in too many places to see them all.
    """
    query = (
        f"SELECT other.clause_id, other.doc_id, other.ord, alike.likeness FROM ({_ALIKE.format(piece='?1')}) "
        "AS alike CROSS JOIN clause_in_force AS other ON other.piece_no = alike.other_no"
    )
    seen = {clause_id}
    for found in project.db.execute(query, (piece,)):
        if found[0] not in seen:
            seen.add(found[0])
            yield found


def _clauses(project: Project, doc_id: str) -> list[tuple[str, int]]:
    """The clauses of a document in force that may be alike to others, in order, each with its piece."""
    query = (
        "SELECT piece.clause_id, piece.piece_no FROM document_in_force AS here CROSS JOIN placement AS mine "
        "ON mine.cutting_no = here.cutting_no AND mine.ord IS NOT NULL CROSS JOIN piece USING (piece_no) "
        "WHERE here.doc_id = ? AND EXISTS (SELECT 1 FROM repeat WHERE repeat.piece_no = piece.piece_no) "
        "ORDER BY mine.ord"
    )
    return project.db.execute(query, (doc_id,)).fetchall()


def _document(project: Project, doc_id: str) -> tuple[str, int]:
    """The title of a document in use, and how many clauses it has."""
    query = "SELECT title, clauses FROM document_in_force WHERE doc_id = ?"
    title, clauses = project.db.execute(query, (doc_id,)).fetchone()
    return title, clauses
