"""A list to choose from by typing: the frame of the palette and of every other list of few things."""

from collections.abc import Callable, Sequence
from typing import ClassVar, Generic, NamedTuple, TypeVar, overload

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from annotator.tui.widgets.row_list import Row, RowList
from annotator.words import say
from annotator.words.plain import plain

T = TypeVar("T")


class Option(NamedTuple, Generic[T]):
    """A row of the list and what choosing it answers."""

    row: Row
    answer: T


class Options(Sequence[Option[T]]):
    """So many options, each made when it is looked at: 20,000 of them open as fast as ten."""

    def __init__(self, count: int, make: Callable[[int], Option[T]]) -> None:
        self._count = count
        self._make = make

    def __len__(self) -> int:
        return self._count

    @overload
    def __getitem__(self, index: int) -> Option[T]: ...

    @overload
    def __getitem__(self, index: slice) -> Sequence[Option[T]]: ...

    def __getitem__(self, index: int | slice) -> Option[T] | Sequence[Option[T]]:
        if isinstance(index, slice):
            return [self._make(number) for number in range(*index.indices(self._count))]
        return self._make(range(self._count)[index])


class Chooser(ModalScreen[T | None]):
    """Typing narrows the list, Enter answers with the row under the cursor, Escape with None.

    `find` gives the options for what is typed; it is asked again at every character. `at` is the row under
    the cursor at first, `nothing` is told where what was typed finds nothing.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "dismiss", id="leave-chooser"),
        Binding("up", "move(-1)", id="chooser-up", priority=True),
        Binding("down", "move(1)", id="chooser-down", priority=True),
        Binding("pageup", "move(-10)", id="chooser-page-up", priority=True),
        Binding("pagedown", "move(10)", id="chooser-page-down", priority=True),
    ]
    AUTO_FOCUS = "Input"

    def __init__(
        self,
        title: str,
        find: Callable[[str], Sequence[Option[T]]],
        *,
        typed: str = "",
        keys: str = "",
        at: int = 0,
        nothing: str = "",
    ) -> None:
        super().__init__()
        self._title = title
        self._find = find
        self._typed = typed
        self._keys = keys or say("review.chooser_keys")
        self._at = at
        self._nothing = nothing
        self._found: Sequence[Option[T]] = ()

    def compose(self) -> ComposeResult:
        """A line to type in, what was found, the keys."""
        with Vertical(id="box"):
            yield Static(Content(plain(self._title)), id="box-title")
            yield Input(self._typed)
            yield Static("", id="box-note", markup=False)
            yield RowList(self._rows)
            yield Static(Content(plain(self._keys)), id="box-keys")

    def on_mount(self) -> None:
        """Everything, until something is typed."""
        self.tell("")
        self.show(self._typed, self._at)

    @on(Input.Changed)
    def changed(self, event: Input.Changed) -> None:
        """Narrow the list as it is typed."""
        self.show(event.value)

    def show(self, typed: str, at: int = 0) -> None:
        """Show the options for what is typed."""
        self._found = self._find(typed)
        self.query_one(RowList).fill(len(self._found), at)
        self.tell("" if self._found or not typed.strip() else self._nothing)

    def tell(self, words: str) -> None:
        """Say something between the line and the list; nothing takes that away."""
        note = self.query_one("#box-note", Static)
        note.update(Content(plain(words)))
        note.display = bool(words)

    def _rows(self, first: int, count: int) -> Sequence[Row]:
        return [option.row for option in self._found[first : first + count]]

    def action_move(self, by: int) -> None:
        """Up or down."""
        rows = self.query_one(RowList)
        rows.move(rows.cursor + by)

    @on(Input.Submitted)
    def choose(self) -> None:
        """Answer with the row under the cursor."""
        if self._found:
            self.dismiss(self._found[self.query_one(RowList).cursor].answer)

    @on(RowList.Chosen)
    def choose_clicked(self, event: RowList.Chosen) -> None:
        """The same by mouse."""
        self.dismiss(self._found[event.index].answer)

    def on_paste(self, event: events.Paste) -> None:
        """What is pasted may carry line breaks; Input would keep the first line alone."""
        event.stop().prevent_default()
        self.query_one(Input).insert_text_at_cursor(plain(" ".join(event.text.split())))
