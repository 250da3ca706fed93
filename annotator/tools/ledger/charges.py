"""Who is charged with a task, between the units of a value and the two cells in which a ledger names them.

Marks behind a name tell what the text does not: that its lead was inferred, that the office assigned a unit,
that one only guides. They are read back in either language.
"""

import re
from collections.abc import Callable, Sequence
from typing import Any, Literal, NamedTuple

from annotator.model.units import Unit, same_unit
from annotator.words import both, say

Mark = Literal["inferred", "assigned", "guides"]
MARKS: tuple[Mark, ...] = ("inferred", "assigned", "guides")
_OPEN = ("responsible", "unspecified")
"""Roles that leave open who leads."""
_SEPARATORS = "、,，;；\n\t"
_NAME = re.compile(rf"(?:[^{_SEPARATORS}（()）]|[（(][^（()）]*[）)]?|[）)])+")
_BROKEN = re.compile(r"\s+(?=[（(])")
_MARK = re.compile(r"[（(]([^（()）]+)[）)]$")


class Charge(NamedTuple):
    """A unit under the name by which a ledger calls it, with the marks behind that. `group` is whose sheet
    it belongs to, `collective` whether it stands for several bodies.
    """

    unit: Unit
    name: str
    marks: frozenset[Mark] = frozenset()
    group: str = ""
    collective: bool = False

    @property
    def words(self) -> str:
        """The name with its marks, as a cell has it; what was inferred is told below the name."""
        told = ((say(f"ledger.mark_{one}"), one == "inferred") for one in MARKS if one in self.marks)
        return self.name + "".join(f"\n{mark.strip()}" if below else mark for mark, below in told)


def charged(charges: Sequence[Charge]) -> tuple[tuple[Charge, ...], tuple[Charge, ...]]:
    """The charges that lead and the others, marked. Where none is said to lead, a body that answers alone
    stands in its place, and of several the one named first, as inferred; a collective is nobody's lead.
    """
    marked = [one._replace(marks=_told(one.unit)) for one in charges]
    lead = [one for one in marked if one.unit["role"] == "lead"]
    if not lead:
        answering = [one for one in marked if one.unit["role"] in _OPEN]
        first = answering[:1]
        if len(answering) > 1:
            first = [
                one._replace(marks=one.marks | {"inferred"}) for one in answering[:1] if not one.collective
            ]
        lead = first
    leading = [same_unit(one.unit) for one in lead]
    return tuple(lead), tuple(one for one in marked if same_unit(one.unit) not in leading)


def _told(unit: Unit) -> frozenset[Mark]:
    found: set[Mark] = set()
    if not unit["stated"]:
        found.add("assigned")
    if unit["role"] == "supervisor":
        found.add("guides")
    return frozenset(found)


def cell(charges: Sequence[Charge]) -> str:
    """Charges as a cell names them."""
    return "、".join(one.words for one in charges)


def parsed(text: str, known: Sequence[str] = ()) -> list[tuple[str, frozenset[Mark]]]:
    """The names in a cell with their marks; those `known` are taken whole, whatever signs are in them."""
    whole = [re.escape(one) for one in sorted(set(known), key=len, reverse=True) if _splits(one)]
    rest = rf"(?=$|[{_SEPARATORS}（(])(?:[（(][^（()）]*[）)])*"
    pattern = re.compile("|".join([*(one + rest for one in whole), _NAME.pattern]))
    found = [_marked(match[0].strip()) for match in pattern.finditer(_BROKEN.sub("", text))]
    return [one for one in found if one[0]]


def _splits(name: str) -> bool:
    return any(sign in name for sign in _SEPARATORS)


def _marked(written: str) -> tuple[str, frozenset[Mark]]:
    marks = set[Mark]()
    while match := _MARK.search(written):
        mark = next((one for one in MARKS if _bare(match[1]) in _spellings(one)), None)
        if mark is None:
            break
        marks.add(mark)
        written = written[: match.start()].strip()
    return written, frozenset(marks)


def _spellings(mark: Mark) -> set[str]:
    return {_bare(word) for word in both(f"ledger.mark_{mark}")}


def _bare(word: str) -> str:
    return word.strip(" （()）").casefold()


def charges_of(
    lead: str,
    others: str,
    before: tuple[Sequence[Charge], Sequence[Charge]],
    find: Callable[[str], dict[str, Any]],
) -> list[dict[str, Any]] | None:
    """The units that two cells name, where `before` stood: who was there keeps place and role, who came into
    another column has its role, and whoever is new is as `find` knows it. None where nothing is different.
    """
    known = [one.name for column in before for one in column]
    leading, beside = parsed(lead, known), parsed(others, known)
    free = [list(column) for column in before]
    same_lead = leading == [(one.name, one.marks) for one in before[0]]
    led_before = {one.name for one in before[0]}
    nobody_leads = bool(led_before) and not leading

    def taken(name: str, order: Sequence[int]) -> tuple[dict[str, Any], int]:
        for column in order:
            for one in free[column]:
                if one.name == name:
                    free[column].remove(one)
                    return dict(one.unit), column
        return find(name), -1

    found = []
    for name, marks in leading:
        unit, _ = taken(name, (0, 1))
        # The mark of another unit, left standing where a name was written over it, is not the new one's.
        if not same_lead and ("inferred" not in marks or name not in led_before):
            unit["role"] = "lead"
        found.append(unit)
    led = {name for name, _ in leading}
    for name, marks in beside:
        unit, column = taken(name, (1, 0))
        if column < 0 and name in led:  # moved to the front, and left here as well
            continue
        guides = "guides" in marks
        if column != 1 or nobody_leads or guides != (unit["role"] == "supervisor"):
            unit["role"] = "supervisor" if guides else "participant"
        found.append(unit)
    kept = list({same_unit(unit): unit for unit in reversed(found)}.values())[::-1]
    was = {same_unit(one.unit) for column in before for one in column}
    return None if {same_unit(unit) for unit in kept} == was else kept
