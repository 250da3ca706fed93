"""What a draw is made from, and what it gives."""

from collections.abc import Mapping, Sequence
from typing import Literal, NamedTuple

from annotator.model.round import Task

Unit = Literal["clause", "document"]
Order = Literal["document", "shuffled"]


class Item(NamedTuple):
    """A clause that may be drawn. `place` is its number in the order in which the project is read; of two
    clauses of which one weighs `weight` times as much, it is drawn first so many times as often.
    """

    clause_id: str
    doc_id: str
    place: int
    weight: int = 1


class Plan(NamedTuple):
    """How to draw.

    seed      names the draw
    overlap   the share of clauses that `each` reviewers get (all of them, where there are fewer); the others
              go to one reviewer each
    most      how many clauses (documents, where these are dealt) are drawn; None: all
    by        whether clauses are dealt one by one or by whole documents
    order     a reviewer's clauses in the order of the documents, or shuffled for each reviewer; of whole
              documents, these are shuffled and each is read from its beginning
    retest    the share of a reviewer's clauses that come a second time, half a queue or more behind the first
    check     the share of a reviewer's clauses that are added from those whose answer is known
    """

    seed: int = 1
    overlap: float = 0.0
    each: int = 2
    most: int | None = None
    by: Unit = "clause"
    order: Order = "document"
    retest: float = 0.0
    check: float = 0.0


class Drawn(NamedTuple):
    """Each reviewer's tasks in order, which clauses several have, and which are checks."""

    tasks: Mapping[str, Sequence[Task]]
    shared: frozenset[str]
    checks: frozenset[str]
