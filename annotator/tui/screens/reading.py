"""A window to read in: a title, paragraphs that scroll, the keys."""

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from annotator.tui.passage import Passage
from annotator.tui.widgets.paragraphs import Paragraphs
from annotator.words import say
from annotator.words.plain import plain

FAR = 1_000_000


class Reading(ModalScreen[None]):
    """Read and leave; `close` are keys that leave beside Escape."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,enter,space", "dismiss", id="leave-reading"),
        Binding("up,k,ctrl+up", "scroll_by(-1)", id="reading-up"),
        Binding("down,j,ctrl+down", "scroll_by(1)", id="reading-down"),
        Binding("pageup", "scroll_by(-10)", id="reading-page-up"),
        Binding("pagedown", "scroll_by(10)", id="reading-page-down"),
        Binding("home", f"scroll_by({-FAR})", id="reading-first"),
        Binding("end", f"scroll_by({FAR})", id="reading-last"),
    ]
    AUTO_FOCUS = None

    def __init__(self, title: str, passages: Sequence[Passage]) -> None:
        super().__init__()
        self._title = title
        self._passages = passages

    def compose(self) -> ComposeResult:
        """The title, the text, the keys."""
        with Vertical(id="box"):
            yield Static(Content(plain(self._title)), id="box-title")
            yield Paragraphs()
            yield Static(Content(say("pace.keys")), id="box-keys")

    def on_mount(self) -> None:
        """Begin at the top."""
        self.query_one(Paragraphs).show(self._passages)

    def action_scroll_by(self, lines: int) -> None:
        """Up or down."""
        self.query_one(Paragraphs).scroll_relative(y=lines, animate=False, force=True)
