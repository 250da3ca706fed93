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
    kind: Literal["split", "merge", "anew"] = "anew"
    if len(gone) == 1 and len(come) == 2:
        kind = "split"
    elif len(come) == 1 and len(gone) > 1:
        kind = "merge"
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
    """The documents that were never cut by a cutter: another version's cutting of them is in force."""
    query = (
        "SELECT doc_id FROM document_in_force AS document WHERE NOT EXISTS (SELECT 1 FROM cutting "
        "WHERE cutting.source_sha256 = document.source_sha256 AND cutter = ?)"
    )
    return {doc_id for (doc_id,) in project.db.execute(query, (cutter,))}
