"""What each person said of a clause, one line a review, whatever became of it."""

from collections.abc import Sequence

from annotator.model.codebook import Codebook
from annotator.tools.release.material import Material
from annotator.tools.release.parts import IDS, TEXT, review_shape
from annotator.tools.release.shape import Struct
from annotator.tools.release.views.view import Line, View


class Raw(View):
    """All reviews: submitted, skipped, drafts, and remarks beside no label."""

    units = timed = True
    teaches = False

    def __init__(self, codebook: Codebook) -> None:
        super().__init__("raw", Struct({**IDS, "text": TEXT, "tail": TEXT, **review_shape(codebook)}))

    def lines(self, material: Material) -> Sequence[Line] | str:
        """The reviews of a clause, by reviewer."""
        if not material.standing.accounts:
            return "unreviewed"
        clause = material.clause
        about = {"id": clause.clause_id, "doc_id": clause.doc_id, "text": clause.text, "tail": clause.tail}
        return [about | review for review in material.reviews]
