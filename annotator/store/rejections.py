"""Suggested items that a reviewer does not want to see again."""

from annotator.model.rejection import Rejection, of_event
from annotator.store.project import Project


def of(project: Project, reviewer: str) -> list[Rejection]:
    """What a reviewer has rejected and not taken back, oldest first."""
    query = (
        "SELECT subject, field, at FROM present WHERE kind = 'reject' AND layer = 'review' AND owner = ? "
        "AND pass_no = 1 AND value = 'true' ORDER BY at, run, seq"
    )
    return [
        Rejection(subject, *of_event(name), at)
        for subject, name, at in project.db.execute(query, (reviewer,))
    ]
