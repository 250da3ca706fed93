"""An organisation that a project added to the gazetteer: entered by a reviewer, settled by the owner."""

from collections.abc import Mapping, Sequence
from typing import Any, Literal, NamedTuple

from annotator.model.ids import sha256

AdditionState = Literal["proposed", "confirmed", "merged", "dropped"]
GONE: tuple[AdditionState, ...] = ("merged", "dropped")
"""States in which it is another organisation, or none."""


class Addition(NamedTuple):
    """`name` is the full name in simplified characters, `forms` other ways of writing it, `place` the
    jurisdiction, empty where none is known. A merged one is another organisation, `into`, whose name was
    `into_name` then; a dropped one is none.
    """

    org_id: str
    name: str
    place: str
    forms: tuple[str, ...] = ()
    state: AdditionState = "proposed"
    into: str = ""
    into_name: str = ""


def addition_id(name: str, place: str) -> str:
    """The id of an added organisation, the same on every machine; `name` and `place` are normalised."""
    return "org-x-" + sha256(f"{place}:{name}")[:16]


def without_circles(additions: Mapping[str, Addition]) -> dict[str, Addition]:
    """The same, where copies of a project merged two organisations into each other: of such a circle the
    one with the least id stands, on every machine.
    """
    found = dict(additions)
    for org_id in sorted(additions):
        passed = [org_id]
        while (one := found.get(passed[-1])) and one.state == "merged" and one.into not in passed:
            passed.append(one.into)
        if one and one.state == "merged" and one.into == org_id:
            found[org_id] = found[org_id]._replace(state="confirmed", into="", into_name="")
    return found


def followed(unit: Mapping[str, Any], additions: Mapping[str, Addition]) -> Mapping[str, Any]:
    """A responsible unit as it is to be read today: with the organisation that its own was merged into,
    without an id where its own was dropped. The log keeps what was said.
    """
    found = additions.get(unit["org_id"] or "")
    for _ in additions:
        if found is None or found.state != "merged":
            break
        unit = {**unit, "org_id": found.into, "name": found.into_name}
        found = additions.get(found.into)
    if found and found.state == "dropped":
        return {**unit, "org_id": None}
    return unit


def followed_all(units: Sequence[Any], additions: Mapping[str, Addition]) -> list[Any]:
    """The units of a value, each followed; of those that have become the same in the same role, one."""
    if not additions:
        return list(units)
    kept: dict[tuple[str, str], Any] = {}
    for unit in units:
        read = followed(unit, additions)
        kept.setdefault((read["org_id"] or read["name"], read["role"]), read)
    return list(kept.values())
