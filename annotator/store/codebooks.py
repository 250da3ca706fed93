"""Versions of the codebook kept in the project."""

from annotator.model.codebook import Codebook
from annotator.model.event import Change
from annotator.store import events
from annotator.store.project import Project


def use(project: Project, reviewer: str, codebook: Codebook, text: str) -> bool:
    """Put a codebook in force; False where it is already."""
    with project.transaction() as db:
        parent = events.codebook_digest(db)
        if parent == codebook.digest:
            return False
        db.execute(
            "INSERT INTO codebook VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING",
            (codebook.digest, codebook.name, codebook.version, parent, codebook.meaning, text),
        )
        change = Change("codebook", "codebook", value=codebook.digest, layer="project")
        events.record(project, reviewer, [change], origin="command")
    return True


def in_force(project: Project) -> tuple[str, str]:
    """(digest, text) of the codebook in force; two empty strings where there is none."""
    digest = events.codebook_digest(project.db)
    row = project.db.execute("SELECT text FROM codebook WHERE digest = ?", (digest,)).fetchone()
    return (digest, row[0]) if row else ("", "")


def versions(project: Project) -> list[tuple[str, str, str, str]]:
    """(digest, name, version, digest of the one before) of every codebook the project has had."""
    return list(project.db.execute("SELECT digest, name, version, parent FROM codebook ORDER BY rowid"))
