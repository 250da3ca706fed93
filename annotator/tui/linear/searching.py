"""Lines that search, work through what was found, and keep queries."""

from array import array
from collections.abc import Iterator
from functools import partial
from typing import TYPE_CHECKING

from annotator.errors import Refused
from annotator.store import queries
from annotator.tools.query import Query
from annotator.tui import going
from annotator.tui.asked import remember
from annotator.tui.excerpts import Excerpt, excerpts
from annotator.tui.linear.speech import Meant
from annotator.tui.offers import Offer, offers
from annotator.tui.queue import Queue
from annotator.tui.searching import found, owing, question, queue
from annotator.words import say

if TYPE_CHECKING:
    from annotator.tui.linear.talk import Talk

TOLD = 9
"""Clauses of a queue that are told at once."""


def search(talk: "Talk", meant: Meant) -> Iterator[str]:
    """Make a queue of what a query finds; without one, tell queries to choose from."""
    if meant.text:
        yield from _start(talk, meant.text)
    else:
        yield from talk.offer([(_words(one), partial(_start, talk, one.text)) for one in offers(talk.desk)])


def _words(one: Offer) -> str:
    words = f"{one.name or one.text} {one.about}".rstrip()
    return say("linear.query", kind=say(f"searching.{one.kind}"), words=words)


def _start(talk: "Talk", text: str) -> Iterator[str]:
    desk, hits = talk.desk, array("Q")
    asked = question(desk, text)
    tenths = -1
    for done, total in owing(asked, desk.project, lambda: False):
        if done * 10 // total > tenths:
            tenths = done * 10 // total
            yield say("searching.settling_told", done=done, total=total)
    for batch in found(asked, desk.project, lambda: False):
        hits.extend(batch)
    if not hits:
        raise Refused("searching.nothing")
    going.start(desk, queue(desk, asked, hits))
    remember(desk, text)
    yield say("linear.queue_begun", count=len(hits))


def _queue(talk: "Talk") -> Queue:
    if talk.desk.queue is None:
        raise Refused("linear.no_queue")
    return talk.desk.queue


def results(talk: "Talk", _: Meant) -> Iterator[str]:
    """What was found, from the clause on the desk on; a number goes to a clause."""
    made = _queue(talk)
    rows = excerpts(talk.desk.project, made.clause_ids(made.position, TOLD), made.query or Query(()))
    yield made.place
    titles = [row.title if row else "" for row in rows]
    told = [_hit(row, new=at == 0 or titles[at - 1] != titles[at]) for at, row in enumerate(rows)]
    ways = [partial(going.go_to, talk.desk, made.position + at) for at in range(len(rows))]
    yield from talk.offer([*zip(told, ways, strict=True)])


def _hit(row: Excerpt | None, *, new: bool) -> str:
    """A clause that was found; its document, where that is another than before."""
    if row is None:
        return say("moving.row_gone")
    words = " ".join("".join(text for text, _ in row.parts).split())
    title = say("linear.titled", title=row.title) if new else ""
    return say("linear.hit", title=title, number=row.number, words=words).lstrip()


def leave(talk: "Talk", _: Meant) -> Iterator[str]:
    """Stay at the clause, among those of its document."""
    left = _queue(talk)
    going.leave_queue(talk.desk)
    yield say(f"moving.left_{left.area}")


def save(talk: "Talk", meant: Meant) -> Iterator[str]:
    """Keep the query of the queue under a name."""
    desk, text = talk.desk, _queue(talk).text
    if not text:
        raise Refused("linear.no_queue")
    queries.save(desk.project, desk.reviewing.reviewer, meant.text, text)
    yield say("searching.saved_as", name=meant.text)


def drop(talk: "Talk", meant: Meant) -> Iterator[str]:
    """Take a saved query away."""
    queries.drop(talk.desk.project, talk.desk.reviewing.reviewer, meant.text)
    yield say("searching.dropped", name=meant.text)
