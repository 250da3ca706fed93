"""The units a reviewer can choose from: those in the clause, then the gazetteer's."""

from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any

from annotator.model.cutting import Role
from annotator.model.organisation import Organisation
from annotator.tools import gazetteer
from annotator.tools.lookup import Lookup
from annotator.tools.text.script import simplified
from annotator.tui.desk import Desk
from annotator.tui.presenting import unit_choices


@cache
def _lookup() -> Lookup:
    return Lookup(gazetteer.load().organisations)


def known(desk: Desk, query: str, role: Role) -> Sequence[Mapping[str, Any]]:
    """Units for a query: without one, those of the clause; else the gazetteer's, the clause's first."""
    here = unit_choices(desk.value, desk.hint)
    if not query.strip():
        return here
    first = [unit["org_id"] for unit in here if unit["org_id"]]
    return [_unit(one, role) for one in _lookup().search(simplified(query), first)]


def anchored(desk: Desk, unit: Mapping[str, Any]) -> Mapping[str, Any]:
    """The unit as it is stored: stated, with its place, where the clause names it; else assigned."""
    named = [one for one in desk.hint if (one["org_id"] or one["name"]) == (unit["org_id"] or unit["name"])]
    return {**named[0], "role": unit["role"]} if named else unit


def _unit(organisation: Organisation, role: Role) -> dict[str, Any]:
    return {
        "org_id": organisation.org_id,
        "name": organisation.name,
        "role": role,
        "stated": False,
        "surface": "",
        "start": None,
        "end": None,
    }
