"""The command that shows what stands behind a clause, and what was repaired there."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from annotator.tui.screens.review import ReviewScreen


def repair(screen: "ReviewScreen") -> None:
    """Look after the repairs of the clause."""
    from annotator.tui.screens.repairing import RepairsScreen  # noqa: PLC0415  (not needed to start)

    screen.app.push_screen(RepairsScreen(screen))
