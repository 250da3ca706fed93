"""For which share of the clauses suggestions are held back, by the log."""

import json
from itertools import takewhile
from typing import NamedTuple

from annotator.model.event import Change
from annotator.model.hold import Hold
from annotator.model.rejection import EVERYWHERE
from annotator.store import events
from annotator.store.project import Project

Clock = tuple[int, str, int]
"""(at, run, seq): the place of an event in the log."""


def hold(project: Project, reviewer: str, new: Hold) -> bool:
    """Hold back suggestions from now on, or no more; False where it stands so already."""
    with project.transaction():
        if in_force(project) == new:
            return False
        change = Change("hold", EVERYWHERE, value=new._asdict(), layer="project")
        events.record(project, reviewer, [change], origin="command")
    return True


def in_force(project: Project) -> Hold:
    """What is held back now; nothing where nobody asked for it."""
    query = (
        "SELECT value FROM present WHERE (subject, layer, owner, pass_no, kind, field) = "
        "(?, 'project', '', 1, 'hold', '')"
    )
    row = project.db.execute(query, (EVERYWHERE,)).fetchone()
    return Hold.said(json.loads(row[0])) if row else Hold()


class Holds(NamedTuple):
    """Every hold there ever was, in the order of the clock."""

    every: tuple[tuple[Clock, Hold], ...]

    def at(self, clock: Clock) -> Hold:
        """The hold in force when an event was recorded."""
        before = list(takewhile(lambda one: one[0] < clock, self.every))
        return before[-1][1] if before else Hold()


def history(project: Project) -> Holds:
    """All that was ever said of it."""
    said = events.read(project, "subject = ? AND kind = 'hold'", (EVERYWHERE,))
    return Holds(tuple(((one.at, one.run, one.seq), Hold.said(one.value)) for one in said))
