"""Feedback: where something else was decided than one said; the clause of a row can be opened."""

from annotator.flows.adjudicating import feedback
from annotator.flows.reviewing import Reviewing
from annotator.model.codebook import name_of
from annotator.store import people
from annotator.tui.contrast import answer_words, decision_words
from annotator.tui.screens.chooser import Chooser, Option
from annotator.words import say


class FeedbackList(Chooser[str]):
    """Answers with the id of a clause. Typing narrows the list to what holds the words."""

    def __init__(self, reviewing: Reviewing) -> None:
        """Raises Refused while a round of the reviewer's is open."""
        codebook, me = reviewing.codebook, reviewing.reviewer
        found = feedback(reviewing.project, codebook, me, me)
        fields = {field.id: field for field in codebook.clause_fields}
        names = {one.id: one.name for one in people.people(reviewing.project)}
        options = []
        for one in found.differences:
            field = fields[one.field]
            words = say(
                "adjudication.feedback_row",
                number=one.ord + 1,
                field=name_of(field),
                said=answer_words(field, one.said),
                decided=decision_words(field, one.decision),
            )
            about = f"  {one.decision.reason} {names.get(one.decision.by, one.decision.by)}"
            options.append(Option([(f" {words}", ""), (about, "dim")], one.clause_id))
        shares = (
            say("adjudication.share", field=name_of(fields[name]), right=one.right, decided=one.decided)
            for name, one in found.shares.items()
        )
        super().__init__(
            say("adjudication.feedback_title", shares=say("review.comma").join(shares))
            if found.shares
            else say("adjudication.no_feedback", reviewer=me),
            lambda typed: [one for one in options if typed.strip() in one.row[0][0] + one.row[1][0]],
        )
