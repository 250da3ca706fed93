"""A line to write how words of the clause read, with the whole clause as it would be below."""

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from annotator.errors import AnnotatorError
from annotator.flows.cutting import Decision
from annotator.model.edit import Edit
from annotator.tui.keys import mode_words
from annotator.tui.passage import Passage
from annotator.tui.repairs import Repairs
from annotator.tui.screens.binding import bindings
from annotator.tui.views import BREAK
from annotator.tui.widgets.clause_view import ClauseView
from annotator.tui.widgets.finder import Finder
from annotator.words import say
from annotator.words.plain import plain, plain_lines


class Words(Finder):
    """The words that read otherwise."""


class ReadsAs(Finder):
    """How they read."""


class Rereading(ModalScreen[Decision | None]):
    """Answers with what was decided: how the place of `edit` reads, or words that are written too."""

    BINDINGS: ClassVar[list[BindingType]] = bindings("form")
    AUTO_FOCUS = "Finder"

    def __init__(self, repairs: Repairs, edit: Edit | None) -> None:
        super().__init__()
        self._repairs = repairs
        self._edit = edit

    def compose(self) -> ComposeResult:
        """The words, how they read, what the clause would be, the keys."""
        before = self._edit.before.replace("\n", BREAK) if self._edit else ""
        after = self._edit.after.replace("\n", BREAK) if self._edit else ""
        with Vertical(id="box"):
            yield Static(Content(say("repairing.form_title")), id="box-title")
            with Horizontal(classes="attribute"):
                yield Static(Content(say("repairing.form_words")), classes="name")
                if self._edit:
                    yield Static(Content(plain(before)), classes="fixed")
                else:
                    yield Words()
            with Horizontal(classes="attribute"):
                yield Static(Content(say("repairing.form_reads")), classes="name")
                yield ReadsAs(after)
            yield Static("", id="wrong", markup=False)
            yield ClauseView()
            yield Static(Content(say("marking.form_keys", **mode_words("form"))), id="box-keys")

    def on_mount(self) -> None:
        """Tell what is to be written."""
        for line in self.query(Finder):
            line.compact = True
        self._look()

    @on(Input.Changed)
    def _look(self) -> None:
        """Show what the clause would be."""
        view, wrong, reading = self.query_one(ClauseView), "", None
        try:
            reading = self._repairs.would_read(self._decision())
        except AnnotatorError as error:
            wrong = str(error)
        view.show([Passage(plain_lines(reading.text), reading.marks, here=True)] if reading else [])
        if reading:
            view.reveal(reading.marks[-1][0])
        self.query_one("#wrong", Static).update(Content(plain(wrong or say("repairing.form_would"))))
        self.query_one("#wrong").set_class(bool(wrong), "-notice")

    def _decision(self) -> Decision:
        after = self.query_one(ReadsAs).value
        if self._edit:
            return self._repairs.reading(self._edit, after)
        return self._repairs.correcting(self.query_one(Words).value, after)

    def action_accept(self) -> None:
        """Answer, where it can be; first comes what was typed ahead of the key."""
        (self.focused or self).call_later(self._accept)

    def _accept(self) -> None:
        try:
            decision = self._decision()
        except AnnotatorError:
            self._look()
            return
        self.dismiss(decision)

    def action_remove(self) -> None:
        """Have nothing read there."""
        self.query_one(ReadsAs).value = ""
