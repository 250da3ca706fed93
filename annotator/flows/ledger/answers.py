"""What a ledger says of a clause in a field, and on what that rests: a decision, else what reviewers
finished, else what they filled in, else what is suggested.
"""

from collections.abc import Sequence
from typing import Any, NamedTuple

from annotator.model.answer import comparable
from annotator.model.codebook import Field
from annotator.model.review import Suggestion
from annotator.model.standing import Standing
from annotator.model.value import within
from annotator.tools.ledger.task import Basis
from annotator.tools.release.verdict import Verdict

TASKS = ("goal", "task", "project", "safeguard")
"""The types of clauses that stand in a ledger."""


class Told(NamedTuple):
    """A value with its basis; both are empty where nobody and nothing tells one."""

    value: Sequence[Any] = ()
    basis: Basis = ""


def told(
    field: Field | None, standing: Standing, verdict: Verdict, suggestions: Sequence[Suggestion]
) -> Told:
    """What is to be told of a clause."""
    if field is None:
        return Told()
    suggested = next((one.value for one in suggestions if one.field == field.id), None)
    answer = verdict.answers[field.id]
    if answer.state in ("set", "none"):
        return Told(answer.value, "decided" if field.id in standing.gold else "submitted")
    if answer.state == "conflict":
        return Told(suggested or (), "conflict")
    drafts = [
        value
        for account in standing.accounts.values()
        if account.review.state != "submitted" and (value := account.review.values.get(field.id)) is not None
    ]
    if drafts:
        same = len({comparable(field, value) for value in drafts}) == 1
        return Told(drafts[0], "filled") if same else Told(suggested or (), "conflict")
    return Told(suggested, "suggested") if suggested else Told()


def type_field(fields: Sequence[Field]) -> Field | None:
    """The field that tells which clauses are tasks; None where a codebook has none: every clause is then."""
    singles = (field for field in fields if field.kind == "single")
    return next((one for one in singles if any(code.id in TASKS for code in one.codes)), None)


def is_task(found: Told, *, charged: bool) -> bool:
    """Whether a clause of which that is told as its type stands in a ledger. One does whose type nobody
    knows or agrees on, or which charges somebody and was looked at by nobody: a row too many is seen, one too
    few is not.
    """
    unsure = found.basis == "conflict" or (found.basis == "suggested" and charged)
    return not found.value or unsure or within(found.value[0], TASKS)
