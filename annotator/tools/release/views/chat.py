"""For tuning language models: a question about a clause and the answer that stands."""

from collections.abc import Sequence
from typing import Any

from annotator.model.answer import Answer, same
from annotator.model.codebook import Field
from annotator.tools.release.answering import Answers
from annotator.tools.release.material import Material
from annotator.tools.release.parts import IDS, STATUS, TEXT
from annotator.tools.release.prompting import Prompt
from annotator.tools.release.shape import ListOf, Scalar, Struct
from annotator.tools.release.verdict import Status
from annotator.tools.release.views.view import Chosen, Line, View

MESSAGE = Struct({"role": Scalar("string", choices=("system", "user", "assistant")), "content": TEXT})
AGREED: tuple[Status, ...] = ("gold", "silver", "single")


class Chat(View):
    """Clauses with nothing open on which people differ. `messages` is a conversation; the other form is
    `prompt` and `completion`. With `rationale`, the reason comes before the answer, and a clause for which
    nobody wrote one is left out.
    """

    whole = asks = True

    def __init__(
        self, name: str, prompt: Prompt, answers: Answers, chosen: Chosen, *, messages: bool, rationale: bool
    ) -> None:
        said = {"messages": ListOf(MESSAGE)} if messages else {"prompt": TEXT, "completion": TEXT}
        super().__init__(name, Struct({**IDS, **said, "status": STATUS}))
        self._prompt, self._answers, self._chosen = prompt, answers, chosen
        self._messages, self._rationale = messages, rationale

    def lines(self, material: Material) -> Sequence[Line] | str:
        """The line of a clause."""
        if why := self._chosen.unsettled(material, AGREED):
            return why
        answers = material.verdict.answers
        reason = rationale(material) if self._rationale else ""
        if self._rationale and not reason:
            return "no_rationale"
        fields = self._answers.settled(answers)
        answer = self._answers.text(answers, fields, reason)
        line: dict[str, Any] = {"id": material.clause.clause_id, "doc_id": material.clause.doc_id}
        if self._messages:
            line["messages"] = [
                *self._prompt.messages(material, fields),
                {"role": "assistant", "content": answer},
            ]
        else:
            line["prompt"], line["completion"] = self._prompt.whole(material, fields), answer
        return ({**line, "status": material.verdict.status},)


def rationale(material: Material) -> str:
    """Why the clause is labelled so: the reasons of the decisions, else those that people gave for the
    answers which stand; each with the name of its field, each once.
    """
    found: dict[str, None] = {}
    for field in material.fields:
        answer = material.verdict.answers[field.id]
        decision = material.decisions.get(field.id)
        for reason in [decision.reason] if decision and decision.reason else _given(material, field, answer):
            found[f"{field.zh}：{reason}"] = None
    return "；".join(found)


def _given(material: Material, field: Field, answer: Answer) -> list[str]:
    return [
        reason
        for name, said in sorted(material.submitted.items())
        if (reason := material.standing.accounts[name].review.reasons.get(field.id))
        and same(field, said[field.id], answer)
    ]


def chats(prompt: Prompt, answers: Answers, chosen: Chosen) -> list[View]:
    """Both forms, without and with reasons."""
    return [
        Chat(
            f"sft{form}{'_rationale' if reasons else ''}", prompt, answers, chosen,
            messages=not form, rationale=reasons,
        )
        for form in ("", "_pc")
        for reasons in (False, True)
    ]  # fmt: skip
