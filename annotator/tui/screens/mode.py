"""A mode of the clause: its own keys while the clause stays where it is, seen through."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from textual import events, on
from textual.app import ComposeResult
from textual.screen import ModalScreen

from annotator.errors import AnnotatorError
from annotator.tui.keyboard import key_named, typed
from annotator.tui.widgets.bar import KeyBar, TitleBar
from annotator.tui.widgets.clause_view import ClauseView

if TYPE_CHECKING:
    from annotator.tui.screens.review import ReviewScreen


GONE = ("review.clause_gone", "cutting.cut_meanwhile")
"""Refusals that the clause of the mode will meet with for ever."""


class Mode(ModalScreen[None]):
    """Lies over the review screen: two lines at the bottom say what is selected and which keys there are."""

    AUTO_FOCUS = None

    def __init__(self, review: "ReviewScreen") -> None:
        super().__init__()
        self.review = review
        self.desk = review.desk
        if review.sight.view == "source":  # places are counted in the clean text
            review.sight.view = "clean"
            review.repaint()

    def compose(self) -> ComposeResult:
        """What is selected; the keys."""
        yield TitleBar()
        yield KeyBar()

    @property
    def view(self) -> ClauseView:
        """Where the clause is drawn."""
        return self.review.query_one(ClauseView)

    def on_unmount(self) -> None:
        """Leave nothing painted."""
        if self.review.is_attached:
            self.view.lay_over(())

    def do(self, act: Callable[[], object], notice: str = "") -> bool:
        """Do it, draw the review screen, and say the notice, or why it cannot be done; the mode is left
        where its clause is no more.
        """
        try:
            act()
        except AnnotatorError as error:
            if error.key in GONE:
                self.dismiss()
                self.review.repaint(str(error))
            else:
                self.review.repaint()
                self.repaint(str(error))
            return False
        self.review.repaint()
        self.repaint(notice)
        return True

    def repaint(self, notice: str = "") -> None:
        """Draw what is selected, and a notice in place of the keys."""
        raise NotImplementedError

    def show(
        self, left: str, right: str, keys: Sequence[tuple[str, str, str]], notice: str, aside: str = ""
    ) -> None:
        """Fill the two lines; what is said `aside` stands beside the keys."""
        self.query_one(TitleBar).show(left, right)
        self.query_one(KeyBar).show(keys)
        self.query_one(KeyBar).tell(notice)
        self.query_one(KeyBar).tell_aside(aside)

    def on_key(self, event: events.Key) -> None:
        """What an input method made of a key is understood."""
        if not event.character or event.key == "space":
            return
        character = typed(event.character)
        if character != event.character and (key := key_named(character)):
            event.stop().prevent_default()
            self.app.simulate_key(key)

    @on(KeyBar.Pressed)
    async def press(self, event: KeyBar.Pressed) -> None:
        """A key of the bar was clicked."""
        await self.run_action(event.action)

    def under(self, event: events.MouseEvent) -> int | None:
        """The character of the clause under the mouse."""
        region = self.view.content_region
        if not region.contains(event.screen_x, event.screen_y):
            return None
        return self.view.at(event.screen_x - region.x, event.screen_y - region.y)
