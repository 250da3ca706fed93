"""The organisations that occur in a release."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from annotator.model.codebook import Codebook


class Organisations:
    """Gathers them from records. One without an org_id goes by its name: it was never resolved."""

    def __init__(self, codebook: Codebook) -> None:
        self._fields = [field.id for field in codebook.clause_fields if field.kind == "entity"]
        self._names: dict[tuple[str | None, str], set[str]] = {}
        self._surfaces: dict[tuple[str | None, str], set[str]] = {}

    def add(self, record: Mapping[str, Any]) -> None:
        """Take in the units of a record: of its labels, its reviews and its suggestions."""
        for labels in (record["labels"], *(one["labels"] for one in _said(record))):
            for field in self._fields:
                for unit in labels[field]:
                    key = (unit["org_id"], "" if unit["org_id"] else unit["name"])
                    self._names.setdefault(key, set()).add(unit["name"])
                    self._surfaces.setdefault(key, set()).add(unit["surface"])

    def rows(self) -> Iterator[dict[str, Any]]:
        """{"org_id", "name", "forms"}, the resolved ones first, by id; `forms` are the other ways in
        which the organisation is written here.
        """
        for key in sorted(self._names, key=lambda key: (key[0] is None, key)):
            name, *others = sorted(self._names[key])
            forms = ({*others, *self._surfaces[key]}) - {name, ""}
            yield {"org_id": key[0], "name": name, "forms": sorted(forms)}


def _said(record: Mapping[str, Any]) -> Iterable[Mapping[str, Any]]:
    yield from record["reviews"]
    yield from record["suggestions"]
