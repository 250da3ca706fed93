"""Commands that ask the program something: which keys there are, whether all is stored."""

from typing import TYPE_CHECKING

from annotator.words import say

if TYPE_CHECKING:
    from annotator.tui.screens.review import ReviewScreen


def help_page(screen: "ReviewScreen") -> None:
    """All the keys."""
    from annotator.tui.screens.help import Help  # noqa: PLC0415  (not needed to start)

    screen.app.push_screen(Help())


def palette(screen: "ReviewScreen") -> None:
    """Every command by its name."""
    from annotator.tui.screens.palette import Palette  # noqa: PLC0415  (not needed to start)

    def chosen(command: str | None) -> None:
        if command:
            screen.action_command(command)

    screen.app.push_screen(Palette(), chosen)


def stored(screen: "ReviewScreen") -> None:
    """Ctrl+S, pressed out of habit."""
    screen.repaint(say("review.stored"))


def leave(screen: "ReviewScreen") -> None:
    """Quit."""
    screen.app.exit()
