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

PASSED_OVER = "›"
"""The sign of one that is suggested where another answer was given."""

ABOUT = 2
"""Lines for the meaning of a code, where the panel is as high as it needs to be."""


Line = list[tuple[str, str]]
"""The texts of a line with the components that write them."""


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
        self._drawn: list[Line] = []

    def show(self, panel: Panel) -> None:
        """Show other values; only the lines that differ are painted."""
        before_grids, self._panel = self._panel.grids, panel
        if before_grids != panel.grids:
            self.refresh(layout=True)
        before, self._drawn = self._drawn, self._lines()
        for y, (old, new) in enumerate(zip_longest(before, self._drawn)):
            if old != new:
                self.refresh(Region(0, y, self.size.width, 1))

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """As high as the fields, the codes of the largest of them and a few words on a code."""
        return len(self._panel.fields) + 1 + self._rows_kept(width) + ABOUT

    def _columns(self) -> int:
        """How many choices stand side by side: as many as show their names whole; more, and the names cut,
        where their rows would find no room.
        """
        size, names = self.size, tuple(choice.name for choice in self._panel.choices)
        room = max(1, size.height - len(self._panel.fields) - 1)
        return max(_side_by_side(size.width, names), -(-len(names) // room))

    def _rows_kept(self, width: int) -> int:
        """Rows of the largest field of codes, for which there is room always, so that nothing jumps."""
        return max((-(-len(names) // _side_by_side(width, names)) for names in self._panel.grids), default=1)

    def neighbour(self, cursor: int, key: str) -> int:
        """The choice that an arrow key leads to from `cursor` (-1: from outside), columns first."""
        count = len(self._panel.choices)
        if not count:
            return -1
        if cursor < 0:
            return count - 1 if key == "up" else 0
        rows = max(1, -(-count // self._columns()))
        step = {"up": -1, "down": 1, "left": -rows, "right": rows}[key]
        to = cursor + step
        return to if 0 <= to < count else cursor

    def render_line(self, y: int) -> Strip:
        """One line of the screen."""
        line = self._drawn[y] if y < len(self._drawn) else []
        return strip([(text, self._style(names)) for text, names in line], self.size.width, self.ground)

    def _style(self, names: str) -> Style:
        inks = [ink(self, f"label-panel--{name}") for name in names.split()]
        return Style.combine(inks) if inks else Style.null()

    def _lines(self) -> list[Line]:
        """All lines: the fields, the hint, the choices, the meaning."""
        panel, (width, height) = self._panel, self.size
        lines = [self._field(index, width) for index in range(len(panel.fields))]
        hint = next((one for one in panel.hints if cell_len(one) < width), panel.hints[-1])
        lines.append([(padded(f" {hint}", width), "hint")])
        choices = self._choices(width)
        lines += choices + [[] for _ in range(len(choices), self._rows_kept(width))]
        meaning, room = _wrapped(panel.about, width), max(0, height - len(lines))
        for number, text in enumerate(meaning[:room], start=1):
            cut = number == room and len(meaning) > room
            lines.append([(f" {text[:-1]}…" if cut else f" {text}", "about")])
        return lines

    def _field(self, index: int, width: int) -> Line:
        line = self._panel.fields[index]
        names = max(cell_len(field.name) for field in self._panel.fields)
        return [
            (f"{'>' if line.focused else ' '}{index + 1} ", "key"),
            (padded(line.name, names), "focus" if line.focused else ""),
            ("  ", ""),
            (fitted(line.value, max(4, width - names - 7)), line.state),
        ]

    def _choices(self, width: int) -> list[Line]:
        """The rows of the grid, columns first."""
        choices, columns = self._panel.choices, self._columns()
        room = width // columns - 4
        codes = tuple(choice.name for choice in choices) in self._panel.grids
        shortened = fitted if codes else middle
        rows = -(-len(choices) // columns)
        lines: list[Line] = [[] for _ in range(rows)]
        for index, choice in enumerate(choices):
            tone = "chosen" if choice.chosen else "suggested" if choice.suggested else ""
            tone = "about" if choice.passed_over else tone
            cursor = "cursor" if index == self._panel.cursor else ""
            chosen = str(choice.rank) if choice.rank else "✓"
            hinted = PASSED_OVER if choice.passed_over else SUGGESTED if choice.suggested else " "
            mark = chosen if choice.chosen else hinted
            lines[index % rows] += [
                (f" {choice.key or ' '} ", "key"),
                (padded(mark + shortened(choice.name, room - 1), room), f"{tone} {cursor}"),
                (" ", ""),
            ]
        return lines

    def on_resize(self) -> None:
        """Another size has other lines."""
        self._drawn = self._lines()
        self.refresh()

    def on_click(self, event: events.Click) -> None:
        """Fields and choices can be clicked."""
        fields = len(self._panel.fields)
        if event.y < fields:
            self.post_message(self.FieldClicked(event.y))
            return
        row, choices = event.y - fields - 1, self._panel.choices
        columns = self._columns()
        rows = max(1, -(-len(choices) // columns))
        index = event.x // (self.size.width // columns) * rows + row
        if 0 <= row < rows and index < len(choices):
            self.post_message(self.ChoiceClicked(index))


@lru_cache(32)
def _side_by_side(width: int, names: tuple[str, ...]) -> int:
    """How many choices of those names stand side by side."""
    return max(1, width // (max(map(cell_len, names), default=0) + FRAME))


@lru_cache(8)
def _wrapped(text: str, width: int) -> list[str]:
    return [text[start:end] for start, end in wrap(text, max(2, width - 2))]
