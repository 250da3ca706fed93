"""Commands that go to another clause."""

from typing import TYPE_CHECKING

from annotator.model.document import Document
from annotator.tui import going
from annotator.tui.commands.following import follow
from annotator.tui.commands.seeing import definition
from annotator.tui.keys import key_words, keys_of
from annotator.tui.screens.review import DEFINING
from annotator.words import say

if TYPE_CHECKING:
    from annotator.tui.screens.review import ReviewScreen


def step(screen: "ReviewScreen", by: int) -> None:
    """The next or previous clause."""
    screen.do(lambda: going.step(screen.desk, by))


def next_unfinished(screen: "ReviewScreen") -> None:
    """The next clause neither submitted nor skipped."""
    follow(screen, going.to_unfinished(screen.desk))


def go_to(screen: "ReviewScreen", number: int) -> None:
    """A clause by its number; -1 is the last."""
    screen.do(lambda: going.go_to(screen.desk, number))


def back(screen: "ReviewScreen") -> None:
    """Where I was before the last jump."""
    screen.do(lambda: going.back(screen.desk))


def leave(screen: "ReviewScreen") -> None:
    """Fold what is unfolded; else leave the queue; else go to the documents."""
    if screen.has_class(DEFINING):
        definition(screen)
    elif screen.desk.queue:
        pressed = key_words(keys_of("back")[0])
        way = pressed and screen.desk.trail.leads_back
        area = f"moving.left_{screen.desk.queue.area}"
        words = say(f"{area}_back" if way else area, pressed=pressed)
        screen.do(lambda: going.leave_queue(screen.desk), notice=words)
    else:
        _library(screen)


def _library(screen: "ReviewScreen") -> None:
    """The documents; the one chosen there opens at its first unfinished clause, a command is given here."""
    from annotator.tui.screens.library import LibraryScreen  # noqa: PLC0415  (not needed to start)

    def chosen(answer: Document | tuple[Document, tuple[int, ...]] | str | None) -> None:
        if isinstance(answer, Document):
            screen.do(lambda: screen.desk.open_at_work(answer))
            return
        if isinstance(answer, tuple):
            from annotator.tui.commands.describing import look_at  # noqa: PLC0415  (not needed to start)

            look_at(screen, *answer)
            return
        screen.repaint()
        if answer:
            screen.action_command(answer)

    screen.app.push_screen(LibraryScreen(screen.desk.reviewing, screen.desk.document.doc_id), chosen)
