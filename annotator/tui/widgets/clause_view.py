"""The clause in its place: what stands before it, the clause itself, what comes after."""

from collections.abc import Sequence
from itertools import pairwise
from typing import ClassVar, NamedTuple

from rich.style import Style
from textual import events
from textual.geometry import Size
from textual.scroll_view import ScrollView
from textual.strip import Strip

from annotator.tui.display import Part, ink, strip, wrap
from annotator.tui.widgets.drawing import Drawing
from annotator.words import say

GUTTER = 2
CONTEXT_BEFORE = 2


class Passage(NamedTuple):
    """A paragraph to show: `marks` are (start, end, component) ranges of its text."""

    text: str
    marks: tuple[tuple[int, int, str], ...] = ()
    here: bool = False


class ClauseView(Drawing, ScrollView, can_focus=False):
    """Paragraphs wrapped for Chinese; those of the clause itself carry a bar in the gutter."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "clause-view--context", "clause-view--bar", "clause-view--lead", "clause-view--tail",
        "clause-view--unit", "clause-view--hit",
    }  # fmt: skip

    def __init__(self) -> None:
        super().__init__()
        self._passages: Sequence[Passage] = ()
        self._lines: list[tuple[Passage, int, int]] = []
        self._width = 0
        self._last = 0

    def show(self, passages: Sequence[Passage]) -> None:
        """Show other paragraphs, the clause's first line near the top."""
        self._passages = passages
        self._lay_out()
        first = next((n for n, (passage, _, _) in enumerate(self._lines) if passage.here), 0)
        long = self._last - first + CONTEXT_BEFORE >= self.size.height
        self.scroll_to(y=first if long else max(0, first - CONTEXT_BEFORE), animate=False, force=True)
        self.refresh()

    def _lay_out(self) -> None:
        self._width = self.size.width
        room = max(2, self._width - GUTTER - 1)
        self._lines = []
        for passage in self._passages:
            lines = wrap(passage.text, room) or [(0, 0)]
            self._lines += [(passage, start, end) for start, end in lines]
            # A blank line between paragraphs keeps the eye on the clause.
            self._lines.append((Passage(""), 0, 0))
        self._last = max((n for n, (passage, _, _) in enumerate(self._lines) if passage.here), default=0)
        self.virtual_size = Size(self._width, len(self._lines))

    def on_resize(self, event: events.Resize) -> None:
        """Lines depend on the width."""
        if event.size.width != self._width:
            self.show(self._passages)

    def render_line(self, y: int) -> Strip:
        """One line of the screen."""
        number, background = y + self.scroll_offset.y, self.ground
        if number >= len(self._lines):
            return Strip.blank(self.size.width, background)
        hidden = self._last - number
        if y == self.size.height - 1 and hidden > 0:
            more = (say("review.more", count=hidden + 1), ink(self, "clause-view--bar"))
            return strip([("▌ ", more[1]), more], self.size.width, background)
        passage, start, end = self._lines[number]
        bar = ink(self, "clause-view--bar")
        gutter: Part = ("▌ ", bar) if passage.here else ("  ", Style.null())
        return strip([gutter, *self._styled(passage, start, end)], self.size.width, background)

    def _styled(self, passage: Passage, start: int, end: int) -> list[Part]:
        base = Style.null()
        if not passage.here:
            base = ink(self, "clause-view--context")
        cuts = {start, end}
        for first, last, _ in passage.marks:
            cuts |= {at for at in (first, last) if start < at < end}
        edges = sorted(cuts)
        parts: list[Part] = []
        for a, b in pairwise(edges):
            style = base
            for first, last, name in passage.marks:
                if first <= a and b <= last:
                    style += ink(self, f"clause-view--{name}")
            parts.append((passage.text[a:b], style))
        return parts
