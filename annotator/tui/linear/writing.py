"""Lines that write beside the answers: a note, a reason, a question."""

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from annotator.tui.linear.speech import Meant
from annotator.words import say

if TYPE_CHECKING:
    from annotator.tui.linear.talk import Talk


def note(talk: "Talk", meant: Meant) -> Iterator[str]:
    """Write a note."""
    return write(meant, talk.desk.review.note, talk.desk.note)


def reason(talk: "Talk", meant: Meant) -> Iterator[str]:
    """Write why the field in focus was answered so."""
    desk, field = talk.desk, talk.desk.field.id
    return write(meant, desk.review.reasons.get(field, ""), lambda text: desk.note(text, field))


def question(talk: "Talk", meant: Meant) -> Iterator[str]:
    """Write a question to the lead."""
    return write(meant, talk.desk.review.question, talk.desk.ask)


def write(meant: Meant, before: str, store: Callable[[str], object]) -> Iterator[str]:
    """Store a text, nothing for `-`; without a text, tell the one that stands."""
    if meant.text:
        store("" if meant.text == "-" else meant.text)
    else:
        yield before or say("linear.nothing")
