"""Commands that go to another clause."""

from typing import TYPE_CHECKING

from annotator.model.document import Document
from annotator.tui.commands.seeing import definition
from annotator.tui.screens.review import DEFINING

if TYPE_CHECKING:
    from annotator.tui.screens.review import ReviewScreen


def step(screen: "ReviewScreen", by: int) -> None:
    """The next or previous clause."""
    screen.do(lambda: screen.desk.step(by))


def next_unfinished(screen: "ReviewScreen") -> None:
    """The next clause neither submitted nor skipped."""
    screen.do(screen.desk.next_unfinished)


def go_to(screen: "ReviewScreen", ord_no: int) -> None:
    """A clause by its number; -1 is the last."""
    screen.do(lambda: screen.desk.go_to(ord_no % screen.desk.document.clauses))


def library(screen: "ReviewScreen") -> None:
    """Fold what is unfolded; else show the documents, and open one at its first unfinished clause."""
    if screen.has_class(DEFINING):
        definition(screen)
        return
    from annotator.tui.screens.library import LibraryScreen  # noqa: PLC0415  (not needed to start)

    def chosen(document: Document | None) -> None:
        if document:
            screen.do(lambda: screen.desk.open_at_work(document))
        else:
            screen.repaint()

    screen.app.push_screen(LibraryScreen(screen.desk.reviewing, screen.desk.document.doc_id), chosen)
