"""Saved queries: of the project, by name, in the log like everything else."""

import json

from annotator.errors import AnnotatorError
from annotator.model.event import Change
from annotator.store import events
from annotator.store.project import Project

_SAVED = "FROM present WHERE subject = 'query' AND layer = 'project' AND kind = 'query' AND value != 'null'"


def save(project: Project, reviewer: str, name: str, text: str) -> bool:
    """Keep the text of a query under a name, in the place of the one before; False where it is there so.

    Raises AnnotatorError for a name without anything to see in it.
    """
    return _put(project, reviewer, _named(name), text)


def drop(project: Project, reviewer: str, name: str) -> None:
    """Take a saved query away. Raises AnnotatorError where there is none of that name."""
    with project.transaction():
        named(project, name)
        _put(project, reviewer, _named(name), None)


def named(project: Project, name: str) -> str:
    """The text of a saved query. Raises AnnotatorError where there is none of that name."""
    row = project.db.execute(f"SELECT value {_SAVED} AND field = ?", (_named(name),)).fetchone()
    if row is None:
        raise AnnotatorError("search.no_saved", name=name)
    return str(json.loads(row[0]))


def listing(project: Project) -> list[tuple[str, str]]:
    """(name, text) of every saved query, by name."""
    rows = project.db.execute(f"SELECT field, value {_SAVED} ORDER BY field")
    return [(name, json.loads(value)) for name, value in rows]


def _named(name: str) -> str:
    """The name as it is kept: on one line, blanks at its ends gone."""
    plain = " ".join(name.split())
    if not plain.isprintable() or not plain:
        raise AnnotatorError("search.bad_name", name=name)
    return plain


def _put(project: Project, reviewer: str, name: str, text: str | None) -> bool:
    with project.transaction():
        if dict(listing(project)).get(name) == text:
            return False
        events.record(
            project, reviewer, [Change("query", "query", name, text, layer="project")], origin="command"
        )
    return True
