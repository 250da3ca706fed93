"""The working place: one clause at a time, every decision a key, every key stored before it is shown."""

from collections.abc import Callable
from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.screen import Screen

from annotator.errors import AnnotatorError
from annotator.model.document import Document
from annotator.model.review import Review
from annotator.store import documents, reviews
from annotator.tui import presenting
from annotator.tui.desk import Desk
from annotator.tui.keyboard import key_named, typed
from annotator.tui.passages import passages
from annotator.tui.widgets.bar import KeyBar, TitleBar
from annotator.tui.widgets.clause_view import ClauseView
from annotator.tui.widgets.label_panel import LabelPanel
from annotator.tui.widgets.row_list import RowList
from annotator.words import say

MOST_OF_A_ROW = 60
"""Characters of a clause that a row of the list can show at most."""

ARROWS = ("up", "down", "left", "right")


class ReviewScreen(Screen[None]):
    """Step through the clauses of a document and label them."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "finish", id="finish"),
        Binding("space", "accept", id="accept"),
        Binding("tab", "turn_field(1)", id="next-field"),
        Binding("shift+tab", "turn_field(-1)", id="previous-field"),
        *(Binding(str(n), f"field({n - 1})", id=f"field-{n}") for n in range(1, 10)),
        *(Binding(arrow, f"cursor('{arrow}')", id=f"cursor-{arrow}") for arrow in ARROWS),
        Binding("minus", "none", id="none"),
        Binding("backspace", "clear", id="clear"),
        Binding("pagedown,j", "step(1)", id="next"),
        Binding("pageup,k", "step(-1)", id="previous"),
        Binding("full_stop", "next_unfinished", id="next-unfinished"),
        Binding("home", "go_to(0)", id="first"),
        Binding("end", "go_to(-1)", id="last"),
        Binding("comma", "skip", id="skip"),
        Binding("equals_sign", "flag", id="flag"),
        Binding("apostrophe", "question", id="question"),
        Binding("semicolon", "note", id="note"),
        Binding("slash", "find", id="find"),
        Binding("ctrl+z", "undo", id="undo"),
        Binding("ctrl+y", "redo", id="redo"),
        Binding("escape", "library", id="library"),
        Binding("question_mark", "help", id="help"),
        Binding("ctrl+down", "scroll(3)", id="scroll-down"),
        Binding("ctrl+up", "scroll(-3)", id="scroll-up"),
    ]
    AUTO_FOCUS = None
    HORIZONTAL_BREAKPOINTS = [(130, "-wide")]  # noqa: RUF012  (an instance variable of Screen)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self._drawn: tuple[int, str] = (-1, "")
        self._sure = ""

    def compose(self) -> ComposeResult:
        """Title, list, clause, panel, keys."""
        yield TitleBar(id="title")
        with Horizontal():
            yield RowList(self._rows, id="clauses")
            with Vertical(id="work"):
                yield TitleBar(id="path")
                yield ClauseView()
                yield LabelPanel()
        yield KeyBar()

    def on_mount(self) -> None:
        """Show what is on the desk."""
        self.repaint()

    # ------------------------------------------------------------ drawing

    def repaint(self, notice: str = "") -> None:
        """Draw what is on the desk, and a notice in place of the keys."""
        desk, clause, rows = self.desk, self.desk.clause, self.query_one(RowList)
        place = (desk.document.cutting, clause.clause_id)
        if self._drawn[0] != place[0]:
            rows.fill(desk.document.clauses, clause.ord)
        rows.renew(rows.cursor)  # the clause just left
        rows.move(clause.ord)
        rows.renew(clause.ord)
        if self._drawn != place:
            self.query_one(ClauseView).show(passages(desk))
        self._drawn = place
        progress = say(
            "review.title", number=clause.ord + 1, count=desk.document.clauses, done=desk.done,
            reviewer=desk.reviewing.reviewer,
        )  # fmt: skip
        self.query_one("#title", TitleBar).show(desk.document.title, progress)
        path = " › ".join(clause.path) or say("review.no_path")
        self.query_one("#path", TitleBar).show(path, presenting.state_words(desk.review))
        self.query_one(LabelPanel).show(
            presenting.panel(
                desk.fields,
                desk.review,
                desk.suggestions,
                focus=desk.focus,
                cursor=desk.cursor,
                last=desk.last_code,
            )
        )
        self.query_one(KeyBar).show(presenting.keys(desk.field, choosing=desk.cursor >= 0), notice)

    def _rows(self, first: int, count: int) -> list[list[tuple[str, str]]]:
        desk = self.desk
        found = documents.beginnings(desk.project, desk.document, first, count, MOST_OF_A_ROW)
        said = reviews.reviews(desk.project, [subject for subject, *_ in found], desk.reviewing.reviewer)
        return [presenting.row(marker, text, said.get(subject, Review())) for subject, marker, text in found]

    def _do(self, *acts: Callable[[], object], notice: str = "") -> bool:
        """Do one thing after the other, then draw; stops at the first that cannot be done and says why."""
        self._sure = ""
        try:
            for act in acts:
                act()
        except AnnotatorError as error:
            self.repaint(str(error))
            return False
        self.repaint(notice)
        return True

    # ------------------------------------------------------------ keys

    def on_key(self, event: events.Key) -> None:
        """Letters pick choices; what an input method made of a key is understood."""
        if not event.character:
            return
        character = typed(event.character)
        for number, choice in enumerate(self.desk.choices()):
            if choice.key and choice.key == character.lower():
                event.stop().prevent_default()
                self._pick(number)
                return
        if character == event.character and character.isascii():
            return
        event.stop().prevent_default()
        if key := key_named(character):
            self.app.simulate_key(key)
        else:
            self.repaint(say("review.input_method", character=event.character))

    def _pick(self, number: int) -> None:
        self._do(lambda: self.desk.pick(number))

    def action_cursor(self, arrow: str) -> None:
        """Move among the choices; Enter then chooses."""
        self.desk.cursor = self.query_one(LabelPanel).neighbour(self.desk.cursor, arrow)
        self.repaint()

    def action_turn_field(self, step: int) -> None:
        """The next or previous field."""
        self.action_field((self.desk.focus + step) % len(self.desk.fields))

    def action_field(self, number: int) -> None:
        """The field of that number."""
        if number < len(self.desk.fields):
            self._do(lambda: self.desk.turn_to(number))

    def action_finish(self) -> None:
        """Choose what is under the cursor; without a cursor, finish the clause and go on.

        Decisions still to make, and suggestions not taken, ask for a second press: they become `none`.
        """
        desk = self.desk
        if desk.cursor >= 0:
            self._pick(desk.cursor)
        elif self._sure == desk.clause.clause_id or not (missing := desk.missing()):
            self._do(desk.finish, lambda: desk.step(1))
        else:
            self.repaint(say("review.press_again", fields=presenting.names_of(missing)))
            self._sure = desk.clause.clause_id

    def action_accept(self) -> None:
        """Take what is suggested; go on where nothing is left to answer."""
        desk = self.desk
        self._do(lambda: desk.step(1) if desk.accept() else None)

    def action_none(self) -> None:
        """Say that the text states nothing for this field."""
        self._do(lambda: self.desk.put([]))

    def action_clear(self) -> None:
        """Take the field's value back."""
        self._do(lambda: self.desk.put(None))

    def action_skip(self) -> None:
        """Leave the clause aside and go on; on a skipped clause, take that back and stay."""
        desk = self.desk
        self._do(desk.skip, *([lambda: desk.step(1)] if desk.review.state != "skipped" else []))

    def action_flag(self) -> None:
        """Mark the clause as doubtful."""
        self._do(self.desk.flag)

    def action_question(self) -> None:
        """Write a question to the lead."""
        self._write(say("review.question_title"), self.desk.review.question, self.desk.ask)

    def action_note(self) -> None:
        """Write a note."""
        self._write(say("review.note_title"), self.desk.review.note, self.desk.note)

    def _write(self, title: str, text: str, store: Callable[[str], None]) -> None:
        from annotator.tui.screens.writing import Writing  # noqa: PLC0415  (a text editor is slow to load)

        def stored(answer: str | None) -> None:
            if answer is not None and answer.strip() != text:
                self._do(lambda: store(answer))

        self.app.push_screen(Writing(title, text), stored)

    def action_find(self) -> None:
        """Look for a unit; in a field of text, write it."""
        from annotator.tui.screens.picker import UnitPicker  # noqa: PLC0415  (needs the gazetteer)

        desk = self.desk
        number = next((n for n, field in enumerate(desk.fields) if field.kind == "entity"), None)
        if desk.field.kind in ("text", "date"):
            self._write(presenting.names_of([desk.field]), "".join(desk.value), desk.answer)
        elif number is not None:
            self.action_field(number)
            self.app.push_screen(UnitPicker(desk, self._do))

    def action_undo(self) -> None:
        """Take back the last act, wherever it was."""
        self._do(self.desk.undo, notice=say("review.undone"))

    def action_redo(self) -> None:
        """Do it again."""
        self._do(self.desk.redo, notice=say("review.redone"))

    def action_step(self, by: int) -> None:
        """The next or previous clause."""
        self._do(lambda: self.desk.step(by))

    def action_next_unfinished(self) -> None:
        """The next clause neither submitted nor skipped."""
        self._do(self.desk.next_unfinished)

    def action_go_to(self, ord_no: int) -> None:
        """A clause by its number; -1 is the last."""
        self._do(lambda: self.desk.go_to(ord_no % self.desk.document.clauses))

    def action_scroll(self, by: int) -> None:
        """Scroll a clause that is longer than its place."""
        self.query_one(ClauseView).scroll_relative(y=by, animate=False, force=True)

    def action_library(self) -> None:
        """The documents; the one chosen there opens at its first unfinished clause."""
        from annotator.tui.screens.library import LibraryScreen  # noqa: PLC0415  (not needed to start)

        def chosen(document: Document | None) -> None:
            if document:
                self._do(lambda: self.desk.open_at_work(document))
            else:
                self.repaint()

        self.app.push_screen(LibraryScreen(self.desk.reviewing, self.desk.document.doc_id), chosen)

    def action_help(self) -> None:
        """All the keys."""
        from annotator.tui.screens.help import Help  # noqa: PLC0415  (not needed to start)

        self.app.push_screen(Help())

    # ------------------------------------------------------------ mouse

    @on(RowList.Chosen)
    def choose_clause(self, event: RowList.Chosen) -> None:
        """A clause was clicked in the list."""
        self.action_go_to(event.index)

    @on(LabelPanel.FieldClicked)
    def choose_field(self, event: LabelPanel.FieldClicked) -> None:
        """A field was clicked."""
        self.action_field(event.index)

    @on(LabelPanel.ChoiceClicked)
    def choose_code(self, event: LabelPanel.ChoiceClicked) -> None:
        """A choice was clicked."""
        self._pick(event.index)

    @on(KeyBar.Pressed)
    async def press(self, event: KeyBar.Pressed) -> None:
        """A key of the bar was clicked."""
        await self.run_action(event.action)
