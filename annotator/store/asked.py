"""The queries that a reviewer asked last, kept in the project on this machine."""

from annotator.store.project import Project

MOST = 8


def asked(project: Project, reviewer: str) -> list[str]:
    """What was asked, the last first."""
    query = "SELECT query FROM asked WHERE reviewer = ? ORDER BY turn DESC"
    return [text for (text,) in project.db.execute(query, (reviewer,))]


def remember(project: Project, reviewer: str, text: str) -> None:
    """Note that something was asked, and forget what was asked long before; raises as transactions do."""
    with project.transaction() as db:
        db.execute(
            "INSERT OR REPLACE INTO asked "
            "SELECT ?1, ?2, 1 + coalesce(max(turn), 0) FROM asked WHERE reviewer = ?1",
            (reviewer, " ".join(text.split())),
        )
        db.execute(
            "DELETE FROM asked WHERE reviewer = ?1 AND turn <= (SELECT turn FROM asked WHERE reviewer = ?1 "
            "ORDER BY turn DESC LIMIT 1 OFFSET ?2)",
            (reviewer, MOST),
        )
