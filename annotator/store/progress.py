"""How far tasks are: what an office wrote beside a clause, one answer for the project."""

import json
from collections.abc import Sequence

from annotator.store.project import Project


def of(project: Project, clause_ids: Sequence[str]) -> dict[str, dict[str, str]]:
    """What is told of some clauses, by field; a clause of which nothing is told is not in the answer."""
    query = (
        "SELECT subject, field, value FROM present WHERE kind = 'progress' AND layer = 'project' "
        "AND value != 'null' AND subject IN (SELECT value FROM json_each(?)) ORDER BY subject, field"
    )
    found: dict[str, dict[str, str]] = {}
    for subject, field, value in project.db.execute(query, (json.dumps(list(clause_ids)),)):
        found.setdefault(subject, {})[field] = json.loads(value)
    return found
