"""What a reviewer is writing and has not yet said."""

from typing import NamedTuple

from annotator.store.project import Project


class Place(NamedTuple):
    """What is being written: whose, on which clause, of which kind of event (`note`,
    `question`, `label`), for which field.
    """

    reviewer: str
    subject: str
    kind: str
    field: str = ""


def keep(project: Project, place: Place, text: str) -> None:
    """Keep a text as it is now; raises as transactions do."""
    with project.transaction() as db:
        db.execute("INSERT OR REPLACE INTO draft VALUES (?, ?, ?, ?, ?)", (*place, text))


def kept(project: Project, place: Place) -> str | None:
    """The text that was being written there, None where nothing was."""
    query = "SELECT text FROM draft WHERE (reviewer, subject, kind, field) = (?, ?, ?, ?)"
    row = project.db.execute(query, place).fetchone()
    return row[0] if row else None


def drop(project: Project, place: Place) -> None:
    """Forget it: it was said, or given up."""
    with project.transaction() as db:
        db.execute("DELETE FROM draft WHERE (reviewer, subject, kind, field) = (?, ?, ?, ?)", place)


def count(project: Project, reviewer: str) -> int:
    """How many texts a reviewer is writing."""
    query = "SELECT count(*) FROM draft WHERE reviewer = ?"
    return int(project.db.execute(query, (reviewer,)).fetchone()[0])
