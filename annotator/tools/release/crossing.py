"""How often each code was given, by document, issuer and year: the tables from which findings are told.

A clause counts with its verdict: what was decided, else what those who finished it agree on. Where they
differ it counts as a conflict, and the states of a field stay apart.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from annotator.model.answer import Answer
from annotator.model.codebook import CODED, Codebook, Field, name_of
from annotator.tools.release.material import Material

HEADER = ("field", "value", "name", "state", "doc_id", "document", "issuer", "year", "n", "clauses")
"""The columns of a line: `n` clauses of the document have the value (or the state), of so many `clauses`."""

DIMENSIONS = ("document", "issuer", "year")


class Origin(NamedTuple):
    """Where a clause comes from; what is not known is empty."""

    doc_id: str
    document: str
    issuer: str = ""
    year: str = ""


class Crossing:
    """Counts clauses as they come, for the fields of a codebook whose values are codes or units."""

    def __init__(self, codebook: Codebook) -> None:
        self._fields = [field for field in codebook.clause_fields if field.kind in (*CODED, "entity")]
        self._counts: Counter[tuple[str, str, str, Origin]] = Counter()
        self._clauses: Counter[Origin] = Counter()
        self._units: dict[str, str] = {}

    def add(self, material: Material, metadata: Mapping[str, Any]) -> None:
        """Count a clause of a document of which so much is known."""
        document = material.document
        origin = Origin(
            document.doc_id, document.title, str(metadata.get("issuer", "")), _year(metadata.get("date"))
        )
        self._clauses[origin] += 1
        for field in self._fields:
            answer = material.verdict.answers[field.id]
            for value in self._values(field, answer) or [""]:
                self._counts[field.id, answer.state, value, origin] += 1

    def _values(self, field: Field, answer: Answer) -> list[str]:
        if field.kind != "entity":
            return list(answer.value)
        for unit in answer.value:
            self._units.setdefault(unit["org_id"] or unit["name"], unit["name"])
        return sorted({unit["org_id"] or unit["name"] for unit in answer.value})

    def rows(self) -> Iterator[tuple[str | int, ...]]:
        """The lines below HEADER: fields and codes in the order of the codebook, then states, by document."""
        order = {(f.id, code.id): n for f in self._fields for n, code in enumerate(f.codes)}
        fields = {field.id: field for field in self._fields}
        places = {name: number for number, name in enumerate(fields)}

        def place(key: tuple[str, str, str, Origin]) -> tuple[Any, ...]:
            field, state, value, origin = key
            return places[field], state != "set", state, order.get((field, value), 0), value, origin

        for key in sorted(self._counts, key=place):
            field, state, value, origin = key
            named = (name_of(fields[field]), value, self._name(fields[field], value), state)
            yield *named, *origin, self._counts[key], self._clauses[origin]

    def pivots(self) -> Iterator[tuple[str, str, list[tuple[str | int, ...]]]]:
        """(field's name, dimension, table) for each dimension of which several values are known: a line for
        each value of the field, a column for each value of the dimension, sums in the last line and column.
        """
        for field in self._fields:
            for dimension in DIMENSIONS:
                known = sorted({getattr(origin, dimension) for origin in self._clauses})
                if len(known) > 1:
                    yield name_of(field), dimension, list(self._pivot(field, dimension, known))

    def _pivot(self, field: Field, dimension: str, known: Sequence[str]) -> Iterator[tuple[str | int, ...]]:
        counts: dict[str, Counter[str]] = {code.id: Counter() for code in field.codes}
        for (name, state, value, origin), count in self._counts.items():
            if name == field.id and state == "set":
                counts.setdefault(value, Counter())[getattr(origin, dimension)] += count
        yield name_of(field), *known, "Σ"
        for value, by in counts.items():
            yield self._name(field, value), *(by[one] for one in known), by.total()
        clauses: Counter[str] = Counter()
        for origin, count in self._clauses.items():
            clauses[getattr(origin, dimension)] += count
        yield "n", *(clauses[one] for one in known), clauses.total()

    def _name(self, field: Field, value: str) -> str:
        if field.kind == "entity":
            return self._units.get(value, "")
        return next((name_of(code) for code in field.codes if code.id == value), "")


def _year(date: object) -> str:
    """The year of a date as the document's metadata has it; empty where it has none."""
    year = str(date or "")[:4]
    return year if year.isdecimal() and len(year) == 4 else ""
