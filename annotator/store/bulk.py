"""Many rows at once, inside our own transaction.

What people and models bring comes through sqlite-utils, which takes as long to import as Textual and is
loaded then, never on the way to the screens. The rows of an import are tuples of known columns: sqlite-utils
would look at each of their values four times as long as SQLite takes to store it.
"""

from collections.abc import Iterable, Sequence
from typing import Any

from annotator.store.project import Project


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
