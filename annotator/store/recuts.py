"""What a cutting by hand did: which clause it split, or into which one it merged others."""

from typing import Literal, NamedTuple

from annotator.store.project import Project


class Recut(NamedTuple):
    """`ord` is the first clause, counted from 0, that is another one than before."""

    kind: Literal["split", "merge"]
    ord: int


def recut(project: Project, before: object, after: object) -> Recut | None:
    """What makes the cutting `after` of the cutting `before`, given by their ids; None where a cutting is
    unknown, or where there are as many clauses as before.
    """
    old, new = _cutting(project, before), _cutting(project, after)
    if old is None or new is None or old[1] == new[1]:
        return None
    query = (
        "SELECT min(ord) FROM placement AS now WHERE cutting_no = ? AND ord IS NOT NULL AND NOT EXISTS "
        "(SELECT 1 FROM placement WHERE cutting_no = ? AND ord = now.ord AND piece_no = now.piece_no)"
    )
    (first,) = project.db.execute(query, (new[0], old[0])).fetchone()
    return Recut("split" if new[1] > old[1] else "merge", new[1] - 1 if first is None else first)


def _cutting(project: Project, cutting_id: object) -> tuple[int, int] | None:
    """The local number of a cutting, and how many clauses it has."""
    query = "SELECT cutting_no, clauses FROM cutting WHERE cutting_id = ?"
    found: tuple[int, int] | None = project.db.execute(query, (cutting_id,)).fetchone()
    return found
