"""Paragraphs wrapped for Chinese, with what is marked in them, in a place that scrolls."""

from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise
from typing import ClassVar

from rich.style import Style
from textual.geometry import Size
from textual.scroll_view import ScrollView
from textual.strip import Strip

from annotator.tui.display import Part, ink, strip, wrap
from annotator.tui.keys import key_words, keys_of
from annotator.tui.passage import Passage
from annotator.tui.widgets.drawing import Drawing
from annotator.words import say

GUTTER = 2


class Paragraphs(Drawing, ScrollView, can_focus=False):
    """Shows passages. Its last line says how many more there are."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "paragraphs--context", "paragraphs--bar", "paragraphs--lead", "paragraphs--tail", "paragraphs--unit",
        "paragraphs--target", "paragraphs--deadline", "paragraphs--hit", "paragraphs--doubt",
        "paragraphs--removed", "paragraphs--added", "paragraphs--note", "paragraphs--name",
        "paragraphs--label", "paragraphs--evidence", "paragraphs--mark", "paragraphs--place",
        "paragraphs--selection",
    }  # fmt: skip

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id, classes=classes)
        self.passages: Sequence[Passage] = ()
        self.lines: list[tuple[Passage, int, int]] = []
        self.last = 0
        self._over: Sequence[tuple[int, int, str]] = ()
        self._laid_out_for = Size()

    def lay_over(self, marks: Sequence[tuple[int, int, str]]) -> None:
        """Paint marks over the paragraph it is about, above those that it has; none takes them away."""
        self._over = marks
        self.refresh()

    def show(self, passages: Sequence[Passage]) -> None:
        """Show other paragraphs, from the first on."""
        self.passages = passages
        self.lay_out()
        self.scroll_to(y=0, animate=False, force=True)
        self.refresh()

    def lay_out(self) -> None:
        """Break the paragraphs into `lines`; `last` is the number of the last that must be seen."""
        self._laid_out_for = self.size
        room = max(2, self.size.width - GUTTER - 1)
        self.lines = []
        for passage in self.passages:
            self.lines += [(passage, start, end) for start, end in _wrapped(passage.text, room) or [(0, 0)]]
            if passage.gap:
                self.lines.append((Passage(""), 0, 0))
        self.last = self._last_line()
        self.virtual_size = Size(self.size.width, len(self.lines))

    def _last_line(self) -> int:
        return len(self.lines) - 1

    @property
    def hidden(self) -> int:
        """How many lines that must be seen stand below."""
        return max(0, self.last + 1 - self.size.height - self.scroll_offset.y)

    def on_resize(self) -> None:
        """Lines depend on the width, and where they begin on the height."""
        if self.size != self._laid_out_for:
            self.show(self.passages)

    def render_line(self, y: int) -> Strip:
        """One line of the screen."""
        number, background = y + self.scroll_offset.y, self.ground
        if number >= len(self.lines):
            return Strip.blank(self.size.width, background)
        hidden = self.last - number
        if y == self.size.height - 1 and hidden > 0:
            bar, pressed = ink(self, "paragraphs--bar"), key_words(keys_of("scroll_down")[0])
            words = say("review.more", count=hidden + 1, pressed=pressed)
            return strip([("▌ ", bar), (words, bar)], self.size.width, background)
        passage, start, end = self.lines[number]
        return strip(
            [*self._gutter(passage, start, end), *self._styled(passage, start, end)],
            self.size.width,
            background,
        )

    def _gutter(self, passage: Passage, start: int, end: int) -> list[Part]:
        """The two cells before a line: a bar tells the paragraph it is about, a sign what is doubtful."""
        if not passage.here:
            return [("  ", Style.null())]
        doubtful = any(
            name == "doubt" and first < end and start < last for first, last, name in passage.marks
        )
        sign = ("!", ink(self, "paragraphs--doubt")) if doubtful else (" ", Style.null())
        return [("▌", ink(self, "paragraphs--bar")), sign]

    def _styled(self, passage: Passage, start: int, end: int) -> list[Part]:
        cuts = {start, end}
        marks = [*passage.marks, *self._over] if passage.here else passage.marks
        for first, last, _ in marks:
            cuts |= {at for at in (first, last) if start < at < end}
        parts: list[Part] = []
        for a, b in pairwise(sorted(cuts)):
            style = Style.null()
            for first, last, name in marks:
                if first <= a and b <= last:
                    style += ink(self, f"paragraphs--{name}")
            parts.append((passage.text[a:b], style))
        return parts


@lru_cache(64)
def _wrapped(text: str, width: int) -> list[tuple[int, int]]:
    return wrap(text, width)
