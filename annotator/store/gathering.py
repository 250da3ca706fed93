"""Suggestions computed for a whole project: gathered beside the file while others write in it, then put
in place at once.
"""

from collections.abc import Iterable
from types import TracebackType
from typing import Self

from annotator.model.review import Suggestion
from annotator.store.project import Project
from annotator.store.suggestions import COLUMNS, as_row


class Gathering:
    """A context. What was gathered lies in a temporary table: nothing of the file is locked for it, and
    memory does not grow with the project.
    """

    def __init__(self, project: Project) -> None:
        self._project = project

    def __enter__(self) -> Self:
        self._project.db.execute(f"CREATE TEMP TABLE gathered ({COLUMNS})")
        return self

    def add(self, rows: Iterable[Suggestion]) -> int:
        """Gather suggestions; returns how many."""
        values = [as_row(row) for row in rows]
        self._project.db.executemany("INSERT INTO gathered VALUES (?, ?, ?, ?, ?, ?)", values)
        return len(values)

    def put_in_place(self, source: str) -> None:
        """Let what was gathered take the place of all that `source` suggested before."""
        with self._project.transaction() as db:
            db.execute("DELETE FROM suggestion WHERE source = ?", (source,))
            db.execute(f"INSERT INTO suggestion SELECT {COLUMNS} FROM gathered ORDER BY subject, field")

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._project.db.execute("DROP TABLE temp.gathered")
