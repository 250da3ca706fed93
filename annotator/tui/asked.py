"""The queries that a reviewer asked last, kept in the project on this machine."""

from contextlib import suppress

from annotator.errors import AnnotatorError
from annotator.store import drafts
from annotator.tui.desk import Desk

MOST = 8
_SUBJECT, _KIND = "query", "asked"


def asked(desk: Desk) -> list[str]:
    """What was asked, the last first."""
    return (drafts.kept(desk.project, _place(desk)) or "").splitlines()


def remember(desk: Desk, text: str) -> None:
    """Note that something was asked; a project that is busy just now may forget it."""
    line = " ".join(text.split())
    every = [line, *(one for one in asked(desk) if one != line)]
    with suppress(AnnotatorError):
        drafts.keep(desk.project, _place(desk), "\n".join(every[:MOST]))


def _place(desk: Desk) -> drafts.Place:
    return drafts.Place(desk.reviewing.reviewer, _SUBJECT, _KIND)
