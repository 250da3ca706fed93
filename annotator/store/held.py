"""What clauses hold: all that was said of them, and what they are wanted for."""

import json
from collections.abc import Iterable, Sequence
from typing import Literal

from annotator.store import rounds
from annotator.store.project import Project

Holding = Literal[
    "labels", "states", "gold", "evidence", "notes", "flags", "questions", "replies", "returns", "tasks"
]
HOLDINGS: tuple[Holding, ...] = (
    "labels", "states", "gold", "evidence", "notes", "flags", "questions", "replies", "returns", "tasks",
)  # fmt: skip
"""`states`: finished or skipped by somebody; `tasks`: assigned in an open round."""
_OF_KIND: dict[str, Holding] = {
    "label": "labels", "submit": "states", "evidence": "evidence", "note": "notes", "flag": "flags",
    "question": "questions", "reply": "replies", "return": "returns",
}  # fmt: skip


class Tasks:
    """The clauses that are assigned in open rounds; read again only where a round has changed."""

    def __init__(self, project: Project) -> None:
        self._project = project
        self._read: tuple[object, dict[str, set[str]]] = None, {}

    def of(self, clause_ids: Iterable[str]) -> dict[str, set[str]]:
        """Those of some clauses that are assigned now, each with the names of its rounds."""
        query = (
            "SELECT event FROM present WHERE kind IN ('round', 'assignment') AND layer = 'project' "
            "ORDER BY event"
        )
        said = self._project.db.execute(query).fetchall()
        if said != self._read[0]:
            self._read = said, self._all()
        return {one: self._read[1][one] for one in clause_ids if one in self._read[1]}

    def _all(self) -> dict[str, set[str]]:
        found: dict[str, set[str]] = {}
        for one in rounds.rounds(self._project):
            if one.open:
                for assigned in rounds.assignments(self._project, one.id).values():
                    for task in assigned:
                        found.setdefault(task.clause_id, set()).add(one.name)
        return found


def held(project: Project, clause_ids: Sequence[str]) -> dict[str, list[Holding]]:
    """What was said of some clauses, by whomever, and stands; one that holds nothing is not in the answer."""
    query = (
        "SELECT DISTINCT subject, layer, kind FROM present "
        "WHERE subject IN (SELECT value FROM json_each(?)) AND value != 'null'"
    )
    found: dict[str, set[Holding]] = {}
    for subject, layer, kind in project.db.execute(query, (json.dumps(clause_ids),)):
        if layer == "gold" or kind in _OF_KIND:
            found.setdefault(subject, set()).add("gold" if layer == "gold" else _OF_KIND[kind])
    return {one: [name for name in HOLDINGS if name in found[one]] for one in clause_ids if one in found}
