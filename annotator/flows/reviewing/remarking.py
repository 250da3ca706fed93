"""What is said beside the answers: marks, questions, notes, evidence."""

from annotator.flows.reviewing.work import Work
from annotator.model.codebook import Field
from annotator.model.value import Value
from annotator.store import documents


class Remarking(Work):
    """Everything about a clause that is no answer."""

    def skip(self, clause_id: str, *, seen: str = "", seconds: float = 0.0) -> str:
        """Leave the clause aside, or take that back; labels stay as they are."""
        with self.project.transaction():
            value = None if self.review(clause_id).state == "skipped" else "skipped"
            return self._say("submit", clause_id, value, seen, seconds)

    def flag(self, clause_id: str, *, seen: str = "", seconds: float = 0.0) -> str:
        """Mark the clause as doubtful, or take the mark away."""
        with self.project.transaction():
            value = None if self.review(clause_id).flagged else True
            return self._say("flag", clause_id, value, seen, seconds)

    def ask(self, clause_id: str, question: str, *, seen: str = "", seconds: float = 0.0) -> str:
        """Put a question to the lead; an empty one takes it back."""
        with self.project.transaction():
            if question.strip() == self.review(clause_id).question:
                return ""
            return self._say("question", clause_id, question.strip() or None, seen, seconds)

    def note(
        self, clause_id: str, text: str, field: str = "", *, seen: str = "", seconds: float = 0.0
    ) -> str:
        """Write a note on the clause, or the reason for the answer to a field; an empty one takes it away."""
        with self.project.transaction():
            review = self.review(clause_id)
            if text.strip() == (review.reasons.get(field, "") if field else review.note):
                return ""
            return self._say("note", clause_id, text.strip() or None, seen, seconds, field=field)

    def mark(
        self, clause_id: str, field: Field, places: Value, *, seen: str = "", seconds: float = 0.0
    ) -> str:
        """Give a field its whole new evidence, the places that speak for its value; None takes it back.

        Each is {"surface", "start", "end"} in the source (`Place.stored`). Raises AnnotatorError for a
        field whose values have places of their own, and for a place outside the clause.
        """
        from annotator.tools import codebook  # noqa: PLC0415  (the screens start without it)

        value = codebook.places(field, places)
        with self.project.transaction():
            for place in value or ():
                documents.require_inside(self.project, clause_id, place)
            if value == self.review(clause_id).evidence.get(field.id):
                return ""
            return self._say("evidence", clause_id, value, seen, seconds, field=field.id)
