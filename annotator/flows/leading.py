"""What the lead looks at: how far everyone is in a round, how fast, and which labels they give."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from annotator.model.codebook import CODED, Codebook
from annotator.model.round import Round
from annotator.store import pace, round_figures, rounds
from annotator.store.project import Project
from annotator.store.round_figures import Done

LAST = 50
"""Clauses of which the median time tells the pace."""

ODD, FEW = 3.0, 10
"""A share is odd from so many standard errors off everyone's; of fewer answers nothing is told."""


class Part(NamedTuple):
    """One reviewer in a round; `hourly` is clauses an hour by the median of the last, None without any."""

    reviewer: str
    done: Done
    hourly: float | None


class Used(NamedTuple):
    """How often a code of a field was given first: its share for everyone, and for each reviewer with whether
    that is odd. An empty `code` is nothing in the text; None is a reviewer without an answer.
    """

    field: str
    code: str
    everyone: float
    each: Mapping[str, tuple[float, bool] | None]


def parts(project: Project, one: Round) -> list[Part]:
    """Everyone who is assigned in a round, by id."""
    done = round_figures.progress(project, one.id)
    return [Part(name, said, _hourly(project, one, name, said)) for name, said in done.items()]


def _hourly(project: Project, one: Round, reviewer: str, done: Done) -> float | None:
    """The pace in a round, not in those before it."""
    if not done.finished:
        return None
    clauses = {task.clause_id for task in rounds.assigned(project, one.id, reviewer)}
    taken = sorted(pace.seconds(project, reviewer, LAST, clauses))
    return 3600 / taken[len(taken) // 2] if taken else None


def balance(project: Project, codebook: Codebook, one: Round, team: Sequence[str]) -> list[Used]:
    """The codes that were given in a round, in the order of the codebook."""
    counted = round_figures.shares(project, one.id)
    found = []
    for field in codebook.clause_fields:
        if field.kind not in CODED or field.id not in counted:
            continue
        by_reviewer = counted[field.id]
        totals = {name: sum(by_reviewer.get(name, {}).values()) for name in team}
        every = sum(totals.values())
        for code in (*(code.id for code in field.codes), ""):
            given = {name: by_reviewer.get(name, {}).get(code, 0) for name in team}
            share = sum(given.values()) / every if every else 0.0
            if share:
                each = {name: _share(given[name], totals[name], share) for name in team}
                found.append(Used(field.id, code, share, each))
    return found


def _share(count: int, of: int, everyone: float) -> tuple[float, bool] | None:
    if not of:
        return None
    error = (everyone * (1 - everyone) / of) ** 0.5
    return count / of, of >= FEW and abs(count / of - everyone) > ODD * error
