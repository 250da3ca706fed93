"""Copies of a project: made while others work, brought back without losing what stood there."""

import sqlite3
from pathlib import Path

from annotator.errors import AnnotatorError
from annotator.store.project import Project
from annotator.store.verify import verify


def backup(project: Project, target: Path) -> None:
    """Copy the project to `target`, whole or not at all. Raises AnnotatorError where that exists."""
    if target.exists():
        raise AnnotatorError("keeping.exists", path=target)
    partial = target.with_name(f".{target.name}.partial")
    try:
        copy = sqlite3.connect(partial)
        try:
            project.db.backup(copy)
            copy.execute("PRAGMA journal_mode = DELETE")
        finally:
            copy.close()
        partial.rename(target)
    except (OSError, sqlite3.Error) as error:
        raise AnnotatorError("keeping.cannot_write", path=target, reason=error) from error
    finally:
        partial.unlink(missing_ok=True)


def restore(copy: Path, path: Path) -> Path | None:
    """Put `copy` in the place of the project at `path`; returns where the file that stood there went.

    Raises AnnotatorError, and changes nothing, where the copy is no sound project or the project is
    in use.
    """
    with Project.open(copy) as project:
        if any(verify(project)):
            raise AnnotatorError("keeping.unsound", path=copy)
        fresh = path.with_name(f".{path.name}.restored")
        fresh.unlink(missing_ok=True)
        backup(project, fresh)
    kept = None
    if path.exists():
        if path.with_name(path.name + "-wal").exists():
            fresh.unlink()
            raise AnnotatorError("keeping.in_use", path=path)
        number = 1
        while (kept := path.with_name(f"{path.stem}.before-restore-{number}{path.suffix}")).exists():
            number += 1
        path.rename(kept)
    fresh.rename(path)
    return kept
