"""For text classifiers: one field's codes for every clause on which they are settled."""

from collections.abc import Sequence

from annotator.model.codebook import Codebook, Field
from annotator.tools.release.material import Material
from annotator.tools.release.parts import HEAD, STATUS, TEXT, WHOLE, code_ids
from annotator.tools.release.shape import ListOf, Scalar, Struct
from annotator.tools.release.views.view import Chosen, Line, View, named
from annotator.tools.release.votes import Votes


class Classification(View):
    """Clauses with a code, and those that were looked at and have none."""

    def __init__(self, name: str, field: Field, chosen: Chosen) -> None:
        code = Scalar("string", choices=code_ids(field.codes), classes=True)
        primary = Scalar("string", nullable=True, choices=code.choices, classes=True)
        shape = {
            **HEAD,
            "text": TEXT,
            "labels": ListOf(code),
            "primary": primary,
            "status": STATUS,
            "n_reviews": WHOLE,
            "votes": ListOf(WHOLE),
        }
        super().__init__(name, Struct(shape), field)
        self._asked, self._chosen, self._votes = field, chosen, Votes(field)

    def lines(self, material: Material) -> Sequence[Line] | str:
        """The line of a clause: its codes, the primary one first, and how many chose which."""
        if why := self._chosen.exclusion(self._asked, material):
            return why
        codes = material.verdict.answers[self._asked.id].value
        clause, count = material.clause, self._votes.count(material)
        line = {
            "id": clause.clause_id,
            "doc_id": clause.doc_id,
            "title": material.document.title,
            "path": clause.path,
            "text": clause.text,
            "labels": codes,
            "primary": codes[0] if codes else None,
            "status": material.verdict.status,
            "n_reviews": count.n_reviews,
            "votes": count.votes,
        }
        return (line,)


def learnt(codebook: Codebook) -> Field | None:
    """The field that the first of these views is about: the first `multi`, else the first `single`."""
    for kind in ("multi", "single"):
        for field in codebook.clause_fields:
            if field.kind == kind:
                return field
    return None


def classifications(codebook: Codebook, chosen: Chosen) -> list[View]:
    """A view for each field of codes without an order."""
    first = learnt(codebook)
    fields = [f for f in codebook.clause_fields if f.kind in ("multi", "single")]
    fields.sort(key=lambda field: field is not first)
    return [Classification(name, field, chosen) for name, field in named("classification", fields)]
