"""Into what the documents of a project are cut, by the log: clauses where nobody said otherwise."""

import json

from annotator.model.event import Change
from annotator.model.label_unit import UNITS, Unit
from annotator.model.rejection import EVERYWHERE
from annotator.store import events, people
from annotator.store.project import Project

_FIELD = "cut_into"


def unit(project: Project) -> Unit:
    """What is labelled. A unit that only a later version knows is not known here: clauses."""
    query = (
        "SELECT value FROM present WHERE (subject, layer, owner, pass_no, kind, field) = "
        "(?, 'project', '', 1, 'setting', ?)"
    )
    row = project.db.execute(query, (EVERYWHERE, _FIELD)).fetchone()
    said = json.loads(row[0]) if row else None
    return next((one for one in UNITS if one == said), "clause")


def choose(project: Project, reviewer: str, new: Unit) -> bool:
    """Cut into that from now on; False where it stands so already. What is cut stays as it is. Raises Refused
    for whoever may not cut.
    """
    with project.transaction():
        by = people.known_as(project, reviewer)
        people.require(project, by, "cut")
        if unit(project) == new:
            return False
        events.record(
            project, by, [Change("setting", EVERYWHERE, _FIELD, new, layer="project")], origin="command"
        )
    return True
