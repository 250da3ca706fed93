"""Undo and redo: new acts that put back what stood before an act, found in the log alone.

What a reviewer can take back is their own work: reviews, and cuts by a key. An import and a change of
the codebook are not.

An act that undoes another names it. Read backwards, an act is in effect unless a later act that is
itself in effect undoes it. Undo takes back the last act in effect that is not itself an undo; redo
takes back the last undo in effect, as long as no new act came after it.
"""

import json
from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple

from annotator.errors import Refused
from annotator.model.event import Change, Event, Origin
from annotator.store import events
from annotator.store.project import Project


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
        taken = tuple(events.read(project, "run = ? AND act = ?", (run, act)))
        # By value: what an act set can stand again because a later act was taken back.
        if changed := [event for event in taken if _in_force(project, event) != event.value]:
            raise Refused("store.cut_since" if changed[0].kind == "cut" else "store.changed_since")
        back = [
            Change(e.kind, e.subject, e.field, _before(project, e), e.layer, e.pass_no)
            for e in reversed(taken)
        ]
        events.record(project, reviewer, back, origin=origin, undoes=act)
    return Undone(act, taken, tuple(reversed(back)))


def _last(project: Project, reviewer: str, origin: Literal["undo", "redo"]) -> str | None:
    """The act that an undo (or a redo) would take back now."""
    for act, how in in_effect(project, reviewer):
        if (how == "undo") == (origin == "redo"):
            return act
        if origin == "redo" and how != "redo":
            return None
    return None


def in_effect(project: Project, reviewer: str, besides: Sequence[Origin] = ()) -> Iterator[tuple[str, str]]:
    """(act, origin) of a reviewer's own work that was not taken back, newest first; `besides` leaves out
    acts of some origins, none of which undoes anything.
    """
    undone = set[str]()
    for act, undoes, origin in _acts_backwards(project, reviewer, besides):
        if act in undone:
            continue
        if undoes:
            undone.add(undoes)
        yield act, origin


def _acts_backwards(
    project: Project, reviewer: str, besides: Sequence[Origin]
) -> Iterator[tuple[str, str, str]]:
    """(act, the act that it undoes, origin), newest first."""
    query = (
        "SELECT act, undoes, origin FROM event WHERE reviewer = ? "
        "AND (layer = 'review' OR kind = 'cut' AND origin IN ('key', 'undo', 'redo')) "
        "AND origin NOT IN (SELECT value FROM json_each(?)) "
        "ORDER BY at DESC, run DESC, seq DESC"
    )
    last = ""
    for act, undoes, origin in project.db.execute(query, (reviewer, json.dumps(besides))):
        if act != last:
            yield act, undoes, origin
        last = act


def _in_force(project: Project, event: Event) -> object:
    query = (
        "SELECT value FROM present WHERE subject = ? AND layer = ? AND owner = ? AND pass_no = ? "
        "AND kind = ? AND field = ?"
    )
    owner = event.reviewer if event.layer == "review" else ""
    key = (event.subject, event.layer, owner, event.pass_no, event.kind, event.field)
    return json.loads(project.db.execute(query, key).fetchone()[0])


def _before(project: Project, event: Event) -> object:
    """The value that stood before an event; None where nothing did."""
    query = (
        "SELECT value FROM event WHERE subject = ? AND kind = ? AND field = ? AND layer = ? "
        "AND (reviewer = ? OR layer != 'review') AND pass_no = ? AND (at, run, seq) < (?, ?, ?) "
        "ORDER BY at DESC, run DESC, seq DESC LIMIT 1"
    )
    row = project.db.execute(
        query,
        (event.subject, event.kind, event.field, event.layer, event.reviewer, event.pass_no,
         event.at, event.run, event.seq),
    ).fetchone()  # fmt: skip
    return json.loads(row[0]) if row else None
