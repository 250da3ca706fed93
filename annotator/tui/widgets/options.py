"""One of a few, side by side on a line: the one that holds, and whether the keys go here."""

from collections.abc import Sequence
from typing import ClassVar

from rich.cells import cell_len
from rich.style import Style
from textual import events
from textual.message import Message
from textual.strip import Strip

from annotator.tui.display import Part, ink, padded, strip
from annotator.tui.widgets.drawing import Drawing

LABEL = 10
"""Cells for what the line is about."""


class Options(Drawing):
    """Shows a label and options; a click posts Chosen."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"options--here", "options--held", "options--other"}

    class Chosen(Message):
        """An option was clicked."""

        def __init__(self, options: "Options", number: int) -> None:
            super().__init__()
            self.options = options
            self.number = number

        @property
        def control(self) -> "Options":
            """The line that was clicked."""
            return self.options

    def __init__(self, *, id: str) -> None:  # noqa: A002
        super().__init__(id=id)
        self._label = ""
        self._options: Sequence[str] = ()
        self._held, self._here = 0, False

    def show(self, label: str, options: Sequence[str], held: int, *, here: bool) -> None:
        """Show other words, another option held, or the keys elsewhere."""
        self._label, self._options, self._held, self._here = label, options, held, here
        self.refresh()

    def _parts(self) -> list[tuple[str, str]]:
        parts = [(padded(f"{'>' if self._here else ' '} {self._label}", LABEL), "here" if self._here else "")]
        for number, option in enumerate(self._options):
            held = number == self._held
            parts.append((f" ({'*' if held else ' '}) {option} ", "held" if held else "other"))
        return parts

    def render_line(self, y: int) -> Strip:
        """The only line."""
        parts: list[Part] = [
            (text, ink(self, f"options--{name}") if name else Style.null()) for text, name in self._parts()
        ]
        return strip(parts, self.size.width, self.ground)

    def on_click(self, event: events.Click) -> None:
        """An option was clicked."""
        end = LABEL
        for number, (text, _) in enumerate(self._parts()[1:]):
            end += cell_len(text)
            if LABEL <= event.x < end:
                self.post_message(self.Chosen(self, number))
                return
