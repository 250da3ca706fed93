"""The commands that write what the project holds, from within the program."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from annotator.tui.screens.review import ReviewScreen


def export(screen: "ReviewScreen") -> None:
    """Ask for a folder and write the dataset there."""
    from annotator.tui.screens.exporting import Exporting  # noqa: PLC0415  (not needed to start)

    screen.app.push_screen(Exporting(screen.desk.reviewing))


def ledger(screen: "ReviewScreen") -> None:
    """Ask for a file and write the tasks of the document there."""
    from annotator.tui.screens.ledger import LedgerExport  # noqa: PLC0415  (not needed to start)

    screen.app.push_screen(LedgerExport(screen.desk.reviewing, screen.desk.document))
