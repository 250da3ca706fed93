"""The table of answers for people who count: one row for each value, of what was concluded and of each
reviewer.

A field without a value has one row with its state. Of a clause that nobody touched there is none.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from annotator.model.answer import Answer
from annotator.model.codebook import CODED, Codebook, Field
from annotator.tools.release.material import Material
from annotator.tools.release.table import item_in_words
from annotator.words import both

_COLUMNS = (
    "id", "document", "number", "layer", "reviewer", "status", "field", "field_name", "answer", "order",
    "value", "name", "org_id", "role", "stated", "surface", "source_start", "source_end",
)  # fmt: skip
Cell = str | int


class LongTable:
    """Makes the rows of the table for a codebook, in Chinese whatever language the screens speak."""

    def __init__(self, codebook: Codebook) -> None:
        self._fields = codebook.clause_fields
        self._word = _Words()

    def header(self) -> list[str]:
        """What the columns are called."""
        return [self._word[f"column_{name}"] for name in _COLUMNS]

    def lines(self, material: Material) -> Iterator[list[Cell]]:
        """The rows of a clause: what was concluded, then the reviewers'. Clauses are numbered from 1 here."""
        if material.untouched:
            return
        word, clause = self._word, material.clause
        about: list[Cell] = [clause.clause_id, material.document.title, clause.ord + 1]
        status = word[f"status_{material.verdict.status}"]
        yield from self._rows([*about, word["layer_verdict"], "", status], material.verdict.answers)
        for name, said in sorted(material.answered.items()):
            state = word[f"status_{material.standing.accounts[name].review.state}"]
            yield from self._rows([*about, word["layer_review"], name, state], said)

    def _rows(self, about: Sequence[Cell], answers: Mapping[str, Answer]) -> Iterator[list[Cell]]:
        for field in self._fields:
            answer = answers[field.id]
            state = self._word["state_" + answer.state.replace("/", "")]
            for order, item in enumerate(answer.value, 1):
                yield [*about, field.id, field.zh, state, order, *self._value(field, item)]
            if not answer.value:
                yield [*about, field.id, field.zh, state, "", "", "", "", "", "", "", "", ""]

    def _value(self, field: Field, item: Any) -> list[Cell]:
        told = item_in_words(field, item)
        if field.kind in CODED:
            return [item, told, "", "", "", "", "", ""]
        if field.kind not in ("entity", "span"):
            return [item, item, "", "", "", "", "", ""]
        start, end = ("", "") if item["start"] is None else (item["start"], item["end"])
        place = [item["surface"], start, end]
        if field.kind == "span":
            return [item["surface"], told, "", "", "", *place]
        role = both(f"roles.{item['role']}")[0]
        stated = self._word["yes" if item["stated"] else "no"]
        return [item["name"], item["name"], item["org_id"] or "", role, stated, *place]


class _Words(dict[str, str]):
    """Words of the tables, looked up once each: there are a few, and millions of cells."""

    def __missing__(self, name: str) -> str:
        self[name] = both(f"export.{name}")[0]
        return self[name]
