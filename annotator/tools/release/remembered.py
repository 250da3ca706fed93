"""What was made of a thing, for as long as the very same thing comes again.

Thousands of clauses have the same said of them, in objects that the store hands out again: none need be
compared, and what depends on nothing else is worked out once.
"""

from collections.abc import Callable
from typing import Generic, TypeVar

Thing = TypeVar("Thing")
Made = TypeVar("Made")

MOST = 4096
"""So many are kept; then all are forgotten, so that memory does not grow."""


class Remembered(Generic[Thing, Made]):
    """Gives what `make` makes of things. They are known by identity, and kept with what was made of them, so
    that no other thing can have the identity of one that is known. Nobody may change them.
    """

    def __init__(self, make: Callable[[Thing], Made]) -> None:
        self._make = make
        self._known: dict[int, tuple[Thing, Made]] = {}

    def of(self, thing: Thing) -> Made:
        """What is made of a thing."""
        if found := self._known.get(id(thing)):
            return found[1]
        if len(self._known) == MOST:
            self._known.clear()
        made = self._make(thing)
        self._known[id(thing)] = thing, made
        return made
