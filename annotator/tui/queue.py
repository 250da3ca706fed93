"""A queue: what a search or an audit found, to be worked through clause by clause.

It is a list made once. What is labelled meanwhile stays in its place, and a hundred thousand clauses are
as quick as ten, because a clause's id is a number of eight bytes, and nothing else is kept of it.
"""

from array import array
from collections.abc import Iterable
from typing import TYPE_CHECKING

from annotator.errors import Refused

if TYPE_CHECKING:  # the screens start without the query language
    from annotator.tools.query import Query

_PREFIX = "cl-"


def packed(clause_ids: Iterable[str]) -> "array[int]":
    """Clause ids in eight bytes each."""
    return array("Q", (int(one.removeprefix(_PREFIX), 16) for one in clause_ids))


def unpacked(found: Iterable[int]) -> list[str]:
    """The clause ids again."""
    return [f"{_PREFIX}{number:016x}" for number in found]


class Queue:
    """`text` is the query as it was typed, empty where it was none; `title` what it is called, `position` the
    number of the clause on the desk, from 0.
    """

    def __init__(self, title: str, text: str, query: "Query | None", found: "array[int]") -> None:
        self.title = title
        self.text = text
        self.query = query
        self.position = 0
        self._found = found

    @property
    def count(self) -> int:
        """How many clauses there are."""
        return len(self._found)

    def clause_ids(self, first: int = 0, count: int | None = None) -> list[str]:
        """The ids of the clauses from number `first` on, `count` of them or all."""
        end = None if count is None else first + count
        return unpacked(self._found[first:end])

    def beside(self, by: int) -> str:
        """The clause so many places on. Raises Refused past either end."""
        to = self.position + by
        if not 0 <= to < self.count:
            raise Refused("moving.queue_end" if by > 0 else "moving.queue_start")
        return self.clause_ids(to, 1)[0]

    def turn_to(self, clause_id: str) -> bool:
        """Make a clause the one on the desk; False where it is none of the queue's."""
        number = packed([clause_id])[0]
        for near in (self.position, self.position + 1, self.position - 1):
            if 0 <= near < self.count and self._found[near] == number:
                self.position = near
                return True
        try:
            self.position = self._found.index(number)
        except ValueError:
            return False
        return True
