"""Commands that go to another clause."""

from typing import TYPE_CHECKING

from annotator.model.document import Document
from annotator.tui import going
from annotator.tui.widgets.clause_view import ClauseView
from annotator.words import say

if TYPE_CHECKING:
    from annotator.tui.screens.review import ReviewScreen


def step(screen: "ReviewScreen", by: int) -> None:
    """The next or previous clause."""
    screen.do(lambda: going.step(screen.desk, by))


def next_unfinished(screen: "ReviewScreen") -> None:
    """The next clause neither submitted nor skipped."""
    screen.do(lambda: going.next_unfinished(screen.desk))


def go_to(screen: "ReviewScreen", number: int) -> None:
    """A clause by its number; -1 is the last."""
    screen.do(lambda: going.go_to(screen.desk, number))


def back(screen: "ReviewScreen") -> None:
    """Where I was before the last jump."""
    screen.do(lambda: going.back(screen.desk))


def scroll(screen: "ReviewScreen", by: int) -> None:
    """Scroll a clause that is longer than its place."""
    screen.query_one(ClauseView).scroll_relative(y=by, animate=False, force=True)


def leave(screen: "ReviewScreen") -> None:
    """Leave the queue; where none is on, go to the documents."""
    if screen.desk.queue:
        screen.do(lambda: going.leave_queue(screen.desk), notice=say("moving.left"))
    else:
        _library(screen)


def _library(screen: "ReviewScreen") -> None:
    """The documents; the one chosen there opens at its first unfinished clause."""
    from annotator.tui.screens.library import LibraryScreen  # noqa: PLC0415  (not needed to start)

    def chosen(document: Document | None) -> None:
        if document:
            screen.do(lambda: screen.desk.open_at_work(document))
        else:
            screen.repaint()

    screen.app.push_screen(LibraryScreen(screen.desk.reviewing, screen.desk.document.doc_id), chosen)
