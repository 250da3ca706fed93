"""Who executes a task does not review it: whose answers a person may not decide on, nor decide and then give.

The one exception is a project in which a single person works: nobody else is there to decide.
"""

import json
from collections.abc import Sequence
from typing import NamedTuple

from annotator.errors import Refused
from annotator.model.event import Change
from annotator.model.review import Person
from annotator.store import people
from annotator.store.project import Project
from annotator.store.undo import saying

_LABELLED = "layer = 'review' AND kind = 'label' AND value != 'null'"

_DECIDERS = (
    f"SELECT DISTINCT decided.subject, {people.PERSON.format('event.reviewer')} AS by "
    "FROM present AS decided JOIN event AS newest ON newest.id = decided.event "
    f"JOIN event ON event.id = {saying('newest', 'id')} "
    "WHERE decided.kind = 'decision' AND decided.layer = 'gold' AND decided.value != 'null'"
)
_LABELLED_TOO = (
    f"EXISTS (SELECT 1 FROM present WHERE present.subject = gold.subject AND owner = by AND {_LABELLED})"
)


class OwnDecision(NamedTuple):
    """A clause that was decided by one of those who labelled it."""

    clause_id: str
    reviewer: str


def of(project: Project, clause_ids: Sequence[str]) -> dict[str, frozenset[str]]:
    """The people, by id, who labelled each of some clauses in any pass; none for a clause nobody did."""
    query = (
        f"SELECT DISTINCT subject, owner FROM present WHERE {_LABELLED} "
        "AND subject IN (SELECT value FROM json_each(?))"
    )
    found: dict[str, set[str]] = {clause_id: set() for clause_id in clause_ids}
    for clause_id, owner in project.db.execute(query, (json.dumps(list(clause_ids)),)):
        found[clause_id].add(owner)
    return {clause_id: frozenset(owners) for clause_id, owners in found.items()}


def require_may_decide(project: Project, reviewer: str, clause_id: str) -> None:
    """Raises Refused, naming who may instead, where a person may not decide a clause."""
    people.require(project, reviewer, "decide")
    labelled = of(project, [clause_id])[clause_id]
    if people.known_as(project, reviewer) in labelled and not _alone(project):
        others = [one for one in people.who_may(project, "decide") if one.id not in labelled]
        raise Refused("people.own_work" if others else "people.all_own_work", who=people.listed(others))


def decidable(project: Project, reviewer: str, clause_ids: Sequence[str]) -> set[str]:
    """Those of some clauses that a person who may decide did not label; all where nobody else works."""
    if _alone(project):
        return set(clause_ids)
    me = people.known_as(project, reviewer)
    return {clause_id for clause_id, labelled in of(project, clause_ids).items() if me not in labelled}


def require_may_label(project: Project, reviewer: str, changes: Sequence[Change]) -> None:
    """Raises Refused where changes label a clause, not labelled before, that the reviewer decided."""
    given = [one for one in changes if (one.kind, one.layer) == ("label", "review")]
    labelled = {one.subject for one in given if one.value is not None}
    if not labelled:
        return
    query = f"{_DECIDERS} AND decided.subject IN (SELECT value FROM json_each(:labelled))"
    asked = {"labelled": json.dumps(sorted(labelled)), "me": people.known_as(project, reviewer)}
    query = f"SELECT 1 FROM ({query}) AS gold WHERE by = :me AND NOT {_LABELLED_TOO} LIMIT 1"
    if project.db.execute(query, asked).fetchone() and not _alone(project):
        raise Refused("people.own_decision")


class Own(NamedTuple):
    """Of some clauses those that a person labelled and may not decide; who may instead, if only of some."""

    clauses: frozenset[str] = frozenset()
    others: tuple[Person, ...] = ()


def own(project: Project, reviewer: str, clause_ids: Sequence[str]) -> Own:
    """What a person may not decide of some clauses."""
    mine = frozenset(clause_ids) - decidable(project, reviewer, clause_ids)
    labelled = of(project, sorted(mine))
    others = (
        one
        for one in people.who_may(project, "decide")
        if any(one.id not in labelled[clause_id] for clause_id in mine)
    )
    return Own(mine, tuple(others))


def own_decisions(project: Project) -> list[OwnDecision]:
    """Every clause in `gold` that was decided by one who labelled it: a merge of copies may bring such."""
    if _alone(project):
        return []
    query = f"SELECT subject, by FROM ({_DECIDERS}) AS gold WHERE {_LABELLED_TOO} ORDER BY subject, by"
    return [OwnDecision(*row) for row in project.db.execute(query)]


def _alone(project: Project) -> bool:
    return len(people.people(project)) == 1
