"""Many rows at once, through sqlite-utils, inside our own transaction.

sqlite-utils takes as long to import as Textual, so it is loaded when an import begins and never on
the way to the screens.
"""

from collections.abc import Iterable
from typing import Any

from annotator.store.project import Project


def insert(project: Project, table: str, rows: Iterable[dict[str, Any]], *, replace: bool = False) -> None:
    """Insert rows, all or none; with `replace`, a row of the same primary key is replaced.

    The table must exist and have every column: a schema is never changed in passing.
    """
    from sqlite_utils import Database  # noqa: PLC0415  (see above)

    with project.transaction() as db:
        Database(db).table(table).insert_all(rows, batch_size=2000, replace=replace)
