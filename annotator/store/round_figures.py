"""How far reviewers are in a round, and how often each gives which label."""

import json
from typing import NamedTuple

from annotator.model.round import Task
from annotator.store.people import PERSON
from annotator.store.project import Project
from annotator.store.reviews import FINISHED, undone

_TASKS = (
    f"FROM (WITH given AS MATERIALIZED (SELECT {PERSON.format('field')} AS reviewer, value FROM present "
    "WHERE subject = :round AND layer = 'project' AND owner = '' AND pass_no = 1 "
    "AND kind = 'assignment' AND value != 'null') "
    "SELECT DISTINCT reviewer, json_extract(task.value, '$[0]') AS clause, "
    "json_extract(task.value, '$[1]') AS pass FROM given CROSS JOIN json_each(given.value) AS task) AS one"
)
"""Every task of a round with its reviewer, once where several names of theirs have it, for a FROM."""


class Done(NamedTuple):
    """Of `assigned` tasks so many are `finished`, of which `returned` ones wait to be looked at again; of
    others `gone` ones no document has the clause.
    """

    assigned: int = 0
    finished: int = 0
    gone: int = 0
    returned: int = 0

    @property
    def left(self) -> int:
        """How many are still to be done, or again."""
        return self.assigned - self.finished - self.gone + self.returned


MANY = 2000
"""From so many tasks on, all clauses in use are listed once, which is quicker than to look for each."""
_LISTED = "clause IN (SELECT clause_id FROM clause_in_force)"
_LOOKED_FOR = "EXISTS (SELECT 1 FROM clause_in_force WHERE clause_id = clause)"
_DONE = (
    "count(*), coalesce(sum(finished), 0), coalesce(sum(NOT finished AND NOT {in_use}), 0), "
    "coalesce(sum(finished AND undone AND {in_use}), 0) FROM one"
)


def _outcome(clause: str, reviewer: str, pass_no: str) -> str:
    finished = FINISHED.format(clause=clause, reviewer=reviewer, pass_no=pass_no)
    return f"{finished} AS finished, {undone(clause, reviewer, pass_no)} AS undone"


def progress(project: Project, round_id: str) -> dict[str, Done]:
    """How far everyone is in a round."""
    query = (
        "WITH one AS MATERIALIZED (SELECT reviewer, clause, "
        f"{_outcome('clause', 'reviewer', 'pass')} {_TASKS}) "
        f"SELECT reviewer, {_DONE.format(in_use=_LISTED)} GROUP BY reviewer"
    )
    return {name: Done(*numbers) for name, *numbers in project.db.execute(query, {"round": round_id})}


def done(project: Project, reviewer: str, tasks: list[Task]) -> Done:
    """How far a reviewer is with some tasks."""
    in_use = _LISTED if len(tasks) > MANY else _LOOKED_FOR
    query = (
        f"WITH one AS MATERIALIZED (SELECT clause, {_outcome('clause', ':reviewer', 'pass')} FROM "
        "(SELECT json_extract(value, '$[0]') AS clause, json_extract(value, '$[1]') AS pass "
        f"FROM json_each(:tasks))) SELECT {_DONE.format(in_use=in_use)}"
    )
    return Done(*project.db.execute(query, {"reviewer": reviewer, "tasks": json.dumps(tasks)}).fetchone())


def any_left(project: Project, reviewer: str, tasks: list[Task]) -> bool:
    """Whether a reviewer has still to do one of some tasks: found at the first one."""
    query = (
        f"SELECT 1 FROM (SELECT clause, {undone('clause', ':reviewer', 'pass')} AS undone FROM "
        "(SELECT json_extract(value, '$[0]') AS clause, json_extract(value, '$[1]') AS pass "
        f"FROM json_each(:tasks))) WHERE undone AND {_LOOKED_FOR} LIMIT 1"
    )
    return (
        project.db.execute(query, {"reviewer": reviewer, "tasks": json.dumps(tasks)}).fetchone() is not None
    )


def shares(project: Project, round_id: str) -> dict[str, dict[str, dict[str, int]]]:
    """{field: {reviewer: {code: clauses}}}: how often each code came first in an answer to the tasks of a
    round, retests apart; an empty code counts the answers that nothing applies.
    """
    query = (
        "SELECT said.field, reviewer, coalesce(json_extract(said.value, '$[0]'), '') AS code, count(*) "
        f"{_TASKS} CROSS JOIN present AS said "
        "ON (said.subject, said.layer, said.owner, said.pass_no, said.kind) = "
        "(clause, 'review', reviewer, 1, 'label') WHERE pass = 1 AND said.value != 'null' "
        "AND coalesce(json_type(said.value, '$[0]'), 'text') = 'text' GROUP BY 1, 2, 3 ORDER BY 1, 2, 3"
    )
    found: dict[str, dict[str, dict[str, int]]] = {}
    for field, reviewer, code, count in project.db.execute(query, {"round": round_id}):
        found.setdefault(field, {}).setdefault(reviewer, {})[code] = count
    return found
