"""Commands that find a place: the outline, going to one, searching."""

from typing import TYPE_CHECKING

from annotator.tui import going
from annotator.tui.outline import Section

if TYPE_CHECKING:
    from annotator.tui.screens.review import ReviewScreen


def outline(screen: "ReviewScreen") -> None:
    """The headings of the document; the one chosen there opens at its first unfinished clause."""
    from annotator.tui.screens.outline import Outline  # noqa: PLC0415  (not needed to start)

    def chosen(section: Section | None) -> None:
        if section:
            screen.do(lambda: going.go_to_work(screen.desk, section.first, section.end))

    screen.app.push_screen(Outline(screen.desk), chosen)
