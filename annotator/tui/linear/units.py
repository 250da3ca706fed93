"""Lines that find a unit and give it its role."""

from collections.abc import Iterator, Sequence
from functools import partial
from typing import TYPE_CHECKING

from annotator.errors import Refused
from annotator.model.cutting import ROLES
from annotator.tui.linear.speech import Meant
from annotator.tui.linear.writing import write
from annotator.tui.taking import take
from annotator.tui.units import Row, Units
from annotator.words import both, say

if TYPE_CHECKING:
    from annotator.tui.linear.talk import Talk

MOST_FOUND = 9
"""Units told for a search: one digit each."""


def find_unit(talk: "Talk", meant: Meant) -> Iterator[str]:
    """Look for units by name; a number then takes one. In a field of text, the text is the answer."""
    desk = talk.desk
    if desk.field.kind in ("text", "date"):
        yield from write(meant, "".join(desk.value), desk.answer)
        return
    number = next((n for n, field in enumerate(desk.fields) if field.kind == "entity"), None)
    if number is None:
        raise Refused("linear.no_units")
    if desk.field.kind != "entity":
        desk.turn_to(number)
    units = Units(desk, desk.focus)
    units.role = talk.role
    yield from talk.offer([(words(row), partial(take, units, row)) for row in found(units, meant.text)])


def found(units: Units, text: str) -> Sequence[Row]:
    """The best rows for a name, and always the one that it would become. Raises Refused where there is
    none.
    """
    rows, _ = units.rows(text)
    new = [row for row in rows if row.mark in ("close", "new")]
    if not rows:
        raise Refused("linear.none_found", words=text)
    return [*[row for row in rows if row not in new][: MOST_FOUND - len(new)], *new]


def words(row: Row) -> str:
    """A unit as it would be stored, how the clause writes it, what is to be known of it."""
    unit = say("review.unit", name=row.unit["name"], role=say(f"roles.{row.unit['role']}"))
    about = [say("picker.written", name=row.unit["surface"])] if row.unit["stated"] else []
    about += [say(f"picker.mark_{row.mark}")] if row.mark else []
    return " ".join([unit, *about])


def give_role(talk: "Talk", meant: Meant) -> Iterator[str]:
    """In which role the units looked for next are taken."""
    for role in ROLES:
        if meant.text.casefold() in (role, *both(f"roles.{role}")):
            talk.role = role
            yield say("linear.role_now", role=say(f"roles.{role}"))
            return
    roles = say("review.comma").join(say(f"roles.{role}") for role in ROLES)
    raise Refused("linear.roles", role=say(f"roles.{talk.role or talk.desk.role}"), roles=roles)
