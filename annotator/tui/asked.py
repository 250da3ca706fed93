"""Noting what a reviewer asked, so that it is offered again."""

from contextlib import suppress

from annotator.errors import AnnotatorError
from annotator.store import asked
from annotator.tui.desk import Desk


def remember(desk: Desk, text: str) -> None:
    """Note that something was asked; a project that is busy just now may forget it."""
    with suppress(AnnotatorError):
        asked.remember(desk.project, desk.reviewing.reviewer, text)
