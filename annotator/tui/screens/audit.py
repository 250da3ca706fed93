"""What the screens of an audit share: a note, a list, and a reader beside the screens that fills it."""

from collections.abc import Callable, Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Static

from annotator.errors import AnnotatorError
from annotator.flows.reviewing import Reviewing
from annotator.model.codebook import Codebook
from annotator.tui.docket import Chosen
from annotator.tui.reader import Reader
from annotator.tui.widgets.bar import KeyBar, TitleBar
from annotator.tui.widgets.row_list import Row, RowList
from annotator.words import say
from annotator.words.plain import plain_lines


class AuditScreen(Screen[None]):
    """A list over clauses that others and oneself judged: Enter goes into a row, Escape back. `learn` is told
    of a codebook that was put in force from here.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down,j", "move(1)", id="agreement-down"),
        Binding("up,k", "move(-1)", id="agreement-up"),
        Binding("pagedown", "move(10)", id="agreement-page-down"),
        Binding("pageup", "move(-10)", id="agreement-page-up"),
        Binding("home", "move(-1000000000)", id="agreement-first"),
        Binding("end", "move(1000000000)", id="agreement-last"),
        Binding("enter,space", "open", id="agreement-open"),
        Binding("escape,q", "leave", id="agreement-leave"),
    ]
    AUTO_FOCUS = None
    KEYS: ClassVar[Sequence[tuple[str, str]]] = (
        ("enter", "open"),
        ("escape", "leave"),
        ("up_down", "move(1)"),
    )

    def __init__(self, reviewing: Reviewing, learn: Callable[[Codebook], None]) -> None:
        super().__init__()
        self.reviewing, self.learn = reviewing, learn

    def compose(self) -> ComposeResult:
        """Title, what is to say, rows, keys."""
        yield TitleBar()
        yield Static("", id="audit-note", markup=False)
        yield RowList(self.rows)
        yield KeyBar()

    def on_mount(self) -> None:
        """Begin to compute, beside."""
        self.reader = Reader(self, self.reviewing.project.path)
        self.note(say("agreeing.working"))
        self.fill(0)
        self.begin()

    def on_unmount(self) -> None:
        """Nobody wants to know any more."""
        self.reader.close()

    def begin(self) -> None:
        """Ask for what is shown."""

    def fill(self, count: int, cursor: int = 0) -> None:
        """Show so many rows, and the keys that do anything with them."""
        self.query_one(RowList).fill(count, cursor)
        keys = self.KEYS if count else [one for one in self.KEYS if one[0] == "escape"]
        shown = [(say(f"agreeing.key_{key}"), say(f"agreeing.do_{key}"), act) for key, act in keys]
        self.query_one(KeyBar).show(shown)

    def rows(self, first: int, count: int) -> Sequence[Row]:
        """So many rows from number `first` on."""
        return []

    def note(self, words: str) -> None:
        """Say something above the rows; nothing takes that away."""
        note = self.query_one("#audit-note", Static)
        note.update(Content(plain_lines(words)))
        note.display = bool(words)

    def action_move(self, by: int) -> None:
        """Up or down."""
        self.query_one(RowList).step(by)

    def action_leave(self) -> None:
        """Back; what is still being computed is given up."""
        self.dismiss(None)

    def action_open(self) -> None:
        """Go into the row under the cursor."""

    def compare(self, chosen: Chosen) -> None:
        """Show what everyone said of clauses, to be read."""
        from annotator.tui.screens.comparing import Comparing  # noqa: PLC0415  (not needed for the list)

        try:
            self.app.push_screen(Comparing(self.reviewing, chosen, self.learn))
        except AnnotatorError as error:
            self.note(str(error))

    @on(RowList.Chosen)
    def choose(self, event: RowList.Chosen) -> None:
        """A click goes in."""
        self.query_one(RowList).move(event.index)
        self.action_open()

    @on(KeyBar.Pressed)
    async def press(self, event: KeyBar.Pressed) -> None:
        """A key of the bar was clicked."""
        await self.run_action(event.action)
