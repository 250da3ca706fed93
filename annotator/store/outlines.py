"""What an outline of a document is made of: its titles and headings, and which clauses are finished."""

from typing import NamedTuple

from annotator.model.document import Document
from annotator.store.project import Project


class Heading(NamedTuple):
    """A heading, or a title (level 0); `before` is how many clauses stand before it."""

    level: int
    marker: str
    text: str
    before: int


def headings(project: Project, document: Document) -> list[Heading]:
    """The titles and headings of a document in their order."""
    query = (
        "SELECT CASE kind WHEN 'title' THEN 0 ELSE level END, marker, text, coalesce("
        "(SELECT ord FROM segment AS later WHERE later.cutting_no = segment.cutting_no "
        "AND later.seq > segment.seq AND later.ord IS NOT NULL ORDER BY later.seq LIMIT 1), ?) "
        "FROM segment WHERE cutting_no = ? AND ord IS NULL AND kind IN ('title', 'heading') ORDER BY seq"
    )
    return [Heading(*row) for row in project.db.execute(query, (document.clauses, document.cutting))]


def finished(project: Project, document: Document, reviewer: str) -> list[tuple[int, bool]]:
    """(clause number, whether it was submitted and not skipped) of the clauses a reviewer has finished."""
    query = (
        "SELECT ord, value = '\"submitted\"' FROM segment CROSS JOIN present ON (subject, layer, owner, "
        "pass_no, present.kind, field) = (clause_id, 'review', ?, 1, 'submit', '') "
        "WHERE cutting_no = ? AND ord IS NOT NULL AND value IN ('\"submitted\"', '\"skipped\"') ORDER BY ord"
    )
    rows = project.db.execute(query, (reviewer, document.cutting))
    return [(ord_no, bool(submitted)) for ord_no, submitted in rows]
