"""All keys of a screen on one page; those of the review screen are made from the table of commands."""

from collections.abc import Callable, Iterator
from typing import ClassVar

from rich.cells import cell_len
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from annotator.tui.commands import COMMANDS, GROUPS
from annotator.tui.display import wrap
from annotator.tui.keys import key_words, keys_of
from annotator.words import say
from annotator.words.plain import plain_lines

COLUMN = 14
"""Cells for the keys."""


Lines = Callable[[int], Iterator[str]]
"""Makes the lines of a page, of at most so many cells."""


def page(width: int, lines: Lines | None = None) -> str:
    """The text of the page in lines of at most `width` cells, what is told in a column of its own; that of
    the review screen where no other is given.
    """
    return plain_lines("\n".join((lines or _lines)(width)))


def _lines(width: int) -> Iterator[str]:
    for group in GROUPS:
        yield say(f"commands.group_{group}")
        if group == "label":
            yield from told(say("help.letters"), say("help.letters_about"), width)
            yield from told(say("help.arrows"), say("help.arrows_about"), width)
        for name, command in COMMANDS.items():
            if command.group == group:
                pressed = keys_of(name) if any(keys_of(name)) else keys_of("palette")
                keys = " ".join(key_words(key) for key in pressed if key)
                yield from told(keys, say(f"commands.{name}_about"), width)
        yield ""
    yield say("help.signs")


def told(keys: str, about: str, width: int) -> Iterator[str]:
    """A key and what it does, in its column."""
    head = f"  {keys}{' ' * max(1, COLUMN - cell_len(keys))}"
    for start, end in wrap(about, max(COLUMN, width - cell_len(head))):
        yield f"{head}{about[start:end].strip()}"
        head = " " * cell_len(head)


class Page(VerticalScroll):
    """The page, in lines as wide as there is room: its own size is known after that of the screen."""

    def __init__(self, lines: Lines | None) -> None:
        super().__init__()
        self._told = lines

    def compose(self) -> ComposeResult:
        """Empty until its size is known."""
        yield Static(id="page")

    def on_resize(self) -> None:
        """Another width has other lines."""
        self.query_one("#page", Static).update(
            Content(page(self.scrollable_content_region.width, self._told))
        )


class Help(ModalScreen[None]):
    """Read and leave."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,enter,question_mark,space", "dismiss", id="leave-help"),
    ]
    AUTO_FOCUS = "VerticalScroll"

    def __init__(self, lines: Lines | None = None) -> None:
        super().__init__()
        self._told = lines

    def compose(self) -> ComposeResult:
        """The page, in a place that scrolls."""
        with Vertical(id="box"):
            yield Static(Content(say("help.title")), id="box-title")
            yield Page(self._told)
            yield Static(Content(say("help.close")), id="box-keys")
