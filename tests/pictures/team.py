"""The project of the pictures of a team: the samples, labelled by three reviewers who are played by this program.

Each takes what is suggested, and by a seed of their own now and then something else, so that there is something to
compare and to decide. These labels are worth nothing but to be looked at.
"""

import random
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import annotator
from annotator.flows.importing import import_files
from annotator.flows.opening import create
from annotator.flows.reviewing import Reviewing
from annotator.model.codebook import Field
from annotator.model.event import Change
from annotator.model.review import Person
from annotator.model.round import Round, Task
from annotator.store import documents, events, people, rounds, suggestions
from annotator.store.codebooks import codebook_of
from annotator.store.project import Project

LEAD, REVIEWERS = "李组长", ("王芳", "赵六", "陈晨")
SAMPLES = Path(annotator.__file__).parent / "samples"
FIELDS = ("clause_type", "category", "priority")
ODD = 0.12


def team(path: Path) -> None:
    """Make the project."""
    with create(path, LEAD) as project:
        codebook = codebook_of(project)
        for sample in sorted(SAMPLES.glob("*.txt")):
            import_files(project, LEAD, codebook, [sample])
        for name in REVIEWERS:
            people.store(project, LEAD, Person(name, name))
        clauses = [
            one.clause_id for each in documents.listing(project) for one in documents.clauses(project, each)
        ]
        tasks = {name: [Task(one) for one in clauses] for name in REVIEWERS}
        rounds.add(project, LEAD, Round.of("第一轮", "work", {"seed": 7}, tasks), tasks)
        for number, name in enumerate(REVIEWERS):
            _work(project, Reviewing(project, codebook, name), clauses[: len(clauses) - 40 * number])


def _work(project: Project, work: Reviewing, clauses: Sequence[str]) -> None:
    chance = random.Random(work.reviewer)
    fields = [field for field in work.codebook.clause_fields if field.id in FIELDS]
    found: dict[str, dict[str, Sequence[Any]]] = {}
    for one in sorted(suggestions.of(project, clauses), key=lambda one: one.score):
        found.setdefault(one.subject, {})[one.field] = one.value
    for clause in clauses:
        work.finish(clause, _answers(fields, found.get(clause, {}), chance), seconds=chance.uniform(8, 45))
    asked = Change("question", clauses[3], value="“领域大模型”算不算模型与智能体？")
    events.record(project, work.reviewer, [asked], origin="key")


def _answers(
    fields: Sequence[Field], suggested: Mapping[str, Sequence[Any]], chance: random.Random
) -> dict[str, list[Any]]:
    given: dict[str, list[Any]] = {}
    for field in fields:
        value = list(suggested.get(field.id, ())) or [chance.choice(field.codes[:3]).id]
        if chance.random() < ODD:
            value = [chance.choice(field.codes).id, *value[1:]]
        elif len(value) > 1 and chance.random() < ODD:
            value = value[:-1]
        given[field.id] = list(dict.fromkeys(value))
    return given
