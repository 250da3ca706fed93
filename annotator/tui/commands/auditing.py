"""The command that tells how far reviewers agree, and opens the clauses on which they do not."""

from typing import TYPE_CHECKING

from annotator.tui import going
from annotator.tui.queue import Queue, packed
from annotator.words import say

if TYPE_CHECKING:
    from annotator.tui.agreement import Chosen
    from annotator.tui.screens.review import ReviewScreen


def agreement(screen: "ReviewScreen") -> None:
    """The audit; the clauses that were chosen there become the queue."""
    from annotator.tui.screens.agreement import Agreement  # noqa: PLC0415  (not needed to start)

    def chosen(answer: "Chosen | None") -> None:
        if answer:
            queue = Queue(answer.title, "", None, packed(answer.clause_ids))
            queue.position = answer.first
            words = say("searching.started", count=queue.count)
            screen.do(lambda: going.start(screen.desk, queue), notice=words)

    screen.app.push_screen(Agreement(screen.desk.reviewing), chosen)
