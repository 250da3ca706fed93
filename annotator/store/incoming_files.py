"""Files that are to be merged: a project file as it lies, or the lines of an event file."""

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing
from pathlib import Path

from annotator.errors import AnnotatorError, reason
from annotator.model.gaps import Gap
from annotator.model.logged import Row
from annotator.store import incoming_content, left_out
from annotator.store.complaints import sentences
from annotator.store.event_log import IN_ORDER
from annotator.store.events import COLUMNS
from annotator.store.incoming import Incoming
from annotator.store.project import Project
from annotator.store.upgrade import missing
from annotator.tools import eventlines


def project_file(incoming: Incoming, path: Path) -> None:
    """Gather a project file; nothing of it is changed. Raises AnnotatorError, naming it, where it is none,
    or where its log or its content does not verify.
    """
    with sentences(incoming.project.path), Project.open(path, lying=True) as other, other.snapshot() as db:
        for name in missing(db):
            raise AnnotatorError("merging.unprotected", path=path, name=name)
        arrived, held = db.execute(
            "SELECT coalesce((SELECT seq FROM sqlite_sequence WHERE name = 'event'), 0), count(*) FROM event"
        ).fetchone()
        if arrived != held:
            raise AnnotatorError("merging.lost", path=path, count=arrived - held)
        incoming.events(path, db.execute(IN_ORDER), left_out.declared(db), whole=True)
        incoming_content.gather(incoming.project, other, path)


def read_events(path: Path) -> Iterator[Row | Gap]:
    """What the lines of an event file say. Raises AnnotatorError, naming the line."""
    try:
        with path.open("rb") as file:
            yield from eventlines.read(iter(lambda: file.readline(eventlines.LONGEST + 1), b""), path)
    except OSError as error:
        raise AnnotatorError("merging.no_file", path=path, reason=reason(error)) from error


def event_file(incoming: Incoming, path: Path, said: Iterable[Row | Gap]) -> None:
    """Gather what an event file says, in whatever order its lines stand. Raises AnnotatorError as above."""
    gaps: list[Gap] = []

    def rows() -> Iterator[Row]:
        for one in said:
            if isinstance(one, Gap):
                gaps.append(one)
            else:
                yield one

    with sentences(incoming.project.path), closing(sqlite3.connect("")) as db:  # gone when it is closed
        db.execute(f"CREATE TABLE event (id, {COLUMNS})")
        db.executemany(f"INSERT INTO event VALUES ({', '.join('?' * 20)})", rows())
        incoming.events(path, db.execute(IN_ORDER), gaps, whole=False)
