"""Lines that give a clause its labels."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from annotator.errors import Refused
from annotator.tui import accepting, going, presenting, undoing
from annotator.tui.linear import telling
from annotator.tui.linear.speech import Meant
from annotator.words import say

if TYPE_CHECKING:
    from annotator.tui.linear.talk import Talk


def pick(talk: "Talk", meant: Meant) -> Iterator[str]:
    """Take a choice or take it back; of a marked span, ask what is told of it, as the screens do."""
    desk = talk.desk
    if meant.field != desk.focus:
        desk.turn_to(meant.field)
    if desk.field.kind == "span" and meant.choice < len(desk.value):
        from annotator.tui.linear.attributes import ask  # noqa: PLC0415  (for spans alone)

        yield from ask(talk, desk.value[meant.choice])
        return
    desk.pick(meant.choice)


def turn(talk: "Talk", meant: Meant) -> Iterator[str]:
    """Put a field in focus."""
    if talk.desk.focus == meant.field:
        yield from telling.focus(talk.desk, codes=False)
    talk.desk.turn_to(meant.field)


def next_field(talk: "Talk", _: Meant) -> Iterator[str]:
    """The next field."""
    return _turn_by(talk, 1)


def previous_field(talk: "Talk", _: Meant) -> Iterator[str]:
    """The field before."""
    return _turn_by(talk, -1)


def _turn_by(talk: "Talk", by: int) -> Iterator[str]:
    talk.desk.turn_to((talk.desk.focus + by) % len(talk.desk.fields))
    yield from ()


def finish(talk: "Talk", _: Meant) -> Iterator[str]:
    """Finish and go on; decisions still to make ask for a second word, as on the screens."""
    desk = talk.desk
    missing = accepting.missing(desk)
    if missing and not talk.confirmed("finish"):
        yield say("linear.sure", fields=presenting.names_of(missing))
        return
    desk.finish()
    yield from _onward(talk)


def accept(talk: "Talk", _: Meant) -> Iterator[str]:
    """Take what is suggested; go on where nothing is left to answer."""
    if accepting.accept(talk.desk):
        yield from _onward(talk)


def _onward(talk: "Talk") -> Iterator[str]:
    """Go on from a clause that was finished; in training, with the feedback on it."""
    desk = talk.desk
    if desk.queue and desk.queue.training:
        from annotator.tui.feedback import passages, title  # noqa: PLC0415  (only in training)

        told = passages(desk)
        yield from [title(desk)] if told else []
        for one in told:
            yield from one.text.split("\n")
    try:
        going.step(desk, 1)
    except Refused as error:  # the clause is finished all the same
        talk.ended = True
        yield telling.refusal(error)


def accept_field(talk: "Talk", _: Meant) -> Iterator[str]:
    """Take what is suggested for the field in focus alone."""
    accepting.accept_field(talk.desk)
    yield from ()


def none(talk: "Talk", _: Meant) -> Iterator[str]:
    """Say that the text states nothing for the field in focus."""
    talk.desk.put([])
    yield from ()


def clear(talk: "Talk", _: Meant) -> Iterator[str]:
    """Take the field's value back."""
    talk.desk.put(None)
    yield from ()


def repeat(talk: "Talk", _: Meant) -> Iterator[str]:
    """Answer what is open as on the clause worked on before."""
    from annotator.tui.repeating import repeat as again  # noqa: PLC0415  (needs the gazetteer)

    again(talk.desk)
    yield say("bulk.repeated")


def skip(talk: "Talk", _: Meant) -> Iterator[str]:
    """Leave the clause aside and go on; on a skipped clause, take that back and stay."""
    left = talk.desk.review.state != "skipped"
    talk.desk.skip()
    if left:
        going.step(talk.desk, 1)
    yield from ()


def flag(talk: "Talk", _: Meant) -> Iterator[str]:
    """Mark the clause as doubtful, or take the mark away."""
    talk.desk.flag()
    yield from ()


def undo(talk: "Talk", _: Meant) -> Iterator[str]:
    """Take back the last act, wherever it was, and say what it was."""
    yield say("review.undone", what=undoing.undo(talk.desk))


def redo(talk: "Talk", _: Meant) -> Iterator[str]:
    """Do it again, and say what."""
    yield say("review.redone", what=undoing.redo(talk.desk))
