"""Suggestions: kept apart from labels, one row for each source, version and field of a clause.

Where several sources answer a field, the best score wins. Of equal scores a person's own model goes
before the rules of the import (`import`), and these before the codebook's key terms (`codebook`).
"""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from annotator.model import rejection
from annotator.model.document import Clause
from annotator.model.review import Suggestion
from annotator.store import bulk, holding, owed, rejections
from annotator.store.project import Project

OURS = ("import", "codebook")
"""The sources of the program itself, that no file may claim."""

COLUMNS = "subject, field, source, version, value, score"
BEST_FIRST = (
    "score DESC, CASE source WHEN 'codebook' THEN 2 WHEN 'import' THEN 1 ELSE 0 END, source, version DESC"
)
"""The order of those for one field of a clause, for an ORDER BY."""
_IN_ORDER = f"ORDER BY subject, field, {BEST_FIRST}"


def add(project: Project, rows: Iterable[Suggestion]) -> int:
    """Store suggestions; a newer value of the same source and version replaces the older.

    Returns how many rows were given.
    """
    values = [dict(zip(row._fields, as_row(row), strict=True)) for row in rows]
    if values:
        bulk.insert(project, "suggestion", values, replace=True)
    return len(values)


def of(project: Project, subjects: Sequence[str]) -> list[Suggestion]:
    """All suggestions for some clauses, for each field the best first."""
    return _with(stored(project, subjects), owed.of(project, subjects))


def stored(project: Project, subjects: Sequence[str]) -> list[Suggestion]:
    """Those of them that were made: the units always, of the rest what nobody had to wait for yet."""
    query = f"SELECT {COLUMNS} FROM suggestion WHERE subject IN (SELECT value FROM json_each(?)) {_IN_ORDER}"
    return [_suggestion(row) for row in project.db.execute(query, (json.dumps(subjects),))]


def ours(project: Project, subjects: Sequence[str]) -> list[Suggestion]:
    """What the program itself suggests for some clauses: for each field and source its newest version."""
    newest = {(one.subject, one.field, one.source): one for one in _by_version(of(project, subjects))}
    return [one for one in newest.values() if one.source in OURS]


def renew(project: Project, subjects: Sequence[str], rows: Sequence[Suggestion]) -> None:
    """Let `rows` take the place of all that the program itself suggests for some clauses."""
    with project.transaction() as db:
        db.execute(
            "DELETE FROM suggestion WHERE subject IN (SELECT value FROM json_each(?)) "
            "AND source IN (SELECT value FROM json_each(?))",
            (json.dumps(subjects), json.dumps(OURS)),
        )
        add(project, rows)


def _by_version(found: Iterable[Suggestion]) -> list[Suggestion]:
    return sorted(found, key=lambda one: one.version)


def shown(project: Project, reviewer: str, clause: Clause) -> list[Suggestion]:
    """The suggestions that a reviewer may see for a clause, for each field the best first.

    None where the clause is held back from the reviewer; and none that the reviewer has rejected for
    the clause, its document or the project. Of a value of several items the others stay.
    """
    if holding.in_force(project).holds(clause.clause_id, reviewer):
        return []
    query = f"SELECT {COLUMNS} FROM suggestion WHERE subject = ? {_IN_ORDER}"
    made = [_suggestion(row) for row in project.db.execute(query, (clause.clause_id,))]
    found = _with(made, owed.of_clause(project, clause))
    rejected = rejections.around(project, reviewer, clause) if found else {}
    return list(_without(found, rejected)) if rejected else found


def rejected(project: Project, reviewer: str, clause: Clause, field: str) -> set[str]:
    """What the reviewer has rejected of a field where this clause stands, as `rejection.names` calls it."""
    return rejections.around(project, reviewer, clause).get(field, set())


def _with(made: list[Suggestion], owing: Iterable[Suggestion]) -> list[Suggestion]:
    """What is stored together with what is owed, in the order of the table; what is stored counts."""
    if not (more := {one[:4]: one for one in owing}):
        return made
    newest_first = reversed(_by_version((more | {one[:4]: one for one in made}).values()))
    return sorted([*newest_first], key=lambda one: (one.subject, one.field, *_rank(one)))


def _rank(one: Suggestion) -> tuple[float, int, str]:
    """BEST_FIRST for what is in no table; of equal ones the newest version goes first."""
    return -one.score, OURS.index(one.source) + 1 if one.source in OURS else 0, one.source


def _without(found: Iterable[Suggestion], rejected: Mapping[str, set[str]]) -> Iterator[Suggestion]:
    for one in found:
        value = rejection.left(one.value, rejected.get(one.field, ()))
        if value or not one.value:
            yield one._replace(value=value)


def as_row(row: Suggestion) -> tuple[Any, ...]:
    """A suggestion as the table holds it: the values of COLUMNS."""
    import orjson  # noqa: PLC0415  (ten times as fast as `canonical`; screens need none)

    return (*row[:4], orjson.dumps(row.value, option=orjson.OPT_SORT_KEYS).decode(), row.score)


def _suggestion(row: Sequence[Any]) -> Suggestion:
    subject, field, source, version, value, score = row
    return Suggestion(subject, field, source, version, tuple(json.loads(value)), score)
