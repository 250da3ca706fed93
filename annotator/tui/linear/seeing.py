"""Lines that tell more, or tell it otherwise."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from annotator.errors import Refused
from annotator.tui import history
from annotator.tui.explaining import explanation
from annotator.tui.linear import telling
from annotator.tui.linear.speech import Meant, command_named, word
from annotator.tui.views import VIEWS, following
from annotator.words import both, say

if TYPE_CHECKING:
    from annotator.tui.linear.talk import Talk


def again(talk: "Talk", _: Meant) -> Iterator[str]:
    """The clause once more."""
    return talk.begin()


def codes(talk: "Talk", _: Meant) -> Iterator[str]:
    """What can be chosen in the field in focus."""
    return telling.focus(talk.desk, codes=True)


def meaning(talk: "Talk", meant: Meant) -> Iterator[str]:
    """What a code means; without one, how the field is to be answered."""
    desk, focus, code = talk.desk, talk.desk.focus, None
    if meant.text:
        said = word(meant.text, desk.focus, desk.fields, desk.choices())
        if said is None or said.what != "pick" or not desk.fields[said.field].codes:
            raise Refused("linear.not_understood", words=meant.text)
        focus = said.field
        code = desk.fields[said.field].codes[said.choice]
    for passage in explanation(desk.fields, focus, code, ()):
        yield from passage.text.split("\n")


def view(talk: "Talk", meant: Meant) -> Iterator[str]:
    """The clause in the next view, or in the one named; it stays on."""
    named = [one for one in VIEWS if meant.text.casefold() in (one, *both(f"views.{one}"))]
    if meant.text and not named:
        views = say("review.comma").join(say(f"views.{one}") for one in VIEWS)
        raise Refused("linear.no_view", words=meant.text, views=views)
    talk.sight.view = named[0] if named else following(talk.sight.view)
    yield say("views.turned", view=say(f"views.{talk.sight.view}"))
    yield from talk.sight.text(talk.desk).split("\n")


def happened(talk: "Talk", _: Meant) -> Iterator[str]:
    """What happened to the clause, and how long it took."""
    desk = talk.desk
    yield say("history.title", number=desk.clause.ord + 1, time=history.spent(desk))
    for passage in history.passages(desk):
        yield from passage.text.split("\n")


def help_lines(_: "Talk", meant: Meant) -> Iterator[str]:
    """Everything that can be said, or one command."""
    command = command_named(meant.text) if meant.text else None
    if meant.text and not command:
        raise Refused("linear.not_understood", words=meant.text)
    return iter([telling.help_line(command)]) if command else telling.help_lines()


def leave(talk: "Talk", _: Meant) -> Iterator[str]:
    """Leave."""
    talk.over = True
    yield say("linear.left")
