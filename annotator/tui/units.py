"""The units a reviewer can choose from: those in the clause, then the gazetteer's."""

from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any

from annotator.model.cutting import Role
from annotator.tools import gazetteer
from annotator.tools.lookup import Lookup
from annotator.tools.text.script import simplified
from annotator.tui.desk import Desk
from annotator.tui.presenting import same_unit, unit_choices


@cache
def _lookup() -> Lookup:
    return Lookup(gazetteer.load().organisations)


def known(desk: Desk, query: str, role: Role) -> Sequence[Mapping[str, Any]]:
    """Units for a query: without one, those of the clause; else the gazetteer's, the clause's first, and
    at the end the query itself, as a unit that no gazetteer knows yet.
    """
    here = unit_choices(desk.value, desk.hint)
    if not query.strip():
        return here
    first = [unit["org_id"] for unit in here if unit["org_id"]]
    found = [_unit(one.org_id, one.name, role) for one in _lookup().search(simplified(query), first)]
    name = "".join(query.split())
    if name.isascii() or any(unit["name"] == name for unit in found):
        return found  # letters are a way to search, not a name
    return [*found, _unit(None, name, role)]


def anchored(desk: Desk, unit: Mapping[str, Any]) -> Mapping[str, Any]:
    """The unit as it is stored: stated, with its place, where the clause names it; else assigned."""
    named = [one for one in desk.hint if (one["org_id"] or one["name"]) == (unit["org_id"] or unit["name"])]
    return {**named[0], "role": unit["role"]} if named else unit


def taken(value: Sequence[Any], unit: Mapping[str, Any]) -> list[Any]:
    """The units after choosing one: dropped where it is among them, with the new role where it was
    there in another, else joined at the end.
    """
    body = unit["org_id"] or unit["name"]
    others = [one for one in value if (one["org_id"] or one["name"]) != body]
    if any(same_unit(one) == same_unit(unit) for one in value):
        return [one for one in value if same_unit(one) != same_unit(unit)]
    return [*others, dict(unit)]


def _unit(org_id: str | None, name: str, role: Role) -> dict[str, Any]:
    return {
        "org_id": org_id,
        "name": name,
        "role": role,
        "stated": False,
        "surface": "",
        "start": None,
        "end": None,
    }
