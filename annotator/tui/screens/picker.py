"""Find a unit among all that are known: by hanzi, by pinyin, by initials; or enter one that is not."""

from collections.abc import Callable
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.timer import Timer
from textual.widgets import Input, Static

from annotator.errors import AnnotatorError
from annotator.model.cutting import ROLES
from annotator.model.units import Unit
from annotator.tui import taking, undoing
from annotator.tui.desk import Desk
from annotator.tui.keys import keys_of, mode_signs, mode_words
from annotator.tui.screens.binding import bindings
from annotator.tui.screens.members import Members
from annotator.tui.unit_list import UnitList
from annotator.tui.unit_rows import about_words, roles_words
from annotator.tui.units import Row, Units
from annotator.tui.widgets.finder import Finder
from annotator.tui.widgets.row_list import Row as Parts
from annotator.tui.widgets.row_list import RowList
from annotator.words import say
from annotator.words.plain import plain

_BEHIND = 0.3
"""Seconds after which the screen behind is drawn with what was stored."""

_LISTED = ("up", "down", "page_up", "page_down", "turn_role")
"""Keys after which signs are keys too, beside Enter: the hands are at the list."""

DIGITS = "0123456789"
"""Keys or nothing, where they are no text."""


class UnitPicker(ModalScreen[None]):
    """Type to search; Enter takes or drops a unit, a comma takes it and goes on to the next, Space takes it
    and leaves, as it takes the first candidate of an input method; a digit gives the role. Every key is
    stored at once. Above the units stands one row for all that are suggested, where some are: Enter or
    Space take them and leave. Digits and signs are keys while the line is empty, and after a key of the list
    since the line changed; else they are text, as in 第12医院.
    """

    BINDINGS: ClassVar[list[BindingType]] = bindings("picker")
    AUTO_FOCUS = "Input"
    HORIZONTAL_BREAKPOINTS = [(130, "-wide")]  # noqa: RUF012  (an instance variable of Screen)

    def __init__(self, desk: Desk, number: int, repaint: Callable[[], None]) -> None:
        """`number` is that of the field; `repaint` draws the screen behind; whoever uncovers it does so."""
        super().__init__()
        self._desk = desk
        self._repaint = repaint
        self._units = Units(desk, number)
        self._list = UnitList(self._units)
        self._sure = ""
        self._later: Timer | None = None

    def compose(self) -> ComposeResult:
        """Roles, a line to type in, what was found, what is known of the unit under the cursor, the keys."""
        with Vertical(id="box"):
            yield Static("", id="box-title")
            signs = DIGITS + mode_signs("picker")
            rests = ["enter", *(key for name in _LISTED for key in keys_of(f"picker.{name}"))]
            yield Finder(placeholder=say("picker.placeholder"), leaves=" ", signs=signs, rests=rests)
            yield RowList(self._rows)
            yield Static("", id="box-about")
            yield Static("", id="box-keys")

    def on_mount(self) -> None:
        """Begin with what stands in the clause."""
        self.search("")

    def on_resize(self) -> None:
        """Words are cut to the width, which is not known before."""
        self.call_after_refresh(self._tell)

    @on(Input.Changed)
    def changed(self) -> None:
        """Search as it is typed."""
        self._catch_up()

    def search(self, query: str) -> None:
        """Show the units that match, those of the clause first."""
        cursor = self._list.search(query)
        self.query_one(RowList).fill(self._list.count, cursor)
        self._tell()

    def _catch_up(self) -> None:
        """Search for what was typed, where that has not been done yet."""
        if (query := self.query_one(Finder).value) != self._list.query:
            self.search(query)

    # ------------------------------------------------------------ drawing

    def _tell(self, notice: str = "") -> None:
        width = self.query_one(RowList).size.width
        roles = roles_words(self._list.role(self._at))
        words = say("picker.title", count=len(self._units.value), roles=roles)
        about = notice or self._about(width)
        self.query_one("#box-title", Static).update(Content(words), layout=False)
        self.query_one("#box-about", Static).update(Content(plain(about)), layout=False)
        self.query_one("#box-about").set_class(bool(notice), "-notice")
        keys = "picker.keys_writing" if self.query_one(Finder).writing else "picker.keys"
        self.query_one("#box-keys", Static).update(Content(say(keys, **mode_words("picker"))), layout=False)

    def _about(self, width: int) -> str:
        if row := self._row:
            return about_words(row, self._units, width)
        if self._list.is_all(self._at):
            return say("picker.about_all", **mode_words("picker"))
        from annotator.tools.gazetteer.entering import LONGEST  # noqa: PLC0415  (only for new names)

        long = len("".join(self._list.query.split())) > LONGEST
        return say("picker.too_long", most=LONGEST) if long else say("picker.nothing")

    def _rows(self, first: int, count: int) -> list[Parts]:
        shown = self.query_one(RowList)
        return self._list.parts(first, count, shown.cursor, shown.size.width)

    @property
    def _at(self) -> int:
        """The number of the row under the cursor, among those for what is typed."""
        self._catch_up()
        return self.query_one(RowList).cursor

    @property
    def _row(self) -> Row | None:
        """The unit under the cursor."""
        return self._list.row(self._at)

    # ------------------------------------------------------------ keys

    def action_move(self, by: int) -> None:
        """Up or down."""
        self._catch_up()
        rows = self.query_one(RowList)
        # Upwards from the first row is the last, where a new name stands.
        self._go_to(rows.count - 1 if by == -1 and rows.cursor == 0 else rows.cursor + by)
        self._sure = ""

    def _go_to(self, number: int) -> None:
        """Put the cursor on a row."""
        rows = self.query_one(RowList)
        before = rows.cursor
        rows.move(number)
        for at in {before, rows.cursor}:
            rows.renew(at)
        self._tell()

    @on(Input.Submitted)
    def take(self) -> None:
        """Take the unit under the cursor, or drop it; take all that are suggested, and leave."""
        if self._list.is_all(self._at):
            self.action_take_and_leave()
        elif row := self._row:
            self._take(row)

    @on(RowList.Chosen)
    def take_clicked(self, event: RowList.Chosen) -> None:
        """The same by mouse."""
        self.query_one(Finder).rest()
        self._go_to(event.index)
        self.take()

    def action_take_and_leave(self) -> None:
        """Take what is under the cursor, where that is still to do, and leave."""
        if self._take_if_open():
            self.dismiss()

    def action_take_and_go_on(self) -> None:
        """Take what is under the cursor, where that is still to do, and go on to the next row."""
        if self._take_if_open():
            self._go_to(self.query_one(RowList).cursor + 1)

    def _take_if_open(self) -> bool:
        """Take what is under the cursor, unless it is taken; whether it is now, or there is nothing."""
        if self._list.is_all(self._at):
            return self._do(lambda: taking.take_all(self._units, self._list.together))
        return (row := self._row) is None or row.taken or self._take(row)

    def _take(self, row: Row) -> bool:
        """Take or drop a unit; a new name that is close to known ones asks for a second press."""
        close = [one.unit["name"] for one in self._list.found if one.mark == "close"]
        if row.mark == "new" and close and self._sure != row.unit["name"]:
            self._sure = row.unit["name"]
            self._tell(say("picker.close", names=say("review.comma").join(close)))
            return False
        done = self._do(lambda: taking.take(self._units, row))
        if done and row.mark == "new":
            self.search(self._list.query)
        return done

    def action_give_role(self, role: str) -> None:
        """The role of the unit under the cursor, or of what is taken next."""
        if row := self._list.meant(self._at):
            known = next(one for one in ROLES if one == role)
            self._do(lambda: taking.give_role(self._units, row, known))

    def action_turn_role(self) -> None:
        """The next role for it."""
        if row := self._list.meant(self._at):
            self._do(lambda: taking.turn_role(self._units, row))

    def action_turn_stated(self) -> None:
        """From stated in the text to assigned, and back."""
        if row := self._list.meant(self._at):
            self._do(lambda: taking.turn_stated(self._units, row))

    def action_expand(self) -> None:
        """Show the members of the collective under the cursor, and take them where that is confirmed."""
        if row := self._row:
            members: list[Unit] = []

            def confirmed(sure: bool | None) -> None:
                if sure:
                    self._do(lambda: taking.expand(self._units, row, members))
                    self.search(self._list.query)

            if self._do(lambda: members.extend(taking.members(self._units, row))):
                names = [member["name"] for member in members]
                self.app.push_screen(Members(row.unit["surface"] or row.unit["name"], names), confirmed)

    def action_undo(self) -> None:
        """Take back the last act; where that was on another clause, go there."""
        self._go_back(lambda: undoing.undo(self._desk), "review.undone")

    def action_redo(self) -> None:
        """Do it again."""
        self._go_back(lambda: undoing.redo(self._desk), "review.redone")

    def _go_back(self, act: Callable[[], str], key: str) -> None:
        clause, told = self._desk.clause.clause_id, list[str]()
        if self._do(lambda: told.append(act())):
            self._tell(say(key, what=told[0]))
            if self._desk.clause.clause_id != clause:
                self.dismiss()

    def _do(self, act: Callable[[], object]) -> bool:
        """Do something that is stored, then draw what stands now; or say why it cannot be done."""
        try:
            changed = self._list.after(act)
        except AnnotatorError as error:
            self._tell(str(error))
            return False
        rows = self.query_one(RowList)
        for number in {*changed, rows.cursor}:
            rows.renew(number)
        self._tell()
        # The screen behind waits until there is time, or until it is uncovered: drawing it takes longest.
        if self._later:
            self._later.stop()
        self._later = self.set_timer(_BEHIND, self._repaint)
        return True
