"""Suggestions: kept apart from labels, one row for each source, version and field of a clause."""

import json
from collections.abc import Iterable, Sequence

from annotator.model.ids import canonical
from annotator.model.review import Suggestion
from annotator.store import bulk
from annotator.store.project import Project

_COLUMNS = "subject, field, source, version, value, score"


def add(project: Project, rows: Iterable[Suggestion]) -> int:
    """Store suggestions; a newer value of the same source and version replaces the older.

    Returns how many rows were given.
    """
    values = [{**row._asdict(), "value": canonical(row.value)} for row in rows]
    if values:
        bulk.insert(project, "suggestion", values, replace=True)
    return len(values)


def of(project: Project, subjects: Sequence[str]) -> list[Suggestion]:
    """All suggestions for some clauses, for each field the best score first."""
    query = (
        f"SELECT {_COLUMNS} FROM suggestion WHERE subject IN (SELECT value FROM json_each(?)) "
        "ORDER BY subject, field, score DESC, source, version DESC"
    )
    return [
        Suggestion(subject, field, source, version, tuple(json.loads(value)), score)
        for subject, field, source, version, value, score in project.db.execute(
            query, (json.dumps(subjects),)
        )
    ]
