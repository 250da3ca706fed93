"""The clause in its place: what stands before it, the clause itself, what comes after."""

from collections.abc import Sequence

from annotator.tui.widgets.paragraphs import Paragraphs, Passage

CONTEXT_BEFORE = 2
"""Lines of what stands before the clause that are seen above it."""


class ClauseView(Paragraphs):
    """Begins at the clause; what must be seen ends with it."""

    def show(self, passages: Sequence[Passage], *, stay: bool = False) -> None:
        """Show other paragraphs, the clause's first line near the top; `stay` leaves the lines where they
        are, for the same clause with other marks or in another view.
        """
        self.passages = passages
        self.lay_out()
        if not stay:
            first = next((n for n, (passage, _, _) in enumerate(self.lines) if passage.here), 0)
            long = self.last - first + CONTEXT_BEFORE >= self.size.height
            self.scroll_to(y=first if long else max(0, first - CONTEXT_BEFORE), animate=False, force=True)
        self.refresh()

    def _last_line(self) -> int:
        return max((n for n, (passage, _, _) in enumerate(self.lines) if passage.here), default=0)
