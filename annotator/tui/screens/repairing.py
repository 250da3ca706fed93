"""The repairs of the clause: what came beside how it would read; each is taken or given up, or written."""

from collections.abc import Callable
from typing import TYPE_CHECKING, ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Container, Vertical
from textual.screen import ModalScreen

from annotator.errors import AnnotatorError
from annotator.flows.cutting import Decision
from annotator.model import telling
from annotator.model.edit import Edit
from annotator.tui import going, undoing
from annotator.tui.keyboard import key_named, typed
from annotator.tui.keys import row_words
from annotator.tui.passage import Passage
from annotator.tui.repairs import Reading, Repairs
from annotator.tui.screens.binding import bindings
from annotator.tui.screens.mode import GONE
from annotator.tui.screens.rereading import Rereading
from annotator.tui.widgets.bar import KeyBar, TitleBar
from annotator.tui.widgets.clause_view import ClauseView
from annotator.tui.widgets.row_list import Row, RowList
from annotator.words import say
from annotator.words.plain import plain_lines

if TYPE_CHECKING:
    from annotator.tui.screens.review import ReviewScreen

TONES = {"proposed": "warn", "applied": "", "refused": "dim"}


class RepairsScreen(ModalScreen[None]):
    """One repair is under the cursor; who may not decide on it asks for it."""

    BINDINGS: ClassVar[list[BindingType]] = bindings("repairing")
    AUTO_FOCUS = None
    HORIZONTAL_BREAKPOINTS = [(110, "-wide")]  # noqa: RUF012  (an instance variable of Screen)

    def __init__(self, review: "ReviewScreen") -> None:
        super().__init__()
        self.review = review
        self.desk = review.desk
        self._repairs = Repairs(self.desk)
        self._clause = ""

    def compose(self) -> ComposeResult:
        """What came, how it would read, the repairs, the keys."""
        yield TitleBar(id="repairs-title")
        with Container(id="repairs-texts"):
            for name in ("came", "reads"):
                with Vertical():
                    yield TitleBar(id=f"{name}-title", inner=True)
                    yield ClauseView(id=name)
        yield RowList(self._rows)
        yield KeyBar()

    def on_mount(self) -> None:
        """Begin at the first that waits; say at once to whom deciding is left."""
        self.call_after_refresh(self._show, self._first())
        self.tell("" if self._repairs.may else say("repairing.ask_owner", owners=self._repairs.owners))

    def on_resize(self) -> None:
        """What is under the cursor stays in sight."""
        self.call_after_refresh(self._point)

    # ------------------------------------------------------------ drawing

    @property
    def _edit(self) -> Edit | None:
        edits = self._repairs.edits
        return edits[self.query_one(RowList).cursor] if edits else None

    def _first(self) -> int:
        edits = self._repairs.edits
        return next((n for n, one in enumerate(edits) if one.state == "proposed"), 0)

    def _show(self, number: int) -> None:
        """Draw the clause on the desk, the cursor on the repair of that number."""
        rows, repairs, clause = self.query_one(RowList), self._repairs, self.desk.clause
        rows.fill(len(repairs.edits), number)
        rows.styles.height = max(1, min(len(repairs.edits), self.size.height // 4))
        told = say("repairing.title", number=clause.ord + 1, title=self.desk.document.title)
        counts = say("repairing.counts", count=len(repairs.edits), proposed=repairs.proposed)
        self.query_one("#repairs-title", TitleBar).show(told, counts)
        came = self.query_one("#came", ClauseView)
        stay = self._clause == clause.clause_id
        came.show([Passage(plain_lines(repairs.came.text), repairs.came.marks, here=True)], stay=stay)
        self._clause = clause.clause_id
        self.query_one("#came-title", TitleBar).show(say("repairing.came"), say("repairing.signs"))
        self._point()

    def _point(self) -> None:
        """Show the repair under the cursor in its place, and how it reads: now, or once it is accepted."""
        edit, repairs = self._edit, self._repairs
        came, reads = self.query_one("#came", ClauseView), self.query_one("#reads", ClauseView)
        head, reading = say("repairing.nothing"), None
        came.lay_over(())
        if edit:
            span = repairs.shown(edit)
            came.lay_over([(*span, "selection")])
            came.reveal(span[0])
            head, reading = self._reading(edit)
        reads.show([Passage(plain_lines(reading.text), reading.marks, here=True)] if reading else [])
        if reading:
            reads.reveal(reading.marks[-1][0])
        self.query_one("#reads-title", TitleBar).show(head, "")
        self.query_one(KeyBar).show(self._keys(edit))

    def _reading(self, edit: Edit) -> tuple[str, Reading | None]:
        if edit.state == "applied":
            return say("repairing.now"), self._repairs.reads_now(edit)
        try:
            reading = self._repairs.would_read(self._repairs.accepting(edit))
        except AnnotatorError as error:
            return str(error), None
        return say("repairing.if_accepted"), reading

    def _keys(self, edit: Edit | None) -> list[tuple[str, str, str]]:
        asks = "" if self._repairs.may else "ask_"
        accept = [(_pressed("accept"), say(f"repairing.key_{asks}accept"), "accept")]
        back = [(_pressed("take_back"), say(f"repairing.key_{asks}take_back"), "take_back")]
        state = edit.state if edit else ""
        return [
            *(accept if edit and edit.readable and state in ("proposed", "refused") else []),
            *(back if state in ("proposed", "applied") else []),
            *([(_pressed("reread"), say("repairing.key_reread"), "reread")] if edit else []),
            (_pressed("leave"), say("marking.key_leave"), "dismiss"),
            (_pressed("words"), say("repairing.key_words"), "words"),
            *([(_pressed("up", "down"), say("repairing.key_move"), "move(1)")] if edit else []),
            (_pressed("next"), say("repairing.key_next"), "next"),
            (_pressed("undo"), say("commands.undo"), "undo"),
        ]

    def _rows(self, first: int, count: int) -> list[Row]:
        return [_row(edit) for edit in self._repairs.edits[first : first + count]]

    def tell(self, words: str) -> None:
        """Say something in place of the keys, until the next key."""
        self.query_one(KeyBar).tell(words)

    # ------------------------------------------------------------ keys

    def on_key(self, event: events.Key) -> None:
        """What an input method made of a key is understood."""
        self.tell("")
        if not event.character or event.key == "space":
            return
        character = typed(event.character)
        if character != event.character and (key := key_named(character)):
            event.stop().prevent_default()
            self.app.simulate_key(key)

    def action_move(self, by: int) -> None:
        """Another repair."""
        rows = self.query_one(RowList)
        rows.move(max(0, min(rows.cursor + by, rows.count - 1)))
        self._point()

    def action_scroll_told(self, by: int) -> None:
        """Both texts up or down."""
        for text in self.query(ClauseView):
            text.scroll_relative(y=by, animate=False, force=True)

    def action_accept(self) -> None:
        """Have the repair in force; one that does not say how the place reads is written."""
        edit = self._edit
        if edit and edit.state != "applied" and not edit.readable:
            self.action_reread()
        elif edit:
            self._decide(lambda: self._repairs.accepting(edit), "repairing.accepted")

    def action_take_back(self) -> None:
        """Read what came."""
        if edit := self._edit:
            self._decide(lambda: self._repairs.taking_back(edit), "repairing.taken_back")

    def action_reread(self) -> None:
        """Write how the place of the repair reads."""
        if edit := self._edit:
            self.app.push_screen(Rereading(self._repairs, edit), self._reread)

    def action_words(self) -> None:
        """Write how any words of the clause read."""
        self.app.push_screen(Rereading(self._repairs, None), self._reread)

    def _reread(self, decision: Decision | None) -> None:
        if decision:
            self._decide(lambda: decision, "repairing.reread")

    def _decide(self, decided: Callable[[], Decision], notice: str) -> None:
        number = self.query_one(RowList).cursor
        done = self._do(lambda: self._repairs.decide(decided()))
        if done:
            self._show(number)
            self.tell(say(notice if self._repairs.may else "repairing.asked"))

    def action_undo(self) -> None:
        """Take back the last act, wherever it was."""
        self._go_back(undoing.undo, "review.undone")

    def action_redo(self) -> None:
        """Do it again."""
        self._go_back(undoing.redo, "review.redone")

    def _go_back(self, act: Callable[..., str], key: str) -> None:
        number, told = self.query_one(RowList).cursor, list[str]()
        if self._do(lambda: told.append(act(self.desk))):
            self._repairs.learn()
            self._show(number)
            self.tell(say(key, what=told[0]))

    def action_next(self) -> None:
        """The next clause with a repair that waits."""
        if self._do(lambda: going.go_to_kind(self.desk, "proposed")):
            self._repairs.learn()
            self._show(self._first())

    def _do(self, act: Callable[[], object]) -> bool:
        """Do it and draw the review screen; say why it cannot be done, and leave where the clause is gone."""
        try:
            act()
        except AnnotatorError as error:
            if error.key in GONE:
                self.dismiss()
                self.review.repaint(str(error))
            else:
                self.tell(str(error))
            return False
        self.review.repaint()
        return True

    # ------------------------------------------------------------ mouse

    @on(RowList.Chosen)
    def choose(self, event: RowList.Chosen) -> None:
        """A repair was clicked."""
        self.query_one(RowList).move(event.index)
        self._point()

    @on(KeyBar.Pressed)
    async def press(self, event: KeyBar.Pressed) -> None:
        """A key of the bar was clicked."""
        await self.run_action(event.action)


def _row(edit: Edit) -> Row:
    state, tone = say(f"repairing.state_{edit.state}"), TONES[edit.state]
    share = say("repairing.sure", share=f"{edit.confidence:.0%}") if edit.confidence < 1 else ""
    return [(f" {state}  ", tone), (telling.change(edit), "strong" if edit.state != "refused" else "dim"),
            (f"  {telling.rule(edit.rule)}{share}", "dim")]  # fmt: skip


def _pressed(*names: str) -> str:
    return row_words(*names, mode="repairing")
