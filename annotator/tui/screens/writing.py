"""A place to write a few lines: a note, a question to the lead."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static, TextArea

from annotator.words import say
from annotator.words.plain import plain, plain_lines


class Writing(ModalScreen[str | None]):
    """Answers with the text when it is left; nothing written is lost by leaving."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,ctrl+s", "leave", id="leave-writing", priority=True),
    ]

    def __init__(self, title: str, text: str) -> None:
        super().__init__()
        self._title = title
        self._text = text

    def compose(self) -> ComposeResult:
        """Title, editor, the one key to know."""
        with Vertical(id="box"):
            yield Static(Content(plain(self._title)), id="box-title")
            yield TextArea(plain_lines(self._text), soft_wrap=True)
            yield Static(Content(say("review.text_keys")), id="box-keys")

    def on_mount(self) -> None:
        """Write on at the end."""
        editor = self.query_one(TextArea)
        editor.move_cursor(editor.document.end)

    def action_leave(self) -> None:
        """Store and go back."""
        self.dismiss(plain_lines(self.query_one(TextArea).text))
