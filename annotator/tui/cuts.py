"""Cutting the clause on the desk: where it can be split, what merging joins; who may not, asks for it."""

from annotator.errors import Refused
from annotator.flows.cutting import Cutting
from annotator.model.document import Clause
from annotator.store import documents, people
from annotator.tui.desk import Desk
from annotator.words import say

AROUND = 10
"""Characters told before and behind a place."""


class Cuts:
    """The cuts of one clause. `may` says whether its reviewer cuts or asks; `places` are the offsets in its
    text behind its sentences and lines.
    """

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self._cutting = Cutting(desk.project, desk.reviewing.codebook, desk.reviewing.reviewer)
        self.may = people.may(desk.project, desk.reviewing.reviewer, "cut")
        self.places = [one.text for one in self._cutting.places(desk.document, desk.clause)]

    @property
    def owners(self) -> str:
        """Who may."""
        return say("review.comma").join(owner.name for owner in people.owners(self.desk.project))

    def around(self, at: int) -> dict[str, str]:
        """The words `before` and `after` a place."""
        text = self.desk.clause.text
        return {
            "before": text[max(0, at - AROUND) : at].strip(),
            "after": text[at : at + AROUND].strip(),
        }

    def split(self, at: int) -> bool:
        """Split the clause before an offset of its text, the desk on the first part; or ask for it. Returns
        whether it was done. Raises Refused as Cutting.split does.
        """
        desk, clause = self.desk, self.desk.clause
        if self.may:
            cut = self._cutting.split(desk.document, clause, at, seconds=desk.seconds())
            desk.open(cut, clause.ord)
        else:
            self._ask(say("cutting.asked_split", **self.around(at)))
        return self.may

    @property
    def before(self) -> Clause:
        """The clause before this one. Raises Refused where there is none."""
        desk, number = self.desk, self.desk.clause.ord - 1
        clause = documents.clause(desk.project, desk.document, number) if number >= 0 else None
        if clause is None:
            raise Refused("cutting.first")
        return clause

    def both(self) -> dict[str, str]:
        """What merging joins, in words: `first` and `last`. Raises Refused as `before` does."""
        return {name: _named(one) for name, one in (("first", self.before), ("last", self.desk.clause))}

    def merge(self) -> bool:
        """Make the clause and the one before it one, the desk on it; or ask for it. Returns whether it was
        done. Raises Refused as Cutting.merge does.
        """
        desk, first, last = self.desk, self.before, self.desk.clause
        if self.may:
            cut = self._cutting.merge(desk.document, first, last, seconds=desk.seconds())
            desk.open(cut, first.ord)
        else:
            self._ask(say("cutting.asked_merge", **self.both()))
        return self.may

    def _ask(self, words: str) -> None:
        """Write it to the lead, below what was asked already."""
        before = self.desk.review.question
        self.desk.ask(words if not before or words in before else f"{before}\n{words}")


def _named(clause: Clause) -> str:
    words = (clause.marker + clause.text)[:AROUND]
    return say("cutting.named", number=clause.ord + 1, words=words)
