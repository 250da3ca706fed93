"""What one reviewer called what the other called otherwise: a matrix whose cells open their clauses."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType

from annotator.errors import AnnotatorError
from annotator.flows.reviewing import Reviewing
from annotator.model.codebook import Codebook
from annotator.tui.agreement import Audited, chosen, crossed
from annotator.tui.display import fitted, middle, padded
from annotator.tui.screens.audit import AuditScreen
from annotator.tui.widgets.bar import TitleBar
from annotator.tui.widgets.row_list import Row, RowList
from annotator.words import say

if TYPE_CHECKING:
    from annotator.tools.agreement import Confusion, Table

NAME, CELL = 26, 6


class Crossing(AuditScreen):
    """Rows are what the first reviewer said, columns (by the numbers of the rows) what the other said."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left,h", "turn(-1)", id="agreement-left"),
        Binding("right,l", "turn(1)", id="agreement-right"),
    ]
    KEYS = (*AuditScreen.KEYS, ("left_right", "turn(1)"))

    def __init__(
        self,
        reviewing: Reviewing,
        learn: Callable[[Codebook], None],
        one: Audited,
        table: "Table",
        pair: tuple[str, str],
    ) -> None:
        super().__init__(reviewing, learn)
        self._one, self._table, (self._a, self._b) = one, table, pair
        self._found: Confusion | None = None
        self._column = 0

    def begin(self) -> None:
        """Ask for the matrix."""
        who = f"{middle(self._a, 20)} / {middle(self._b, 20)}" if self._a else say("agreeing.each_two")
        self.query_one(TitleBar).show(f"{self._one.name} › {who}", self.reviewing.reviewer)
        self.reader.ask(partial(crossed, self._table, self._a, self._b), self._learn)

    def _learn(self, told: "Confusion | AnnotatorError") -> None:
        if isinstance(told, AnnotatorError):
            self.note(str(told))
            return
        self._found = told
        apart = {cell: times for cell, times in told.times.items() if cell[0] != cell[1]}
        row, self._column = 0, 0
        if apart:  # begin where it hurts most
            worst = max(apart, key=lambda cell: apart[cell])
            row, self._column = told.values.index(worst[0]), told.values.index(worst[1])
        self.fill(len(told.values), row)
        self._tell()

    def on_resize(self) -> None:
        """Another width shows other columns."""
        if self._found:
            self._tell()

    @property
    def _shown(self) -> range:
        """The columns for which there is room, the one under the cursor among them."""
        count = len(self._found.values) if self._found else 0
        room = max(1, (self.size.width - NAME - 1) // CELL)
        first = max(0, min(self._column - room // 2, count - room))
        return range(first, min(count, first + room))

    def _tell(self) -> None:
        """The cell under the cursor in words, and the numbers of the columns."""
        found = self._found
        if not found or not found.values:
            self.note(say("agreeing.nothing_crossed"))
            return
        rows = self.query_one(RowList)
        cell = found.values[rows.cursor], found.values[self._column]
        a, b = (self._one.answers.called(value) for value in cell)
        words = say(
            "agreeing.cell" if self._a else "agreeing.cell_each",
            a=fitted(a, NAME),
            b=fitted(b, NAME),
            left=middle(self._a, 12),
            right=middle(self._b, 12),
            times=found.times.get(cell, 0),
            count=len(found.items.get(cell, ())),
        )
        numbers = "".join(f"{number + 1:>{CELL}}" for number in self._shown)
        self.note(f"{words}\n{' ' * (NAME - 2)}{numbers}")
        rows.fill(rows.count, rows.cursor)

    def rows(self, first: int, count: int) -> Sequence[Row]:
        """A value in each, with its cells; that under the cursor is marked by brackets too."""
        found = self._found
        if found is None:
            return []
        cursor = self.query_one(RowList).cursor
        rows: list[Row] = []
        for number, value in enumerate(found.values[first : first + count], first):
            row = [(padded(f"{number + 1:>3} {self._one.answers.called(value)}", NAME), "")]
            for column in self._shown:
                times = found.times.get((value, found.values[column]), 0)
                here = number == cursor and column == self._column
                words = f"[{times}]" if here else f"{times or '·'} "
                tone = "hit" if here else "good" if number == column else "warn" if times else "dim"
                row.append((f"{words:>{CELL}}", tone))
            rows.append(row)
        return rows

    def action_move(self, by: int) -> None:
        """Up or down."""
        super().action_move(by)
        if self._found:
            self._tell()

    def action_turn(self, by: int) -> None:
        """Left or right."""
        if self._found and self._found.values:
            self._column = max(0, min(self._column + by, len(self._found.values) - 1))
            self._tell()

    def action_open(self) -> None:
        """The clauses of the cell."""
        found = self._found
        if not found or not found.values:
            return
        cell = found.values[self.query_one(RowList).cursor], found.values[self._column]
        if items := found.items.get(cell):
            a, b = (self._one.answers.called(value) for value in cell)
            self.compare(chosen(self._one, f"{a} / {b}", items, "", cell))
