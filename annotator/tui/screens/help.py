"""All keys of the review screen on one page."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from annotator.words import say


class Help(ModalScreen[None]):
    """Read and leave."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,enter,question_mark,space", "dismiss", id="leave-help"),
    ]

    def compose(self) -> ComposeResult:
        """The page."""
        with VerticalScroll(id="box"):
            yield Static(Content(say("help.page")))
