"""What lies on a desk, in plain lines."""

from collections.abc import Iterator, Sequence

from annotator.model.codebook import Field, name_of
from annotator.model.review import Review
from annotator.tui import presenting
from annotator.tui.desk import Desk
from annotator.tui.linear.speech import SPOKEN, words_of
from annotator.tui.panel import Choice
from annotator.words import say

OWN = (
    "again", "codes", "meaning", "finish", "accept", "next_field", "previous_field", "find_unit", "role",
    "undo", "note", "reason", "question", "go", "library", "open", "help", "quit",
)  # fmt: skip
"""Commands that the screens lack, or that are told otherwise here."""


def clause(desk: Desk) -> Iterator[str]:
    """The clause: where it stands, its text, what was said and suggested."""
    here, review = desk.clause, desk.review
    yield say(
        "linear.place", title=desk.document.title, number=here.ord + 1, count=desk.document.clauses,
        done=desk.done, state=presenting.state_words(review),
    )  # fmt: skip
    if here.path:
        yield say("linear.path", path=" › ".join(here.path))
    yield f"{here.marker}{here.text}"
    if here.tail:
        yield here.tail
    for number, field in enumerate(desk.fields, start=1):
        line = presenting.field_line(field, review, desk.suggestions.get(field.id), False)
        value = say("status.unset") if line.state == "unset" else _in_line(line.value)
        yield say("linear.field", number=number, name=line.name, value=value)
        if reason := review.reasons.get(field.id):
            yield say("linear.reason_said", text=reason)
    if review.note:
        yield say("linear.note_said", text=review.note)
    if review.question:
        yield say("linear.question_said", text=review.question)


def focus(desk: Desk, *, codes: bool) -> Iterator[str]:
    """The field in focus; with its codes where they are asked for."""
    yield say("linear.focus", hint=presenting.hint(desk.field))
    if codes:
        yield from map(choice, range(len(desk.choices())), desk.choices())


def choice(number: int, one: Choice) -> str:
    """A choice with the number and the key that pick it."""
    state = say("linear.chosen") if one.chosen else say("linear.suggested") if one.suggested else ""
    return say(
        "linear.choice", number=number + 1, letter=one.key, name=_in_line(one.name), state=state
    ).rstrip()


def stored(fields: Sequence[Field], before: Review, after: Review) -> Iterator[str]:
    """What an act has changed, as it stands in the file."""
    for field in fields:
        if before.values.get(field.id) != after.values.get(field.id):
            line = presenting.field_line(field, after, None, False)
            value = say("linear.nothing") if line.state == "unset" else _in_line(line.value)
            yield say("linear.stored", what=line.name, value=value)
        if before.reasons.get(field.id) != after.reasons.get(field.id):
            what = say("linear.reason_of", field=name_of(field))
            yield say("linear.stored", what=what, value=after.reasons.get(field.id) or say("linear.nothing"))
    if before.state != after.state or before.flagged != after.flagged:
        yield say("linear.stored", what=say("linear.state"), value=presenting.state_words(after))
    if before.note != after.note:
        yield say("linear.stored", what=say("commands.note"), value=after.note or say("linear.nothing"))
    if before.question != after.question:
        value = after.question or say("linear.nothing")
        yield say("linear.stored", what=say("commands.question"), value=value)


def help_lines() -> Iterator[str]:
    """Everything that can be said."""
    yield say("linear.help_head")
    for command in SPOKEN:
        yield say(
            "linear.help_line", words=say("review.comma").join(words_of(command)), about=_about(command)
        )


def _about(command: str) -> str:
    return say(f"linear.{command}_about" if command in OWN else f"commands.{command}_about")


def _in_line(words: str) -> str:
    """On one line: what a model or a copy of the project says must not look like lines of this program."""
    return " ".join(words.split())
