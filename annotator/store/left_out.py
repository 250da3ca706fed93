"""Which events of the file's runs are elsewhere, as it says itself."""

import sqlite3
from collections.abc import Iterable

from annotator.model.gaps import Gap, joined, without


def declared(db: sqlite3.Connection) -> list[Gap]:
    """Every gap that the file declares, in order."""
    return [Gap(*row) for row in db.execute("SELECT run, first, last FROM left_out ORDER BY run, first")]


def declare(db: sqlite3.Connection, gaps: Iterable[Gap]) -> list[Gap]:
    """Declare gaps beside those declared before, less the events that are there; returns what is then
    declared and was not before.
    """
    before = declared(db)
    query = "SELECT seq FROM event WHERE run = ? AND seq BETWEEN ? AND ? ORDER BY seq"
    left = [
        one
        for gap in joined([*before, *gaps])
        for one in without(gap, (seq for (seq,) in db.execute(query, gap)))
    ]
    if left != before:
        db.execute("DELETE FROM left_out")
        db.executemany("INSERT INTO left_out VALUES (?, ?, ?)", left)
    known = set(before)
    return [gap for gap in left if gap not in known]
