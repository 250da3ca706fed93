"""The application: opens the project, puts up the first screen, leaves the terminal as it was."""

import asyncio
import signal

from textual.app import App

from annotator.flows.reviewing import Reviewing
from annotator.model.codebook import Codebook
from annotator.store import documents, reviews
from annotator.store.project import Project
from annotator.tui.desk import Desk
from annotator.tui.screens.library import LibraryScreen
from annotator.tui.screens.review import ReviewScreen

WAIT = 0.25
"""Seconds that a key waits for another process before it says that nothing was stored."""


class AnnotatorApp(App[None]):
    """The screens on one project for one reviewer."""

    CSS_PATH = "annotator.tcss"
    ENABLE_COMMAND_PALETTE = False

    def __init__(self, project: Project, codebook: Codebook, reviewer: str) -> None:
        super().__init__()
        self.project = project
        self.reviewing = Reviewing(project, codebook, reviewer)

    def on_mount(self) -> None:
        """Leave in order when the terminal goes; begin at the clause where the reviewer left off, or,
        without a clause, at the list of documents.
        """
        loop = asyncio.get_running_loop()
        for name in ("SIGTERM", "SIGHUP"):
            if hasattr(signal, name) and hasattr(loop, "add_signal_handler"):
                loop.add_signal_handler(getattr(signal, name), self.exit)
        desk = resume(self.reviewing)
        self.push_screen(ReviewScreen(desk) if desk else LibraryScreen(self.reviewing))


def resume(reviewing: Reviewing) -> Desk | None:
    """A desk at the clause the reviewer worked on last, else at the first clause of the project."""
    project = reviewing.project
    last = reviews.last_subject(project, reviewing.reviewer)
    place = documents.find_clause(project, last) if last else None
    if place and (document := documents.document(project, place[0])):
        return Desk(reviewing, document, place[1])
    first = documents.first(project)
    return Desk(reviewing, first) if first else None
