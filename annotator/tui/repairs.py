"""Repairs of the clause on the desk: what came, what is repaired there, how it would read otherwise."""

from typing import NamedTuple

from annotator.errors import Refused
from annotator.flows.cutting import Decision, Repairing
from annotator.model import telling
from annotator.model.document import Clause
from annotator.model.edit import Edit
from annotator.store import documents, people
from annotator.tui.desk import Desk
from annotator.tui.views import BREAK, Mark, Original, Shown, laid_out, unrepaired
from annotator.words import say


class Reading(NamedTuple):
    """How the clause would read, `marks` telling what is other there."""

    text: str
    marks: tuple[Mark, ...]


class Repairs:
    """The repairs of one clause. `may` says whether its reviewer decides or asks; `edits` are in the order of
    the text, `came` is what stands in the source.
    """

    edits: list[Edit]
    came: Shown

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self._work = Repairing(desk.project, desk.reviewing.codebook, desk.reviewing.reviewer)
        self.may = people.may(desk.project, desk.reviewing.reviewer, "cut")
        self.learn()

    def learn(self) -> None:
        """Read the clause on the desk."""
        desk, clause = self.desk, self.desk.clause
        self.edits = self._work.repairs(desk.document, clause)
        inside = [
            one._replace(start=one.start - clause.start, end=one.end - clause.start) for one in self.edits
        ]
        places = documents.places(desk.project, desk.document, clause)
        raw, _ = documents.original(desk.project, desk.document, clause)
        self.came = unrepaired(Original(clause, raw, inside, places))

    @property
    def owners(self) -> str:
        """Who may."""
        return say("review.comma").join(owner.name for owner in people.owners(self.desk.project))

    @property
    def proposed(self) -> int:
        """How many repairs wait for a person."""
        return sum(one.state == "proposed" for one in self.edits)

    def shown(self, edit: Edit) -> tuple[int, int]:
        """Where an edit stands in what came."""
        first, last = edit.start, max(edit.end, edit.start + 1)
        return self.came.place(first, last) or self.came.place(first - 1, first) or (0, 0)

    def accepting(self, edit: Edit) -> Decision:
        """To have it in force. Raises Refused where it is."""
        return self._work.accepting(self.desk.document, self.desk.clause, edit)

    def taking_back(self, edit: Edit) -> Decision:
        """To read what came. Raises Refused where that is read."""
        return self._work.taking_back(self.desk.document, self.desk.clause, edit)

    def turning(self, edit: Edit) -> Decision:
        """The one of both that can be done: what is not in force is accepted."""
        return self.taking_back(edit) if edit.state == "applied" else self.accepting(edit)

    def reading(self, edit: Edit, after: str) -> Decision:
        """To read something else where an edit stands. Raises Refused where it reads so."""
        return self._correcting(edit.start, edit.end, after)

    def correcting(self, words: str, after: str) -> Decision:
        """To read something else where words stand, as they came or as they are read now. Raises Refused
        where they stand nowhere, or in several places.
        """
        place = self._work.place(self.desk.document, self.desk.clause, words.replace(BREAK, "\n"))
        return self._correcting(*place, after)

    def _correcting(self, start: int, end: int, after: str) -> Decision:
        after = after.replace(BREAK, "\n")
        return self._work.correcting(self.desk.document, self.desk.clause, start, end, after)

    def would_read(self, decision: Decision) -> Reading:
        """The clause as a decision has it, and what is other then."""
        after, clause = decision.after, self.desk.clause
        then = clause._replace(marker=after.marker, text=after.text, tail=after.tail, lead=after.lead)
        return _told(then, laid_out(clause)[0])

    def reads_now(self, edit: Edit) -> Reading:
        """The clause as it stands, and what is other in it because of a repair in force."""
        clause = self.desk.clause
        try:
            return _told(clause, self.would_read(self.taking_back(edit)).text)
        except Refused:  # nothing would be left: all of it is there because of the repair
            return _told(clause, "")

    def decide(self, decision: Decision) -> bool:
        """Store a decision, the desk on the clause as it is then; or ask for it. Returns whether it was done.
        Raises Refused where the document was cut meanwhile.
        """
        desk = self.desk
        if self.may:
            cut = self._work.decide(decision, seconds=desk.seconds())
            desk.open(cut, desk.clause.ord, desk.reviewing.pass_no)
        else:
            self._ask(say("repairing.asked_words", what=telling.repairs(decision.said)))
        self.learn()
        return self.may

    def _ask(self, words: str) -> None:
        before = self.desk.review.question
        self.desk.ask(words if not before or words in before else f"{before}\n{words}")


def _told(clause: Clause, other: str) -> Reading:
    """A clause, and what is not in it as in another reading."""
    text, at = laid_out(clause)
    marks: list[Mark] = [(0, at["text"] + clause.lead, "lead")]
    if clause.tail:
        marks.append((at["tail"], len(text), "tail"))
    first, last = _apart(other, text)
    marks.append((first, last, "added") if first < last else (max(0, first - 1), first + 1, "place"))
    return Reading(text, tuple(marks))


def _apart(one: str, other: str) -> tuple[int, int]:
    """The range of `other` that is not as in `one`."""
    most = min(len(one), len(other))
    first = next((n for n in range(most) if one[n] != other[n]), most)
    last = next((n for n in range(most - first) if one[-1 - n] != other[-1 - n]), most - first)
    return first, len(other) - last
