"""The clause in its place: what stands before it, the clause itself, what comes after."""

from collections.abc import Sequence

from rich.cells import cell_len

from annotator.tui.display import reached
from annotator.tui.passage import Passage
from annotator.tui.widgets.paragraphs import GUTTER, Paragraphs

CONTEXT_BEFORE = 2
"""Lines of what stands before the clause that are seen above it."""


class ClauseView(Paragraphs):
    """Begins at the clause; what must be seen ends with it."""

    def show(self, passages: Sequence[Passage], *, stay: bool = False) -> None:
        """Show other paragraphs, the clause's first line near the top; `stay` leaves the lines where they
        are, for the same clause with other marks or in another view. What is shown is not drawn again.
        """
        if stay and passages == self.passages:
            return
        self.passages = passages
        self.lay_out()
        if not stay:
            first = next(
                (n for n, (passage, _, _) in enumerate(self.lines) if passage.here or passage.head), 0
            )
            long = self.last - first + CONTEXT_BEFORE >= self.size.height
            self.scroll_to(y=first if long else max(0, first - CONTEXT_BEFORE), animate=False, force=True)
        self.refresh()

    def places(self) -> list[tuple[int, int, int]]:
        """(line, start, end) of each line of the clause, in offsets into its passage."""
        return [(n, start, end) for n, (one, start, end) in enumerate(self.lines) if one.here]

    def at(self, x: int, y: int) -> int | None:
        """The character of the clause under a cell of the widget, the nearest of its line; None beside it."""
        number = y + self.scroll_offset.y
        if not 0 <= number < len(self.lines) or not self.lines[number][0].here:
            return None
        passage, start, end = self.lines[number]
        return start + reached(passage.text[start:end], x - GUTTER)

    def beside(self, at: int, by: int) -> int | None:
        """The character above or below one, that many lines away; None where the clause has no such line."""
        lines = self.places()
        here = next((n for n, (_, start, end) in enumerate(lines) if start <= at < end), None)
        if here is None or not 0 <= here + by < len(lines):
            return None
        passage = self.lines[lines[here][0]][0]
        (_, start, _), (_, first, last) = lines[here], lines[here + by]
        return first + reached(passage.text[first:last], cell_len(passage.text[start:at]))

    def reveal(self, at: int) -> None:
        """Scroll so that the line of a character is seen."""
        number = next((n for n, start, end in self.places() if start <= at < end), None)
        # The last line of the place may tell how much is below.
        if number is not None and not 0 <= number - self.scroll_offset.y < self.size.height - 1:
            self.scroll_to(y=max(0, number - self.size.height // 2), animate=False, force=True)

    def _last_line(self) -> int:
        return max((n for n, (passage, _, _) in enumerate(self.lines) if passage.here), default=0)
