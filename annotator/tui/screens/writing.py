"""A place to write a few lines: a note, a question to the lead, the reason for an answer."""

from collections.abc import Callable
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.timer import Timer
from textual.widgets import Static, TextArea

from annotator.words import say
from annotator.words.plain import plain, plain_lines

PAUSE = 0.4
"""Seconds without a key after which what was written is kept."""


class Writing(ModalScreen[str]):
    """Answers with the text when it is left; nothing written is lost by leaving, nor by a kill: `keep` is
    called with the text at every pause, and when the program is left.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,ctrl+s", "leave", id="leave-writing", priority=True),
    ]

    def __init__(self, title: str, text: str, keep: Callable[[str], None], notice: str = "") -> None:
        super().__init__()
        self._title = title
        self._editor = TextArea(plain_lines(text), soft_wrap=True)
        self._kept = self._editor.text
        self._keep = keep
        self._notice = notice
        self._pause: Timer | None = None

    def compose(self) -> ComposeResult:
        """Title, editor, the one key to know."""
        with Vertical(id="box"):
            yield Static(Content(plain(self._title)), id="box-title")
            yield self._editor
            yield Static(Content(self._notice or say("review.text_keys")), id="box-keys")

    def on_mount(self) -> None:
        """Write on at the end."""
        self._editor.move_cursor(self._editor.document.end)

    @on(TextArea.Changed)
    def changed(self) -> None:
        """Keep what is written as soon as the keys rest."""
        if self._pause:
            self._pause.stop()
        self._pause = self.set_timer(PAUSE, self._keep_now)

    def _keep_now(self) -> None:
        if self._editor.text != self._kept:
            self._kept = self._editor.text
            self._keep(self._kept)

    def on_unmount(self) -> None:
        """The program is left from here, or the terminal is gone."""
        self._keep_now()

    def action_leave(self) -> None:
        """Store and go back."""
        self._kept = self._editor.text
        self.dismiss(plain_lines(self._kept))
