"""Fields as rows, reviewers as columns; without room for columns, the letters of the camps alone. Of more
than fit those about the cursor are shown: what is decided stays in sight.
"""

from typing import ClassVar

from rich.cells import cell_len
from rich.style import Style
from textual import events
from textual.geometry import Size
from textual.message import Message
from textual.strip import Strip

from annotator.tui.contrast import Contrast, Line
from annotator.tui.display import Part, ink, padded, strip
from annotator.tui.widgets.drawing import Drawing

LEAST = 12
"""Cells of a column that shows values; with less it shows letters."""
LETTER = 4
NAME = 12


class ContrastTable(Drawing):
    """Shows a Contrast; a click on a field or a column posts a message."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "contrast-table--head", "contrast-table--open", "contrast-table--agreed",
        "contrast-table--decided", "contrast-table--stale", "contrast-table--focus",
        "contrast-table--cursor", "contrast-table--letter",
    }  # fmt: skip

    class Clicked(Message):
        """A cell was clicked: the field's number (-1: the head) and the column's (None: another cell)."""

        def __init__(self, field: int, column: int | None) -> None:
            super().__init__()
            self.field, self.column = field, column

    def __init__(self) -> None:
        super().__init__()
        self._shown = Contrast((), (), 0, "")

    def show(self, shown: Contrast) -> None:
        """Show another clause, or the same with other decisions."""
        grown = len(shown.lines) != len(self._shown.lines)
        self._shown = shown
        self.refresh(layout=grown)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """A head and a line for each field."""
        return len(self._shown.lines) + 1

    def _widths(self) -> tuple[int, int, range]:
        """Cells for a field's name and for a column; the columns that are shown."""
        shown, width = self._shown, self.size.width
        longest = max((cell_len(line.name) for line in shown.lines), default=0)
        names = min(longest, NAME if width < 130 else 20)
        room = width - names - 4
        many = len(shown.heads)
        column = room // (many + 1)
        if column < LEAST:
            column = LETTER
        fit = max(1, (room - LEAST) // column)
        first = max(0, min(shown.column - fit // 2, many - fit))
        return names, column, range(first, min(many, first + fit))

    def render_line(self, y: int) -> Strip:
        """The head, or a field."""
        names, column, seen = self._widths()
        shown = self._shown
        parts: list[Part] = []
        if y == 0:
            parts.append((" " * (names + 4), self._ink("head")))
            for number in seen:
                key, name = shown.heads[number]
                style = self._ink("head") + (self._ink("cursor") if number == shown.column else Style.null())
                words = f"{key} {name}" if column > LETTER else f"{key} "
                parts += [(padded(words, column - 1), style), (" ", self._ink("head"))]
            decided = max(0, self.size.width - names - 4 - len(seen) * column)
            parts.append((padded(shown.decided, decided), self._ink("head")))
        elif y <= len(shown.lines):
            parts = self._field(shown.lines[y - 1], (names, column, seen))
        return strip(parts, self.size.width, self.ground)

    def _field(self, line: Line, widths: tuple[int, int, range]) -> list[Part]:
        names, column, seen = widths
        state = self._ink(line.state) if line.state else Style.null()
        parts: list[Part] = [
            (f"{'>' if line.focused else ' '}{line.mark} ", state),
            (padded(line.name, names) + " ", self._ink("focus") if line.focused else Style.null()),
        ]
        for number in seen:
            cell = line.cells[number]
            under = line.focused and number == self._shown.column
            style = self._ink("cursor") if under else Style.null()
            letter = f"{cell.letter} " if cell.letter != " " or column == LETTER else ""
            parts.append((letter, self._ink("letter") + style))
            rest = column - 1 - cell_len(letter)
            words = cell.value if column > LETTER else ""
            parts += [(padded(words, max(0, rest)), style), (" ", Style.null())]
        decided = max(0, self.size.width - names - 4 - len(seen) * column)
        parts.append((padded(line.decided, decided), self._ink("decided")))
        return parts

    def _ink(self, name: str) -> Style:
        return ink(self, f"contrast-table--{name}")

    def on_click(self, event: events.Click) -> None:
        """A field, a reviewer, or both."""
        names, column, seen = self._widths()
        number = seen.start + (event.x - names - 4) // column
        inside = number in seen
        self.post_message(self.Clicked(event.y - 1, number if inside else None))
