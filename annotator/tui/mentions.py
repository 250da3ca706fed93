"""Which organisations a clause names, and the places of the source where it does."""

from collections.abc import Mapping, Sequence

from annotator.model.addition import Addition
from annotator.model.document import Clause, Document
from annotator.model.place import Place
from annotator.model.units import NOWHERE, Unit, body
from annotator.store import documents
from annotator.store.project import Project
from annotator.tools import gazetteer
from annotator.tools.text.script import simplified


class Mentions:
    """The mentions of one clause. `places` are those whose document it is, `known` the organisations of the
    table and of the project.
    """

    def __init__(
        self, project: Project, document: Document, clause: Clause, additions: Mapping[str, Addition]
    ) -> None:
        self.places = tuple(documents.metadata(project, document.doc_id).get("places", ()))
        self.known = gazetteer.extended(additions.values())
        self._clause = clause
        self._ways = documents.places(project, document, clause)
        self._plain = simplified(clause.text), simplified(clause.tail)

    def all(self) -> dict[str, list[Unit]]:
        """The units named, by organisation: the best mention, then those in other roles. The role is None
        where the words beside a name say none.
        """
        found = gazetteer.occurrences(*self._plain, self.known, self.places)
        rows = {org_id: self.known.organisation(org_id) for org_id in found}
        return {
            org_id: [self._stated({"org_id": org_id, "name": one.name}, each) for each in found[org_id]]
            for org_id, one in rows.items()
            if one
        }

    def written(self, unit: Unit, names: Sequence[str]) -> Unit | None:
        """A unit at the best place where one of `names` stands letter by letter; None where none does."""
        found = gazetteer.occurrence(*self._plain, names)
        return self._stated(unit, found) if found else None

    def anchored(self, value: Sequence[Unit]) -> list[Unit]:
        """Units of another clause at the words that name them in this one, where these say the same role
        or none; the others are assigned.
        """
        named = self.all() if value else {}
        return [self._anchored(unit, named.get(body(unit)) or self._literally(unit)) for unit in value]

    def at(self, unit: Unit) -> Place | None:
        """The place of a unit in the clause; None where it is in neither text nor tail."""
        return self._ways.find(unit["start"], unit["end"])

    def _literally(self, unit: Unit) -> list[Unit]:
        found = None if unit["org_id"] else self.written(unit, [simplified(unit["name"])])
        return [found] if found else []

    def _anchored(self, unit: Unit, mentions: Sequence[Unit]) -> Unit:
        own = [one for one in mentions if one["role"] == unit["role"]]
        own += [one for one in mentions if one["role"] is None]
        place = own[0] if own else NOWHERE
        return {**unit, **{name: place[name] for name in NOWHERE}}

    def _stated(self, unit: Unit, found: gazetteer.Occurrence) -> Unit:
        place = self._ways.at(found.where, found.start, found.end)
        stated = {"stated": True, **place.stored()} if place else NOWHERE
        return {**unit, "role": found.role, **stated}
