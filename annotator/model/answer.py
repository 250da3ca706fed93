"""An answer: the state of a field and its value, and what makes two answers of people the same.

Whoever compares what people said (an export, an adjudication) does it here, so that what was agreed for the
one is agreed for the other.
"""

from collections.abc import Mapping, Sequence
from typing import Any, Literal, NamedTuple

from annotator.model.codebook import Field
from annotator.model.value import Value, state_of

Difference = Literal["", "state", "content", "primary", "roles"]
"""How answers differ: not at all; one says something where another does not; in what they say; only in
which code is the primary one; only in the roles of units, or in whether the text states them.
"""


class Answer(NamedTuple):
    """The state of a field and, where that is `set`, its value."""

    state: str
    value: Sequence[Any] = ()


def answers(fields: Sequence[Field], values: Mapping[str, Value]) -> dict[str, Answer]:
    """What one person's values say of every field."""
    states = ((field.id, state_of(field, values)) for field in fields)
    return {name: Answer(state, values[name] or () if state == "set" else ()) for name, state in states}


def comparable(field: Field, value: Sequence[Any]) -> object:
    """What makes two values of a field the same answer.

    Of several codes the first counts as the primary one, the order of the rest does not. Units are
    the same by organisation, role and whether the text states them, wherever it does so.
    """
    if field.kind == "multi":
        return tuple(value[:1]), frozenset(value)
    if field.kind == "entity":
        return frozenset((unit["org_id"] or unit["name"], unit["role"], unit["stated"]) for unit in value)
    if field.kind == "span":
        return frozenset(
            (span["start"], span["end"], *(span.get(one.id) for one in field.attributes)) for span in value
        )
    return tuple(value)


def same(field: Field, a: Answer, b: Answer) -> bool:
    """Whether two answers say the same."""
    return a.state == b.state and comparable(field, a.value) == comparable(field, b.value)


JUDGEMENTS = frozenset({"set", "none"})
"""The states in which somebody has looked and answered."""


def marked(
    fields: Sequence[Field], given: Mapping[str, Value], decided: Mapping[str, Value]
) -> dict[str, bool]:
    """For every field that was decided, whether the answer given is the one decided. A field that is no
    question for one of both, because of another answer, is left out, as one that is open: the answer on
    which it hangs is marked itself, and nobody is marked twice for one mistake.
    """
    mine, known = answers(fields, given), answers(fields, decided)
    return {
        field.id: same(field, mine[field.id], known[field.id])
        for field in fields
        if {mine[field.id].state, known[field.id].state} <= JUDGEMENTS
    }


def difference(field: Field, said: Sequence[Answer]) -> Difference:
    """How answers to a field differ, by what weighs most."""
    if len({(one.state, comparable(field, one.value)) for one in said}) < 2:
        return ""
    if len({one.state for one in said}) > 1:
        return "state"
    if len({_content(field, one.value) for one in said}) > 1:
        return "content"
    return "primary" if field.kind == "multi" else "roles"


def _content(field: Field, value: Sequence[Any]) -> object:
    """A value without what a smaller difference is about."""
    if field.kind == "multi":
        return frozenset(value)
    if field.kind == "entity":
        return frozenset(unit["org_id"] or unit["name"] for unit in value)
    return comparable(field, value)


def camps(field: Field, said: Mapping[str, Answer]) -> dict[str, int]:
    """Who is of one mind: for each person the number of their answer, from 0, in the order of first use."""
    known: dict[object, int] = {}
    return {
        person: known.setdefault((answer.state, comparable(field, answer.value)), len(known))
        for person, answer in said.items()
    }


def union(field: Field, values: Sequence[Sequence[Any]]) -> list[Any]:
    """Everything that is in one of the values, in their order: the first code of the first is the primary
    one. A unit that an earlier value has is not added in the role that a later one gives it.
    """
    found: list[Any] = []
    for value in values:
        known = {_thing(field, item) for item in found}
        found += [item for item in value if _thing(field, item) not in known]
    return found


def _thing(field: Field, item: Any) -> object:
    if field.kind == "entity":
        return item["org_id"] or item["name"]
    if field.kind == "span":
        return item["start"], item["end"]
    return item
