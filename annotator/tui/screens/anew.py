"""Deciding anew: the label panel of the review screen, over what reviewers said; a key is a decision."""

from collections.abc import Callable
from typing import TYPE_CHECKING, ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.screen import ModalScreen

from annotator.errors import AnnotatorError
from annotator.tui import presenting
from annotator.tui.keyboard import key_named, typed
from annotator.tui.keys import key_words, keys_of
from annotator.tui.modes import MODES
from annotator.tui.reaching import reach
from annotator.tui.screens.binding import bindings
from annotator.tui.widgets.bar import KeyBar
from annotator.tui.widgets.label_panel import LabelPanel
from annotator.words import say

if TYPE_CHECKING:
    from annotator.tui.screens.adjudicating import Adjudication

_KEYS = ("leave", "none", "clear", "find", "next", "undo")


class Anew(ModalScreen[None]):
    """Letters pick choices as on the review screen; leaving needs no confirmation, as all is stored."""

    BINDINGS: ClassVar[list[BindingType]] = bindings("anew")
    AUTO_FOCUS = None

    def __init__(self, below: "Adjudication") -> None:
        super().__init__()
        self._below = below
        self.desk = below.desk

    def compose(self) -> ComposeResult:
        """The panel, its keys."""
        yield LabelPanel()
        yield KeyBar()

    def on_mount(self) -> None:
        """Show what is decided so far."""
        keys = [
            (key_words(keys_of(f"anew.{name}")[0]), say(f"adjudication.anew_{name}"),
             MODES["anew"].keys[name].action)
            for name in _KEYS
        ]  # fmt: skip
        self.query_one(KeyBar).show(keys)
        self.repaint()

    def repaint(self, notice: str = "") -> None:
        """Draw the panel, and the screen below."""
        desk = self.desk
        panel = presenting.panel(
            desk.fields, desk.review, desk.suggestions, focus=desk.focus, cursor=-1, last=desk.last_code
        )
        self.query_one(LabelPanel).show(panel)
        self._below.repaint()
        self.query_one(KeyBar).tell(notice)

    def tell(self, notice: str) -> None:
        """Say something in place of the keys."""
        self.query_one(KeyBar).tell(notice)

    def do(self, *acts: Callable[[], object]) -> bool:
        """Do one thing after the other, then draw; stops at the first that cannot be done and says why."""
        try:
            for act in acts:
                act()
        except AnnotatorError as error:
            if error.key == "adjudication.changed":
                self.desk.renew()
            self.repaint(str(error))
            return False
        self.repaint()
        return True

    def on_key(self, event: events.Key) -> None:
        """Letters pick; what an input method made of a key is understood."""
        self.query_one(KeyBar).tell("")
        if not event.character:
            return
        character = typed(event.character)
        if reached := reach(self.desk, character.lower()):
            event.stop().prevent_default()
            field, number = reached
            if field != self.desk.focus:
                self.desk.turn_to(field)
            self.do(lambda: self.desk.pick(number))
        elif character != event.character and (key := key_named(character)):
            event.stop().prevent_default()
            self.app.simulate_key(key)

    def action_put_none(self) -> None:
        """The text states nothing."""
        self.do(lambda: self.desk.put([]))

    def action_clear(self) -> None:
        """Take the decision on the field back."""
        self.do(lambda: self.desk.put(None))

    def action_turn(self, by: int) -> None:
        """The next or previous field."""
        self.desk.turn_to((self.desk.focus + by) % len(self.desk.fields))
        self.repaint()

    def action_find(self) -> None:
        """Look for a unit; in a field of text, write it."""
        desk = self.desk
        if desk.field.kind in ("text", "date"):
            self._below.write_answer()
            return
        from annotator.tui.screens.picker import UnitPicker  # noqa: PLC0415  (needs the gazetteer)

        every = [n for n, field in enumerate(desk.fields) if field.kind == "entity"]
        if every:
            number = desk.focus if desk.focus in every else every[0]
            desk.turn_to(number)
            self.app.push_screen(UnitPicker(desk, number, self.repaint), lambda _: self.repaint())

    def action_undo(self) -> None:
        """Take the last act back, as below, and see what it was there."""
        self._below.action_undo()
        self.repaint()

    @on(LabelPanel.FieldClicked)
    def choose_field(self, event: LabelPanel.FieldClicked) -> None:
        """A field was clicked."""
        self.desk.turn_to(event.index)
        self.repaint()

    @on(LabelPanel.ChoiceClicked)
    def choose_code(self, event: LabelPanel.ChoiceClicked) -> None:
        """A choice was clicked."""
        self.do(lambda: self.desk.pick(event.index))

    @on(KeyBar.Pressed)
    async def press(self, event: KeyBar.Pressed) -> None:
        """A key of the bar was clicked."""
        await self.run_action(event.action)
