"""What a picker of units knows of a clause: who stands in it, who is near, and what a choice stores."""

from collections.abc import Collection, Sequence
from functools import lru_cache
from typing import Literal, NamedTuple

from annotator.errors import AnnotatorError, Refused
from annotator.flows import naming
from annotator.model.addition import followed, followed_all
from annotator.model.cutting import ROLES, Role
from annotator.model.organisation import Organisation
from annotator.model.rejection import left
from annotator.model.units import (
    NOWHERE,
    Unit,
    added,
    answer_to,
    body,
    choices,
    in_role,
    instead,
    others,
    same_unit,
    toggled,
)
from annotator.store import suggestions, usage
from annotator.tools import gazetteer
from annotator.tools.lookup import Lookup, Order
from annotator.tools.text.script import simplified
from annotator.tui.desk import Desk
from annotator.tui.mentions import Mentions

Mark = Literal["", "proposed", "unknown", "close", "new"]


class Row(NamedTuple):
    """A unit to choose: as it was `offered` (its role None where the text says none), and as it would be
    stored, or is where it was `taken`. `organisation` is None for a name that no table has. `mark` tells
    what was proposed and waits, what no table has, what is only close to the name typed, and what the
    name typed would become.
    """

    offered: Unit
    unit: Unit
    taken: bool
    organisation: Organisation | None
    mark: Mark = ""


@lru_cache(2)
def _lookup(known: gazetteer.Gazetteer) -> Lookup:
    return Lookup(known.organisations)


