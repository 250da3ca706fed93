"""Long work told on stderr, a line every few seconds."""

import time

from annotator.cli.options import tell
from annotator.words import say

EVERY = 2.0
"""Seconds from one line to the next; work that takes less is not told."""


class Told:
    """Call it with how many clauses are done, of how many; `key` is the sentence."""

    def __init__(self, key: str) -> None:
        self._key = key
        self._last = time.monotonic()

    def __call__(self, done: int, total: int) -> None:
        """Tell it, where it is time."""
        if (now := time.monotonic()) - self._last >= EVERY:
            self._last = now
            tell(say(self._key, done=done, total=total))
