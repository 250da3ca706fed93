"""What stands as gold, for tests that read it back."""

from collections.abc import Sequence
from typing import Any

from annotator.store import gold
from annotator.store.project import Project


def decided(project: Project, clause_id: str) -> dict[str, Any]:
    """The decided value of each field of a clause."""
    return decided_many(project, [clause_id]).get(clause_id, {})


def decided_many(project: Project, clause_ids: Sequence[str]) -> dict[str, dict[str, Any]]:
    """The same of some clauses, by clause."""
    found = gold.decided(project, clause_ids)
    return {one: {name: how.value for name, how in fields.items()} for one, fields in found.items()}
