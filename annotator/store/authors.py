"""Whose work is in a file: what they hand in. What they imported, and how they came in, is not of it."""

from annotator.store import people
from annotator.store.project import Project


def labelled(project: Project) -> list[str]:
    """Everyone who said anything about a clause, by id."""
    query = "SELECT DISTINCT owner FROM present WHERE layer = 'review' ORDER BY owner"
    return [name for (name,) in project.db.execute(query)]


def worked(project: Project, reviewer: str) -> bool:
    """Whether a person labelled, decided, or said something as a lead."""
    names = people.names(project, reviewer)
    query = (
        f"SELECT 1 FROM event WHERE reviewer IN ({people.placeholders(names)}) "
        "AND (layer IN ('review', 'gold') OR kind IN ('return', 'reply', 'round')) LIMIT 1"
    )
    return project.db.execute(query, names).fetchone() is not None
