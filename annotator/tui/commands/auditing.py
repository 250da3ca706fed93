"""The command that tells how far reviewers agree, and on which clauses they do not."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from annotator.tui.screens.review import ReviewScreen


def agreement(screen: "ReviewScreen") -> None:
    """The audit, and from there what everyone said, side by side."""
    from annotator.tui.screens.agreement import Agreement  # noqa: PLC0415  (not needed to start)

    desk = screen.desk
    screen.app.push_screen(Agreement(desk.reviewing, desk.learn_codebook), lambda _: screen.repaint())
