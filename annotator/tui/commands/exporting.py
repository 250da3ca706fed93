"""The command that exports the project, from within the program."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from annotator.tui.screens.review import ReviewScreen


def export(screen: "ReviewScreen") -> None:
    """Ask for a folder and write the dataset there."""
    from annotator.tui.screens.exporting import Exporting  # noqa: PLC0415  (not needed to start)

    screen.app.push_screen(Exporting(screen.desk.reviewing))
