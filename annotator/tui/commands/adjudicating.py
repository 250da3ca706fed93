"""Commands about what was decided and is to be."""

from typing import TYPE_CHECKING

from annotator.errors import AnnotatorError

if TYPE_CHECKING:
    from annotator.tui.screens.review import ReviewScreen


def adjudicate(screen: "ReviewScreen") -> None:
    """Decide where reviewers differ."""
    from annotator.tui.screens.adjudicating import Adjudication  # noqa: PLC0415  (not needed to start)

    try:
        below = Adjudication(screen.desk.reviewing)
    except AnnotatorError as error:
        screen.repaint(str(error))
        return
    screen.app.push_screen(below, lambda _: screen.repaint())


def feedback(screen: "ReviewScreen") -> None:
    """Read what was decided otherwise than one said; Enter opens the clause."""
    from annotator.tui.screens.feedback import FeedbackList  # noqa: PLC0415  (not needed to start)

    def chosen(clause_id: str | None) -> None:
        if clause_id:
            screen.do(lambda: screen.desk.open_clause(clause_id))

    try:
        told = FeedbackList(screen.desk.reviewing)
    except AnnotatorError as error:
        screen.repaint(str(error))
        return
    screen.app.push_screen(told, chosen)
