"""The way back: which clauses were left by a jump."""

from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager
from typing import NamedTuple

from annotator.model.document import Clause
from annotator.model.round import Task
from annotator.tui.queue import Queue

DEPTH = 100


class Stop(NamedTuple):
    """A clause that was on the desk, with the queue that was on."""

    clause: Clause
    queue: Queue | None
    position: int

    @property
    def task(self) -> Task:
        """The clause in the pass in which it was there."""
        return self.queue.tasks(self.position, 1)[0] if self.queue else Task(self.clause.clause_id)

    def next_to(self, other: "Stop") -> bool:
        """Whether it takes no more than a step from one to the other."""
        here, there = self.clause, other.clause
        if self.queue is not other.queue:
            return here.clause_id == there.clause_id and self.task == other.task
        if self.queue:
            return abs(self.position - other.position) <= 1
        return here.doc_id == there.doc_id and abs(here.ord - there.ord) <= 1


class Trail:
    """The last DEPTH clauses that were left by more than a step."""

    def __init__(self) -> None:
        self._here: Stop | None = None
        self._left: deque[Stop] = deque(maxlen=DEPTH)

    def arrive(self, clause: Clause, queue: Queue | None) -> None:
        """Say which clause is on the desk now."""
        before, self._here = self._here, Stop(clause, queue, queue.position if queue else 0)
        if before and not before.next_to(self._here):
            self._left.append(before)

    @property
    def leads_back(self) -> bool:
        """Whether there is a clause to go back to."""
        return bool(self._left)

    def stops(self) -> list[Stop]:
        """The clauses left, the last one first."""
        return [*reversed(self._left)]

    @contextmanager
    def returning(self, stop: Stop) -> Iterator[None]:
        """Go back to one of them within the block; where that succeeds, it is forgotten with those left
        after it.
        """
        here, self._here = self._here, None  # to return is no jump
        try:
            yield
        except BaseException:
            self._here = here
            raise
        while self._left.pop() is not stop:
            pass
