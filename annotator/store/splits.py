"""How the documents of a project are divided, by the log: the scheme, and the part of each document."""

import json
from collections.abc import Mapping
from typing import NamedTuple

from annotator.model.event import Change
from annotator.model.rejection import EVERYWHERE
from annotator.model.split import Part, Scheme
from annotator.store import events, people
from annotator.store.project import Project

_SCHEME = "scheme"


class Stored(NamedTuple):
    """`scheme` is None where nobody ever divided anything; `parts` are of documents in use or not, those of
    an earlier scheme among them.
    """

    scheme: Scheme | None
    parts: Mapping[str, Part]


def stored(project: Project) -> Stored:
    """What the log says."""
    query = (
        "SELECT subject, field, value FROM present WHERE kind = 'split' AND layer = 'project' "
        "AND owner = '' AND value != 'null'"
    )
    said = {(subject, field): json.loads(value) for subject, field, value in project.db.execute(query)}
    scheme = said.pop((EVERYWHERE, _SCHEME), None)
    return Stored(
        Scheme.said(scheme) if scheme else None,
        {subject: part for (subject, field), part in said.items() if not field},
    )


def store(
    project: Project, reviewer: str, known: Stored, scheme: Scheme, parts: Mapping[str, Part | None]
) -> bool:
    """Record, as one act, the scheme where it is another one, and the parts of documents (None: none any
    more). False, and nothing is recorded, where the log says something else by now than was `known`. Raises
    Refused for whoever may not divide.
    """
    with project.transaction():
        by = people.known_as(project, reviewer)
        people.require(project, by, "divide")
        if stored(project) != known:
            return False
        changes = [
            Change("split", doc_id, value=part, layer="project") for doc_id, part in sorted(parts.items())
        ]
        if scheme != known.scheme:
            changes.insert(0, Change("split", EVERYWHERE, _SCHEME, scheme._asdict(), layer="project"))
        events.record(project, by, changes, origin="command")
    return True
