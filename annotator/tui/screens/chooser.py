"""Lists to choose from by typing: the frame of them all, and the usual one."""

from abc import abstractmethod
from collections.abc import Callable, Sequence
from typing import ClassVar, Generic, NamedTuple, TypeVar, overload

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from annotator.tui.keys import mode_words
from annotator.tui.screens.binding import bindings
from annotator.tui.widgets.finder import Finder
from annotator.tui.widgets.row_list import Row, RowList
from annotator.words import say
from annotator.words.plain import plain

T = TypeVar("T")


class TypedList(ModalScreen[T | None]):
    """A line to type in above a list. Enter takes the row under the cursor, Escape answers with None."""

    BINDINGS: ClassVar[list[BindingType]] = bindings("list")
    AUTO_FOCUS = "Finder"

    def __init__(self, title: str, *, typed: str = "", keys: str = "") -> None:
        super().__init__()
        self._title = title
        self._typed = typed
        self._keys = keys or say("review.chooser_keys", **mode_words("list"))

    @abstractmethod
    def show(self, typed: str) -> None:
        """Show what there is for what is typed."""

    @abstractmethod
    def rows(self, first: int, count: int) -> Sequence[Row]:
        """So many rows of the list from number `first` on."""

    @abstractmethod
    def take(self, index: int) -> None:
        """Take the row of that number, if there is one."""

    def compose(self) -> ComposeResult:
        """The line, what is to say about it, the list, the keys."""
        with Vertical(id="box"):
            yield Static(Content(plain(self._title)), id="box-title")
            yield Finder(self._typed)
            yield Static("", id="box-note", markup=False)
            yield RowList(self.rows)
            yield Static(Content(plain(self._keys)), id="box-keys")

    def on_mount(self) -> None:
        """Show what there is at first."""
        self.tell("")
        self.show(self.query_one(Input).value)

    @on(Input.Changed)
    def changed(self, event: Input.Changed) -> None:
        """Show it again at every character."""
        self.show(event.value)

    def tell(self, words: str) -> None:
        """Say something between the line and the list; nothing takes that away."""
        note = self.query_one("#box-note", Static)
        note.update(Content(plain(words)))
        note.display = bool(words)

    def action_move(self, by: int) -> None:
        """Up or down."""
        self.query_one(RowList).step(by)

    @on(Input.Submitted)
    def choose(self) -> None:
        """Take the row under the cursor."""
        self.take(self.query_one(RowList).cursor)

    @on(RowList.Chosen)
    def choose_clicked(self, event: RowList.Chosen) -> None:
        """The same by mouse."""
        self.take(event.index)


class Option(NamedTuple, Generic[T]):
    """A row of the list and what choosing it answers."""

    row: Row
    answer: T


def narrowing(options: Sequence[Option[T]]) -> Callable[[str], Sequence[Option[T]]]:
    """Finds those of a few options that have what is typed in their first words."""
    return lambda typed: [option for option in options if typed.strip() in option.row[0][0]]


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


class Chooser(TypedList[T]):
    """Typing narrows the list; the answer is that of the row taken.

    `find` gives the options for what is typed; it is asked again at every character. `at` is the row under
    the cursor at first, `nothing` is told where what was typed finds nothing. Where there is something to
    tell who takes none (`unmarked`), no row is under the cursor until it is moved, or something is typed.
    """

    def __init__(
        self,
        title: str,
        find: Callable[[str], Sequence[Option[T]]],
        *,
        typed: str = "",
        keys: str = "",
        at: int = 0,
        nothing: str = "",
        unmarked: str = "",
    ) -> None:
        super().__init__(title, typed=typed, keys=keys)
        self._find = find
        self._at = at
        self._nothing = nothing
        self._unmarked = unmarked
        self._found: Sequence[Option[T]] = ()

    def show(self, typed: str) -> None:
        """Show the options for what is typed."""
        self._found = self._find(typed)
        rows = self.query_one(RowList)
        rows.fill(len(self._found), 0 if typed else self._at)
        if self._unmarked and not typed.strip():
            rows.unmark()
        self.tell("" if self._found or not typed.strip() else self._nothing)

    def find_again(self) -> None:
        """Show the options anew, because there is more to find than before."""
        typed, rows = self.query_one(Input).value, self.query_one(RowList)
        at = rows.cursor
        self.show(typed)
        rows.move(at)

    def rows(self, first: int, count: int) -> Sequence[Row]:
        """The rows of some options."""
        return [option.row for option in self._found[first : first + count]]

    def take(self, index: int) -> None:
        """Answer with an option."""
        if index < 0:
            self.tell(self._unmarked)
        elif index < len(self._found):
            self.dismiss(self._found[index].answer)
