"""Commands that show more of a clause, or show it otherwise."""

from typing import TYPE_CHECKING

from annotator.tui.views import following
from annotator.words import say

if TYPE_CHECKING:
    from annotator.tui.screens.review import ReviewScreen


def view(screen: "ReviewScreen") -> None:
    """The next view of the clause; it stays on while one moves."""
    screen.sight.view = following(screen.sight.view)
    screen.repaint(say("views.turned", view=say(f"views.{screen.sight.view}")))
