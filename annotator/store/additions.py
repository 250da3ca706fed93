"""Organisations that the project added to the gazetteer, read from the present; written through the log.

What was entered and what became of it are two questions: copies in which a name is entered once more do
not take back what the owner settled.
"""

import json
from collections.abc import Collection

from annotator.model.addition import Addition, without_circles
from annotator.model.event import Change
from annotator.store import events
from annotator.store.project import Project

SETTLED = "settled"


def additions(project: Project) -> dict[str, Addition]:
    """Every organisation that was ever added, by its id."""
    query = (
        "SELECT subject, field, value FROM present WHERE kind = 'unit' AND layer = 'project' "
        "AND value != 'null' ORDER BY subject, field"
    )
    found: dict[str, Addition] = {}
    for subject, field, value in project.db.execute(query):
        said = json.loads(value)
        if field == "":
            found[subject] = Addition(subject, said["name"], said["place"], tuple(said["forms"]))
        elif field == SETTLED and subject in found:
            found[subject] = found[subject]._replace(**said)
    return without_circles(found)


OWN_OR_SETTLED = (
    "(EXISTS (SELECT 1 FROM event AS entered WHERE entered.subject = {subject} AND entered.kind = 'unit' "
    "AND entered.field = '' AND entered.reviewer IN (SELECT value FROM json_each(:mine))) OR "
    "EXISTS (SELECT 1 FROM present AS settled WHERE (settled.subject, settled.layer, settled.owner, "
    "settled.pass_no, settled.kind, settled.field) = ({subject}, 'project', '', 1, 'unit', 'settled') "
    "AND settled.value != 'null'))"
)
"""A condition on an organisation that was added: it was entered under one of the names `:mine`, or the owner
has settled it.
"""


def of_others(project: Project, names: Collection[str]) -> frozenset[str]:
    """The organisations that wait for the owner's word and were entered by nobody of these names."""
    query = (
        "SELECT subject FROM present WHERE kind = 'unit' AND layer = 'project' AND owner = '' "
        f"AND field = '' AND NOT {OWN_OR_SETTLED.format(subject='present.subject')}"
    )
    rows = project.db.execute(query, {"mine": json.dumps(list(names))})
    return frozenset(org_id for (org_id,) in rows)


def enter(project: Project, by: str, addition: Addition) -> None:
    """Record an organisation as proposed; one that was dropped before is proposed again."""
    value = {"name": addition.name, "place": addition.place, "forms": list(addition.forms)}
    changes = [Change("unit", addition.org_id, value=value, layer="project")]
    with project.transaction():
        before = additions(project).get(addition.org_id)
        if before and before.state == "dropped":
            changes.append(Change("unit", addition.org_id, SETTLED, None, "project"))
        events.record(project, by, changes, origin="key")


def settle(project: Project, by: str, addition: Addition) -> None:
    """Record what became of a proposed organisation: its state, and what it was merged into."""
    value = {"state": addition.state, "into": addition.into, "into_name": addition.into_name}
    change = Change("unit", addition.org_id, SETTLED, value, "project")
    events.record(project, by, [change], origin="command")
