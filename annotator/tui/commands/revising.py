"""The command that shows the codebook, and what follows when it is changed there."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from annotator.tui.screens.review import ReviewScreen


def codebook(screen: "ReviewScreen") -> None:
    """Put up the codebook."""
    from annotator.tui.screens.codebook import CodebookScreen  # noqa: PLC0415  (not needed to start)

    desk = screen.desk
    screen.app.push_screen(CodebookScreen(desk.reviewing, desk.learn_codebook), lambda _: screen.repaint())
