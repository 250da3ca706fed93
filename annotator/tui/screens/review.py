"""The working place: one clause at a time, every decision a key, every key stored before it is shown."""

from collections.abc import Callable, Sequence
from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.screen import Screen
from textual.timer import Timer

from annotator.errors import AnnotatorError
from annotator.tui import going, presenting
from annotator.tui.commands import COMMANDS
from annotator.tui.desk import Desk
from annotator.tui.key_bar import keys_now
from annotator.tui.keyboard import key_named, typed
from annotator.tui.keys import keys_of
from annotator.tui.listing import listed, rows, title
from annotator.tui.pace import pace_of, pace_words
from annotator.tui.reaching import reach
from annotator.tui.sight import Scene, Sight
from annotator.tui.widgets.bar import KeyBar, TitleBar
from annotator.tui.widgets.clause_view import ClauseView
from annotator.tui.widgets.label_panel import LabelPanel
from annotator.tui.widgets.row_list import RowList
from annotator.words import say

DEFINING = "-defining"
"""The class of a screen on which the meaning of a code is unfolded."""

NOTICE = 8.0
"""Seconds for which a notice stands."""


class ReviewScreen(Screen[None]):
    """Step through the clauses of a document and label them."""

    BINDINGS: ClassVar[list[BindingType]] = [
        # A command without a key is bound to one that no keyboard has, for the user to give it another.
        Binding(command.keys or f"no_{command.id}", f"command('{command.id}')", id=command.id)
        for command in COMMANDS.values()
    ]
    AUTO_FOCUS = None
    HORIZONTAL_BREAKPOINTS = [(130, "-wide")]  # noqa: RUF012  (an instance variable of Screen)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.sight = Sight()
        self.scene = Scene((), 0)
        self._place: tuple[object, str] = (None, "")
        self._listed: object = None
        self._seen: object = None
        self._paced: object = None
        self._pace: Sequence[str] = ()
        self._silence: Timer | None = None
        self.sure = ""

    def compose(self) -> ComposeResult:
        """Title, list, clause, panel, keys."""
        yield TitleBar(id="title")
        with Horizontal(id="body"):
            yield RowList(self._rows, id="clauses", ellipsis=False)
            with Vertical(id="work"):
                yield TitleBar(id="path", inner=True)
                yield ClauseView()
                yield LabelPanel()
        yield KeyBar()

    def on_mount(self) -> None:
        """Show what is on the desk; mark targets and deadlines once that stands."""
        self.repaint()
        self.call_after_refresh(self._learn_figures)

    def _learn_figures(self) -> None:
        self.sight.learn_figures()
        self._seen = None
        self._draw()  # a key may have been answered meanwhile, and its notice stands

    # ------------------------------------------------------------ drawing

    def tell(self, notice: str, aside: str = "", sure: str = "") -> None:
        """Say something in place of the keys, or beside them, until the next key or for some seconds.

        While a notice that asks for a second press stands, `sure` is the clause for which it was pressed.
        """
        self.sure = sure
        if self._silence:
            self._silence.stop()
        self._silence = self.set_timer(NOTICE, self._fall_silent) if notice or aside else None
        self.query_one(KeyBar).tell(notice)
        self.query_one(KeyBar).tell_aside(aside)

    def _fall_silent(self) -> None:
        self.tell("")

    def repaint(self, notice: str = "", sure: str = "") -> None:
        """Draw what is on the desk, and a notice in place of the keys."""
        self._draw()
        self.tell(notice, sure=sure)

    def _draw(self) -> None:
        desk, clause, clauses = self.desk, self.desk.clause, self.query_one(RowList)
        what, count, number = listed(desk)
        place = (what, clause.clause_id)
        if self._listed != (what, desk.elsewhere):
            clauses.fill(count, number)
            self._listed = what, desk.elsewhere
        clauses.renew(clauses.cursor)  # the clause just left
        clauses.move(number)
        clauses.renew(number)
        seen = (place, self.sight.view, desk.review, desk.suggestions)
        if self._seen != seen:
            self.scene = self.sight.scene(desk)
            self.query_one(ClauseView).show(self.scene.passages, stay=self._place == place)
        self._place, self._seen = place, seen
        if self._paced != (desk.document, desk.done):
            self._paced = desk.document, desk.done
            self._pace = pace_words(pace_of(desk.project, desk.reviewing.reviewer))
        self.query_one("#title", TitleBar).show(*title(desk), [desk.reviewing.reviewer, *self._pace])
        path = " › ".join(clause.path) or say("review.no_path")
        state, view = presenting.state_words(desk.review), self.sight.view
        more = presenting.repair_words(desk.undecided, self.scene.repairs)
        state = state if view == "clean" else f"{say(f'views.{view}')} · {state}"
        self.query_one("#path", TitleBar).show(path, state, more)
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
        if self.has_class(DEFINING):
            from annotator.tui.commands.seeing import explain  # noqa: PLC0415  (not needed to start)

            explain(self)
        self.query_one(KeyBar).show(keys_now(desk))

    def _rows(self, first: int, count: int) -> list[list[tuple[str, str]]]:
        return rows(self.desk, first, count, worded=self.has_class("-wide"))

    def do(self, *acts: Callable[[], object], notice: str = "") -> bool:
        """Do one thing after the other, then draw; stops at the first that cannot be done and says why."""
        before = self.desk.clause.clause_id, self.desk.review.state
        try:
            for act in acts:
                act()
        except AnnotatorError as error:
            self.repaint(str(error))
            return False
        self.repaint(notice)
        if before[0] == self.desk.clause.clause_id and not notice:
            self.tell_turned(before[1])
        return True

    def tell_turned(self, before: str) -> None:
        """Say of a clause that a correction made it a draft again, or finished it again."""
        if before == "submitted" and self.desk.review.state == "draft":
            self.tell("", aside=say("review.reopened"))
        elif before == "draft" and self.desk.review.state == "submitted":
            self.tell("", aside=say("review.finished_again"))

    # ------------------------------------------------------------ keys

    def on_key(self, event: events.Key) -> None:
        """Letters pick choices; what an input method made of a key is understood."""
        if not self._finishes(event):
            self.tell("")
        if not event.character:
            return
        character = typed(event.character)
        if reached := reach(self.desk, character.lower()):
            event.stop().prevent_default()
            field, number = reached
            if field != self.desk.focus:
                self.desk.turn_to(field)
            self.pick(number)
            return
        if character == event.character and character.isascii():
            return
        event.stop().prevent_default()
        if key := key_named(character):
            self.app.simulate_key(key)
        else:
            self.repaint(say("review.input_method", character=event.character))

    @staticmethod
    def _finishes(event: events.Key) -> bool:
        """Whether the key is the one that a notice may ask to press again."""
        meant = key_named(typed(event.character)) if event.character else ""
        return not {event.key, meant}.isdisjoint(keys_of("finish"))

    def action_command(self, name: str) -> None:
        """Do what the command of that id does."""
        COMMANDS[name](self)

    def pick(self, number: int) -> None:
        """Take the choice of that number in the field in focus, or take it back; open a marked span."""
        if self.desk.field.kind == "span" and number < len(self.desk.value):
            from annotator.tui.commands.marking import edit  # noqa: PLC0415  (not needed to start)

            edit(self, number)
            return
        self.do(lambda: self.desk.pick(number))

    # ------------------------------------------------------------ mouse

    @on(RowList.Chosen)
    def choose_clause(self, event: RowList.Chosen) -> None:
        """A clause was clicked in the list."""
        self.do(lambda: going.go_to(self.desk, event.index))

    @on(LabelPanel.FieldClicked)
    def choose_field(self, event: LabelPanel.FieldClicked) -> None:
        """A field was clicked."""
        self.do(lambda: self.desk.turn_to(event.index))

    @on(LabelPanel.ChoiceClicked)
    def choose_code(self, event: LabelPanel.ChoiceClicked) -> None:
        """A choice was clicked."""
        self.pick(event.index)

    @on(KeyBar.Pressed)
    def press(self, event: KeyBar.Pressed) -> None:
        """A key of the bar was clicked."""
        self.action_command(event.action)
