"""What lies on a desk, in plain lines."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from typing import Any

from annotator.errors import AnnotatorError
from annotator.model.codebook import CODED, Field, name_of
from annotator.model.review import Review
from annotator.tui import presenting
from annotator.tui.desk import Desk
from annotator.tui.elsewhere import elsewhere
from annotator.tui.former import labels_offered
from annotator.tui.linear.speech import SPOKEN, signs_of
from annotator.tui.panel import Choice
from annotator.tui.presenting import letters
from annotator.tui.sight import Sight
from annotator.tui.tracking import tracked
from annotator.words import LANGUAGES, both, language, say

REWORDED = {
    "moving.queue_end": "linear.queue_end",
    "moving.queue_done": "linear.queue_done",
    "rounds.left": "linear.round_left",
}
"""Sentences that name keys, and what is said here instead."""


def clause(desk: Desk, sight: Sight) -> Iterator[str]:
    """The clause: where it stands, its text in the view in use, what was said and suggested."""
    here, review, queue = desk.clause, desk.review, desk.queue
    if queue:
        yield queue.place
    yield say(
        "linear.place", title=desk.document.title, number=here.ord + 1, count=desk.document.clauses,
        done=desk.done, state=presenting.state_words(review),
    )  # fmt: skip
    if here.path:
        yield say("linear.path", path=" › ".join(here.path))
    yield from sight.text(desk).split("\n")
    for number, field in enumerate(desk.fields, start=1):
        line = presenting.field_line(field, review, desk.suggestions.get(field.id), False)
        value = say("status.unset") if line.state == "unset" else in_line(line.value)
        yield say("linear.field", number=number, name=line.name, value=value)
        if reason := review.reasons.get(field.id):
            yield say("linear.reason_said", text=reason)
        if places := review.evidence.get(field.id):
            yield say("marking.evidence", words=_quoted(places))
    if review.note:
        yield say("linear.note_said", text=review.note)
    if review.question:
        yield say("linear.question_said", text=review.question)
    yield from map(in_line, letters(desk.fields, review))
    if told := tracked(desk):
        yield in_line(told)
    if labels := labels_offered(desk):
        yield say("linear.former", labels=labels)
    if also := elsewhere(desk):
        yield in_line(also)


def focus(desk: Desk, *, codes: bool) -> Iterator[str]:
    """The field in focus; with its codes where they are asked for."""
    yield say("linear.focus", hint=_hint(desk.field))
    if codes:
        yield from map(choice, range(len(desk.choices())), desk.choices())


def _hint(field: Field) -> str:
    """Which field is in focus, and how it is answered in lines."""
    if field.kind in CODED:
        return presenting.hint(field)
    kind = field.kind if field.kind in ("entity", "span") else "text"
    return say(f"linear.hint_{kind}", field=name_of(field))


def _quoted(places: Sequence[Mapping[str, Any]]) -> str:
    return say("review.comma").join(
        say("marking.quoted", words=in_line(place["surface"])) for place in places
    )


def choice(number: int, one: Choice) -> str:
    """A choice with the number and the key that pick it."""
    state = say("linear.chosen") if one.chosen else say("linear.suggested") if one.suggested else ""
    return say(
        "linear.choice", number=number + 1, letter=one.key, name=in_line(one.name), state=state
    ).rstrip()


def stored(fields: Sequence[Field], before: Review, after: Review) -> Iterator[str]:
    """What an act has changed, as it stands in the file."""
    for field in fields:
        if before.values.get(field.id) != after.values.get(field.id):
            line = presenting.field_line(field, after, None, False)
            value = say("linear.nothing") if line.state == "unset" else in_line(line.value)
            yield say("linear.stored", what=line.name, value=value)
        if before.reasons.get(field.id) != after.reasons.get(field.id):
            what = say("linear.reason_of", field=name_of(field))
            yield say("linear.stored", what=what, value=after.reasons.get(field.id) or say("linear.nothing"))
        if before.evidence.get(field.id) != after.evidence.get(field.id):
            what = say("linear.evidence_of", field=name_of(field))
            words = _quoted(after.evidence.get(field.id) or ()) or say("linear.nothing")
            yield say("linear.stored", what=what, value=words)
    if before.state != after.state or before.flagged != after.flagged:
        yield say("linear.stored", what=say("linear.state"), value=presenting.state_words(after))
    if before.note != after.note:
        yield say("linear.stored", what=say("commands.note"), value=after.note or say("linear.nothing"))
    if before.question != after.question:
        value = after.question or say("linear.nothing")
        yield say("linear.stored", what=say("commands.question"), value=value)


def refusal(error: AnnotatorError) -> str:
    """Why something cannot be done, without the keys of the screens."""
    return say(REWORDED.get(error.key, error.key), **error.values)


def help_lines() -> Iterator[str]:
    """Everything that can be said."""
    yield say("linear.help_head")
    for group, commands in groupby(SPOKEN, key=lambda name: SPOKEN[name].group):
        yield say("linear.help_group", group=say(f"commands.group_{group}"))
        yield from map(help_line, commands)


def help_line(command: str) -> str:
    """What calls a command, in the language in force, and what it does."""
    said = both(f"linear.{command}")[LANGUAGES.index(language())].split("|")
    words = say("review.comma").join([*said, *signs_of(command)])
    return say("linear.help_line", words=words, about=say(f"linear.{command}_about"))


def in_line(words: str) -> str:
    """On one line: what a model or a copy of the project says must not look like lines of this program."""
    return " ".join(words.split())
