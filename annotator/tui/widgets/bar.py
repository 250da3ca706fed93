"""One-line bars: the title above, the keys that matter now below."""

from collections.abc import Sequence
from typing import ClassVar

from rich.cells import cell_len
from rich.style import Style
from textual import events
from textual.message import Message
from textual.strip import Strip

from annotator.tui.display import Part, fitted, fitted_end, ink, strip
from annotator.tui.widgets.drawing import Drawing


class TitleBar(Drawing):
    """What is open on the left; how far the work is on the right, and more of it where there is room."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"title-bar--right"}

    def __init__(self, *, id: str | None = None, inner: bool = False) -> None:  # noqa: A002
        super().__init__(id=id)
        self._cut = fitted_end if inner else fitted
        self._shown: tuple[str, str, Sequence[str]] = ("", "", ())

    def show(self, left: str, right: str, more: Sequence[str] = ()) -> None:
        """Show other words, if they are other words. What is `more` stands before `right`, as much of it
        as leaves the left its words or most of the bar; a bar that is `inner` cuts the left at its
        beginning, so that the last words stay.
        """
        if (left, right, more) != self._shown:
            self._shown = left, right, more
            self.refresh()

    def render_line(self, y: int) -> Strip:
        """The only line."""
        (left, right, more), width, background = self._shown, self.size.width, self.ground
        wanted = min(cell_len(left), width * 3 // 5)
        for words in more:
            if cell_len(f"{words} · {right}") + 3 + wanted > width:
                break
            right = f"{words} · {right}"
        left = self._cut(left, max(8, width - cell_len(right) - 3))
        gap = max(1, width - cell_len(left) - cell_len(right) - 2)
        parts: list[Part] = [
            (f" {left}{' ' * gap}", Style.null()),
            (f"{right} ", ink(self, "title-bar--right")),
        ]
        return strip(parts, width, background)


class KeyBar(Drawing):
    """Keys with what they do, those that fit; a click does it."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"key-bar--key", "key-bar--notice"}

    class Pressed(Message):
        """A key of the bar was clicked: the action to run."""

        def __init__(self, action: str) -> None:
            super().__init__()
            self.action = action

    def __init__(self) -> None:
        super().__init__()
        self._keys: Sequence[tuple[str, str, str]] = ()
        self._notice = self._aside = ""
        self._ends: list[tuple[int, str]] = []

    def show(self, keys: Sequence[tuple[str, str, str]]) -> None:
        """Show (key, what it does, action) in order."""
        if keys != self._keys:
            self._keys = keys
            self.refresh()

    def tell(self, notice: str) -> None:
        """Show a notice instead; an empty one brings the keys back."""
        if notice != self._notice:
            self._notice = notice
            self.refresh()

    def tell_aside(self, words: str) -> None:
        """Say something at the right end, beside the keys that have room then; empty words take it away."""
        if words != self._aside:
            self._aside = words
            self.refresh()

    def render_line(self, y: int) -> Strip:
        """The only line."""
        width, background = self.size.width, self.ground
        self._ends = []
        if self._notice:
            style = ink(self, "key-bar--notice")
            return strip([(f" {fitted(self._notice, width - 2)} ", style)], width, background)
        aside = f" {fitted(self._aside, width - 2)} " if self._aside else ""
        room = width - cell_len(aside)
        key_style = ink(self, "key-bar--key")
        parts: list[Part] = []
        used = 0
        for key, words, action in self._keys:
            cells = cell_len(key) + cell_len(words) + 3
            if used + cells > room:
                continue
            parts += [(f" {key} ", key_style), (f"{words} ", Style.null())]
            used += cells
            self._ends.append((used, action))
        if aside:
            parts += [(" " * (room - used), Style.null()), (aside, ink(self, "key-bar--notice"))]
        return strip(parts, width, background)

    def on_click(self, event: events.Click) -> None:
        """Run what was clicked."""
        for end, action in self._ends:
            if event.x < end:
                self.post_message(self.Pressed(action))
                return
