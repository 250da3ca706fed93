"""What is told of a marked span: its attributes, to be looked at and put right."""

from collections.abc import Callable
from typing import Any, ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from annotator.errors import AnnotatorError
from annotator.model.codebook import Attribute, name_of
from annotator.tui import marks
from annotator.tui.attributes import read, takes, written
from annotator.tui.desk import Desk
from annotator.tui.keyboard import typed
from annotator.tui.keys import mode_words
from annotator.tui.screens.binding import bindings
from annotator.tui.widgets.finder import Finder
from annotator.words import say
from annotator.words.plain import plain


class Line(Finder):
    """An attribute that is written."""

    def __init__(self, attribute: Attribute, told: Any) -> None:
        self._before = written(told), told
        super().__init__(self._before[0])
        self.compact = True
        self.attribute = attribute

    @property
    def told(self) -> Any:
        """What stands there, a number where it is one; else the words, for the codebook to refuse."""
        if self.value == self._before[0]:
            return self._before[1]
        return read(self.attribute, self.value)


class Choices(Static, can_focus=True):
    """An attribute that is chosen by a letter."""

    def __init__(self, attribute: Attribute, told: Any) -> None:
        super().__init__(markup=False)
        self.attribute = attribute
        self.told: Any = told

    def on_mount(self) -> None:
        """Show what is chosen."""
        self._show()

    def _show(self) -> None:
        parts = []
        for code in self.attribute.codes:
            words = f"{code.key} {plain(name_of(code))}"
            parts.append(f"[{words}]" if code.id == self.told else f" {words} ")
        self.update(Content("".join(parts)))

    def on_key(self, event: events.Key) -> None:
        """A letter chooses, the same once more takes back, as Backspace does."""
        letter = typed(event.character or "").lower()
        chosen = next((code.id for code in self.attribute.codes if letter and code.key == letter), None)
        if chosen or event.key in ("backspace", "delete"):
            event.stop().prevent_default()
            self.told = chosen if chosen != self.told else None
            self._show()


class SpanForm(ModalScreen[None]):
    """Stores a span of the field in focus with its attributes as they are put right, or takes it away; calls
    `stored` then.
    """

    BINDINGS: ClassVar[list[BindingType]] = bindings("form")
    AUTO_FOCUS = "Line, Choices"

    def __init__(self, desk: Desk, span: marks.Item, stored: Callable[[], object]) -> None:
        super().__init__()
        self._desk = desk
        self._field = desk.field
        self._span = span
        self._stored = stored

    def compose(self) -> ComposeResult:
        """A line for each attribute, what is wrong, the keys."""
        title = say("marking.form_title", field=name_of(self._field), words=self._span["surface"])
        with Vertical(id="box"):
            yield Static(Content(plain(title)), id="box-title")
            with VerticalScroll(can_focus=False):
                for attribute in self._field.attributes:
                    told = self._span.get(attribute.id)
                    with Horizontal(classes="attribute"):
                        yield Static(Content(plain(name_of(attribute))), classes="name")
                        yield (Choices if attribute.kind == "choice" else Line)(attribute, told)
            yield Static("", id="wrong", markup=False)
            yield Static(Content(self._keys), id="box-keys")

    @property
    def _keys(self) -> str:
        words = mode_words("form")
        return f"{say('marking.form_keys', **words)}  {say('marking.form_remove', **words)}"

    def on_descendant_focus(self) -> None:
        """Say what the line takes."""
        focused = self.focused
        self._say(takes(focused.attribute) if isinstance(focused, (Line, Choices)) else "")

    def _say(self, words: str) -> None:
        self.query_one("#wrong", Static).update(Content(plain(words)))

    def action_accept(self) -> None:
        """Store what stands in the lines, where the codebook allows it."""
        lines = [*self.query(Line), *self.query(Choices)]
        told = {line.attribute.id: line.told for line in lines}
        self._do(lambda: marks.change(self._desk, self._span, {**self._span, **told}))

    def action_remove(self) -> None:
        """Take the mark away."""
        self._do(lambda: marks.remove(self._desk, self._span))

    def _do(self, act: Callable[[], None]) -> None:
        try:
            act()
        except AnnotatorError as error:
            self._say(str(error))
            return
        self._stored()
        self.dismiss()

    @on(events.Click, "Choices")
    def focus_clicked(self, event: events.Click) -> None:
        """A line that is clicked is the one to write in."""
        if event.widget:
            event.widget.focus()
