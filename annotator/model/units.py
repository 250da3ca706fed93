"""The responsible units of a value, and what a choice makes of them.

A unit is {"org_id", "name", "role", "stated", "surface", "start", "end"}: stated in the clause at a place
of the source, or assigned by who labels (a place is then the words on which that rests). A text may charge
one body twice, in two roles; each is a unit of its own.
"""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from annotator.model.cutting import Role  # (its dataclasses are slow to define)

Unit = Mapping[str, Any]

NOWHERE: Unit = {"stated": False, "surface": "", "start": None, "end": None}
"""A unit of which the clause says nothing."""


def body(unit: Unit) -> str:
    """Who is meant: the organisation, or the name where no table has it."""
    return str(unit["org_id"] or unit["name"])


def same_unit(unit: Unit) -> tuple[str, str]:
    """What makes two units the same answer: who is meant, and the role."""
    return body(unit), str(unit["role"])


def answer_to(offered: Unit, value: Sequence[Unit], beside: Sequence[Unit] = ()) -> Unit | None:
    """The unit of a value that stands for an offered one, whatever its role has become; None where it was
    not taken: the words are those of another charge of the same body, or the body is not there. Of several
    charges of a body that are offered, `beside` each other, a unit stands for one.
    """
    same = [unit for unit in value if body(unit) == body(offered)]
    if not same or (own := _own(offered, same)):
        return own if same else None
    charges = [one for one in beside if body(one) == body(offered)]
    told = [_own(one, same) for one in charges]
    waiting = [one for one, unit in zip(charges, told, strict=True) if unit is None]
    free = [unit for unit in same if unit not in told and not (unit["stated"] and offered["stated"])]
    at = waiting.index(offered) if offered in waiting else 0
    return free[at] if at < len(free) else None


def _own(offered: Unit, same: Sequence[Unit]) -> Unit | None:
    """The unit of the same body at its place, else in its role."""
    by_place = [unit for unit in same if unit["stated"] and unit["start"] == offered["start"]]
    by_role = [unit for unit in same if unit["role"] == offered["role"]]
    return next(iter(by_place + by_role), None)


def choices(value: Sequence[Unit], offered: Sequence[Unit]) -> list[Unit]:
    """The units to choose from: what is offered, each as it was taken where it was, so that none changes
    its place by being taken; then what else was taken.
    """
    found = [answer_to(unit, value, offered) or unit for unit in offered]
    found += [unit for unit in value if same_unit(unit) not in map(same_unit, found)]
    return list({same_unit(unit): unit for unit in found}.values())


def others(known: Sequence[Unit], mentions: Sequence[Unit]) -> list[Unit]:
    """The mentions of a body beside those known: elsewhere, and in another role. One that says no role, where
    others do, is a charge without one.
    """
    read = [{**one, "role": one["role"] or "unspecified"} for one in mentions]
    return [
        one
        for one in read
        if all(one["start"] != other["start"] and one["role"] != other["role"] for other in known)
    ]


def toggled(value: Sequence[Unit], unit: Unit) -> list[Unit]:
    """The units with one more, in the order of the text; or without it where it is among them."""
    kept = [one for one in value if same_unit(one) != same_unit(unit)]
    return kept if len(kept) < len(value) else added(kept, unit)


def added(value: Sequence[Unit], unit: Unit) -> list[Unit]:
    """The units with one more, in the order of the text; where it is among them, at its new place."""
    kept = [one for one in value if same_unit(one) != same_unit(unit)]
    later = (
        n for n, one in enumerate(kept) if unit["stated"] and one["stated"] and one["start"] > unit["start"]
    )
    at = next(later, len(kept))
    return [*kept[:at], dict(unit), *kept[at:]]


def in_role(value: Sequence[Unit], unit: Unit, role: "Role") -> list[Unit]:
    """The units with one of them in another role; where the body has that role already, it is one."""
    changed = [{**one, "role": role} if same_unit(one) == same_unit(unit) else one for one in value]
    return list({same_unit(one): one for one in reversed(changed)}.values())[::-1]


def instead(value: Sequence[Unit], unit: Unit, others: Sequence[Unit]) -> list[Unit]:
    """The units with others in the place of one, or behind all where it is not there. Others who are
    there already stay as they are.
    """
    there = {body(one) for one in value}
    more = [dict(one) for one in others if body(one) not in there]
    at = next((n for n, one in enumerate(value) if same_unit(one) == same_unit(unit)), None)
    if at is None:
        return [*value, *more]
    return [*value[:at], *more, *value[at + 1 :]]
