"""The fields of a clause with their values, the codes of the field in focus, and what a code means."""

from functools import lru_cache
from itertools import zip_longest
from typing import ClassVar

from rich.cells import cell_len
from rich.style import Style
from textual import events
from textual.geometry import Region, Size
from textual.message import Message
from textual.strip import Strip

from annotator.tui.display import fitted, ink, middle, padded, strip, wrap
from annotator.tui.panel import Panel
from annotator.tui.widgets.drawing import Drawing

FRAME = 5
"""Cells of a choice beside its name: its key, its sign, and what keeps it from the next."""

SUGGESTED = "»"
"""The sign of a code that is suggested."""

ABOUT = 2
"""Lines for the meaning of a code, where the panel is as high as it needs to be."""


class LabelPanel(Drawing):
    """Shows a Panel; a click on a field or a choice posts a message."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "label-panel--set", "label-panel--none", "label-panel--unset", "label-panel--na",
        "label-panel--suggested", "label-panel--focus", "label-panel--key", "label-panel--chosen",
        "label-panel--cursor", "label-panel--hint", "label-panel--about",
    }  # fmt: skip

    class FieldClicked(Message):
        """A field was clicked."""

        def __init__(self, index: int) -> None:
            super().__init__()
            self.index = index

    class ChoiceClicked(Message):
        """A choice of the field in focus was clicked."""

        def __init__(self, index: int) -> None:
            super().__init__()
            self.index = index

    def __init__(self) -> None:
        super().__init__()
        self._panel = Panel((), (), (), -1, ("",), "")
        self._drawn: list[list[tuple[str, str]]] = []

    def show(self, panel: Panel) -> None:
        """Show other values; only the lines that differ are painted."""
        before_grids, self._panel = self._panel.grids, panel
        if before_grids != panel.grids:
            self.refresh(layout=True)
        before, self._drawn = self._drawn, [self._parts(y) for y in range(self.size.height)]
        for y, (old, new) in enumerate(zip_longest(before, self._drawn)):
            if old != new:
                self.refresh(Region(0, y, self.size.width, 1))

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """As high as the fields, the codes of the largest of them and a few words on a code."""
        return len(self._panel.fields) + 1 + self._rows_kept(width) + ABOUT

    @property
    def columns(self) -> int:
        """How many choices stand side by side: as many as show their names whole; more, and the names cut,
        where their rows would find no room.
        """
        names = tuple(choice.name for choice in self._panel.choices)
        room = max(1, self.size.height - len(self._panel.fields) - 1)
        return max(_columns(self.size.width, names), -(-len(names) // room))

    @property
    def grid_rows(self) -> int:
        """Rows of the grid: as many as the largest field of codes needs, so that nothing jumps; more
        where there are more units than that.
        """
        return max(self._rows_kept(self.size.width), -(-len(self._panel.choices) // self.columns))

    def _rows_kept(self, width: int) -> int:
        return max((-(-len(names) // _columns(width, names)) for names in self._panel.grids), default=1)

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
        """One line of the screen."""
        parts = [(text, self._style(names)) for text, names in self._parts(y)]
        return strip(parts, self.size.width, self.ground)

    def _style(self, names: str) -> Style:
        inks = [ink(self, f"label-panel--{name}") for name in names.split()]
        return Style.combine(inks) if inks else Style.null()

    def _parts(self, y: int) -> list[tuple[str, str]]:
        """The texts of a line with their component names: a field, the hint, choices, or the meaning."""
        panel, width = self._panel, self.size.width
        fields = len(panel.fields)
        if y < fields:
            return self._field(y)
        if y == fields:
            hint = next((one for one in panel.hints if cell_len(one) < width), panel.hints[-1])
            return [(padded(f" {hint}", width), "hint")]
        row = y - fields - 1
        if row < self.grid_rows:
            return self._choices(row)
        lines, room = _lines(panel.about, width), self.size.height - fields - 1 - self.grid_rows
        row -= self.grid_rows
        if row >= len(lines):
            return []
        cut = row == room - 1 and len(lines) > room
        return [(" " + (f"{lines[row][:-1]}…" if cut else lines[row]), "about")]

    def _field(self, index: int) -> list[tuple[str, str]]:
        line = self._panel.fields[index]
        names = max(cell_len(field.name) for field in self._panel.fields)
        room = max(4, self.size.width - names - 7)
        return [
            (f"{'>' if line.focused else ' '}{index + 1} ", "key"),
            (padded(line.name, names), "focus" if line.focused else ""),
            ("  ", ""),
            (fitted(line.value, room), line.state),
        ]

    def _choices(self, row: int) -> list[tuple[str, str]]:
        choices, columns = self._panel.choices, self.columns
        rows = max(1, -(-len(choices) // columns))
        width = self.size.width // columns
        parts: list[tuple[str, str]] = []
        for column in range(columns):
            index = column * rows + row
            if row >= rows or index >= len(choices):
                continue
            choice = choices[index]
            tone = "chosen" if choice.chosen else "suggested" if choice.suggested else ""
            cursor = "cursor" if index == self._panel.cursor else ""
            chosen = str(choice.rank) if choice.rank else "✓"
            mark = chosen if choice.chosen else SUGGESTED if choice.suggested else " "
            parts += [
                (f" {choice.key or ' '} ", "key"),
                (padded(mark + middle(choice.name, width - 5), width - 4), f"{tone} {cursor}"),
                (" ", ""),
            ]
        return parts

    def on_resize(self) -> None:
        """What was drawn was drawn for another size."""
        self._drawn = []

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


@lru_cache(32)
def _columns(width: int, names: tuple[str, ...]) -> int:
    """How many choices of those names stand side by side."""
    return max(1, width // (max(map(cell_len, names), default=0) + FRAME))


@lru_cache(8)
def _lines(text: str, width: int) -> list[str]:
    return [text[start:end] for start, end in wrap(text, max(2, width - 2))]
