"""What reviewers said of a clause, side by side, in words. Who is of one mind has the same letter."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from annotator.flows.adjudicating import Point
from annotator.model.answer import Answer
from annotator.model.codebook import Field, name_of
from annotator.model.decision import Decision
from annotator.tui.bench import Bench
from annotator.tui.passage import Passage
from annotator.tui.presenting import value_words
from annotator.words import say

LETTERS = "abcdefghijklmnopqrstuvwxyz"


class Cell(NamedTuple):
    """What one reviewer said of a field: the letter of the camp, the value."""

    letter: str
    value: str


class Line(NamedTuple):
    """A field: `mark` tells by a sign whether it is decided, at odds or agreed; `state` by style."""

    mark: str
    name: str
    cells: Sequence[Cell]
    decided: str
    state: str
    focused: bool


class Contrast(NamedTuple):
    """Columns by their key and name, lines, and the column under the cursor."""

    heads: Sequence[tuple[str, str]]
    lines: Sequence[Line]
    column: int
    decided: str


def contrast(bench: Bench) -> Contrast:
    """The clause on the bench as a table."""
    names = [(_key(bench, number), head(bench, name)) for number, name in enumerate(bench.columns)]
    lines = [_line(bench, bench.case.points[field.id]) for field in bench.fields]
    return Contrast(names, lines, bench.column, say("adjudication.decided_column"))


def head(bench: Bench, reviewer: str) -> str:
    """A reviewer at the head of a column; who has not finished is told apart."""
    state = bench.case.reviews[reviewer].state
    name = bench.names.get(reviewer, reviewer)
    return name if state == "submitted" else f"{name}~{say(f'review.state_{state}')}"


def answer_words(field: Field, answer: Answer) -> str:
    """An answer as it stands in a cell."""
    if answer.state == "set":
        return value_words(field, answer.value)
    word = {"none": "review.none", "n/a": "review.not_applicable"}.get(answer.state, "review.unset_optional")
    return say(word)


def mark(point: Point) -> tuple[str, str]:
    """The sign of a field and its style."""
    if point.stale:
        return "!", "stale"
    if point.decision:
        return "✓", "decided"
    if point.open:
        return "≠", "open"
    return ("=", "agreed") if point.agreed else (" ", "")


def _line(bench: Bench, point: Point) -> Line:
    camps = point.camps
    several = len(set(camps.values())) > 1
    cells = [
        Cell(
            LETTERS[camps[name]] if several and name in camps else " ",
            answer_words(point.field, said(bench, point, name)),
        )
        for name in bench.columns
    ]
    sign, state = mark(point)
    return Line(
        sign,
        name_of(point.field),
        cells,
        decision_words(point.field, point.decision) if point.decision else "",
        state,
        point.field == bench.field,
    )


def said(bench: Bench, point: Point, reviewer: str) -> Answer:
    """What a reviewer said of a field, drafts too."""
    if reviewer in point.said:
        return point.said[reviewer]
    value = bench.case.reviews[reviewer].values.get(point.field.id)
    return Answer("unset") if value is None else Answer("set" if value else "none", value)


def decision_words(field: Field, decision: Decision) -> str:
    """The value decided."""
    return value_words(field, decision.value) if decision.value else say("review.none")


def told(bench: Bench) -> list[Passage]:
    """All about the field in focus and the clause, one below the other: what has no room in a table."""
    return [*_told(bench)]


def _told(bench: Bench) -> Iterator[Passage]:
    point, case = bench.point, bench.case
    what = say(f"adjudication.differs_{point.differs or 'not'}") if len(point.said) > 1 else ""
    yield _labelled(name_of(point.field), what)
    several = len(set(point.camps.values())) > 1
    for number, name in enumerate(bench.columns):
        letter = LETTERS[point.camps[name]] if several and name in point.camps else " "
        words = answer_words(point.field, said(bench, point, name))
        raw = case.raw[name].values.get(point.field.id)
        if raw and not case.reviews[name].values.get(point.field.id):
            words = say("adjudication.not_in_codebook", value=value_words(point.field, raw))
        reason = case.reviews[name].reasons.get(point.field.id, "")
        words += say("adjudication.because", reason=reason) if reason else ""
        yield _labelled(f"{_key(bench, number)} {letter} {head(bench, name)}", words)
    if point.decision:
        yield _labelled(say("adjudication.decided_column"), _how(bench, point.decision, point))
    for name, review in case.reviews.items():
        who = bench.names.get(name, name)
        for kind, text in (("note", review.note), ("question", review.question)):
            if text:
                yield _labelled(say(f"adjudication.{kind}", name=who), text)
        if review.flagged:
            yield _labelled(say("review.flagged"), who)
    for name, given in case.returns.items():
        answered = say("adjudication.answered" if given.answered else "adjudication.unanswered")
        yield _labelled(
            say("adjudication.returned", name=bench.names.get(name, name)), f"{given.reason}{answered}"
        )
    if suggestion := bench.suggestions.get(point.field.id):
        yield _labelled(say("adjudication.suggestion"), value_words(point.field, suggestion.value))


def _how(bench: Bench, decision: Decision, point: Point) -> str:
    names = say("review.comma").join(bench.names.get(one, one) for one in decision.sources)
    words = say(
        "adjudication.decided_how",
        value=decision_words(point.field, decision),
        how=say(f"adjudication.how_{decision.how}"),
        names=names,
        by=bench.names.get(decision.by, decision.by),
    )
    words += say("adjudication.because", reason=decision.reason) if decision.reason else ""
    return words + "".join(say(f"adjudication.stale_{one}") for one in point.stale)


def _labelled(label: str, words: str) -> Passage:
    return Passage(f"{label}　{words}", [(0, len(label), "label")])


def _key(bench: Bench, number: int) -> str:
    """The digit that takes an answer from a column, where one does."""
    return str((number + 1) % 10) if bench.keyed and number < 10 else " "
