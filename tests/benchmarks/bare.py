"""What there is to beat: Textual apps that do nothing but draw.

`python bare.py empty` shows one word. `python bare.py key` repaints a panel of 14 lines at each key,
as the review screen does, and stores nothing.
"""

import sys

from rich.segment import Segment
from textual.app import App, ComposeResult
from textual.events import Key
from textual.strip import Strip
from textual.widget import Widget
from textual.widgets import Static

READY = "ready-to-work"


class Empty(App[None]):
    """One word."""

    def compose(self) -> ComposeResult:
        yield Static(READY)


class Panel(Widget):
    """Fourteen lines that say how often a key was pressed."""

    DEFAULT_CSS = "Panel { height: 14; }"
    pressed = 0

    def render_line(self, y: int) -> Strip:
        text = f"{READY} {y} {'选中数据要素与市场' if self.pressed % 2 else '一二三四五六七八九'} {self.pressed}"
        return Strip([Segment(text)]).adjust_cell_length(self.size.width)


class Keys(App[None]):
    """A panel that answers each key."""

    def compose(self) -> ComposeResult:
        yield Static("title")
        yield Panel()

    def on_key(self, event: Key) -> None:
        panel = self.query_one(Panel)
        panel.pressed += 1
        panel.refresh()


if __name__ == "__main__":
    (Empty if sys.argv[1] == "empty" else Keys)().run()
