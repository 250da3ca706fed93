"""Which organisation a name in a ledger means, where its clause stands."""

from collections.abc import Collection
from typing import Any

from annotator.model.codebook import Field
from annotator.model.units import NOWHERE
from annotator.store import additions, documents, suggestions
from annotator.store.project import Project
from annotator.tools import gazetteer
from annotator.tools.text import simplified


class Naming:
    """Finds units by name. `unresolved` are the names that no organisation is known for, as they are written;
    the organisations `hidden` are as good as unknown.
    """

    def __init__(self, project: Project, field: Field | None, hidden: Collection[str]) -> None:
        self._project, self._field = project, field
        added = additions.additions(project)
        self._known = gazetteer.extended(one for org_id, one in added.items() if org_id not in hidden)
        self._places: dict[str, tuple[str, ...]] = {}
        self.unresolved: dict[str, None] = {}

    def unit(self, clause_id: str, name: str) -> dict[str, Any]:
        """The unit of that name: at its place where the clause states it, else as the office assigned it."""
        plain = simplified("".join(name.split()))
        for suggestion in suggestions.stored(self._project, [clause_id]):
            if self._field and suggestion.field == self._field.id:
                for stated in suggestion.value:
                    if plain in (simplified(stated["name"]), simplified(stated["surface"])):
                        return dict(stated)
        places = self._places_of(clause_id)
        found = self._known.resolve(plain, places) or self._known.seat(plain, places)
        if found is None:
            self.unresolved.setdefault(name)
            return {"org_id": None, "name": name, "role": "participant", **NOWHERE}
        return {"org_id": found.org_id, "name": found.name, "role": "participant", **NOWHERE}

    def _places_of(self, clause_id: str) -> tuple[str, ...]:
        place = documents.find_clause(self._project, clause_id)
        doc_id = place[0] if place else ""
        if doc_id not in self._places:
            self._places[doc_id] = tuple(documents.metadata(self._project, doc_id).get("places", ()))
        return self._places[doc_id]
