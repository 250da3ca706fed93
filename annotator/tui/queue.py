"""A queue: what a search or an audit found, or what a round assigns, to be worked through clause by clause.

It is a list made once. What is labelled meanwhile stays in its place, and a hundred thousand clauses are
as quick as ten, because a clause's id is a number of eight bytes, and nothing else is kept of it.
"""

from array import array
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from typing import TYPE_CHECKING

from annotator.errors import Refused
from annotator.model.round import Task
from annotator.words import say

if TYPE_CHECKING:  # the screens start without the query language
    from annotator.store.project import Project
    from annotator.tools.query import Query

_PREFIX = "cl-"


def packed(clause_ids: Iterable[str]) -> "array[int]":
    """Clause ids in eight bytes each."""
    return array("Q", (int(one.removeprefix(_PREFIX), 16) for one in clause_ids))


def unpacked(found: Iterable[int]) -> list[str]:
    """The clause ids again."""
    return [f"{_PREFIX}{number:016x}" for number in found]


class Queue:
    """`text` is the query as it was typed, empty where there was none, `title` what it is called, `position`
    the number of the clause on the desk, from 0. A clause stands in it once in each of the `passes`, which
    are 1 unless given. `titles` are those of all documents, once somebody asked for them.
    """

    training = False
    area = "search"
    """What it is from, for the words that tell of leaving it."""

    def __init__(
        self, title: str, text: str, query: "Query | None", found: "array[int]", passes: bytes = b""
    ) -> None:
        self.title = title
        self.text = text
        self.query = query
        self.position = 0
        self.titles: Sequence[str] = ()
        self._found = found
        self._passes = passes

    @property
    def place(self) -> str:
        """Where one is in it, in words."""
        key = "moving.queue" if self.text else "moving.chosen"
        return say(key, title=self.title, number=self.position + 1, count=self.count)

    def worked(self, before: bool, after: bool) -> None:
        """The task on the desk was finished `before`, or is it `after` what was done."""

    @property
    def count(self) -> int:
        """How many clauses there are."""
        return len(self._found)

    def clause_ids(self, first: int = 0, count: int | None = None) -> list[str]:
        """The ids of the clauses from number `first` on, `count` of them or all."""
        end = None if count is None else first + count
        return unpacked(self._found[first:end])

    def tasks(self, first: int = 0, count: int | None = None) -> list[Task]:
        """The same with their passes."""
        ids = self.clause_ids(first, count)
        return list(map(Task, ids, self._passes[first : first + len(ids)] or [1] * len(ids)))

    def beside(self, by: int) -> Task:
        """The task so many places on. Raises Refused past either end."""
        to = self.position + by
        if not 0 <= to < self.count:
            raise self.ended("moving.queue_end" if by > 0 else "moving.queue_start")
        return self.tasks(to, 1)[0]

    def recount(self, project: "Project", reviewer: str) -> None:
        """Count again what is done, where that is told."""

    def ended(self, key: str) -> Refused:
        """The sentence for one of the ends."""
        return Refused(key)

    def turn_to(self, task: Task) -> bool:
        """Make a task the one on the desk; False where it is none of the queue's."""
        number = packed([task.clause_id])[0]
        near = (self.position, self.position + 1, self.position - 1)
        for place in (*near, *self._places(number)):
            if 0 <= place < self.count and self._found[place] == number and self._pass(place) == task.pass_no:
                self.position = place
                return True
        return False

    def _places(self, number: int) -> Iterator[int]:
        """Where a clause stands."""
        with suppress(ValueError):
            place = -1
            while True:
                place = self._found.index(number, place + 1)
                yield place

    def _pass(self, place: int) -> int:
        return self._passes[place] if self._passes else 1
