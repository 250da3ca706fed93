"""Cutting by hand: the places where the clause can be split, and the merge with the clause before."""

from typing import TYPE_CHECKING, ClassVar

from textual.binding import BindingType

from annotator.tui.cuts import Cuts
from annotator.tui.keys import row_words
from annotator.tui.screens.binding import bindings
from annotator.tui.screens.mode import Mode
from annotator.tui.views import laid_out
from annotator.words import say

if TYPE_CHECKING:
    from annotator.tui.screens.review import ReviewScreen


class CuttingMode(Mode):
    """Steps among the places; who may not cut asks for it."""

    BINDINGS: ClassVar[list[BindingType]] = bindings("cutting")

    def __init__(self, review: "ReviewScreen") -> None:
        super().__init__(review)
        self._cuts = Cuts(self.desk)
        self._text_at = laid_out(self.desk.clause)[1]["text"]
        self._at = self._cuts.places[0] if self._cuts.places else max(1, len(self.desk.clause.text) // 2)
        self._sure = False

    def on_mount(self) -> None:
        """Show the places; say at once to whom cutting is left."""
        asking = say("cutting.ask_owner", owners=self._cuts.owners, pressed=_pressed("split"))
        self.repaint("" if self._cuts.may else asking)

    def repaint(self, notice: str = "") -> None:
        """Paint the places and the one in question."""
        at, first, places = self._at, self._text_at, self._cuts.places
        signs = [(first + place - 1, first + place, "place") for place in places]
        self.view.lay_over([*signs, (first + at - 1, first + at + 1, "selection")])
        self.view.reveal(first + at - 1)
        title = say("cutting.title", **self._cuts.around(at))
        number = places.index(at) + 1 if at in places else 0
        told = say("cutting.place", number=number or "–", count=len(places))
        act = ("key_split", "key_merge") if self._cuts.may else ("key_ask_split", "key_ask_merge")
        character = _pressed("character_left", "character_right")
        keys = [
            (_pressed("split"), say(f"cutting.{act[0]}"), "split"),
            (_pressed("place_left", "place_right"), say("cutting.key_place"), "place(1)"),
            (character, say("cutting.key_character"), "character(1)"),
            (_pressed("merge"), say(f"cutting.{act[1]}"), "merge"),
            (_pressed("leave"), say("marking.key_leave"), "dismiss"),
        ]
        self.show(title, told, keys, notice)

    def _to(self, at: int) -> None:
        self._at, self._sure = max(1, min(at, len(self.desk.clause.text) - 1)), False
        self.repaint()

    def action_place(self, by: int) -> None:
        """The next place, or the one before."""
        beyond = [place for place in self._cuts.places if (place > self._at if by > 0 else place < self._at)]
        if beyond:
            self._to(beyond[0] if by > 0 else beyond[-1])

    def action_character(self, by: int) -> None:
        """Any other place."""
        self._to(self._at + by)

    def action_split(self) -> None:
        """Split the clause there, or ask for it."""
        if self.do(lambda: self._cuts.split(self._at)):
            self._leave(say("cutting.split" if self._cuts.may else "cutting.asked"))

    def action_merge(self) -> None:
        """Merge the clause with the one before; the first press names both."""
        named: dict[str, str] = {}
        if not self.do(lambda: named.update(self._cuts.both())):
            return
        if self._cuts.may and not self._sure:
            self.repaint(say("cutting.sure", **named, pressed=_pressed("merge")))
            self._sure = True
        elif self.do(self._cuts.merge):
            merged = say("cutting.merged", number=self.desk.clause.ord + 1)
            self._leave(merged if self._cuts.may else say("cutting.asked"))

    def _leave(self, notice: str) -> None:
        self.dismiss()
        self.review.repaint(notice)


def _pressed(*names: str) -> str:
    return row_words(*names, mode="cutting")
