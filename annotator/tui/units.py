"""What a picker of units knows of a clause: who stands in it, who is near, and which come first."""

from collections.abc import Collection, Sequence
from functools import lru_cache
from typing import Literal, NamedTuple

from annotator.errors import AnnotatorError
from annotator.model.addition import followed_all
from annotator.model.cutting import Role
from annotator.model.organisation import Organisation
from annotator.model.rejection import left
from annotator.model.units import NOWHERE, Unit, answer_to, body, choices, others
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
        self.field, me = desk.fields[self.number].id, desk.reviewing.reviewer
        self._mentions = Mentions(project, desk.document, desk.clause, desk.additions)
        self.places, self.known = self._mentions.places, self._mentions.known
        self._near = self.known.near(self.places)
        suggestion = desk.suggestions.get(self.field)
        self._suggested = list(suggestion.value) if suggestion else []
        self._offered = [*self._suggested, *self._named()]
        used = followed_all(usage.around(project, desk.document, desk.clause, self.field, me), desk.additions)
        late = followed_all(usage.lately(project, self.field, me), desk.additions)
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
        return list(self.desk.review.values.get(self.field) or ())

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

    def charges(self, row: Row) -> list[Unit]:
        """The unit of a row as it was offered, then the others that are offered of the same body."""
        return [row.offered, *(unit for unit in self._offered if body(unit) == body(row.unit))]

    def written(self, unit: Unit, names: Sequence[str]) -> Unit | None:
        """A unit at the best place where the clause has one of `names`; None where it has none."""
        return self._mentions.written(unit, names)

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
        no = suggestions.rejected(desk.project, desk.reviewing.reviewer, desk.clause, self.field)
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