class Units:
    """The units of one clause in the field of that number. `role` and `assign` are what was chosen for the
    unit that is taken next: its role, and that it is assigned even where the clause names it.
    """

    def __init__(self, desk: Desk, number: int) -> None:
        self.desk, self.number = desk, number
        self.role: Role | None = None
        self.assign = False
        self.learn()

    def learn(self) -> None:
        """Read what stands in the clause, in the document and in the project's table."""
        desk, project = self.desk, self.desk.project
        self._field, me = desk.fields[self.number].id, desk.reviewing.reviewer
        self._mentions = Mentions(project, desk.document, desk.clause, desk.additions)
        self.places, self.known = self._mentions.places, self._mentions.known
        self._near = self.known.near(self.places)
        suggestion = desk.suggestions.get(self._field)
        self._suggested = list(suggestion.value) if suggestion else []
        self._offered = [*self._suggested, *self._named()]
        used = followed_all(
            usage.around(project, desk.document, desk.clause, self._field, me), desk.additions
        )
        late = followed_all(usage.lately(project, self._field, me), desk.additions)
        self._used = [body(unit) for unit in used]
        self._late = [body(unit) for unit in late if self._is_near(unit)]
        self._nameless = {body(u): u for u in (*used, *self._offered) if not self.known.organisation(body(u))}
        rows = [self._written(unit) for unit in self._nameless.values()]
        self._lookup = Lookup(rows, _lookup(self.known))
        self._ordered: tuple[Sequence[str], Order] = ((), ())

    # ------------------------------------------------------------ finding

    def rows(self, query: str, most: int = 50) -> tuple[list[Row], int]:
        """The rows for what is typed, best first, and on which of them to begin. Where it can be the name of
        a unit that is not known here, that unit is the last, and the first where nothing like it is near.
        """
        text = simplified("".join(query.split()))
        here: dict[str, list[Row]] = {}
        offered = [self._row(unit) for unit in choices(self.value, self._offered)]
        offered.sort(key=lambda row: row.taken)
        for row in offered:
            here.setdefault(body(row.unit), []).append(row)
        order = self._order(tuple(here))
        found = self._lookup.search(text, order, most, scattered=False)
        sure = bool(found)
        found = found or self._lookup.search(text, order, most)
        rows = [row for one in found for row in here.get(one.org_id) or [self._row(self._unit(one))]]
        if not text:
            # Each body once, before any stands there again in another role.
            rows = offered + rows[len(offered) :]
        new = self._new(text, {row.unit["name"] for row in rows})
        own = [one for one in found[:1] if one.org_id in here or self._near.get(one.jurisdiction) == 0]
        return rows + new, 0 if sure or own or not new else len(rows + new) - 1

    def _new(self, text: str, shown: Collection[str]) -> list[Row]:
        """The unit that a typed name would become, where it can be one, behind those of its place that have
        a name close to it, the closest next to it.
        """
        if text.isascii() or self.known.resolve(text, self.places):
            return []
        from annotator.tools.gazetteer.entering import entered  # noqa: PLC0415  (only for new names)

        try:
            addition = entered(text, self.places, self.known)
        except AnnotatorError:
            return []
        near = {addition.place: 0, "": 1}
        alike = self._lookup.close(addition.name, addition.place, near)
        close = [one for one in alike if one.name not in shown]
        new = {"org_id": None, "name": addition.name, "role": None, **NOWHERE, "surface": text}
        return [*(self._row(self._unit(one), "close") for one in reversed(close)), self._row(new, "new")]

    @property
    def together(self) -> list[Row]:
        """What is suggested, to be taken at once: nothing where it is one unit or none, where all are taken,
        and where suggestions are held back from the reviewer.
        """
        rows = [self._row(unit) for unit in self._suggested]
        return rows if len(rows) > 1 and not all(row.taken for row in rows) else []

    def unchosen(self, row: Row) -> Row:
        """A row as it stands while it is another that is taken next, in a role that was chosen for it."""
        if row.taken or not (self.role or self.assign):
            return row
        return row._replace(unit={**row.offered, "role": row.offered["role"] or self.desk.role})

    def again(self, row: Row) -> Row:
        """A row as it stands now."""
        return self._row(row.offered, row.mark if row.mark in ("close", "new") else "")

    @property
    def value(self) -> list[Unit]:
        """The units taken."""
        return list(self.desk.review.values.get(self._field) or ())

    def context(self, unit: Unit, side: int) -> tuple[str, str, str] | None:
        """The clause's clean text before, at and behind a unit's place, `side` characters on either side;
        None where its place is in neither text nor tail.
        """
        place = self._mentions.at(unit)
        if place is None:
            return None
        clause, first, last = self.desk.clause, place.start, place.end
        text = clause.tail if place.where == "tail" else clause.text
        before = ("…" if first > side else "") + text[max(0, first - side) : first]
        return before, place.surface, text[last : last + side] + ("…" if last + side < len(text) else "")

    def _order(self, here: tuple[str, ...]) -> Order:
        if self._ordered[0] != here or not self._ordered[1]:
            self._ordered = here, self._lookup.order([here, self._used, self._late], self._near)
        return self._ordered[1]

    def _row(self, offered: Unit, mark: Mark = "") -> Row:
        answer = answer_to(offered, self.value, self._offered)
        organisation = self.known.organisation(offered["org_id"] or "")
        addition = self.desk.additions.get(offered["org_id"] or "")
        if not mark and organisation is None:
            mark = "unknown"
        elif not mark and addition and addition.state == "proposed":
            mark = "proposed"
        if answer:
            return Row(offered, answer, True, organisation, mark)
        unit = {**offered, "role": self.role or offered["role"] or self.desk.role}
        return Row(offered, {**unit, **NOWHERE} if self.assign else unit, False, organisation, mark)

    def _unit(self, one: Organisation) -> Unit:
        """A row of the lookup that does not stand in the clause."""
        if one.org_id in self._nameless:
            return {**self._nameless[one.org_id], **NOWHERE, "role": None}
        return {"org_id": one.org_id, "name": one.name, "role": None, **NOWHERE}

    # ------------------------------------------------------------ what stands in the clause

    def _named(self) -> list[Unit]:
        """Who is named in the clause and not suggested, by the best mention of each; then who is named
        there again in another role.
        """
        desk = self.desk
        no = suggestions.rejected(desk.project, desk.reviewing.reviewer, desk.clause, self._field)
        first, more = list[Unit](), list[Unit]()
        for org_id, found in self._mentions.all().items():
            there = [unit for unit in self._suggested if body(unit) == org_id]
            first += [] if there else found[:1]
            more += others(there or found[:1], found)
        return list(left((*first, *more), no))

    def _written(self, unit: Unit) -> Organisation:
        """A name that no table has, as a row of the lookup."""
        name, surface = simplified(unit["name"]), simplified(unit["surface"])
        place = self.places[0] if self.places else ""
        return gazetteer.row(body(unit), name, (surface,) if surface not in ("", name) else (), place)

    def _is_near(self, unit: Unit) -> bool:
        one = self.known.organisation(unit["org_id"] or "")
        return one is not None and one.jurisdiction in self._near

    # ------------------------------------------------------------ what a choice stores

    def take(self, row: Row) -> None:
        """Take the unit of a row, or drop it; what was never known is entered first, in the same breath."""
        if row.taken:
            self._put(toggled(self.value, row.unit))
            return
        with self.desk.project.transaction():
            unit = self._entered(row) if row.mark == "new" else row.unit
            self._put(added(self.value, unit))
        self.desk.role, self.role, self.assign = unit["role"], None, False
        if row.mark == "new":
            self.learn()

    def take_all(self, rows: Sequence[Row]) -> None:
        """Take the units of several rows in one act."""
        value = self.value
        for row in rows:
            value = value if row.taken else added(value, row.unit)
        self._put(value)
        self.role, self.assign = None, False

    def give_role(self, row: Row, role: Role) -> None:
        """The role of the unit of a row where it is taken, else of the next one."""
        if row.taken:
            self._put(in_role(self.value, row.unit, role))
            self.desk.role = role
        else:
            self.role = role

    def turn_role(self, row: Row) -> None:
        """The same with the role behind the one that it has."""
        self.give_role(row, ROLES[(ROLES.index(row.unit["role"]) + 1) % len(ROLES)])

    def turn_stated(self, row: Row) -> None:
        """From stated in the text to assigned, and back; raises Refused where the clause does not name it."""
        own = [row.offered, *(unit for unit in self._offered if body(unit) == body(row.unit))]
        stated = next((unit for unit in own if unit["stated"]), None)
        if not (stated or row.unit["stated"]):
            raise Refused("picker.not_named", name=row.unit["name"])
        if not row.taken:
            self.assign = not self.assign
            return
        place = NOWHERE if row.unit["stated"] or not stated else {name: stated[name] for name in NOWHERE}
        changed = {**row.unit, **place}
        self._put([changed if same_unit(one) == same_unit(row.unit) else one for one in self.value])

    def members(self, row: Row) -> list[Unit]:
        """The units that a collective stands for, in its role, assigned on the words that name it; raises
        Refused where the table does not know them.
        """
        from annotator.tools.gazetteer.members import members  # noqa: PLC0415  (only on command)

        unit, one = row.unit, row.organisation
        names = [*map(simplified, (unit["surface"], unit["name"])), *(one.forms if one else ())]
        found = members(names, self.known, self.places)
        if not found:
            raise Refused("picker.no_members", name=unit["surface"] or unit["name"])
        place = {name: unit[name] for name in NOWHERE} | {"stated": False}
        return [{"org_id": m.org_id, "name": m.name, "role": unit["role"], **place} for m in found]

    def expand(self, row: Row, members: Sequence[Unit]) -> None:
        """Put the members in the place of the collective."""
        self._put(instead(self.value, row.unit, members))

    def _entered(self, row: Row) -> Unit:
        """A typed name as an organisation of the project, stated where the clause has it."""
        desk, typed = self.desk, row.offered["surface"]
        addition = naming.propose(desk.project, desk.reviewing.reviewer, typed, self.places)
        desk.learn_units()
        unit = {"org_id": addition.org_id, "name": addition.name, "role": row.unit["role"], **NOWHERE}
        unit = dict(followed(unit, desk.additions))
        stated = self._mentions.written(unit, [typed, addition.name])
        if not stated or self.assign:
            return unit
        return {**stated, "role": self.role or stated["role"] or unit["role"]}

    def _put(self, value: list[Unit]) -> None:
        if self.desk.focus != self.number:
            self.desk.turn_to(self.number)
        self.desk.put([dict(unit) for unit in value] or None)
