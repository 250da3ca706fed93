"""Lines that go to another clause, or to another document."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from annotator.errors import Refused
from annotator.store import documents, reviews
from annotator.tui import going
from annotator.tui.linear.speech import Meant
from annotator.words import say

if TYPE_CHECKING:
    from annotator.tui.linear.talk import Talk


def onward(talk: "Talk", _: Meant) -> Iterator[str]:
    """The next clause."""
    going.step(talk.desk, 1)
    yield from ()


def previous(talk: "Talk", _: Meant) -> Iterator[str]:
    """The clause before."""
    going.step(talk.desk, -1)
    yield from ()


def unfinished(talk: "Talk", _: Meant) -> Iterator[str]:
    """The next clause neither submitted nor skipped."""
    going.next_unfinished(talk.desk)
    yield from ()


def first(talk: "Talk", _: Meant) -> Iterator[str]:
    """The first clause of the queue or of the document."""
    going.go_to(talk.desk, 0)
    yield from ()


def last(talk: "Talk", _: Meant) -> Iterator[str]:
    """The last one."""
    going.go_to(talk.desk, -1)
    yield from ()


def library(talk: "Talk", _: Meant) -> Iterator[str]:
    """The documents with their progress."""
    desk = talk.desk
    for number, document in enumerate(documents.listing(desk.project), start=1):
        mine = reviews.progress(desk.project, document).get(desk.reviewing.reviewer)
        done = mine.submitted if mine else 0
        yield say("linear.document", number=number, title=document.title, done=done, count=document.clauses)


def open_document(talk: "Talk", meant: Meant) -> Iterator[str]:
    """A document by its number in that list, at its first unfinished clause."""
    every = documents.listing(talk.desk.project)
    if not meant.text.isdecimal() or not 0 < int(meant.text) <= len(every):
        raise Refused("linear.no_number", most=len(every))
    talk.desk.open_at_work(every[int(meant.text) - 1])
    yield from ()
