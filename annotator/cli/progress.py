"""Long work told on stderr: a bar on a terminal, elsewhere a line every few seconds."""

import sys
import time

from annotator.cli.cells import cells, fitted
from annotator.cli.options import tell
from annotator.words import say
from annotator.words.plain import plain

EVERY = 2.0
"""Seconds from one line to the next; work that takes less is not told."""
_OFTEN = 0.1
_BAR = 20


class Told:
    """Call it with how many clauses are done, of how many; `key` is the sentence."""

    def __init__(self, key: str) -> None:
        self._key = key
        self._last = time.monotonic()

    def __call__(self, done: int, total: int, **values: object) -> None:
        """Tell it, where it is time."""
        if (now := time.monotonic()) - self._last >= EVERY:
            self._last = now
            tell(say(self._key, done=done, total=total, **values))


class Bar:
    """The same as a bar that is drawn over itself, where stderr is a terminal. It is gone when the block
    ends, and while other lines are told (`clear`).
    """

    def __init__(self, key: str) -> None:
        self._key, self._told = key, Told(key)
        self._terminal = sys.stderr is not None and sys.stderr.isatty()
        self._last = self._width = 0.0

    def __call__(self, done: int, total: int, **values: object) -> None:
        """Draw it, where it is time."""
        if not self._terminal:
            self._told(done, total, **values)
            return
        if (now := time.monotonic()) - self._last < _OFTEN:
            return
        self._last = now
        full = _BAR * done // max(total, 1)
        self._draw(f"{'█' * full}{'░' * (_BAR - full)} {say(self._key, done=done, total=total, **values)}")

    def clear(self) -> None:
        """Leave an empty line in its place."""
        if self._width:
            sys.stderr.write(f"\r{' ' * int(self._width)}\r")
            sys.stderr.flush()
            self._width = self._last = 0

    def _draw(self, text: str) -> None:
        from shutil import get_terminal_size  # noqa: PLC0415  (archives and compression, for a bar alone)

        line = fitted(plain(text), get_terminal_size().columns - 1)
        gap = max(0, int(self._width) - cells(line))
        sys.stderr.write(f"\r{line}{' ' * gap}")
        sys.stderr.flush()
        self._width = cells(line)

    def __enter__(self) -> "Bar":
        return self

    def __exit__(self, *_: object) -> None:
        self.clear()
