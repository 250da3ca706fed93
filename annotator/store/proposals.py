"""Repairs that wait for a person."""

from annotator.store.project import Project

_WAITING = (
    "FROM edit INDEXED BY edit_proposed "
    "CROSS JOIN placement ON placement.piece_no = edit.piece_no AND placement.cutting_no = ? "
    "WHERE state = 'proposed' AND ord IS NOT NULL"
)


def undecided(project: Project, cutting: int) -> int:
    """How many clauses of a cutting have one."""
    query = f"SELECT count(DISTINCT ord) {_WAITING}"
    return int(project.db.execute(query, (cutting,)).fetchone()[0])


def clauses(project: Project, cutting: int) -> list[int]:
    """The numbers of the clauses of a cutting that have one."""
    query = f"SELECT DISTINCT ord {_WAITING} ORDER BY ord"
    return [row[0] for row in project.db.execute(query, (cutting,))]


def repaired(project: Project, cutting: int) -> list[int]:
    """The numbers of the clauses of a cutting that have any repair, made, proposed or refused."""
    query = (
        "SELECT ord FROM placement WHERE cutting_no = ? AND ord IS NOT NULL "
        "AND EXISTS (SELECT 1 FROM edit WHERE edit.piece_no = placement.piece_no AND rule != 'line_break') "
        "ORDER BY ord"
    )
    return [row[0] for row in project.db.execute(query, (cutting,))]
