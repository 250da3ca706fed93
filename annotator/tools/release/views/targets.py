"""Typed spans, such as what is to be reached: their words, and what the codebook asks of each."""

from collections.abc import Sequence
from typing import Any

from annotator.model.codebook import Codebook, Field
from annotator.tools.release.material import Material
from annotator.tools.release.parts import HEAD, JOINED_PLACE, STATUS, TEXT, WHOLE, attributes_shape
from annotator.tools.release.shape import ListOf, Scalar, Struct
from annotator.tools.release.views.view import Chosen, Line, View, named


class Targets(View):
    """Clauses whose spans are settled, those without any among them. Silence on a field that is never
    demanded settles nothing.
    """

    def __init__(self, name: str, field: Field, chosen: Chosen) -> None:
        label = Scalar("string", choices=(field.id,), classes=True)
        span = {**JOINED_PLACE, "label": label, **attributes_shape(field)}
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
        found = []
        for span in material.labels[self._asked.id]:
            place = material.joined.place(span)
            if place is None:
                self.dropped["not_named_in_the_clause"] += 1
                continue
            told = {"attributes": span["attributes"]} if self._asked.attributes else {}
            found.append({**place, "label": self._asked.id, **told})
        return sorted(found, key=lambda one: (one["start"], one["end"]))


def targets(codebook: Codebook, chosen: Chosen) -> list[View]:
    """A view for each field of spans."""
    fields = [field for field in codebook.clause_fields if field.kind == "span"]
    return [Targets(name, field, chosen) for name, field in named("targets", fields)]
