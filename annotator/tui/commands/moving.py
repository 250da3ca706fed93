"""Commands that go to another clause."""

from typing import TYPE_CHECKING

from annotator.model.document import Document
from annotator.tui.widgets.clause_view import ClauseView

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


def scroll(screen: "ReviewScreen", by: int) -> None:
    """Scroll a clause that is longer than its place."""
    screen.query_one(ClauseView).scroll_relative(y=by, animate=False, force=True)


def library(screen: "ReviewScreen") -> None:
    """The documents; the one chosen there opens at its first unfinished clause."""
    from annotator.tui.screens.library import LibraryScreen  # noqa: PLC0415  (not needed to start)

    def chosen(document: Document | None) -> None:
        if document:
            screen.do(lambda: screen.desk.open_at_work(document))
        else:
            screen.repaint()

    screen.app.push_screen(LibraryScreen(screen.desk.reviewing, screen.desk.document.doc_id), chosen)
