"""A form of texts: lines and paragraphs to be written, each with its name."""

from abc import abstractmethod
from collections.abc import Mapping, Sequence
from typing import ClassVar, NamedTuple, TypeVar

from textual import events
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static, TextArea

from annotator.errors import AnnotatorError
from annotator.tools.codebook import CodebookError
from annotator.tui.keys import mode_words
from annotator.tui.screens.binding import bindings
from annotator.words import say
from annotator.words.plain import plain, plain_lines

T = TypeVar("T")

LINES = 3
"""A text with so many lines of the screen has paragraphs."""


class Entry(NamedTuple):
    """A text of the form: its name in the answer, what it is called, what stands there, how many lines of the
    screen it has; one that is `fixed` is shown and not written. Below `LINES` of the screen it is one line.
    """

    name: str
    label: str
    text: str
    height: int = 1
    fixed: bool = False


class Paper(TextArea):
    """A place to write in. A line of its own takes no second one, Enter goes on from it; like any line of a
    form it is written over, unless one moves in it first.
    """

    def __init__(self, entry: Entry) -> None:
        super().__init__(plain_lines(entry.text), soft_wrap=True, tab_behavior="focus")
        self.entry = entry
        self.compact = True
        self.highlight_cursor_line = False
        self.styles.height = entry.height

    @property
    def _line(self) -> bool:
        return self.entry.height < LINES

    def on_focus(self, event: events.Focus) -> None:
        """What stands there is selected, but for when only the window comes back."""
        if self._line and not event.from_app_focus:
            self.select_all()

    def on_key(self, event: events.Key) -> None:
        """Runs before TextArea's own handler, which begins a line at Enter."""
        if self._line and event.key == "enter":
            event.stop().prevent_default()
            self.screen.focus_next()


class TextForm(ModalScreen[T | None]):
    """Ctrl+S accepts; Escape leaves, and asks once more where something was written."""

    BINDINGS: ClassVar[list[BindingType]] = bindings("text_form")
    AUTO_FOCUS = "Paper"
    KEYS = "revising.form_keys"
    """What the keys do, in words."""

    def __init__(self, title: str, entries: Sequence[Entry]) -> None:
        super().__init__()
        self._title = title
        self._entries = entries
        self._sure = False

    @abstractmethod
    def accept(self, written: Mapping[str, str]) -> T:
        """What the form answers with. Raises AnnotatorError where that cannot be."""

    def compose(self) -> ComposeResult:
        """Title, a row for each text, what is wrong, the keys."""
        with Vertical(id="box"):
            yield Static(Content(plain(self._title)), id="box-title")
            with VerticalScroll(can_focus=False):
                for entry in self._entries:
                    with Horizontal(classes="entry"):
                        yield Static(Content(plain(entry.label)), classes="name")
                        if entry.fixed:
                            yield Static(Content(plain(entry.text)), classes="fixed")
                        else:
                            yield Paper(entry)
            yield Static("", id="wrong", markup=False)
            yield Static(Content(say(self.KEYS, **mode_words("text_form"))), id="box-keys")

    @property
    def written(self) -> dict[str, str]:
        """What stands in the form."""
        fixed = {entry.name: entry.text for entry in self._entries if entry.fixed}
        return fixed | {paper.entry.name: paper.text.strip() for paper in self.query(Paper)}

    def tell(self, words: str) -> None:
        """Say what is wrong, or to be pressed."""
        self.query_one("#wrong", Static).update(Content(plain_lines(words)))

    def action_accept(self) -> None:
        """Answer with what is written, where that can be; first comes what was typed ahead of the key."""
        (self.focused or self).call_later(self._accept)

    def _accept(self) -> None:
        try:
            answer = self.accept(self.written)
        except CodebookError as error:  # in a form there are no lines
            self.tell(" ".join(problem.sentence for problem in error.problems))
            return
        except AnnotatorError as error:
            self.tell(str(error))
            return
        self.dismiss(answer)

    def action_leave(self) -> None:
        """Leave it as it was; what was written is not thrown away by one key."""
        (self.focused or self).call_later(self._leave)

    def _leave(self) -> None:
        before = {entry.name: plain_lines(entry.text).strip() for entry in self._entries if not entry.fixed}
        changed = any(paper.text.strip() != before[paper.entry.name] for paper in self.query(Paper))
        if changed and not self._sure:
            self._sure = True
            self.tell(say("revising.unsaved", **mode_words("text_form")))
            return
        self.dismiss(None)
