"""The log as rows, run by run: for files of events."""

from collections.abc import Iterable, Iterator

from annotator.model.gaps import Gap
from annotator.model.logged import Row
from annotator.store import left_out
from annotator.store.events import COLUMNS
from annotator.store.project import Project

IN_ORDER = f"SELECT id, {COLUMNS} FROM event ORDER BY run, seq"


def rows(project: Project) -> Iterator[Row]:
    """Every event as it stands in the log: what one process did stands together, and nothing that is added
    later comes between.
    """
    yield from project.db.execute(IN_ORDER)


def gaps(project: Project) -> list[Gap]:
    """The events of these runs that the project says are elsewhere."""
    return left_out.declared(project.db)


def unknown(project: Project, ids: Iterable[str]) -> int:
    """How many of some events the log does not have."""
    query = "SELECT 1 FROM event WHERE id = ?"
    return sum(project.db.execute(query, (one,)).fetchone() is None for one in ids)
