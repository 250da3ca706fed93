"""All keys of the review screen on one page, made from the table of commands."""

from collections.abc import Iterator
from typing import ClassVar

from rich.cells import cell_len
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from annotator.tui.commands import COMMANDS, GROUPS
from annotator.tui.keys import key_words, keys_of
from annotator.words import say
from annotator.words.plain import plain_lines

COLUMN = 14
"""Cells for the keys."""


def page() -> str:
    """The text of the page."""
    return plain_lines("\n".join(_lines()))


def _lines() -> Iterator[str]:
    for group in GROUPS:
        yield say(f"commands.group_{group}")
        if group == "label":
            yield _line(say("help.letters"), say("help.letters_about"))
            yield _line(say("help.arrows"), say("help.arrows_about"))
        for name, command in COMMANDS.items():
            if command.group == group:
                keys = " ".join(key_words(key) for key in keys_of(name) if key)
                yield _line(keys, say(f"commands.{name}_about"))
        yield ""
    yield say("help.signs")


def _line(keys: str, about: str) -> str:
    return f"  {keys}{' ' * max(1, COLUMN - cell_len(keys))}{about}"


class Help(ModalScreen[None]):
    """Read and leave."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,enter,question_mark,space", "dismiss", id="leave-help"),
    ]
    AUTO_FOCUS = "VerticalScroll"

    def compose(self) -> ComposeResult:
        """The page, in a place that scrolls."""
        with Vertical(id="box"):
            yield Static(Content(say("help.title")), id="box-title")
            with VerticalScroll():
                yield Static(Content(page()))
            yield Static(Content(say("help.close")), id="box-keys")
