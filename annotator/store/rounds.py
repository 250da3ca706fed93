"""Rounds of labelling and who is assigned what, by the log."""

import json
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from annotator.model.event import Change
from annotator.model.round import Round, Task
from annotator.store import events, people
from annotator.store.project import Project
from annotator.store.reviews import FINISHED

_SAID = "FROM present WHERE layer = 'project' AND pass_no = 1 AND value != 'null'"


def rounds(project: Project) -> list[Round]:
    """Every round, oldest first."""
    query = f"SELECT subject, value {_SAID} AND kind = 'round' AND field = '' ORDER BY at, run, seq"
    closed = {
        row[0]
        for row in project.db.execute(f"SELECT subject {_SAID} AND kind = 'round' AND field = 'closed'")
    }
    return [
        _round(subject, said)._replace(open=subject not in closed)
        for subject, said in project.db.execute(query)
    ]


class Assigned(NamedTuple):
    """An open round and what one reviewer has to do in it, in order."""

    round: Round
    tasks: list[Task]


def named(project: Project, name: str) -> Round | None:
    """The round of that name."""
    return next((one for one in rounds(project) if one.name == name), None)


def open_for(project: Project, reviewer: str) -> list[Assigned]:
    """What a reviewer has to do in the rounds that are open, oldest round first."""
    names = people.names(project, reviewer)
    query = (
        "SELECT given.subject, given.value, said.value FROM present AS given CROSS JOIN present AS said "
        "ON (said.subject, said.layer, said.owner, said.pass_no, said.kind, said.field) "
        "= (given.subject, 'project', '', 1, 'round', '') "
        "WHERE given.kind = 'assignment' AND given.layer = 'project' AND given.owner = '' "
        f"AND given.pass_no = 1 AND given.field IN ({people.placeholders(names)}) AND given.value != 'null' "
        "AND NOT EXISTS (SELECT 1 FROM present AS ended WHERE (ended.subject, ended.layer, ended.owner, "
        "ended.pass_no, ended.kind, ended.field) = (given.subject, 'project', '', 1, 'round', 'closed') "
        "AND ended.value != 'null') ORDER BY said.at, said.run, said.seq"
    )
    return [
        Assigned(_round(subject, said), _tasks(tasks))
        for subject, tasks, said in project.db.execute(query, names)
    ]


def awaiting_retest(project: Project, reviewer: str) -> list[str]:
    """The clauses that the reviewer of open rounds has yet to label again, their first answers unseen."""
    again = [task for one in open_for(project, reviewer) for task in one.tasks if task.pass_no > 1]
    if not again:
        return []
    finished = FINISHED.format(clause="clause", reviewer=":me", pass_no="pass")
    query = (
        "SELECT clause FROM (SELECT json_extract(value, '$[0]') AS clause, "
        f"json_extract(value, '$[1]') AS pass FROM json_each(:asked)) WHERE NOT {finished}"
    )
    rows = project.db.execute(query, {"asked": json.dumps(again), "me": reviewer})
    return [clause_id for (clause_id,) in rows]


def assigned(project: Project, round_id: str, reviewer: str) -> list[Task]:
    """What a person, by id or alias, has to do in a round, in its order: under all their names."""
    names = people.names(project, people.known_as(project, reviewer))
    query = (
        f"SELECT value {_SAID} AND kind = 'assignment' AND subject = ? "
        f"AND field IN ({people.placeholders(names)}) ORDER BY at, run, seq, field"
    )
    rows = project.db.execute(query, (round_id, *names))
    return list(dict.fromkeys(task for (value,) in rows for task in _tasks(value)))


def assignments(project: Project, round_id: str) -> dict[str, list[Task]]:
    """What everyone has to do in a round, by the name under which it was assigned."""
    query = f"SELECT field, value {_SAID} AND kind = 'assignment' AND subject = ? ORDER BY field"
    return {reviewer: _tasks(value) for reviewer, value in project.db.execute(query, (round_id,))}


def documents(project: Project) -> dict[str, list[str]]:
    """The documents in use of which something is assigned in a round, by round."""
    query = (
        "SELECT DISTINCT given.subject, clause.doc_id FROM present AS given "
        "CROSS JOIN json_each(given.value) AS task CROSS JOIN clause_in_force AS clause "
        "ON clause.clause_id = json_extract(task.value, '$[0]') "
        "WHERE given.kind = 'assignment' AND given.layer = 'project' AND given.value != 'null' ORDER BY 1, 2"
    )
    found: dict[str, list[str]] = {}
    for round_id, doc_id in project.db.execute(query):
        found.setdefault(round_id, []).append(doc_id)
    return found


def outcomes(project: Project, reviewer: str, tasks: Sequence[Task]) -> list[str]:
    """For each task that a reviewer has finished or skipped, which of both."""
    query = (
        "SELECT present.subject, pass_no, json_extract(present.value, '$') FROM json_each(?) AS one "
        "JOIN present ON present.subject = one.value AND layer = 'review' AND owner = ? AND kind = 'submit' "
        "AND field = '' WHERE present.value IN ('\"submitted\"', '\"skipped\"')"
    )
    clauses = json.dumps(list({task.clause_id for task in tasks}))
    rows = project.db.execute(query, (clauses, reviewer))
    said = {Task(clause, number): how for clause, number, how in rows}
    return [said[task] for task in tasks if task in said]


def checks(project: Project, round_id: str) -> frozenset[str]:
    """The clauses of a round whose answer is known, and compared without a word to the reviewer."""
    query = f"SELECT value {_SAID} AND kind = 'check' AND subject = ?"
    row = project.db.execute(query, (round_id,)).fetchone()
    return frozenset(json.loads(row[0])) if row else frozenset()


def add(
    project: Project,
    by: str,
    new: Round,
    assigned: Mapping[str, Sequence[Task]],
    checks: Sequence[str] = (),
) -> bool:
    """Record a round with its assignments as one act; False where it is there already."""
    with project.transaction():
        if any(one.id == new.id for one in rounds(project)):
            return False
        plan = {"name": new.name, "kind": new.kind, "drawn": dict(new.drawn)}
        changes = [Change("round", new.id, value=plan, layer="project")]
        changes += [
            Change("assignment", new.id, reviewer, [list(task) for task in tasks], layer="project")
            for reviewer, tasks in assigned.items()
        ]
        if checks:
            changes.append(Change("check", new.id, value=sorted(checks), layer="project"))
        events.record(project, by, changes, origin="command")
    return True


def close(project: Project, by: str, round_id: str, *, closed: bool = True) -> bool:
    """End a round, or open it again; False where it stands so already."""
    with project.transaction():
        if not any(one.id == round_id and one.open == closed for one in rounds(project)):
            return False
        change = Change("round", round_id, "closed", closed or None, layer="project")
        events.record(project, by, [change], origin="command")
    return True


def _round(subject: str, value: str) -> Round:
    said = json.loads(value)
    return Round(subject, said["name"], said["kind"], said["drawn"])


def _tasks(value: str) -> list[Task]:
    return [Task(*one) for one in json.loads(value)]
