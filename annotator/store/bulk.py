"""Many rows at once, inside our own transaction.

What people and models bring comes through sqlite-utils, which takes as long to import as Textual and is
loaded then, never on the way to the screens. The rows of an import are tuples of known columns: sqlite-utils
would look at each of their values four times as long as SQLite takes to store it.
"""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from annotator.store.project import Project

_SETTINGS = {"cache_size": -12_000, "wal_autocheckpoint": 8000, "temp_store": 2}
"""Kilobytes of the file in memory; pages in the log before they are taken over into the file; what an act
could need to be undone is kept in memory: for each event that is some pages.
"""


@contextmanager
def much(project: Project) -> Iterator[None]:
    """A block in which much is written: more of the file stays in memory, and a page that changes again and
    again is taken over from the log less often. What is written is on the disk as soon as ever.
    """
    before = {name: project.db.execute(f"PRAGMA {name}").fetchone()[0] for name in _SETTINGS}
    try:
        for name, value in _SETTINGS.items():
            project.db.execute(f"PRAGMA {name} = {value}")
        yield
    finally:
        for name, value in before.items():
            project.db.execute(f"PRAGMA {name} = {value}")


def insert(project: Project, table: str, rows: Iterable[dict[str, Any]], *, replace: bool = False) -> None:
    """Insert rows, all or none; with `replace`, a row of the same primary key is replaced.

    The table must exist and have every column: a schema is never changed in passing.
    """
    from sqlite_utils import Database  # noqa: PLC0415  (see above)

    with project.transaction() as db:
        Database(db).table(table).insert_all(rows, batch_size=2000, replace=replace)


def put(
    project: Project, table: str, columns: str, rows: Iterable[Sequence[Any]], *, or_: str = "ABORT"
) -> None:
    """Insert rows that have the values of `columns` in their order, all or none; `or_` says what becomes of a
    row whose primary key is there.
    """
    gaps = ", ".join("?" * (columns.count(",") + 1))
    with project.transaction() as db:
        db.executemany(f"INSERT OR {or_} INTO {table} ({columns}) VALUES ({gaps})", rows)
