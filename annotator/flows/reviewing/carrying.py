"""What was said before documents were cut anew, taken over for many clauses at once."""

from collections.abc import Sequence
from typing import NamedTuple

from annotator.flows.reviewing.answering import Answering
from annotator.model.document import Document
from annotator.model.event import Change
from annotator.model.former import Piece, answers, remarks
from annotator.model.review import Review
from annotator.model.value import unanswered
from annotator.store import former, reviews


class Carried(NamedTuple):
    """How many clauses took something over, and how many of them are finished thereby."""

    clauses: int = 0
    finished: int = 0


class Carrying(Answering):
    """Labels that follow their text."""

    def carry_all(self, every: Sequence[Document], *, seconds: float = 0.0) -> Carried:
        """Take over what was said of former clauses wherever exactly one is as good as the clause of today:
        answers to what is open, marks and notes, as one act. Where the words are the same and nothing is left
        open, a clause is finished, or skipped, as the former was. In whatever pass one is, it is the first.
        """
        changes, finished = list[Change](), 0
        with self.project.transaction():
            for document in every:
                found = former.nearest(self.project, document, self.reviewer)
                ids = [piece.clause_id for pair in found for piece in pair]
                said = reviews.reviews(self.project, ids, self.reviewer) if ids else {}
                for now, before in found:
                    mine = self._read(said.get(now.clause_id, Review()))
                    taken = self._taken(now, mine, before, self._read(said.get(before.clause_id, Review())))
                    finished += bool(taken) and taken[-1].kind == "submit"
                    changes += taken
            self.in_pass(1)._record(changes, origin="carry", seconds=seconds)
        return Carried(len({change.subject for change in changes}), finished)

    def _taken(self, now: Piece, mine: Review, before: Piece, said: Review) -> list[Change]:
        bounds = now.start, now.end
        given = self._checked(answers(self.codebook, mine, said, bounds))
        changes = [Change("label", now.clause_id, field, value) for field, value in given.items()]
        changes += remarks(now.clause_id, mine, said, bounds)
        same = (now.marker, now.text) == (before.marker, before.text) and mine.state == "untouched"
        done = said.state == "skipped" or not unanswered(self.codebook, given)
        if same and done and said.finished and mine.returned is None:
            changes.append(Change("submit", now.clause_id, value=said.state))
        return changes
