"""What a choice in a picker of units stores: a unit taken or dropped, its role, its ground; as functions over
Units.
"""

from collections.abc import Sequence
from typing import Any

from annotator.errors import Refused
from annotator.flows import naming
from annotator.model.addition import Addition, followed
from annotator.model.cutting import ROLES, Role
from annotator.model.units import NOWHERE, Unit, added, in_role, instead, same_unit, toggled
from annotator.tools.text.script import simplified
from annotator.tui.units import Row, Units


def take(units: Units, row: Row) -> None:
    """Take the unit of a row, or drop it; what was never known is entered first, in the same breath."""
    if row.taken:
        _put(units, toggled(units.value, row.unit))
        return
    if row.mark == "new":
        unit = _enter(units, row)
    else:
        unit = row.unit
        _put(units, added(units.value, unit))
    units.desk.role, units.role, units.assign = unit["role"], None, False


def take_all(units: Units, rows: Sequence[Row]) -> None:
    """Take the units of several rows in one act."""
    value = units.value
    for row in rows:
        value = value if row.taken else added(value, row.unit)
    _put(units, value)
    units.role, units.assign = None, False


def give_role(units: Units, row: Row, role: Role) -> None:
    """The role of the unit of a row where it is taken, else of the next one."""
    if row.taken:
        _put(units, in_role(units.value, row.unit, role))
        units.desk.role = role
    else:
        units.role = role


def turn_role(units: Units, row: Row) -> None:
    """The same with the role behind the one that it has."""
    give_role(units, row, ROLES[(ROLES.index(row.unit["role"]) + 1) % len(ROLES)])


def turn_stated(units: Units, row: Row) -> None:
    """From stated in the text to assigned, and back; raises Refused where the clause does not name it."""
    stated = next((unit for unit in units.charges(row) if unit["stated"]), None)
    if not (stated or row.unit["stated"]):
        raise Refused("picker.not_named", name=row.unit["name"])
    if not row.taken:
        units.assign = not units.assign
        return
    place = NOWHERE if row.unit["stated"] or not stated else {name: stated[name] for name in NOWHERE}
    changed = {**row.unit, **place}
    _put(units, [changed if same_unit(one) == same_unit(row.unit) else one for one in units.value])


def members(units: Units, row: Row) -> list[Unit]:
    """The units that a collective stands for, in its role, assigned on the words that name it; raises
    Refused where the table does not know them.
    """
    from annotator.tools.gazetteer.members import members  # noqa: PLC0415  (only on command)

    unit, one = row.unit, row.organisation
    names = [*map(simplified, (unit["surface"], unit["name"])), *(one.forms if one else ())]
    found = members(names, units.known, units.places)
    if not found:
        raise Refused("picker.no_members", name=unit["surface"] or unit["name"])
    place = {name: unit[name] for name in NOWHERE} | {"stated": False}
    return [{"org_id": m.org_id, "name": m.name, "role": unit["role"], **place} for m in found]


def expand(units: Units, row: Row, members: Sequence[Unit]) -> None:
    """Put the members in the place of the collective."""
    _put(units, instead(units.value, row.unit, members))


def _put(units: Units, value: Sequence[Unit]) -> None:
    _turn_to(units)
    units.desk.put([dict(unit) for unit in value] or None)


def _turn_to(units: Units) -> None:
    if units.desk.focus != units.number:
        units.desk.turn_to(units.number)


def _enter(units: Units, row: Row) -> Unit:
    """Enter a typed name as an organisation of the project, and take it; both or nothing is stored."""
    desk, taken = units.desk, list[Unit]()

    def record(clause_id: str, **circumstances: Any) -> None:
        def label(addition: Addition) -> None:
            taken.append(_unit_of(units, row, addition))
            value = [dict(unit) for unit in added(units.value, taken[0])]
            shown = [units.field] if units.field in desk.suggestions else []
            desk.record(clause_id, {units.field: value}, suggested=shown, **circumstances)

        naming.propose(desk.project, desk.reviewing.reviewer, row.offered["surface"], units.places, label)

    _turn_to(units)
    desk.learn_units()  # what others entered meanwhile may be this one
    desk.act(record)
    desk.learn_units()
    units.learn()
    return taken[0]


def _unit_of(units: Units, row: Row, addition: Addition) -> Unit:
    """An organisation that was entered, stated where the clause has the name that was typed or its own."""
    unit = {"org_id": addition.org_id, "name": addition.name, "role": row.unit["role"], **NOWHERE}
    unit = dict(followed(unit, units.desk.additions))
    stated = units.written(unit, [row.offered["surface"], addition.name])
    if not stated or units.assign:
        return unit
    return {**stated, "role": units.role or stated["role"] or unit["role"]}
