"""A range of the clause as it is being marked: which words, which end moves, how far."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from annotator.tui.page import Span


class Selection:
    """`anchor` and `head`, the end that moves; the range is what lies between, never empty.

    Until it is `begun` the words under the cursor are the range, and steps go from words to words; then
    steps move the head. `bounds` are the parts of the clause: a range stays in the part that it began in.
    """

    def __init__(self, bounds: Sequence[Span], words: Sequence[Span]) -> None:
        self._bounds = bounds
        self.words = words
        self.anchor, self.head = words[0] if words else (bounds[0][0], bounds[0][0] + 1)
        self.begun = False

    @property
    def range(self) -> Span:
        """What is selected."""
        return min(self.anchor, self.head), max(self.anchor, self.head)

    @property
    def at(self) -> int:
        """The character that must be in sight: the one at the moving end."""
        return self.head if self.head < self.anchor else self.head - 1

    def renew(self, words: Sequence[Span]) -> None:
        """Other words to step between. What was begun, or found for the user, stays as it is."""
        on_words = not self.begun and self.range in self.words
        self.words = words
        if on_words:
            self.go(self.range[0])

    def take(self, span: Span) -> None:
        """Select that range."""
        (self.anchor, self.head), self.begun = span, False

    def go(self, at: int) -> None:
        """Select the words at a character, or those that follow it."""
        number = bisect_right(self.words, at, key=lambda span: span[1])
        if self.words:
            self.take(self.words[min(number, len(self.words) - 1)])

    def begin(self) -> None:
        """Hold the range, so that steps make it longer or shorter; a second time lets it go."""
        self.begun = not self.begun

    def swap(self) -> None:
        """Let the other end move."""
        self.anchor, self.head = self.head, self.anchor
        self.begun = True

    def by_words(self, by: int) -> None:
        """The next words, or those before; of a range that is begun, the head goes on by words."""
        if self.begun:
            self.stretch(self._edge(by))
            return
        start, end = self.range
        if by > 0:
            number = bisect_left(self.words, end, key=lambda span: span[0])
        else:
            number = bisect_right(self.words, start, key=lambda span: span[1]) - 1
        if 0 <= number < len(self.words):
            self.take(self.words[number])

    def by_characters(self, by: int) -> None:
        """Move the head by a character, over the anchor where it must."""
        self.begun = True
        self.stretch(self.head + by if self.head + by != self.anchor else self.head + 2 * by)

    def stretch(self, to: int) -> None:
        """Move the head to an offset, as far as the part goes."""
        first, last = self._part()
        to = max(first, min(to, last))
        if to != self.anchor:
            self.head = to

    def drag(self, start: int, at: int) -> None:
        """Select from the character `start` to the character `at`, both included."""
        self.begun = True
        self.anchor, self.head = (start, start + 1) if at >= start else (start + 1, start)
        self.stretch(at + 1 if at >= start else at)

    def _part(self) -> Span:
        at = min(self.anchor, self.head)
        return next((one for one in reversed(self._bounds) if one[0] <= at), self._bounds[0])

    def _edge(self, by: int) -> int:
        """The next end of words from the head, in that direction, that leaves a range."""
        first, last = self._part()
        ends = sorted({first, last, *self._ends(first, last)})
        if by > 0:
            return next((end for end in ends if end > self.head and end != self.anchor), last)
        return next((end for end in reversed(ends) if end < self.head and end != self.anchor), first)

    def _ends(self, first: int, last: int) -> Iterator[int]:
        """Ends of words, seen from the anchor: behind it where they close, before it where they open."""
        for start, end in self.words:
            if first <= start and end <= last:
                yield start if start < self.anchor else end
                if start < self.anchor < end:
                    yield end
