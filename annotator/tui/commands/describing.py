"""Commands about the document as a whole: what is known of it, what it leaves open."""

from typing import TYPE_CHECKING

from annotator.tui.describing import changed

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

    def chosen(number: int | None) -> None:
        if number is not None:
            screen.do(lambda: screen.desk.go_to(number))

    screen.app.push_screen(Findings(screen.desk.project, screen.desk.document), chosen)
