"""Commands that mark words of the clause."""

from typing import TYPE_CHECKING

from annotator.tui import marks

if TYPE_CHECKING:
    from annotator.tui.screens.review import ReviewScreen


def mark(screen: "ReviewScreen") -> None:
    """Mark words for the field in focus: a target, the words that name a unit, evidence."""
    from annotator.tui.screens.marking import MarkingMode  # noqa: PLC0415  (not needed to start)

    if screen.do(lambda: marks.require(screen.desk)):
        screen.app.push_screen(MarkingMode(screen))


def edit(screen: "ReviewScreen", number: int) -> None:
    """Look at what is told of a span of the field in focus, and change it or take it away."""
    from annotator.tui.screens.span_form import SpanForm  # noqa: PLC0415  (not needed to start)

    screen.app.push_screen(SpanForm(screen.desk, screen.desk.value[number], screen.repaint))
