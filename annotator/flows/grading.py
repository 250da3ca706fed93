"""Answers beside those that are known: feedback in training, and how often a reviewer is right."""

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from annotator.model.answer import marked
from annotator.model.codebook import Codebook, Field
from annotator.model.decision import Decision
from annotator.model.review import Review
from annotator.model.round import Round
from annotator.model.value import Value
from annotator.store import additions, gold, independence, reviews, rounds
from annotator.store.project import Project
from annotator.tools.release.fitting import Fitting


class Difference(NamedTuple):
    """A field that was answered otherwise than decided, and why it was decided so."""

    field: Field
    given: Value
    decided: Sequence[Any]
    reason: str


class Right(NamedTuple):
    """Of `n` answers `right` are as decided."""

    n: int = 0
    right: int = 0

    @property
    def share(self) -> float | None:
        """The part of them, None where there are none."""
        return self.right / self.n if self.n else None


def differences(project: Project, codebook: Codebook, clause_id: str, review: Review) -> list[Difference]:
    """Where a review differs from what was decided, in the order of the codebook."""
    decided = gold.decided(project, [clause_id]).get(clause_id, {})
    marks = _marked(_reading(project, codebook), codebook, review.values, decided)
    return [
        Difference(
            field, review.values.get(field.id), decided[field.id].value or (), decided[field.id].reason
        )
        for field in codebook.clause_fields
        if not marks.get(field.id, True)
    ]


def accuracy(project: Project, codebook: Codebook, one: Round, reviewer: str) -> dict[str, Right]:
    """How often a reviewer's finished answers are as decided, by field: in training those that were given
    before the feedback, else those to the checks as they stand now. A field without any is left out;
    `marked` says which answers count.
    """
    mine = {task.clause_id for task in rounds.assigned(project, one.id, reviewer) if task.pass_no == 1}
    if one.kind == "training":
        given = _before_feedback(project, reviewer, sorted(mine))
    else:
        asked = sorted(mine & rounds.checks(project, one.id))
        said = reviews.reviews(project, asked, reviewer)
        given = {name: review.values for name, review in said.items() if review.state == "submitted"}
    decided = gold.decided(project, sorted(given))
    found: dict[str, Right] = {}
    reading = _reading(project, codebook)
    for clause_id, values in given.items():
        for field, right in _marked(reading, codebook, values, decided.get(clause_id, {})).items():
            n, before = found.get(field, Right())
            found[field] = Right(n + 1, before + right)
    return {field.id: found[field.id] for field in codebook.clause_fields if field.id in found}


def _reading(project: Project, codebook: Codebook) -> Fitting:
    return Fitting(codebook.clause_fields, additions.additions(project))


def _marked(
    reading: Fitting, codebook: Codebook, given: Mapping[str, Value], decided: Mapping[str, Decision]
) -> dict[str, bool]:
    """Which answers are as decided, both read as they are to be read today."""
    known = {name: one.value for name, one in decided.items()}
    return marked(codebook.clause_fields, reading.values(given), reading.values(known))


def _before_feedback(
    project: Project, reviewer: str, clause_ids: Sequence[str]
) -> dict[str, Mapping[str, Value]]:
    """The answers that a reviewer had finished before anything told of others."""
    given = independence.first_given(project, clause_ids, independence.told(project))
    return {
        clause_id: reviews.assemble(row[:3] for row in rows).values
        for (clause_id, person, pass_no), rows in given
        if (person, pass_no) == (reviewer, 1)
    }
