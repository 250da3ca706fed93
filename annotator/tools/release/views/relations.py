"""Who has which duty: one line for each unit of a clause, in its role."""

from collections.abc import Sequence
from typing import Any

from annotator.model.codebook import Codebook, Field
from annotator.tools.release.material import Material
from annotator.tools.release.parts import HEAD, MAYBE_TEXT, MAYBE_WHOLE, ROLE, STATUS, TEXT, YES
from annotator.tools.release.shape import Struct
from annotator.tools.release.views.view import Chosen, Line, View, named


class Relations(View):
    """Clauses that have a unit. `text` is text and tail as one text, in which the unit stands where the
    clause names it; `duty` is the title sentence of the clause, or all of its text.
    """

    units = True

    def __init__(self, name: str, field: Field, chosen: Chosen) -> None:
        shape = {
            **HEAD,
            "text": TEXT,
            "duty": TEXT,
            "org_id": MAYBE_TEXT,
            "unit": TEXT,
            "role": ROLE,
            "stated": YES,
            "start": MAYBE_WHOLE,
            "end": MAYBE_WHOLE,
            "surface": TEXT,
            "source_start": MAYBE_WHOLE,
            "source_end": MAYBE_WHOLE,
            "status": STATUS,
        }
        super().__init__(name, Struct(shape), field)
        self._asked, self._chosen = field, chosen

    def lines(self, material: Material) -> Sequence[Line] | str:
        """The lines of a clause, in the order in which its units were given."""
        if why := self._chosen.exclusion(self._asked, material, ("set",)):
            return why
        clause = material.clause
        about = {
            "id": clause.clause_id,
            "doc_id": clause.doc_id,
            "title": material.document.title,
            "path": clause.path,
            "text": material.joined.text,
            "duty": clause.text[: clause.lead] if clause.lead else clause.text,
        }
        status = material.verdict.status
        units = material.labels[self._asked.id]
        return [{**about, **_unit(material, unit), "status": status} for unit in units]


def _unit(material: Material, unit: dict[str, Any]) -> dict[str, Any]:
    place = material.joined.place(unit)
    if place is None:
        place = {name: unit[name] for name in ("start", "end", "surface", "source_start", "source_end")}
    return {
        "org_id": unit["org_id"],
        "unit": unit["name"],
        "role": unit["role"],
        "stated": unit["stated"],
        **place,
    }


def relations(codebook: Codebook, chosen: Chosen) -> list[View]:
    """A view for each field of units."""
    fields = [field for field in codebook.clause_fields if field.kind == "entity"]
    return [Relations(name, field, chosen) for name, field in named("relations", fields)]
