"""Which units a document and a reviewer have used so far: what a picker offers first."""

import json
from collections.abc import Sequence
from typing import Any

from annotator.model.document import Clause, Document
from annotator.store import people
from annotator.store.blinding import Sight
from annotator.store.project import Project

_AROUND = 500
"""How many clauses before and behind are looked at: more than most documents have."""
_LAST = 300
"""How many of a reviewer's last events are looked at for the units taken lately."""


def around(
    project: Project, document: Document, clause: Clause, field: str, reviewer: str
) -> list[dict[str, Any]]:
    """The units that the reviewer took in a document, or that are suggested there, most used first; in a
    long document, around the clause. What is suggested for the clause itself does not count, because
    it may be held back.
    """
    query = (
        "WITH said (value) AS ("
        "SELECT suggestion.value FROM segment JOIN suggestion ON subject = clause_id "
        "WHERE cutting_no = :cutting AND ord BETWEEN :first AND :last AND field = :field "
        "AND clause_id != :clause UNION ALL "
        "SELECT present.value FROM segment JOIN present ON subject = clause_id "
        "WHERE cutting_no = :cutting AND ord BETWEEN :first AND :last "
        "AND layer = 'review' AND owner = :reviewer AND pass_no = 1 "
        "AND present.kind = 'label' AND field = :field AND present.value != 'null') "
        "SELECT unit.value FROM said, json_each(said.value) AS unit WHERE unit.type = 'object' "
        "GROUP BY coalesce(json_extract(unit.value, '$.org_id'), json_extract(unit.value, '$.name')) "
        "ORDER BY count(*) DESC, json_extract(unit.value, '$.name')"
    )
    values = {
        "cutting": document.cutting, "first": clause.ord - _AROUND, "last": clause.ord + _AROUND,
        "clause": clause.clause_id, "field": field, "reviewer": reviewer,
    }  # fmt: skip
    return [json.loads(value) for (value,) in project.db.execute(query, values)]


def lately(project: Project, field: str, reviewer: str) -> list[dict[str, Any]]:
    """The units that the reviewer took last, the last one first, each once."""
    names = people.names(project, reviewer)
    query = (
        "SELECT unit.value FROM (SELECT kind, field, value, at, run, seq FROM event "
        f"WHERE reviewer IN ({people.placeholders(names)}) AND layer = 'review' AND origin != 'import' "
        "ORDER BY at DESC, run DESC, seq DESC LIMIT ?) AS said, "
        "json_each(said.value) AS unit "
        "WHERE said.kind = 'label' AND said.field = ? AND unit.type = 'object' "
        "ORDER BY said.at DESC, said.run DESC, said.seq DESC, unit.key DESC"
    )
    found: dict[str, dict[str, Any]] = {}
    for (value,) in project.db.execute(query, (*names, _LAST, field)):
        unit = json.loads(value)
        found.setdefault(unit["org_id"] or unit["name"], unit)
    return list(found.values())


def labels_of(project: Project, org_ids: Sequence[str], seen: Sight) -> dict[str, int]:
    """In how many labels of clauses, as far as they may be seen, each of some organisations stands; those in
    none are left out.
    """
    whose = None if seen.names is None else json.dumps(sorted(seen.names))
    query = (
        "SELECT json_extract(unit.value, '$.org_id') AS org_id, count(*) FROM present, "
        "json_each(present.value) AS unit WHERE kind = 'label' AND unit.type = 'object' "
        "AND (?2 IS NULL OR owner IN (SELECT value FROM json_each(?2))) "
        "AND org_id IN (SELECT value FROM json_each(?1)) GROUP BY org_id"
    )
    return dict(project.db.execute(query, (json.dumps(org_ids), whose)).fetchall())
