"""For sequence labellers: where units are named, in text and tail as one text."""

from collections.abc import Sequence
from typing import Any

from annotator.model.codebook import Codebook, Field
from annotator.model.cutting import ROLES
from annotator.tools.release.material import Material
from annotator.tools.release.parts import HEAD, JOINED_PLACE, MAYBE_TEXT, STATUS, TEXT, WHOLE
from annotator.tools.release.shape import ListOf, Scalar, Struct
from annotator.tools.release.views.view import Chosen, Line, View, named


class Ner(View):
    """Clauses whose units are settled, those without any among them.

    A collective is one span however many organisations it stands for. A unit that no words of the clause
    name has no span, and is counted among the `dropped`.
    """

    units = True

    def __init__(self, name: str, field: Field, chosen: Chosen) -> None:
        span = {
            **JOINED_PLACE,
            "label": Scalar("string", choices=(field.id,), classes=True),
            "role": Scalar("string", choices=ROLES, classes=True),
            "organisations": ListOf(Struct({"org_id": MAYBE_TEXT, "name": TEXT})),
        }
        shape = {
            **HEAD,
            "text": TEXT,
            "tail_start": WHOLE,
            "spans": ListOf(Struct(span)),
            "status": STATUS,
        }
        super().__init__(name, Struct(shape), field)
        self._asked, self._chosen = field, chosen

    def lines(self, material: Material) -> Sequence[Line] | str:
        """The line of a clause; spans in the order of the text."""
        if why := self._chosen.exclusion(self._asked, material):
            return why
        clause, joined = material.clause, material.joined
        line = {
            "id": clause.clause_id,
            "doc_id": clause.doc_id,
            "title": material.document.title,
            "path": clause.path,
            "text": joined.text,
            "tail_start": joined.tail_start,
            "spans": self._spans(material),
            "status": material.verdict.status,
        }
        return (line,)

    def _spans(self, material: Material) -> list[dict[str, Any]]:
        found: dict[tuple[int, int, str], dict[str, Any]] = {}
        for unit in material.labels[self._asked.id]:
            place = material.joined.place(unit)
            if place is None:
                self.dropped["not_named_in_the_clause"] += 1
                continue
            key = place["start"], place["end"], unit["role"]
            span = found.setdefault(
                key, {**place, "label": self._asked.id, "role": unit["role"], "organisations": []}
            )
            span["organisations"].append({"org_id": unit["org_id"], "name": unit["name"]})
        return [found[key] for key in sorted(found)]


def ners(codebook: Codebook, chosen: Chosen) -> list[View]:
    """A view for each field of units."""
    fields = [field for field in codebook.clause_fields if field.kind == "entity"]
    return [Ner(name, field, chosen) for name, field in named("ner", fields)]
