"""Answers used again: those of another clause, or this one's for many."""

from collections.abc import Mapping, Sequence

from annotator.errors import Refused
from annotator.flows.reviewing.answering import Answering
from annotator.model.event import Change
from annotator.model.review import Review
from annotator.model.value import Value, changed_by
from annotator.store import reviews


class Spreading(Answering):
    """Labels used again."""

    def repeat(
        self,
        clause_id: str,
        values: Mapping[str, Value],
        *,
        suggested: Sequence[str] = (),
        seen: str = "",
        seconds: float = 0.0,
    ) -> None:
        """Answer the fields that are open and apply with `values`, those of another clause; raises
        Refused where there is none.
        """
        with self.project.transaction():
            review = self.review(clause_id)
            fields = [field.id for field in changed_by(self.codebook, review.values, values, over=False)]
            given = {field: values[field] for field in fields}
            if not given:
                raise Refused("bulk.nothing_to_repeat")
            self.put(clause_id, given, origin="repeat", suggested=suggested, seen=seen, seconds=seconds)

    def spread(
        self, clause_ids: Sequence[str], values: Mapping[str, Value], *, over: bool, seconds: float = 0.0
    ) -> list[str]:
        """Give many clauses the same values as one act, where the fields apply; answers that stand are
        left alone, unless `over`. In whatever pass one is, it is the first that is answered. A submitted
        clause that is left without an answer thereby is a draft until it has one again. Returns the clauses
        that were changed.
        """
        given = self._checked(values)
        with self.project.transaction():
            said = reviews.reviews(self.project, clause_ids, self.reviewer)
            changes: list[Change] = []
            for clause_id in clause_ids:
                review = self._read(said.get(clause_id, Review()))
                fields = changed_by(self.codebook, review.values, given, over=over)
                taken = {field.id: given[field.id] for field in fields}
                changes += [Change("label", clause_id, field, value) for field, value in taken.items()]
                changes += self._following(clause_id, review, taken)
            self.in_pass(1)._record(changes, origin="bulk", seconds=seconds)
        return list(dict.fromkeys(change.subject for change in changes))
