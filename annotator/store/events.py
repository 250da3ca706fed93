"""The log: the one place where acts are written, and where they are read back.

An act is recorded in one transaction. Its events share a time and stand one behind the other in the
run of their reviewer, each naming the one before.
"""

import getpass
import json
import os
import sqlite3
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Any

from annotator.model.event import Change, Event, Origin
from annotator.model.ids import canonical
from annotator.store.project import Project

COLUMNS = (
    "kind, subject, field, layer, pass_no, value, act, undoes, origin, suggested, seen, seconds, "
    "codebook, reviewer, os_user, at, run, seq, prev"
)
_WHO = "SELECT coalesce((SELECT id FROM identity WHERE alias = ?1), ?1)"
_INSERT = f"INSERT INTO event (id, {COLUMNS}) VALUES ({', '.join('?' * 20)})"


def record(
    project: Project,
    reviewer: str,
    changes: Sequence[Change],
    *,
    origin: Origin,
    undoes: str = "",
    seconds: float = 0.0,
) -> str:
    """Record `changes` as one act of `reviewer`, an alias as the person whose it is; they are on the disk
    when this returns.

    `seconds` is the time the act took and goes to its first event. Returns the act's id, or an
    empty string where there was nothing to record. Raises Busy, or a sentence for the disk.
    """
    if not changes:
        return ""
    with project.transaction() as db:
        reviewer = db.execute(_WHO, (reviewer,)).fetchone()[0]
        run = project.runs.setdefault(reviewer, "run-" + os.urandom(8).hex())
        seq, prev = _end(db, run)
        at, act, codebook = _now(project, run), f"{run}:{seq + 1}", codebook_digest(db)

        def rows() -> Iterator[tuple[Any, ...]]:
            before = prev
            for number, change in enumerate(changes):
                event = Event(
                    **{**change._asdict(), "origin": change.origin or origin},
                    act=act,
                    undoes=undoes,
                    # As SQLite gives it back: never 5, never -0.0.
                    seconds=0.0 if number else round(seconds, 1) + 0.0,
                    codebook=codebook,
                    reviewer=reviewer,
                    os_user=_os_user(),
                    at=at,
                    run=run,
                    seq=seq + 1 + number,
                    prev=before,
                )
                row = _row(event)
                before = row[0]
                yield row

        db.executemany(_INSERT, rows())
    return act


def write(db: sqlite3.Connection, event: Event) -> None:
    """Put one event into the log as it is."""
    db.execute(_INSERT, _row(event))


def _row(event: Event) -> tuple[Any, ...]:
    return (event.id, *event[:5], canonical(event.value), *event[6:])


def codebook_digest(db: sqlite3.Connection) -> str:
    """The digest of the codebook in force, empty where there is none."""
    row = db.execute(
        "SELECT value FROM present WHERE subject = 'codebook' AND layer = 'project' AND kind = 'codebook'"
    ).fetchone()
    return json.loads(row[0]) if row else ""


def read(project: Project, where: str = "1", parameters: Sequence[Any] = ()) -> Iterator[Event]:
    """Events in the order of the clock. `where` is a condition over the columns of `event`."""
    query = f"SELECT {COLUMNS} FROM event WHERE {where} ORDER BY at, run, seq"
    for row in project.db.execute(query, parameters):
        yield from_row(row)


def history(project: Project, subject: str) -> list[Event]:
    """Everything that happened to a clause, a document or a person, oldest first."""
    return list(read(project, "subject = ?", (subject,)))


def count(project: Project) -> int:
    """How many events the log holds."""
    return int(project.db.execute("SELECT count(*) FROM event").fetchone()[0])


def from_row(row: Sequence[Any]) -> Event:
    """The event that stands in a row of COLUMNS."""
    kind, subject, field, layer, pass_no, value, act, undoes, origin, suggested, *rest = row
    return Event(
        kind, subject, field, layer, pass_no, json.loads(value), act, undoes, origin, bool(suggested), *rest
    )


def _end(db: sqlite3.Connection, run: str) -> tuple[int, str]:
    """Number and id of a run's last event; what was rolled back is not there."""
    query = "SELECT seq, id FROM event WHERE run = ? ORDER BY seq DESC LIMIT 1"
    return db.execute(query, (run,)).fetchone() or (0, "")


def _now(project: Project, run: str) -> int:
    """The time for a new act of `run`: never behind the log, and after every other run's last."""
    last = project.db.execute("SELECT at, run FROM event ORDER BY at DESC, run DESC LIMIT 1").fetchone()
    if last is None:
        return project.clock()
    at, by = last
    return max(project.clock(), int(at) if by == run else int(at) + 1)


@cache
def _os_user() -> str:
    try:
        # The environment may hold bytes that are no text, which no event could.
        return getpass.getuser().encode(errors="replace").decode()
    except (OSError, KeyError, ImportError):
        return ""
