"""A list of one-line rows that costs the same for ten rows and for a million.

Only the rows on the screen are asked for, through `rows`; a cursor marks one of them.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import ClassVar

from rich.style import Style
from textual import events
from textual.geometry import Region, Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip

from annotator.tui.display import Part, ink, strip

Rows = Callable[[int, int], Sequence[Sequence[tuple[str, str]]]]
"""rows(first, count) gives for each row its parts: (text, component class or an empty string)."""

PAGE = 64


class RowList(ScrollView, can_focus=False):
    """Rows with a cursor. The owner moves the cursor; a click posts Chosen."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "row-list--cursor", "row-list--dim", "row-list--good", "row-list--warn", "row-list--strong",
    }  # fmt: skip

    @dataclass
    class Chosen(Message):
        """A row was clicked."""

        sender: "RowList"
        index: int

    def __init__(self, rows: Rows, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self._rows = rows
        self._pages: dict[int, Sequence[Sequence[tuple[str, str]]]] = {}
        self.count = 0
        self.cursor = 0

    def fill(self, count: int, cursor: int = 0) -> None:
        """Show `count` rows anew, the cursor on one of them."""
        self._pages.clear()
        self.count, self.cursor = count, max(0, min(cursor, count - 1))
        self.virtual_size = Size(self.size.width, count)
        self._show_cursor()
        self.refresh()

    def move(self, cursor: int) -> None:
        """Put the cursor on another row and bring it into view."""
        before, self.cursor = self.cursor, max(0, min(cursor, self.count - 1))
        self._repaint(before)
        self._repaint(self.cursor)
        self._show_cursor()

    def renew(self, index: int) -> None:
        """Ask for a row again, because what it shows has changed."""
        self._pages.pop(index // PAGE, None)
        self._repaint(index)

    def _show_cursor(self) -> None:
        if self.count and self.size.height:
            row = Region(0, self.cursor, 1, 1)
            self.scroll_to_region(row, animate=False, force=True, center=not self._in_view(self.cursor))

    def _in_view(self, index: int) -> bool:
        return -1 <= index - self.scroll_offset.y <= self.size.height

    def _repaint(self, index: int) -> None:
        self.refresh(Region(0, index - self.scroll_offset.y, self.size.width, 1))

    def render_line(self, y: int) -> Strip:
        """One line of the screen."""
        index, width, background = y + self.scroll_offset.y, self.size.width, self.rich_style
        if index >= self.count:
            return Strip.blank(width, background)
        if index == self.cursor:
            background += self.get_component_rich_style("row-list--cursor")
        page = index // PAGE
        if page not in self._pages:
            if len(self._pages) > 16:
                self._pages.clear()
            self._pages[page] = self._rows(page * PAGE, min(PAGE, self.count - page * PAGE))
        styled: list[Part] = [(text, self._style(name)) for text, name in self._pages[page][index % PAGE]]
        return strip(styled, width, background)

    def _style(self, name: str) -> Style:
        if not name:
            return Style.null()
        return ink(self, f"row-list--{name}")

    def on_resize(self, event: events.Resize) -> None:
        """Rows may be drawn for another width."""
        self._pages.clear()
        self.virtual_size = Size(event.size.width, self.count)
        self._show_cursor()

    def on_click(self, event: events.Click) -> None:
        """A click is a choice."""
        index = event.y + self.scroll_offset.y
        if 0 <= index < self.count:
            self.post_message(self.Chosen(self, index))
