"""The codebook, to be read and put right: its fields and their codes."""

from collections.abc import Callable, Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from annotator.errors import AnnotatorError
from annotator.flows import revising
from annotator.flows.reviewing import Reviewing
from annotator.model.codebook import CODED, Code, Codebook, Field, name_of
from annotator.store import codebooks, people
from annotator.tui.display import padded
from annotator.tui.keys import mode_words
from annotator.tui.screens.binding import bindings
from annotator.tui.screens.code_form import CodeForm, Revised
from annotator.tui.screens.field_form import FieldForm
from annotator.tui.screens.revision import Revision
from annotator.tui.widgets.row_list import Row, RowList
from annotator.words import say
from annotator.words.plain import plain

NAME = 22


class CodebookScreen(ModalScreen[None]):
    """Enter changes a code or a field; a new code comes behind the others of its field. `used` is called with
    a version that was put in force from here.
    """

    BINDINGS: ClassVar[list[BindingType]] = bindings("codebook")
    AUTO_FOCUS = None

    def __init__(self, reviewing: Reviewing, used: Callable[[Codebook], object]) -> None:
        super().__init__()
        self._reviewing = reviewing
        self._used = used
        self._lines: list[tuple[Field, Code | None]] = []

    def compose(self) -> ComposeResult:
        """Title, fields and codes, the keys."""
        with Vertical(id="box"):
            yield Static("", id="box-title", markup=False)
            yield Static("", id="box-note", markup=False)
            yield RowList(self._rows)
            yield Static(Content(say("revising.list_keys", **mode_words("codebook"))), id="box-keys")

    def on_mount(self) -> None:
        """Every field and code."""
        self._fill()
        self._tell("")

    def _fill(self) -> None:
        book, rows = self._reviewing.codebook, self.query_one(RowList)
        self._lines = [(field, code) for field in book.fields for code in (None, *field.codes)]
        title = say("revising.list_title", name=name_of(book), version=book.version)
        self.query_one("#box-title", Static).update(Content(plain(title)))
        rows.fill(len(self._lines), rows.cursor)

    def _tell(self, words: str) -> None:
        note = self.query_one("#box-note", Static)
        note.update(Content(plain(words)))
        note.display = bool(words)

    def _rows(self, first: int, count: int) -> Sequence[Row]:
        return [_row(*line) for line in self._lines[first : first + count]]

    def action_move(self, by: int) -> None:
        """Up or down."""
        self.query_one(RowList).step(by)

    @on(RowList.Chosen)
    def choose_clicked(self, event: RowList.Chosen) -> None:
        """A click opens a code."""
        self.query_one(RowList).move(event.index)
        self.action_change()

    def action_change(self) -> None:
        """Change the code under the cursor, or the field."""
        if not self._may():
            return
        field, code = self._lines[self.query_one(RowList).cursor]
        form = CodeForm(self._text, field, code) if code else FieldForm(self._text, field)
        self.app.push_screen(form, self._written)

    def action_add(self) -> None:
        """Write a new code for the field under the cursor."""
        if not self._may():
            return
        field = self._lines[self.query_one(RowList).cursor][0]
        if field.kind not in CODED:
            self._tell(say("revising.no_codes", field=name_of(field)))
            return
        self.app.push_screen(CodeForm(self._text, field, None), self._written)

    def _may(self) -> bool:
        """Whether the person at work may change the codebook; says who may where not."""
        try:
            people.require(self._reviewing.project, self._reviewing.reviewer, "codebook")
        except AnnotatorError as error:
            self._tell(str(error))
            return False
        return True

    @property
    def _text(self) -> str:
        return codebooks.in_force(self._reviewing.project)[1]

    def _written(self, revised: Revised | None) -> None:
        """A code was written: what that changes is looked at first."""
        if revised:
            self.app.push_screen(Revision(self._reviewing, revised), self._in_force)

    def _in_force(self, codebook: Codebook | None) -> None:
        if codebook:
            self._used(codebook)
            self._fill()
            self._tell(revising.in_force(self._reviewing.project, codebook))


def _row(field: Field, code: Code | None) -> Row:
    if code is None:
        kind = say(f"sheets.kind_{field.kind}")
        return [(f"{name_of(field)}  ", "strong"), (f"{kind}  {field.help}", "dim")]
    return [(f"  {code.key or ' '} {padded(name_of(code), NAME)}", ""), (code.definition, "dim")]
