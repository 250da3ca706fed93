"""Commands that find a place: the outline, going to one, searching."""

from typing import TYPE_CHECKING

from annotator.tui import going
from annotator.tui.commands.following import follow
from annotator.tui.outline import Section
from annotator.tui.queue import Queue
from annotator.words import say

if TYPE_CHECKING:
    from annotator.tui.screens.review import ReviewScreen


def search(screen: "ReviewScreen") -> None:
    """Type a query; what it finds becomes the queue."""
    from annotator.tui.asked import remember  # noqa: PLC0415  (not needed to start)
    from annotator.tui.screens.search import Search  # noqa: PLC0415

    def chosen(queue: Queue | None) -> None:
        if queue:
            remember(screen.desk, queue.text)
            words = say("searching.started", count=queue.count)
            screen.do(lambda: going.start(screen.desk, queue), notice=words)

    screen.app.push_screen(Search(screen.desk), chosen)


def outline(screen: "ReviewScreen") -> None:
    """The headings of the document; the one chosen there opens at its first unfinished clause."""
    from annotator.tui.screens.outline import Outline  # noqa: PLC0415  (not needed to start)

    def chosen(section: Section | None) -> None:
        if section:
            screen.do(lambda: going.go_to_work(screen.desk, section.first, section.end))

    screen.app.push_screen(Outline(screen.desk), chosen)


def go_to(screen: "ReviewScreen") -> None:
    """To a number, a path, another document, or the next clause of a kind."""
    from annotator.tui.screens.goto import Go, GoTo  # noqa: PLC0415  (not needed to start)

    def chosen(way: Go | None) -> None:
        if isinstance(way, going.Way):
            follow(screen, way)
        elif way:
            screen.do(way)

    screen.app.push_screen(GoTo(screen.desk), chosen)


def next_of_kind(screen: "ReviewScreen") -> None:
    """The next clause of the kind last gone to."""
    kind = screen.desk.kind
    follow(
        screen,
        going.to_kind(screen.desk, kind),
        notice=say("moving.at_kind", kind=say(f"moving.kind_{kind}")),
    )
