"""For tuning by preference: what was decided, beside what a reviewer really answered otherwise."""

from collections.abc import Sequence
from typing import Any

from annotator.model.answer import same
from annotator.tools.release.answering import Answers
from annotator.tools.release.material import Material
from annotator.tools.release.parts import IDS, TEXT
from annotator.tools.release.prompting import Prompt
from annotator.tools.release.shape import ListOf, Scalar, Struct
from annotator.tools.release.views.chat import MESSAGE
from annotator.tools.release.views.view import Chosen, Line, View


class Preference(View):
    """Decided clauses that somebody had answered otherwise: a line for each other answer. Both answers are on
    the fields that both settle, so that a field which was left open is no mistake.
    """

    whole = asks = True

    def __init__(self, prompt: Prompt, answers: Answers, chosen: Chosen) -> None:
        shape = {
            **IDS,
            "prompt": ListOf(MESSAGE),
            "chosen": ListOf(MESSAGE),
            "rejected": ListOf(MESSAGE),
            "rejected_source": Scalar("string", choices=("review",)),
            "rejected_by": ListOf(TEXT),
        }
        super().__init__("preference", Struct(shape))
        self._prompt, self._answers, self._chosen = prompt, answers, chosen

    def lines(self, material: Material) -> Sequence[Line] | str:
        """The pairs of a clause, in the order of the reviewers."""
        if why := self._chosen.unsettled(material, ("gold",)):
            return why
        gold, found = material.verdict.answers, dict[tuple[str, str], dict[str, Any]]()
        for name, said in sorted(material.submitted.items()):
            fields = self._answers.settled(gold) & self._answers.settled(said)
            if all(same(one, gold[one.id], said[one.id]) for one in material.fields if one.id in fields):
                continue
            chosen, rejected = self._answers.text(gold, fields), self._answers.text(said, fields)
            if chosen == rejected:  # they differ in what an answer does not tell
                continue
            line = found.setdefault(
                (chosen, rejected),
                {
                    "id": material.clause.clause_id,
                    "doc_id": material.clause.doc_id,
                    "prompt": self._prompt.messages(material, fields),
                    "chosen": [{"role": "assistant", "content": chosen}],
                    "rejected": [{"role": "assistant", "content": rejected}],
                    "rejected_source": "review",
                    "rejected_by": [],
                },
            )
            line["rejected_by"].append(name)
        return list(found.values()) or "nobody_differs"
