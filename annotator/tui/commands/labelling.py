"""Commands that give a clause its labels."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from annotator.model.value import unanswered
from annotator.tui import accepting, going, presenting, undoing
from annotator.tui.commands.rounds import onward
from annotator.tui.commands.writing import answer
from annotator.tui.keys import key_words, keys_of
from annotator.tui.widgets.label_panel import LabelPanel
from annotator.words import say

if TYPE_CHECKING:
    from annotator.tui.screens.review import ReviewScreen


def finish(screen: "ReviewScreen") -> None:
    """Choose what is under the cursor; without a cursor, finish the clause and go on.

    Decisions still to make, and suggestions not taken, ask for a second press: they become `none`.
    """
    desk = screen.desk
    if desk.cursor >= 0:
        screen.pick(desk.cursor)
    elif screen.sure == desk.clause.clause_id or not (missing := accepting.missing(desk)):
        screen.do(desk.finish, lambda: onward(screen))
    else:
        key = "review.press_or_accept" if accepting.offer(desk).taken else "review.press_again"
        screen.repaint(say(key, fields=presenting.names_of(missing)), sure=desk.clause.clause_id)


def accept(screen: "ReviewScreen") -> None:
    """Take what is suggested; go on where nothing is left to answer, and say then what was done."""
    desk, number, offer = screen.desk, screen.desk.clause.ord + 1, accepting.offer(screen.desk)
    empty = unanswered(desk.reviewing.codebook, {**desk.review.values, **offer.taken})
    done = screen.do(lambda: onward(screen) if accepting.accept(desk) else None)
    if done and offer.taken and not offer.missing:
        pressed, key = key_words(keys_of("undo")[0]), "accepted_none" if empty else "accepted"
        told = say(f"review.{key}", number=number, fields=presenting.names_of(empty), pressed=pressed)
        screen.tell("", aside=told)


def none(screen: "ReviewScreen") -> None:
    """Say that the text states nothing for the field in focus."""
    screen.do(lambda: screen.desk.put([]))


def clear(screen: "ReviewScreen") -> None:
    """Take the field's value back."""
    screen.do(lambda: screen.desk.put(None))


def accept_field(screen: "ReviewScreen") -> None:
    """Take what is suggested for the field in focus alone."""
    screen.do(lambda: accepting.accept_field(screen.desk))


def field(screen: "ReviewScreen", number: int) -> None:
    """Put the field of that number in focus."""
    if number < len(screen.desk.fields):
        screen.do(lambda: screen.desk.turn_to(number))


def turn_field(screen: "ReviewScreen", step: int) -> None:
    """The next or previous field."""
    field(screen, (screen.desk.focus + step) % len(screen.desk.fields))


def cursor(screen: "ReviewScreen", arrow: str) -> None:
    """Move among the choices; Enter then chooses."""
    screen.desk.cursor = screen.query_one(LabelPanel).neighbour(screen.desk.cursor, arrow)
    screen.repaint()


def find_unit(screen: "ReviewScreen") -> None:
    """Look for a unit; in a field of text, write it."""
    from annotator.tui.screens.picker import UnitPicker  # noqa: PLC0415  (needs the gazetteer)

    desk = screen.desk
    every = [n for n, field in enumerate(desk.fields) if field.kind == "entity"]
    if desk.field.kind in ("text", "date"):
        answer(screen)
    elif every:
        number = desk.focus if desk.focus in every else every[0]
        field(screen, number)
        clause, before, value = desk.clause, desk.review.state, desk.value

        def closed(_: None) -> None:
            screen.repaint()
            if desk.clause == clause:
                screen.tell_turned(before)
            if desk.clause == clause and desk.value and desk.value != value:
                _tell_left(screen)

        screen.app.push_screen(UnitPicker(desk, number, screen.repaint), closed)


def _tell_left(screen: "ReviewScreen") -> None:
    """Say which keys take the units that are suggested still: Space passes over a field with an answer."""
    left = [choice.key for choice in screen.desk.choices() if not choice.chosen]
    if left:
        letters = " ".join(left).strip()
        screen.tell("", aside=say("review.units_left", count=len(left), letters=letters))


def skip(screen: "ReviewScreen") -> None:
    """Leave the clause aside and go on; on a skipped clause, take that back and stay."""
    desk = screen.desk
    screen.do(desk.skip, *([lambda: going.step(desk, 1)] if desk.review.state != "skipped" else []))


def flag(screen: "ReviewScreen") -> None:
    """Mark the clause as doubtful, or take the mark away."""
    screen.do(screen.desk.flag)


def undo(screen: "ReviewScreen") -> None:
    """Take back the last act, wherever it was, and say what it was."""
    _go_back(screen, lambda: undoing.undo(screen.desk), "review.undone")


def redo(screen: "ReviewScreen") -> None:
    """Do it again, and say what."""
    _go_back(screen, lambda: undoing.redo(screen.desk), "review.redone")


def _go_back(screen: "ReviewScreen", act: Callable[[], str], key: str) -> None:
    told: list[str] = []
    if screen.do(lambda: told.append(act())):
        screen.tell(say(key, what=told[0]))
