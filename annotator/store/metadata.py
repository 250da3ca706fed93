"""What is known of a document beside its clauses, with how it came and how sure it is."""

import json
from collections.abc import Mapping

from annotator.model.event import Change, Origin
from annotator.model.metadata import FIELDS, SURE, Found
from annotator.store import events
from annotator.store.project import Project


def known(project: Project, doc_id: str) -> dict[str, Found]:
    """What is known, by field, in the order of FIELDS; what is less sure than SURE is only proposed."""
    query = (
        "SELECT field, value, (SELECT origin FROM event WHERE id = present.event) FROM present "
        "WHERE subject = ? AND layer = 'project' AND kind = 'metadata'"
    )
    said = {
        field: (json.loads(value), origin) for field, value, origin in project.db.execute(query, (doc_id,))
    }
    found = {field: Found(*one) for field, one in (said.get("found", ({}, ""))[0] or {}).items()}
    known = dict[str, Found]()
    for field in FIELDS:
        value, origin = said.get(field, (None, ""))
        one = found.get(field)
        if value is not None:
            if one is None or one.value != value or one.sure < SURE:
                one = Found(value, "given" if origin == "import" else "person", 1.0)
            known[field] = one
        elif one and one.sure < SURE and field not in said:
            known[field] = one
    return known


def describe(
    project: Project, reviewer: str, doc_id: str, values: Mapping[str, str | None], *, origin: Origin
) -> None:
    """Record what a person says of a document as one act; None takes a value away."""
    changes = [Change("metadata", doc_id, field, value, layer="project") for field, value in values.items()]
    events.record(project, reviewer, changes, origin=origin)
