"""What a release says of itself, counted anew from its records."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from annotator.model.answer import JUDGEMENTS
from annotator.model.codebook import CODED, Codebook, Field


class Recount:
    """Counts canonical records, as `annotator.tools.release.tally` does the clauses that they are made of."""

    def __init__(self, codebook: Codebook) -> None:
        fields = [field.id for field in codebook.clause_fields]
        self._fields = fields
        self._coded = [field for field in codebook.clause_fields if field.kind in CODED]
        self._codes = {field.id: _numbers(field) for field in self._coded}
        self.clauses = 0
        self.statuses: Counter[str] = Counter()
        self.states = {name: Counter[str]() for name in fields}
        self.codes = {field.id: Counter[str]() for field in self._coded}

    def add(self, record: Mapping[str, Any]) -> None:
        """Count one record."""
        self.clauses += 1
        self.statuses[record["status"]] += 1
        labels = record["labels"]
        for name in self._fields:
            self.states[name][labels[f"{name}_state"]] += 1
        for field in self._coded:
            names = [code.id for code in field.codes]
            for value in _values(labels[field.id]):
                if (at := self._codes[field.id].get(value)) is not None:
                    self.codes[field.id][names[at]] += 1

    def wrong_votes(self, record: Mapping[str, Any]) -> Iterator[str]:
        """The fields whose votes are not those of the record's reviews."""
        submitted = [review["labels"] for review in record["reviews"] if review["state"] == "submitted"]
        for field in self._coded:
            if record["votes"][field.id] != self._votes(field.id, submitted):
                yield field.id

    def _votes(self, name: str, submitted: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
        numbers = self._codes[name]
        votes, answered, none = [0] * len(numbers), 0, 0
        for labels in submitted:
            if labels[f"{name}_state"] in JUDGEMENTS:
                values = _values(labels[name])
                answered += 1
                none += not values
                for value in values:
                    if (at := numbers.get(value)) is not None:
                        votes[at] += 1
        return {"n_reviews": answered, "none": none, "votes": votes}

    def differs(self, said: Mapping[str, Any]) -> Iterator[str]:
        """Which of the manifest's counts of clauses are not these."""
        mine: dict[str, Any] = {"records": self.clauses, "status": self.statuses}
        for name, found in mine.items():
            if _filled(said[name]) != _filled(found):
                yield name
        for name, counts in (("states", self.states), ("codes", self.codes)):
            for field, found_of in counts.items():
                if _filled(said[name][field]) != _filled(found_of):
                    yield f"{name}.{field}"


def _numbers(field: Field) -> dict[Any, int]:
    """The place of each code among the field's, by what a record says for it."""
    return {code.value if field.kind == "ordinal" else code.id: at for at, code in enumerate(field.codes)}


def _values(value: Any) -> Sequence[Any]:
    if isinstance(value, list):
        return value
    return () if value is None else (value,)


def _filled(counts: Any) -> Any:
    """Counts without those of nothing."""
    return {name: count for name, count in counts.items() if count} if isinstance(counts, Mapping) else counts
