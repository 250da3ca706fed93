"""Cuttings beside each other: what one did to the one before it, and of which one it was made."""

from typing import Literal

from annotator.model.recutting import Recut
from annotator.store import people
from annotator.store.project import Project


def recut(project: Project, before: object, after: object) -> Recut | None:
    """What makes the cutting `after` of the cutting `before`, given by ids; None where one is unknown."""
    old, new = _clauses(project, before), _clauses(project, after)
    if old is None or new is None:
        return None
    gone, come = old.keys() - new.keys(), new.keys() - old.keys()
    kind: Literal["split", "merge", "anew", "same"] = "anew"
    if len(gone) == 1 and len(come) == 2:
        kind = "split"
    elif len(come) == 1 and len(gone) > 1:
        kind = "merge"
    elif not come and not gone:
        kind = "same"
    return Recut(kind, min((new[one] for one in come), default=0), len(gone))


def _clauses(project: Project, cutting_id: object) -> dict[str, int] | None:
    """The clauses of a cutting with their numbers."""
    query = "SELECT cutting_no FROM cutting WHERE cutting_id = ?"
    found = project.db.execute(query, (cutting_id,)).fetchone()
    if found is None:
        return None
    query = "SELECT clause_id, ord FROM segment WHERE cutting_no = ? AND ord IS NOT NULL"
    return dict(project.db.execute(query, found))


def by_hand(project: Project, cutting: int) -> bool:
    """Whether a person made a cutting."""
    (cutter,) = project.db.execute("SELECT cutter FROM cutting WHERE cutting_no = ?", (cutting,)).fetchone()
    return people.person(project, cutter) is not None


def base(project: Project, cutting: int) -> int | None:
    """Of what a cutting made by hand was made: the one by a program that shares most segments with it; None
    where there is none.
    """
    query = (
        "SELECT cutting.cutting_no, cutter, "
        "(SELECT count(*) FROM placement JOIN placement AS mine USING (piece_no) "
        "WHERE placement.cutting_no = cutting.cutting_no AND mine.cutting_no = ?1) AS common "
        "FROM cutting WHERE source_sha256 = (SELECT source_sha256 FROM cutting WHERE cutting_no = ?1) "
        "ORDER BY common DESC, cutting_id"
    )
    persons = {name for one in people.people(project) for name in (one.id, *one.aliases)}
    return next((row[0] for row in project.db.execute(query, (cutting,)) if row[1] not in persons), None)


def outdated(project: Project, cutter: str) -> set[str]:
    """The documents that a cutter would perhaps cut otherwise: those that it never cut, and those of which
    another one's cutting is in force that is not the same (into other units).
    """
    query = (
        "SELECT doc_id FROM document_in_force AS document JOIN cutting USING (cutting_no) "
        "WHERE cutter != ?1 AND NOT EXISTS ("
        "SELECT 1 FROM cutting AS mine "
        "WHERE mine.source_sha256 = document.source_sha256 AND mine.cutter = ?1 "
        "AND (substr(cutting.cutter, 1, length(?2)) != ?2 OR NOT EXISTS ("
        "SELECT 1 FROM placement AS one LEFT JOIN placement AS other "
        "ON other.cutting_no = mine.cutting_no AND other.seq = one.seq "
        "WHERE one.cutting_no = cutting.cutting_no AND other.piece_no IS NOT one.piece_no)))"
    )
    programs = cutter.partition("/")[0] + "/"
    return {doc_id for (doc_id,) in project.db.execute(query, (cutter, programs))}
