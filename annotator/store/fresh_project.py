"""A new project file in the making, which needs no other file beside it when it stands."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from annotator.store.fresh import fresh
from annotator.store.project import Project


@contextmanager
def fresh_project(path: Path, exists: str, clock: Callable[[], int]) -> Iterator[Project]:
    """An empty project to be filled; it becomes `path` when the block ends, whole or not at all. Raises
    AnnotatorError where a file stands there, told by `exists`, and where nothing can be written.
    """
    with fresh(path, exists) as partial:
        with Project.create(partial, clock=clock) as made:
            yield made
        with closing(sqlite3.connect(partial)) as db:
            db.execute("PRAGMA journal_mode = DELETE")
