"""The fields of a clause with their values, the codes of the field in focus, and what a code means."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from rich.cells import cell_len
from rich.style import Style
from textual import events
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

from annotator.tui.display import Part, fitted, ink, padded, strip, wrap

CELL = 19


@dataclass(frozen=True)
class FieldLine:
    """A field: its name, its value in words, and a component class that tells the value's state."""

    name: str
    value: str
    state: str
    focused: bool = False


@dataclass(frozen=True)
class Choice:
    """A code (or a unit): the key that picks it, its name, and whether it is chosen or suggested."""

    key: str
    name: str
    chosen: bool = False
    suggested: bool = False


@dataclass(frozen=True)
class Panel:
    """What the panel shows. `rows` is the height that the largest field needs for its choices at
    one column; `cursor` is the number of the choice under the cursor, -1 for none.
    """

    fields: Sequence[FieldLine]
    choices: Sequence[Choice]
    most: int
    cursor: int
    hint: str
    about: str


class LabelPanel(Widget):
    """Shows a Panel; a click on a field or a choice posts a message."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "label-panel--set", "label-panel--none", "label-panel--unset", "label-panel--na",
        "label-panel--suggested", "label-panel--focus", "label-panel--key", "label-panel--chosen",
        "label-panel--cursor", "label-panel--hint", "label-panel--about",
    }  # fmt: skip

    @dataclass
    class FieldClicked(Message):
        """A field was clicked."""

        index: int

    @dataclass
    class ChoiceClicked(Message):
        """A choice of the field in focus was clicked."""

        index: int

    def __init__(self) -> None:
        super().__init__()
        self._panel = Panel((), (), 0, -1, "", "")

    def show(self, panel: Panel) -> None:
        """Show other values."""
        if panel != self._panel:
            self._panel = panel
            self.refresh()

    @property
    def columns(self) -> int:
        """How many choices stand side by side."""
        return max(1, self.size.width // CELL)

    @property
    def grid_rows(self) -> int:
        """Rows of the grid: as many as the largest field needs, so that nothing jumps."""
        return -(-self._panel.most // self.columns) if self._panel.most else 0

    def neighbour(self, cursor: int, key: str) -> int:
        """The choice that an arrow key leads to from `cursor` (-1: from outside), columns first."""
        count = len(self._panel.choices)
        if not count:
            return -1
        if cursor < 0:
            return count - 1 if key == "up" else 0
        rows = max(1, -(-count // self.columns))
        step = {"up": -1, "down": 1, "left": -rows, "right": rows}[key]
        to = cursor + step
        return to if 0 <= to < count else cursor

    def render_line(self, y: int) -> Strip:
        """One line: a field, the hint, a row of choices, or a line about the code."""
        panel, background, width = self._panel, self.rich_style, self.size.width
        fields = len(panel.fields)
        if y < fields:
            return strip(self._field(y), width, background)
        if y == fields:
            hint = self._style("hint")
            return strip([(padded(f" {panel.hint}", width), hint)], width, background)
        row = y - fields - 1
        if row < self.grid_rows:
            return strip(self._choices(row), width, background)
        lines = self._about_lines()
        row -= self.grid_rows
        if row < len(lines):
            return strip([(" " + lines[row], self._style("about"))], width, background)
        return Strip.blank(width, background)

    def _field(self, index: int) -> list[Part]:
        line = self._panel.fields[index]
        names = max(cell_len(field.name) for field in self._panel.fields)
        mark = ">" if line.focused else " "
        name = self._style("focus") if line.focused else Style.null()
        room = max(4, self.size.width - names - 7)
        return [
            (f"{mark}{index + 1} ", self._style("key")),
            (padded(line.name, names), name),
            ("  ", Style.null()),
            (fitted(line.value, room), self._style(line.state)),
        ]

    def _choices(self, row: int) -> list[Part]:
        choices, columns = self._panel.choices, self.columns
        rows = max(1, -(-len(choices) // columns))
        width = self.size.width // columns
        parts: list[Part] = []
        for column in range(columns):
            index = column * rows + row
            if row >= rows or index >= len(choices):
                continue
            choice = choices[index]
            style = self._style("chosen") if choice.chosen else Style.null()
            if choice.suggested and not choice.chosen:
                style = self._style("suggested")
            if index == self._panel.cursor:
                style += self._style("cursor")
            mark = "✓" if choice.chosen else "?" if choice.suggested else " "
            parts += [
                (f" {choice.key or ' '}", self._style("key")),
                (padded(f"{mark}{choice.name}", width - 3) + " ", style),
            ]
        return parts

    def _about_lines(self) -> list[str]:
        room = max(2, self.size.width - 2)
        return [self._panel.about[a:b] for a, b in wrap(self._panel.about, room)]

    def _style(self, name: str) -> Style:
        return ink(self, f"label-panel--{name}")

    def on_click(self, event: events.Click) -> None:
        """Fields and choices can be clicked."""
        fields = len(self._panel.fields)
        if event.y < fields:
            self.post_message(self.FieldClicked(event.y))
            return
        row, choices = event.y - fields - 1, self._panel.choices
        rows = max(1, -(-len(choices) // self.columns))
        index = event.x // (self.size.width // self.columns) * rows + row
        if 0 <= row < rows and index < len(choices):
            self.post_message(self.ChoiceClicked(index))
