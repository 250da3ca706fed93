"""How fast a reviewer works: clauses finished, and the time that they took."""

import json
from collections.abc import Collection, Sequence
from typing import NamedTuple

from annotator.store import people
from annotator.store.project import Project

_SUBMITS = "FROM event WHERE reviewer IN ({names}) AND kind = 'submit' AND origin != 'file'"


class Open(NamedTuple):
    """What a reviewer left standing: clauses marked as doubtful, questions to the lead."""

    flags: int
    questions: int


def _of(names: Sequence[str]) -> str:
    return _SUBMITS.format(names=people.placeholders(names))


def finished(project: Project, reviewer: str, since: int) -> int:
    """How many clauses the reviewer finished since then (UTC milliseconds) and left so."""
    names = people.names(project, reviewer)
    query = (
        "SELECT count(*) FROM (SELECT value, max(at) "  # the value is that of the last one
        f"{_of(names)} AND at >= ? GROUP BY subject, pass_no) WHERE value = '\"submitted\"'"
    )
    return int(project.db.execute(query, (*names, since)).fetchone()[0])


def seconds(project: Project, reviewer: str, count: int, among: Collection[str] | None = None) -> list[float]:
    """The time that the reviewer spent on each of the last `count` clauses finished, in seconds; of those
    `among` some alone, where these are named.
    """
    names = people.names(project, reviewer)
    wanted = "" if among is None else "AND subject IN (SELECT value FROM json_each(?))"
    only = () if among is None else (json.dumps(list(among)),)
    # Few clauses are finished twice. The plus keeps SQLite from reading all that the reviewer ever did.
    query = (
        "SELECT (SELECT sum(seconds) FROM event WHERE subject = done.subject "
        f"AND pass_no = done.pass_no AND +reviewer IN ({people.placeholders(names)})) "
        "AS spent FROM (SELECT subject, pass_no, max(at) AS at FROM "
        f"(SELECT subject, pass_no, at {_of(names)} "
        f"AND value = '\"submitted\"' {wanted} ORDER BY at DESC LIMIT ?) "
        "GROUP BY subject, pass_no ORDER BY at DESC LIMIT ?) AS done WHERE spent > 0"
    )
    rows = project.db.execute(query, (*names, *names, *only, 2 * count, count))
    return [float(spent) for (spent,) in rows]


def spent(project: Project, reviewer: str, since: int) -> float:
    """The time that the reviewer worked since then (UTC milliseconds), in seconds."""
    names = people.names(project, reviewer)
    query = (
        f"SELECT coalesce(sum(seconds), 0.0) FROM event WHERE reviewer IN ({people.placeholders(names)}) "
        "AND at >= ? AND origin != 'import'"
    )
    return float(project.db.execute(query, (*names, since)).fetchone()[0])


def left_open(project: Project, reviewer: str) -> Open:
    """What stands open on the clauses in use."""
    query = (
        "SELECT coalesce(sum(kind = 'flag'), 0), coalesce(sum(kind = 'question'), 0) FROM present "
        "WHERE kind IN ('flag', 'question') AND layer = 'review' AND owner = ? AND pass_no = 1 "
        "AND value != 'null' AND EXISTS (SELECT 1 FROM clause_in_force WHERE clause_id = present.subject)"
    )
    return Open(*project.db.execute(query, (reviewer,)).fetchone())
