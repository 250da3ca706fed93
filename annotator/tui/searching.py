"""A search as a reviewer asks it: the query, whose labels it looks at, what it finds, the queue of that."""

from array import array
from collections.abc import Callable, Iterator
from typing import NamedTuple

from annotator.model.codebook import Codebook
from annotator.store import holding, queries, settling
from annotator.store.project import Project
from annotator.store.search import search, whose
from annotator.store.settling import Settled
from annotator.tools.query import Query, parse, suggested_instead
from annotator.tui.desk import Desk
from annotator.tui.queue import Queue, packed


class Question(NamedTuple):
    """A query as it was typed, understood under a codebook, and whose labels it looks at."""

    text: str
    query: Query
    codebook: Codebook
    reviewer: str


def question(desk: Desk, text: str) -> Question:
    """What was typed, understood. Raises AnnotatorError for no query, or for another's labels."""
    codebook = desk.reviewing.codebook
    query = parse(text, codebook)
    who = whose(desk.project, query, desk.reviewing.reviewer, others=False)
    return Question(text.strip(), query, codebook, who)


def owing(asked: Question, project: Project, stopped: Callable[[], bool]) -> Iterator[Settled]:
    """What has to be made before it can be looked up, piece by piece: of many clauses that takes a minute."""
    for step in settling.steps(project, asked.codebook) if asked.query.asks_what_is_suggested else ():
        if stopped():
            return
        yield step


def found(asked: Question, project: Project, stopped: Callable[[], bool]) -> Iterator["array[int]"]:
    """The clauses that meet it, batch by batch."""
    hold = holding.in_force(project)
    for hits in search(project, asked.query, asked.codebook, [asked.reviewer], hold=hold, stopped=stopped):
        yield packed(hit.clause_id for hit in hits)


def instead(desk: Desk, asked: Question) -> Question | None:
    """The same asked of suggestions, where it asks for labels."""
    other = suggested_instead(asked.text, asked.codebook)
    return question(desk, other) if other else None


def queue(desk: Desk, asked: Question, hits: "array[int]") -> Queue:
    """The queue of what was found, called by the name under which the query is saved, if it is."""
    named = next((name for name, text in queries.listing(desk.project) if text == asked.text), asked.text)
    return Queue(named, asked.text, asked.query, hits)
