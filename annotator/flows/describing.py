"""What is known of a document, put right by a person."""

from collections.abc import Mapping

from annotator.errors import Refused
from annotator.model.event import Origin
from annotator.model.metadata import counted, written
from annotator.store import metadata, people
from annotator.store.project import Project


def describe(
    project: Project, reviewer: str, doc_id: str, said: Mapping[str, str], *, origin: Origin
) -> tuple[str, ...]:
    """Store what a person wrote for fields of a document, an empty text to take a value away; the fields that
    are other ones now. One act, so that it is taken back whole.

    Raises Refused for what a field cannot be, for a document without a title, and where the person's roles
    do not allow it.
    """
    values = {field: written(field, text) or None for field, text in said.items()}
    if "title" in values and not values["title"]:
        raise Refused("metadata.no_title")
    with project.transaction():
        by = people.known_as(project, reviewer)
        people.require(project, by, "describe")
        before = counted(metadata.known(project, doc_id))
        changed = {field: value for field, value in values.items() if value != before.get(field)}
        metadata.describe(project, by, doc_id, changed, origin=origin)
    return tuple(changed)
