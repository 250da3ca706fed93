"""What a clause's label is, when several people have spoken.

Only submitted reviews count, and a decision (gold) comes before them. Each field ends in one state:
that of `annotator.model.value`, or `conflict` where submitted reviews differ and nobody has decided.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, get_args

from annotator.model.answer import Answer, answers, comparable
from annotator.model.codebook import Field
from annotator.model.standing import Standing
from annotator.model.value import ASKED, State, Value, applies

Status = Literal[
    "gold", "silver", "single", "conflict", "discarded", "skipped", "draft", "unreviewed"
]  # fmt: skip
STATUSES: tuple[Status, ...] = get_args(Status)
STATES: tuple[State, ...] = get_args(State)
ANSWER_STATES: tuple[str, ...] = (*STATES, "conflict")


_CONFLICT = Answer("conflict")


@dataclass(frozen=True, slots=True)
class Verdict:
    """`status` says how much a clause's labels have behind them:

    gold        decided by a person, in all or some fields, and nothing is left open
    silver      two or more submitted reviews, the same in every field
    single      one submitted review
    conflict    submitted reviews differ in some field that nobody has decided
    discarded   decided to be left out; every field is unset, whatever was said
    skipped     nobody submitted; those who looked at it left it aside
    draft       nobody submitted; someone began
    unreviewed  nobody gave a value
    """

    status: Status
    answers: Mapping[str, Answer]


def verdict(
    fields: Sequence[Field],
    standing: Standing,
    answered: Mapping[str, Mapping[str, Answer]] | None = None,
) -> Verdict:
    """What stands about a clause, put together. `answered` is what each reviewer says of every field, for who
    has worked it out already.
    """
    if standing.discarded:
        return Verdict("discarded", answers(fields, {}))
    gold = standing.gold
    states = [account.review.state for account in standing.accounts.values()]
    submitted = [
        answered[name] if answered else answers(fields, account.review.values)
        for name, account in standing.accounts.items()
        if account.review.state == "submitted"
    ]
    if submitted and not gold and all(one == submitted[0] for one in submitted):
        return Verdict("silver" if len(submitted) > 1 else "single", submitted[0])
    said = {field.id: _heard(field, [review[field.id] for review in submitted], gold) for field in fields}
    agreed = {field.id: said[field.id][0] for field in fields if _agree(field, said[field.id])}
    merged: dict[str, Value] = {
        name: answer.value for name, answer in agreed.items() if answer.state in ("set", "none")
    }
    merged.update(gold)
    found = answers(fields, merged)
    for field in fields:
        if field.id not in gold and applies(field, merged) and said[field.id]:
            found[field.id] = agreed.get(field.id, _CONFLICT)
    return Verdict(_status(states, found, decided=bool(gold)), found)


def _heard(field: Field, said: Sequence[Answer], gold: Mapping[str, Value]) -> list[Answer]:
    """The answers that count. That a field did not apply is none where its ground was decided on, and who
    left unset what nobody is asked has said nothing.
    """
    ruled = any(other in gold for other, _ in field.applies_to)
    silent = {"n/a"} if ruled else set()
    if field.kind not in ASKED:
        silent.add("unset")
    return [answer for answer in said if answer.state not in silent]


def _agree(field: Field, said: Sequence[Answer]) -> bool:
    return len({(answer.state, comparable(field, answer.value)) for answer in said}) == 1


def _status(states: Sequence[str], found: Mapping[str, Answer], *, decided: bool) -> Status:
    if any(answer.state == "conflict" for answer in found.values()):
        return "conflict"
    if decided:
        return "gold"
    submitted = states.count("submitted")
    if submitted:
        return "silver" if submitted > 1 else "single"
    if "draft" in states:
        return "draft"
    return "skipped" if "skipped" in states else "unreviewed"
