"""The application: opens the project, puts up the first screen, leaves the terminal as it was."""

import asyncio
import gc
import os
import signal
from contextlib import suppress
from typing import Any

from textual.app import App
from textual.screen import Screen

from annotator.errors import Refused
from annotator.flows.reviewing import Reviewing
from annotator.model.codebook import Codebook
from annotator.store import documents, reviews
from annotator.store.project import Project
from annotator.tui.desk import Desk
from annotator.tui.screens.review import ReviewScreen

WAIT = 0.25
"""Seconds that a key waits for another process before it says that nothing was stored."""


class AnnotatorApp(App[None]):
    """The screens on one project for one reviewer."""

    CSS_PATH = "annotator.tcss"
    ENABLE_COMMAND_PALETTE = False

    def __init__(self, project: Project, codebook: Codebook, reviewer: str) -> None:
        super().__init__()
        self.fault: Exception | None = None
        self.project = project
        self.reviewing = Reviewing(project, codebook, reviewer)

    def _handle_exception(self, error: Exception) -> None:
        """Leave with the terminal as it was. Textual would print a traceback with the texts on screen."""
        if os.environ.get("ANNOTATOR_DEBUG") or self.is_headless:
            super()._handle_exception(error)
            return
        self.fault = error
        self.exit(return_code=2)

    def get_default_screen(self) -> Screen[Any]:
        """The clause where the reviewer left off; without a clause, the list of documents."""
        if desk := resume(self.reviewing):
            return ReviewScreen(desk)
        from annotator.tui.screens.library import LibraryScreen  # noqa: PLC0415  (not needed to start)

        return LibraryScreen(self.reviewing)

    def on_mount(self) -> None:
        """Leave in order when the terminal goes."""
        self.call_after_refresh(settle)
        loop = asyncio.get_running_loop()
        for name in ("SIGTERM", "SIGHUP"):
            with suppress(NotImplementedError, AttributeError):  # Windows has neither
                loop.add_signal_handler(getattr(signal, name), self.exit)


def resume(reviewing: Reviewing) -> Desk | None:
    """A desk at the clause the reviewer worked on last, or at the next unfinished one where that is
    done; without any work, at the first clause of the project.
    """
    project = reviewing.project
    last = reviews.last_subject(project, reviewing.reviewer)
    place = documents.find_clause(project, last) if last else None
    if place and (document := documents.document(project, place[0])):
        desk = Desk(reviewing, document, place[1])
        if desk.review.state in ("submitted", "skipped"):
            with suppress(Refused):  # everything is finished: stay
                desk.next_unfinished()
        return desk
    first = documents.first(project)
    return Desk(reviewing, first) if first else None


def settle() -> None:
    """Collect garbage from now on, but not among what was loaded to start: all of that stays."""
    gc.freeze()
    gc.enable()
