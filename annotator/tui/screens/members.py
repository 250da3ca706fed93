"""The members of a collective, to be looked at before they are taken in its place."""

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from annotator.tui.widgets.row_list import Row, RowList
from annotator.words import say
from annotator.words.plain import plain


class Members(ModalScreen[bool]):
    """Enter answers yes, Escape no."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "dismiss(False)", id="leave-members"),
        Binding("enter", "dismiss(True)", id="take-members"),
        Binding("up", "move(-1)", id="members-up"),
        Binding("down", "move(1)", id="members-down"),
        Binding("pageup", "move(-10)", id="members-page-up"),
        Binding("pagedown", "move(10)", id="members-page-down"),
    ]

    def __init__(self, name: str, members: Sequence[str]) -> None:
        super().__init__()
        self._name_of = name
        self._members = members

    def compose(self) -> ComposeResult:
        """How many, who, and what the keys do."""
        title = say("picker.members", name=self._name_of, count=len(self._members))
        with Vertical(id="box"):
            yield Static(Content(plain(title)), id="box-title")
            yield RowList(self._rows)
            yield Static(Content(say("picker.members_keys")), id="box-keys")

    def on_mount(self) -> None:
        """Show them."""
        self.query_one(RowList).fill(len(self._members))

    def _rows(self, first: int, count: int) -> list[Row]:
        return [
            [(f" {n:>3} ", "dim"), (name, "")]
            for n, name in enumerate(self._members[first : first + count], first + 1)
        ]

    def action_move(self, by: int) -> None:
        """Up or down."""
        self.query_one(RowList).step(by)
