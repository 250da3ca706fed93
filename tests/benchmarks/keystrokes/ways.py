"""The shortest way of slate's cursor from one row of words to another, by its movement commands."""

from collections.abc import Iterator, Sequence
from heapq import heappop, heappush
from itertools import accumulate, count
from typing import NamedTuple

MOVES = {
    "move-right": "l", "move-left": "h", "move-down": "j", "move-up": "k", "jump-right": "L",
    "jump-left": "H", "extend-right": "e", "extend-left": "w", "contract-right": "c", "contract-left": "v",
}  # fmt: skip
"""The keys that the configuration gives its commands; a number typed before repeats a move or an extension."""


class Span(NamedTuple):
    """From the first word to the last, both counted through the document."""

    start: int
    end: int


class Words:
    """A document as numbers of words in its lines; `first` is the number of each line's first word."""

    def __init__(self, lengths: Sequence[int]) -> None:
        self.lengths = lengths
        self.first = [0, *accumulate(lengths)]
        self.lines = [line for line, length in enumerate(lengths) for _ in range(length)]

    def name(self, span: Span) -> str:
        """As slate writes it."""
        start, end = ((self.lines[at], at - self.first[self.lines[at]]) for at in span)
        return str(start) if start == end else str((start, end))

    def below(self, at: int, lines: int) -> int:
        """The word that many lines further down, in the same column or the last before it."""
        line = min(max(self.lines[at] + lines, 0), len(self.lengths) - 1)
        return self.first[line] + min(at - self.first[self.lines[at]], self.lengths[line] - 1)


def way(words: Words, here: Span, to: Span) -> list[str]:
    """The fewest keys from one place of the cursor to another.

    Numbers are tried only where an end of the cursor comes to stand right: a number elsewhere, and steps
    after it, is never shorter.
    """
    order = count()
    queue, done = [(0, next(order), here, list[str]())], set[Span]()
    while queue:
        cost, _, at, keys = heappop(queue)
        if at == to:
            return keys
        if at in done:
            continue
        done.add(at)
        for pressed, after in _after(words, at, to):
            if after not in done and after.end - after.start <= 2 * (to.end - to.start) + 4:
                heappush(queue, (cost + len(pressed), next(order), after, [*keys, *pressed]))
    raise AssertionError(f"no way from {here} to {to}")


def _after(words: Words, at: Span, to: Span) -> Iterator[tuple[list[str], Span]]:
    last, lines = len(words.lines) - 1, words.lines
    for shift in {1, -1, to.start - at.start, to.end - at.end} - {0}:
        moved = Span(min(max(at.start + shift, 0), last), min(max(at.end + shift, 0), last))
        if moved.start != at.start and moved.end != at.end:
            yield _times("move-right" if shift > 0 else "move-left", shift), moved
    for shift in {1, -1, lines[to.start] - lines[at.start]} - {0}:
        moved = Span(words.below(at.start, shift), words.below(at.end, shift))
        if lines[at.start] == lines[at.end] and moved.start != at.start and moved.end != at.end:
            yield _times("move-down" if shift > 0 else "move-up", shift), moved
    if lines[at.start] == lines[at.end]:
        begin, end = words.first[lines[at.start]], words.first[lines[at.start] + 1] - 1
        if begin not in at:
            yield [MOVES["jump-left"]], Span(begin, begin)
        if end not in at:
            yield [MOVES["jump-right"]], Span(end, end)
    for more in {1, to.end - at.end}:
        if more > 0 and at.end + more <= last:
            yield _times("extend-right", more), Span(at.start, at.end + more)
    for more in {1, at.start - to.start}:
        if more > 0 and at.start - more >= 0:
            yield _times("extend-left", more), Span(at.start - more, at.end)
    if at.start < at.end:
        yield [MOVES["contract-right"]], Span(at.start, at.end - 1)
        yield [MOVES["contract-left"]], Span(at.start + 1, at.end)


def _times(command: str, shift: int) -> list[str]:
    """A command once, or with a number before it."""
    return [*(str(abs(shift)) if abs(shift) > 1 else ""), MOVES[command]]
