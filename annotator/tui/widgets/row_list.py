"""A list of one-line rows that costs the same for ten rows and for a million.

Only the rows on the screen are asked for, through `rows`; a cursor marks one of them.
"""

from collections.abc import Callable, Sequence
from typing import ClassVar

from rich.style import Style
from textual import events
from textual.geometry import Region, Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip

from annotator.tui.display import Part, ink, shortened, strip
from annotator.tui.widgets.drawing import Drawing

Row = Sequence[tuple[str, str]]
"""The parts of a row: (text, what it is or an empty string)."""

Rows = Callable[[int, int], Sequence[Row]]
"""rows(first, count) gives that many rows."""

PAGE, MOST = 64, 2048
"""Rows read at once, and kept at most."""


class RowList(Drawing, ScrollView, can_focus=False):
    """Rows with a cursor. The owner moves the cursor; a click posts Chosen."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "row-list--cursor", "row-list--dim", "row-list--good", "row-list--warn", "row-list--strong",
        "row-list--hit",
    }  # fmt: skip

    class Chosen(Message):
        """A row was clicked."""

        def __init__(self, index: int) -> None:
            super().__init__()
            self.index = index

    def __init__(self, rows: Rows, *, id: str | None = None, ellipsis: bool = True) -> None:  # noqa: A002
        """`ellipsis`: rows that are too long end with one; where all of them are, that tells nothing."""
        super().__init__(id=id)
        self._rows = rows
        self._ellipsis = ellipsis
        self._read: dict[int, Row] = {}
        self.count = 0
        self.cursor = 0

    def fill(self, count: int, cursor: int = 0) -> None:
        """Show `count` rows anew, the cursor on one of them."""
        self._read.clear()
        self.count, self.cursor = count, max(0, min(cursor, count - 1))
        self.virtual_size = Size(self.size.width, count)
        self._show_cursor()
        self.refresh()

    def unmark(self) -> None:
        """Have no row under the cursor (-1), until it is moved."""
        self.cursor = -1
        self.refresh()

    def grow(self, count: int) -> None:
        """More rows behind those that are shown."""
        before, self.count = self.count, count
        self.virtual_size = Size(self.size.width, count)
        for index in range(before, min(count, self.scroll_offset.y + self.size.height)):
            self._repaint(index)

    def move(self, cursor: int) -> None:
        """Put the cursor on another row and bring it into view."""
        before, self.cursor = self.cursor, max(0, min(cursor, self.count - 1))
        if before != self.cursor:
            self._repaint(before)
            self._repaint(self.cursor)
            self._show_cursor()

    def step(self, by: int) -> None:
        """Put the cursor so many rows on, as far as there are any."""
        self.move(self.cursor + by)

    def renew(self, index: int) -> None:
        """Ask for a row again, because what it shows may have changed."""
        if index not in self._read:
            return
        for row in self._rows(index, 1):
            if row != self._read[index]:
                self._read[index] = row
                self._repaint(index)

    def _show_cursor(self) -> None:
        if self.count and self.cursor >= 0 and self.size.height:
            row = Region(0, self.cursor, 1, 1)
            self.scroll_to_region(row, animate=False, force=True, center=not self._in_view(self.cursor))

    def _in_view(self, index: int) -> bool:
        return -1 <= index - self.scroll_offset.y <= self.size.height

    def _repaint(self, index: int) -> None:
        self.refresh(Region(0, index - self.scroll_offset.y, self.size.width, 1))

    def render_line(self, y: int) -> Strip:
        """One line of the screen."""
        index, width, background = y + self.scroll_offset.y, self.size.width, self.ground
        if index >= self.count:
            return Strip.blank(width, background)
        if index == self.cursor:
            background += self.get_component_rich_style("row-list--cursor")
        styled: list[Part] = [(text, self._style(name)) for text, name in self._row(index)]
        return strip(shortened(styled, width) if self._ellipsis else styled, width, background)

    def _row(self, index: int) -> Row:
        """A row, read with its neighbours where it was not read yet; one that is gone is empty."""
        if index not in self._read:
            if len(self._read) > MOST:
                self._read.clear()
            first = index - index % PAGE
            rows = self._rows(first, min(PAGE, self.count - first))
            self._read |= dict(enumerate(rows, first))
        return self._read.get(index, ())

    def _style(self, name: str) -> Style:
        if not name:
            return Style.null()
        return ink(self, f"row-list--{name}")

    def on_resize(self, event: events.Resize) -> None:
        """Rows may be drawn for another width."""
        self._read.clear()
        self.virtual_size = Size(event.size.width, self.count)
        self._show_cursor()

    def on_click(self, event: events.Click) -> None:
        """A click is a choice."""
        index = event.y + self.scroll_offset.y
        if 0 <= index < self.count:
            self.post_message(self.Chosen(index))
