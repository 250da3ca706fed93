"""Clauses whose answer is known: what was decided about them, and why."""

import json
from collections.abc import Sequence
from typing import Any, NamedTuple

from annotator.store.project import Project

_GOLD = "layer = 'gold' AND owner = '' AND pass_no = 1 AND value != 'null'"
_DISCARDED = f"SELECT subject FROM present WHERE kind = 'decision' AND {_GOLD} AND field = ''"


class Known(NamedTuple):
    """The decided value of a field, and the reason where one was given."""

    value: list[Any]
    reason: str


def clause_ids(project: Project) -> set[str]:
    """The clauses of which some field was decided; those that were discarded are not among them."""
    query = (
        f"SELECT DISTINCT subject FROM present WHERE kind = 'label' AND {_GOLD} "
        f"AND subject NOT IN ({_DISCARDED})"
    )
    return {subject for (subject,) in project.db.execute(query)}


def known(project: Project, clause_ids: Sequence[str]) -> dict[str, dict[str, Known]]:
    """What is known of some clauses, by field; one of which nothing is known is not in the answer."""
    query = (
        "SELECT subject, field, value, (SELECT json_extract(value, '$.reason') FROM present AS why WHERE "
        "(why.subject, why.layer, why.owner, why.pass_no, why.kind, why.field) = "
        "(present.subject, 'gold', '', 1, 'decision', present.field) AND json_type(why.value) = 'object') "
        f"FROM present WHERE subject IN (SELECT value FROM json_each(?)) AND kind = 'label' AND {_GOLD} "
        f"AND NOT EXISTS (SELECT 1 FROM ({_DISCARDED}) AS gone WHERE gone.subject = present.subject) "
        "ORDER BY subject, field"
    )
    found: dict[str, dict[str, Known]] = {}
    for subject, field, value, reason in project.db.execute(query, (json.dumps(clause_ids),)):
        found.setdefault(subject, {})[field] = Known(json.loads(value), reason or "")
    return found
