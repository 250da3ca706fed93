"""The organisations that occur in a release."""

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any

from annotator.model.addition import Addition, followed
from annotator.model.codebook import Codebook
from annotator.tools.release.labels import pointed
from annotator.tools.release.material import Material


class Organisations:
    """Gathers them from clauses. One without an org_id goes by its name: it was never resolved."""

    def __init__(self, codebook: Codebook, additions: Mapping[str, Addition]) -> None:
        self._fields = [field.id for field in codebook.clause_fields if field.kind == "entity"]
        self._names: dict[tuple[str | None, str], set[str]] = {}
        self._surfaces: dict[tuple[str | None, str], set[str]] = {}
        self._additions = additions
        self._merged: dict[str, list[str]] = {}
        for one in additions.values():
            if one.state == "merged":
                end = followed({"org_id": one.org_id, "name": one.name}, additions)["org_id"]
                self._merged.setdefault(end or "", []).append(one.org_id)

    def add(self, material: Material) -> None:
        """Take in the units of a clause: of its labels, its reviews and its suggestions."""
        if not self._fields:
            return
        if not material.untouched:
            for said in (material.verdict.answers, *material.answered.values()):
                for field in self._fields:
                    for unit in said[field].value:
                        self._note(unit, material)
        for one in material.suggestions:
            if one.field in self._fields:
                for unit in one.value:
                    self._note(unit, material)

    def _note(self, unit: Mapping[str, Any], material: Material) -> None:
        key = (unit["org_id"], "" if unit["org_id"] else unit["name"])
        self._names.setdefault(key, set()).add(unit["name"])
        # What was assigned may rest on other words than its name.
        surface = pointed(unit, material.places)["surface"] if unit["stated"] else ""
        self._surfaces.setdefault(key, set()).add(surface)

    def rows(self, *, forms: bool = True) -> Iterator[dict[str, Any]]:
        """{"org_id", "name", "forms", "state", "merged"}, the resolved ones first, by id. `forms` are the
        other ways in which the organisation is written here, where these are told; `state` is that of one
        which the project added, else null; `merged` are the ids that were found to be this one.
        """
        for key in sorted(self._names, key=lambda key: (key[0] is None, key)):
            name, *others = sorted(self._names[key])
            found = ({*others, *self._surfaces[key]}) - {name, ""}
            added = self._additions.get(key[0] or "")
            yield {
                "org_id": key[0],
                "name": name,
                "forms": sorted(found) if forms else [],
                "state": added.state if added else None,
                "merged": sorted(self._merged.get(key[0] or " ", ())),
            }

    def states(self) -> dict[str, int]:
        """How many of those that the project added occur here, by their state."""
        added = (self._additions.get(org_id or "") for org_id, _ in self._names)
        return dict(Counter(one.state for one in added if one))
