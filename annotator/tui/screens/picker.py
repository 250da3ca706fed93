"""Find a unit among all that are known: by hanzi, by pinyin, by initials."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from annotator.model.cutting import ROLES, Role
from annotator.tui.desk import Desk
from annotator.tui.presenting import same_unit
from annotator.tui.units import anchored, known, taken
from annotator.tui.widgets.row_list import RowList
from annotator.words import say


class UnitPicker(ModalScreen[None]):
    """Type to search, Enter to take or drop a unit, Tab for its role; each Enter is stored."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "dismiss", id="leave-picker"),
        Binding("up", "move(-1)", id="picker-up", priority=True),
        Binding("down", "move(1)", id="picker-down", priority=True),
        Binding("tab", "turn_role", id="picker-role", priority=True),
    ]
    AUTO_FOCUS = "Input"

    def __init__(self, desk: Desk, do: Callable[[Callable[[], object]], bool]) -> None:
        super().__init__()
        self._desk = desk
        self._do = do
        self._role: Role = "responsible"
        self._found: Sequence[Mapping[str, Any]] = ()

    def compose(self) -> ComposeResult:
        """A line to type in, what was found, the keys."""
        with Vertical(id="box"):
            yield Static("", id="box-title", markup=False)
            yield Input(placeholder=say("picker.placeholder"))
            yield RowList(self._rows)
            yield Static(Content(say("picker.keys")), id="box-keys")

    def on_mount(self) -> None:
        """Begin with what stands in the clause."""
        self.search("")

    @on(Input.Changed)
    def changed(self, event: Input.Changed) -> None:
        """Search as it is typed."""
        self.search(event.value)

    def search(self, query: str) -> None:
        """Show the units that match, those of the clause first."""
        self._found = known(self._desk, query, self._role)
        self._show(0)

    def _show(self, cursor: int) -> None:
        self.query_one("#box-title", Static).update(
            Content(say("picker.title", role=say(f"roles.{self._role}"), count=len(self._desk.value)))
        )
        self.query_one(RowList).fill(len(self._found), cursor)

    def _rows(self, first: int, count: int) -> list[list[tuple[str, str]]]:
        chosen = set(map(same_unit, self._desk.value))
        rows = []
        for unit in self._found[first : first + count]:
            taken = same_unit(unit) in chosen
            role = say(f"roles.{unit['role']}")
            known_as = f"  {unit['surface']}" if unit["surface"] and unit["surface"] != unit["name"] else ""
            sign = "✓" if taken else " "
            tone = ("good", "strong") if taken else ("dim", "")
            new = "" if unit["org_id"] or unit["stated"] else say("picker.new")
            rows.append([(f" {sign} {role}  ", tone[0]), (unit["name"], tone[1]), (known_as + new, "dim")])
        return rows

    def action_move(self, by: int) -> None:
        """Up or down."""
        rows = self.query_one(RowList)
        rows.move(rows.cursor + by)

    def action_turn_role(self) -> None:
        """The role that the next unit gets."""
        self._role = ROLES[(ROLES.index(self._role) + 1) % len(ROLES)]
        self.search(self.query_one(Input).value)

    @on(Input.Submitted)
    def take(self) -> None:
        """Take the unit under the cursor, or drop it."""
        if self._found:
            self._take(self.query_one(RowList).cursor)

    @on(RowList.Chosen)
    def take_clicked(self, event: RowList.Chosen) -> None:
        """The same by mouse."""
        self._take(event.index)

    def _take(self, number: int) -> None:
        unit = anchored(self._desk, self._found[number])
        if self._do(lambda: self._desk.put(taken(self._desk.value, unit) or None)):
            self._show(number)

    def on_paste(self, event: events.Paste) -> None:
        """A name copied from a document may carry a line break."""
        event.stop().prevent_default()
        self.query_one(Input).insert_text_at_cursor(" ".join(event.text.split()))
