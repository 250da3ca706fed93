"""Copies of a project: made while others work, brought back without losing what stood there."""

import sqlite3
from contextlib import closing
from pathlib import Path

from annotator.errors import AnnotatorError, reason
from annotator.store.beside import copy_database, unused
from annotator.store.fresh import fresh as new_file
from annotator.store.project import Project
from annotator.store.stamp import continued
from annotator.store.verify import verify

_FILES = ("", "-wal", "-journal", "-shm")
"""A database and what SQLite puts beside it; a -wal left there would be read into the next one."""


def backup(project: Project, target: Path) -> None:
    """Copy the project to `target`, whole or not at all. Raises AnnotatorError where that exists."""
    with new_file(target) as partial:
        copy_database(project.db, partial)


def restore(copy: Path, path: Path) -> Path | None:
    """Put `copy` in the place of the project at `path`; returns where the file that stood there went.

    Raises AnnotatorError, and changes nothing, where the copy is no sound project or the project is
    in use.
    """
    if path.is_dir():
        raise AnnotatorError("store.folder", path=path)
    if not copy.exists():
        raise AnnotatorError("keeping.no_copy", path=copy)
    with Project.open(copy) as project:
        if any(verify(project)):
            raise AnnotatorError("keeping.unsound", path=copy)
        fresh = unused(path, "restored")
        backup(project, fresh)
    try:
        if _in_use(path):
            raise AnnotatorError("keeping.in_use", path=path)
        kept = unused(path, "before-restore")
        for ending in _FILES:
            beside = path.with_name(path.name + ending)
            if beside.exists():
                beside.rename(kept.with_name(kept.name + ending))
        fresh.rename(path)
    except OSError as error:
        raise AnnotatorError("keeping.cannot_write", path=path, reason=reason(error)) from error
    finally:
        fresh.unlink(missing_ok=True)
    return kept if kept.exists() else None


def _in_use(path: Path) -> bool:
    """Whether another program has the project open. Where none has, what a crash left in a -wal goes
    into the file.
    """
    if not path.exists():
        return False
    try:
        if not continued(path):
            return False  # nor does that log go into the file
        with closing(sqlite3.connect(path, timeout=0, isolation_level=None)) as db:
            db.execute("PRAGMA locking_mode = EXCLUSIVE")
            db.execute("BEGIN EXCLUSIVE")
    except sqlite3.DatabaseError as error:
        return error.sqlite_errorcode & 0xFF == sqlite3.SQLITE_BUSY  # the rest is damage: nobody can
    return False
