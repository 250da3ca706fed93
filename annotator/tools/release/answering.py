"""What a model should answer about a clause: one JSON object in the words of the codebook."""

import json
from collections.abc import Iterable, Mapping
from typing import Any

from annotator.model.answer import Answer
from annotator.model.codebook import CODED, Codebook, Field
from annotator.tools.release.labels import LISTS
from annotator.words import both

SETTLED = ("set", "none", "n/a")
"""The states that say something of a field; what is in another one is not asked."""


class Answers:
    """Tells answers in the words of a codebook. The order of its fields is that of the keys."""

    def __init__(self, codebook: Codebook) -> None:
        self._fields = codebook.clause_fields
        self._names = {field.id: {code.id: code.zh for code in field.codes} for field in self._fields}
        self._unit, self._role, self._words = (
            both(f"release.key_{name}")[0] for name in ("unit", "role", "words")
        )
        self._rationale, self._beside = both("release.key_rationale")[0], both("release.not_applicable")[0]

    def settled(self, answers: Mapping[str, Answer]) -> set[str]:
        """The fields of which something is said."""
        return {name for name, answer in answers.items() if answer.state in SETTLED}

    def text(self, answers: Mapping[str, Answer], of: Iterable[str], rationale: str = "") -> str:
        """The object, for the fields `of`, with the reason before the answer where there is one."""
        told: dict[str, Any] = {self._rationale: rationale} if rationale else {}
        for field in self._fields:
            answer = answers[field.id]
            if field.id in of and answer.state == "n/a":
                told[field.zh] = self._beside
            elif field.id in of:
                items = [self._item(field, item) for item in answer.value]
                told[field.zh] = items if field.kind in LISTS else (items[0] if items else None)
        return json.dumps(told, ensure_ascii=False)

    def _item(self, field: Field, item: Any) -> Any:
        if field.kind in CODED:
            return self._names[field.id][item]
        if field.kind == "entity":
            return {self._unit: item["name"], self._role: both(f"roles.{item['role']}")[0]}
        if field.kind == "span":
            told = {one.zh: _attribute(one.codes, item.get(one.id)) for one in field.attributes}
            return {
                self._words: item["surface"],
                **{name: value for name, value in told.items() if value is not None},
            }
        return item


def _attribute(codes: Iterable[Any], value: Any) -> Any:
    return next((code.zh for code in codes if code.id == value), value)
