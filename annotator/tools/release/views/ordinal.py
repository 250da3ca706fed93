"""For models of a scale: the level of a clause as a number, from lowest to highest as the codebook has it."""

from collections.abc import Sequence

from annotator.model.codebook import Codebook, Field
from annotator.tools.release.material import Material
from annotator.tools.release.parts import HEAD, STATUS, TEXT, WHOLE, code_ids
from annotator.tools.release.shape import ListOf, Scalar, Struct
from annotator.tools.release.views.view import Chosen, Line, View, named
from annotator.tools.release.votes import Votes


class Ordinal(View):
    """Clauses that have a level. One without has no place on the scale, and is left out."""

    def __init__(self, name: str, field: Field, chosen: Chosen) -> None:
        shape = {
            **HEAD,
            "text": TEXT,
            "value": WHOLE,
            "label": Scalar("string", choices=code_ids(field.codes), classes=True),
            "status": STATUS,
            "n_reviews": WHOLE,
            "votes": ListOf(WHOLE),
        }
        super().__init__(name, Struct(shape), field)
        self._asked, self._chosen, self._votes = field, chosen, Votes(field)
        self._values = {code.id: code.value for code in field.codes}

    def lines(self, material: Material) -> Sequence[Line] | str:
        """The line of a clause: the codebook's number of its level, and the code."""
        if why := self._chosen.exclusion(self._asked, material, ("set",)):
            return why
        code = material.verdict.answers[self._asked.id].value[0]
        clause, count = material.clause, self._votes.count(material)
        line = {
            "id": clause.clause_id,
            "doc_id": clause.doc_id,
            "title": material.document.title,
            "path": clause.path,
            "text": clause.text,
            "value": self._values[code],
            "label": code,
            "status": material.verdict.status,
            "n_reviews": count.n_reviews,
            "votes": count.votes,
        }
        return (line,)


def ordinals(codebook: Codebook, chosen: Chosen) -> list[View]:
    """A view for each scale of the codebook."""
    fields = [field for field in codebook.clause_fields if field.kind == "ordinal"]
    return [Ordinal(name, field, chosen) for name, field in named("priority", fields)]
