"""Commands about the document as a whole: what is known of it, what it leaves open."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from annotator.model.document import Document
from annotator.tui import going
from annotator.tui.checking import to_check
from annotator.tui.describing import changed
from annotator.words import say

if TYPE_CHECKING:
    from annotator.tui.screens.review import ReviewScreen


def describe(screen: "ReviewScreen") -> None:
    """Look at what is known of the document, and put it right."""
    from annotator.tui.screens.document_form import DocumentForm  # noqa: PLC0415  (not needed to start)

    def described(fields: tuple[str, ...] | None) -> None:
        if fields:
            here = screen.desk.clause.clause_id, screen.desk.reviewing.pass_no
            screen.do(lambda: screen.desk.open_clause(*here), notice=changed(fields))

    screen.app.push_screen(DocumentForm(screen.desk.reviewing, screen.desk.document), described)


def findings(screen: "ReviewScreen") -> None:
    """What the document leaves open; the one chosen there opens at its clause."""
    from annotator.tui.screens.findings import Findings  # noqa: PLC0415  (not needed to start)

    def chosen(numbers: tuple[int, ...] | None) -> None:
        if numbers:
            look_at(screen, screen.desk.document, numbers)

    screen.app.push_screen(Findings(screen.desk.project, screen.desk.document), chosen)


def look_at(screen: "ReviewScreen", document: Document, numbers: Sequence[int]) -> None:
    """Go to a clause of a document; several become the queue."""
    if len(numbers) == 1:
        screen.do(lambda: screen.desk.open(document, numbers[0]))
        return
    queue = to_check(screen.desk.project, document, numbers)
    words = say("completeness.of_finding", count=queue.count)
    screen.do(lambda: going.start(screen.desk, queue), notice=words)
