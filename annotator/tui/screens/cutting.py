"""Cutting by hand: the places where the clause can be split, and the merge with the clause before."""

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType

from annotator.errors import Refused
from annotator.flows.cutting import Cutting
from annotator.store import documents, people
from annotator.tui.keys import key_words
from annotator.tui.screens.mode import Mode
from annotator.words import say

if TYPE_CHECKING:
    from annotator.tui.screens.review import ReviewScreen

AROUND = 10
"""Characters told before and behind a place."""


class CuttingMode(Mode):
    """Steps among the places; who may not cut asks for it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,right_square_bracket", "dismiss", id="leave-cutting"),
        Binding("enter", "split", id="cutting-split"),
        Binding("left", "place(-1)", id="cutting-left"),
        Binding("right", "place(1)", id="cutting-right"),
        Binding("comma,shift+left", "character(-1)", id="cutting-back"),
        Binding("full_stop,shift+right", "character(1)", id="cutting-on"),
        Binding("backspace", "merge", id="cutting-merge"),
    ]

    def __init__(self, review: "ReviewScreen") -> None:
        super().__init__(review)
        desk = self.desk
        self._cutting = Cutting(desk.project, desk.reviewing.codebook, desk.reviewing.reviewer)
        self._may = people.may_cut(desk.project, desk.reviewing.reviewer)
        self._text_at = len(desk.clause.marker)
        self._places = [one.text for one in self._cutting.places(desk.document, desk.clause)]
        self._at = self._places[0] if self._places else max(1, len(desk.clause.text) // 2)
        self._sure = False

    def on_mount(self) -> None:
        """Show the places; say at once to whom cutting is left."""
        self.repaint("" if self._may else self._not_yours())

    def _not_yours(self) -> str:
        owners = (owner.name for owner in people.owners(self.desk.project))
        return say("cutting.ask_owner", owners=say("review.comma").join(owners))

    def repaint(self, notice: str = "") -> None:
        """Paint the places and the one in question."""
        at, first, text = self._at, self._text_at, self.desk.clause.text
        signs = [(first + place - 1, first + place, "place") for place in self._places]
        self.view.lay_over([*signs, (first + at - 1, first + at + 1, "selection")])
        self.view.reveal(first + at - 1)
        before, after = text[max(0, at - AROUND) : at].strip(), text[at : at + AROUND].strip()
        title = say("cutting.title", before=before, after=after)
        number = self._places.index(at) + 1 if at in self._places else 0
        told = say("cutting.place", number=number or "–", count=len(self._places))
        act = ("key_split", "key_merge") if self._may else ("key_ask_split", "key_ask_merge")
        keys = [
            (key_words("enter"), say(f"cutting.{act[0]}"), "split"),
            ("←→", say("cutting.key_place"), "place(1)"),
            (", .", say("cutting.key_character"), "character(1)"),
            (key_words("backspace"), say(f"cutting.{act[1]}"), "merge"),
            (key_words("escape"), say("marking.key_leave"), "dismiss"),
        ]
        self.show(title, told, keys, notice)

    def _to(self, at: int) -> None:
        self._at, self._sure = max(1, min(at, len(self.desk.clause.text) - 1)), False
        self.repaint()

    def action_place(self, by: int) -> None:
        """The next place, or the one before."""
        beyond = [place for place in self._places if (place > self._at if by > 0 else place < self._at)]
        if beyond:
            self._to(beyond[0] if by > 0 else beyond[-1])

    def action_character(self, by: int) -> None:
        """Any other place."""
        self._to(self._at + by)

    def action_split(self) -> None:
        """Split the clause there, or ask for it."""
        desk, clause, text = self.desk, self.desk.clause, self.desk.clause.text
        if not self._may:
            before = text[max(0, self._at - AROUND) : self._at].strip()
            after = text[self._at : self._at + AROUND].strip()
            self._ask(say("cutting.asked_split", before=before, after=after))
        elif self.do(lambda: desk.open(self._cutting.split(desk.document, clause, self._at), clause.ord)):
            self._leave(say("cutting.split"))

    def action_merge(self) -> None:
        """Merge the clause with the one before; the first press names both."""
        desk, clause = self.desk, self.desk.clause
        first = documents.clause(desk.project, desk.document, clause.ord - 1) if clause.ord else None
        if first is None:
            self.do(_first)
            return
        named = {
            "first": say("cutting.named", number=first.ord + 1, words=(first.marker + first.text)[:AROUND]),
            "last": say("cutting.named", number=clause.ord + 1, words=(clause.marker + clause.text)[:AROUND]),
        }
        if not self._may:
            self._ask(say("cutting.asked_merge", **named))
        elif not self._sure:
            self.repaint(say("cutting.sure", **named))
            self._sure = True
        elif self.do(lambda: desk.open(self._cutting.merge(desk.document, first, clause), first.ord)):
            self._leave(say("cutting.merged", number=first.ord + 1))

    def _ask(self, words: str) -> None:
        """Write it to the lead, below what was asked already."""
        before = self.desk.review.question
        question = words if not before or words in before else f"{before}\n{words}"
        if self.do(lambda: self.desk.ask(question)):
            self._leave(say("cutting.asked"))

    def _leave(self, notice: str) -> None:
        self.dismiss()
        self.review.repaint(notice)


def _first() -> None:
    raise Refused("cutting.first")
