"""Suggestions that a reviewer does not want to see again."""

from collections.abc import Sequence

from annotator.errors import AnnotatorError, Refused
from annotator.flows.reviewing.work import Work
from annotator.model.codebook import CODED, Field
from annotator.model.event import Change
from annotator.model.rejection import EVERYWHERE, Rejection, Scope, event_field
from annotator.store import documents, rejections


class Rejecting(Work):
    """What is rejected, and where."""

    def reject(
        self,
        clause_id: str,
        field: Field,
        item: str,
        scope: Scope = "clause",
        *,
        seen: str = "",
        seconds: float = 0.0,
    ) -> str:
        """See an item no more among the suggestions for the clause, its document or the whole project.

        `item` is a code's id; of a unit its words in the text, its name or its org_id. No label changes,
        and nobody else's suggestions. Returns the act's id, empty where it is rejected there already.
        """
        if (field.kind in CODED and field.code(item) is None) or not item.strip():
            raise AnnotatorError("suggesting.no_item", item=item, field=field.id)
        subject = self._subject(clause_id, scope)
        with self.project.transaction():
            if any((r.subject, r.field, r.item) == (subject, field.id, item) for r in self.rejected()):
                return ""
            return self._say("reject", subject, True, seen, seconds, field=event_field(field.id, item))

    def rejected(self) -> list[Rejection]:
        """What the reviewer does not want to see suggested, oldest first."""
        return rejections.of(self.project, self.reviewer)

    def restore(self, given: Sequence[Rejection]) -> str:
        """Let rejected items be suggested again, as one act; empty where none was given."""
        changes = [Change("reject", one.subject, event_field(one.field, one.item)) for one in given]
        return self._record(changes, origin="command", seconds=0.0)

    def _subject(self, clause_id: str, scope: Scope) -> str:
        if scope == "clause":
            return clause_id
        if scope == "project":
            return EVERYWHERE
        place = documents.find_clause(self.project, clause_id)
        if place is None:
            raise Refused("suggesting.clause_gone")
        return place[0]
