"""Commands that cut clauses otherwise, and take over what was said of them before they were cut."""

from typing import TYPE_CHECKING

from annotator.tui import former
from annotator.words import say

if TYPE_CHECKING:
    from annotator.tui.screens.review import ReviewScreen


def cut(screen: "ReviewScreen") -> None:
    """Split the clause, or merge it with the one before."""
    from annotator.tui.screens.cutting import CuttingMode  # noqa: PLC0415  (not needed to start)

    screen.app.push_screen(CuttingMode(screen))


def carry(screen: "ReviewScreen") -> None:
    """Take over the labels of the clause that was cut."""
    screen.do(lambda: former.carry(screen.desk), notice=say("cutting.carried"))


def carry_all(screen: "ReviewScreen") -> None:
    """Take over the labels of all clauses of the document that are nearly as they were."""
    told: list[str] = []
    if screen.do(lambda: told.append(former.carry_all(screen.desk))):
        screen.tell(*told)
