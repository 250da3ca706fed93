"""Undo and redo: new acts that put back what stood before an act, found in the log alone.

What a reviewer can take back is their own work, under whatever name they did it: reviews, decisions, returns,
cuttings, but for that of an import, and what was put right about a document. An import and a change of the
codebook are not.

An act that undoes another names it. Read backwards, an act is in effect unless a later act that is
itself in effect undoes it. Undo takes back the last act in effect that is not itself an undo; redo
takes back the last undo in effect, as long as no new act came after it.
"""

import heapq
import json
from collections.abc import Iterator, Sequence
from operator import itemgetter
from typing import Literal, NamedTuple

from annotator.errors import Refused
from annotator.model.event import Change, Event, Origin
from annotator.store import events, people
from annotator.store.project import Project

_OWNER = f"CASE event.layer WHEN 'review' THEN {people.PERSON.format('event.reviewer')} ELSE '' END"
_TAKEN = (
    f"SELECT {events.COLUMNS}, "
    "(SELECT value FROM present WHERE (subject, layer, owner, pass_no, kind, field) = "
    f"(event.subject, event.layer, {_OWNER}, event.pass_no, event.kind, event.field)), "
    "(SELECT value FROM event AS earlier WHERE (subject, kind, field, layer, pass_no) = "
    "(event.subject, event.kind, event.field, event.layer, event.pass_no) "
    f"AND (layer != 'review' "
    f"OR {people.PERSON.format('reviewer')} = {people.PERSON.format('event.reviewer')}) "
    "AND (at, run, seq) < (event.at, event.run, event.seq) ORDER BY at DESC, run DESC, seq DESC LIMIT 1) "
    "FROM event WHERE run = ? AND act = ? ORDER BY at, run, seq"
)
"""The events of an act, each with the value in force and the one that stood before it, NULL where nothing
did: in one statement, as an act may be of 40,000 events.
"""
_SAME = "({one}.subject, {one}.kind, {one}.field, {one}.layer, {one}.pass_no) = " + (
    "(back.subject, back.kind, back.field, back.layer, back.pass_no)"
)
_SAYING = (
    "(WITH RECURSIVE back AS ("
    "SELECT * FROM event AS stands WHERE stands.id = {event}.id "
    "UNION ALL SELECT earlier.* FROM back "
    f"JOIN event AS taken ON {_SAME.format(one='taken')} AND taken.act = back.undoes "
    "JOIN event AS earlier ON earlier.id = (SELECT one.id FROM event AS one "
    f"WHERE {_SAME.format(one='one')} AND one.value = back.value AND (one.layer != 'review' "
    f"OR {people.PERSON.format('one.reviewer')} = {people.PERSON.format('back.reviewer')}) "
    "AND (one.at, one.run, one.seq) < (taken.at, taken.run, taken.seq) "
    "ORDER BY one.at DESC, one.run DESC, one.seq DESC LIMIT 1) WHERE back.undoes != '') "
    "SELECT {column} FROM back ORDER BY at, run, seq LIMIT 1)"
)
"""A column of the event that first said what an event says: where that was put back by an undo, of the one
that stood before what was taken back.
"""


def saying(event: str, column: str) -> str:
    """That column for an event in a statement; it is of the event itself where nothing was undone."""
    found = _SAYING.format(event=event, column=column)
    return f"CASE {event}.undoes WHEN '' THEN {event}.{column} ELSE {found} END"


LAST = (1 << 63) - 1
"""A time behind every other."""


class Undone(NamedTuple):
    """What was taken back: the act's events as they were, the first of them naming the subject; and the
    changes that put back what stood before, in the same order.
    """

    act: str
    events: tuple[Event, ...]
    changes: tuple[Change, ...]


def undo(project: Project, reviewer: str) -> Undone:
    """Take back the reviewer's last act. Raises Refused where there is none, or where one of its
    values has changed since.
    """
    return _take_back(project, reviewer, "undo")


def redo(project: Project, reviewer: str) -> Undone:
    """Take back the reviewer's last undo. Raises Refused as undo does."""
    return _take_back(project, reviewer, "redo")


def _take_back(project: Project, reviewer: str, origin: Literal["undo", "redo"]) -> Undone:
    with project.transaction():
        act = _last(project, reviewer, origin)
        if act is None:
            raise Refused(f"store.nothing_to_{origin}")
        run = act.partition(":")[0]
        taken, back = list[Event](), list[Change]()
        for *row, now, before in project.db.execute(_TAKEN, (run, act)):
            event = events.from_row(row)
            # By value: what an act set can stand again because a later act was taken back.
            if json.loads(now) != event.value:
                raise Refused("store.cut_since" if event.kind in ("cut", "edit") else "store.changed_since")
            taken.append(event)
            value = before and json.loads(before)
            back.append(Change(event.kind, event.subject, event.field, value, event.layer, event.pass_no))
        events.record(project, reviewer, back[::-1], origin=origin, undoes=act)
    return Undone(act, tuple(taken), tuple(back))


def _last(project: Project, reviewer: str, origin: Literal["undo", "redo"]) -> str | None:
    """The act that an undo (or a redo) would take back now."""
    for act, how in in_effect(project, reviewer):
        if (how == "undo") == (origin == "redo"):
            return act
        if origin == "redo" and how != "redo":
            return None
    return None


_REVIEWED = (
    "layer = 'review' OR kind = 'cut' AND origin IN ('key', 'recut', 'undo', 'redo') "
    "OR kind IN ('metadata', 'progress')"
)
_OWN = f"{_REVIEWED} OR layer = 'gold' OR kind = 'return'"


def in_effect(
    project: Project, reviewer: str, besides: Sequence[Origin] = (), *, deciding: bool = True
) -> Iterator[tuple[str, str]]:
    """(act, origin) of a reviewer's own work that was not taken back, newest first; `besides` leaves out
    acts of some origins, none of which undoes anything. Without `deciding` what was decided about the work
    of others is passed over.
    """
    undone = set[str]()
    for act, undoes, origin in _acts_backwards(project, reviewer, besides, _OWN if deciding else _REVIEWED):
        if act in undone:
            continue
        if undoes:
            undone.add(undoes)
        yield act, origin


def _acts_backwards(
    project: Project, reviewer: str, besides: Sequence[Origin], own: str
) -> Iterator[tuple[str, str, str]]:
    """(act, the act that it undoes, origin) under all names of a person, newest first."""
    each = [_acts_of(project, name, own) for name in people.names(project, reviewer)]
    for act, undoes, origin, *_ in heapq.merge(*each, key=itemgetter(3, 4, 5), reverse=True):
        if origin not in besides:
            yield act, undoes, origin


def _acts_of(project: Project, name: str, own: str) -> Iterator[tuple[str, str, str, int, str, int]]:
    """(act, the act that it undoes, origin, time, run, number), newest first; of an act of 100,000 events
    one is read.
    """
    query = (
        "SELECT act, undoes, origin, at, run, seq FROM event WHERE reviewer = ? "
        "AND (at, run, seq) < (?, ?, ?) AND origin != 'import' "
        f"AND ({own}) "
        "ORDER BY at DESC, run DESC, seq DESC LIMIT 1"
    )
    place = (LAST, "", 0)
    while row := project.db.execute(query, (name, *place)).fetchone():
        yield row
        act, _, _, at, run, seq = row
        first = act.rpartition(":")[2]  # the number of the act's first event, in a log that we wrote
        place = at, run, min(seq, int(first)) if first.isdecimal() else seq
