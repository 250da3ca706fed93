"""Commands that cut clauses otherwise, and take over what was said of them before they were cut."""

from typing import TYPE_CHECKING

from annotator.errors import Refused
from annotator.tui.former import offered
from annotator.words import say

if TYPE_CHECKING:
    from annotator.tui.screens.review import ReviewScreen


def cut(screen: "ReviewScreen") -> None:
    """Split the clause, or merge it with the one before."""
    from annotator.tui.screens.cutting import CuttingMode  # noqa: PLC0415  (not needed to start)

    screen.app.push_screen(CuttingMode(screen))


def carry(screen: "ReviewScreen") -> None:
    """Take over the labels of the clause that was cut."""
    former = offered(screen.desk)
    if former is None:
        screen.do(_nothing)
    else:
        screen.do(lambda: screen.desk.act(screen.desk.reviewing.carry, former), notice=say("cutting.carried"))


def _nothing() -> None:
    raise Refused("cutting.nothing_former")
