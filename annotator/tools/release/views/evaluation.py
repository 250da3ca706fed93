"""For measuring language models: a question about a clause, and the answer that was decided."""

from collections.abc import Sequence

from annotator.tools.release.answering import Answers
from annotator.tools.release.material import Material
from annotator.tools.release.parts import CLAUSE, DOCUMENT, STATUS, TEXT
from annotator.tools.release.prompting import Prompt
from annotator.tools.release.shape import Struct
from annotator.tools.release.views.view import Chosen, Line, View


class Evaluation(View):
    """Decided clauses: nothing else measures."""

    asks = True

    def __init__(self, prompt: Prompt, answers: Answers, chosen: Chosen) -> None:
        metadata = Struct({"doc_id": DOCUMENT, "status": STATUS})
        super().__init__("eval", Struct({"id": CLAUSE, "input": TEXT, "target": TEXT, "metadata": metadata}))
        self._prompt, self._answers, self._chosen = prompt, answers, chosen

    def lines(self, material: Material) -> Sequence[Line] | str:
        """The line of a clause."""
        if why := self._chosen.unsettled(material, ("gold",)):
            return why
        answers = material.verdict.answers
        fields = self._answers.settled(answers)
        line = {
            "id": material.clause.clause_id,
            "input": self._prompt.whole(material, fields),
            "target": self._answers.text(answers, fields),
            "metadata": {"doc_id": material.clause.doc_id, "status": material.verdict.status},
        }
        return (line,)
