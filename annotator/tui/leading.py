"""The lead's figures of a round as rows of a list: people, labels, questions."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from rich.cells import cell_len

from annotator.errors import Refused
from annotator.flows.grading import Right, accuracy
from annotator.flows.leading import Part, Used, balance, parts
from annotator.flows.reviewing import Reviewing
from annotator.model.codebook import Codebook, Field, name_of
from annotator.model.round import Round
from annotator.store import asking, blinding
from annotator.store.asking import Question
from annotator.tui.display import fitted, padded
from annotator.tui.progress import bar
from annotator.tui.widgets.row_list import Row
from annotator.words import say

NAME, CELL, CODE = 14, 9, 22
"""Cells for a name, for a figure, for the name of a code."""

BESIDE = 5
"""People side by side in a table; more have another below."""


class Line(NamedTuple):
    """A row, and the question that it is about."""

    row: Row
    question: Question | None = None


def lines(reviewing: Reviewing, one: Round | None) -> list[Line]:
    """The people of a round, the questions that wait for a reply, of whatever round, then the tables."""
    project, codebook = reviewing.project, reviewing.codebook
    team = parts(project, one) if one else []
    found = [_line(say("lead.people"), "strong"), *map(_person, team), _line("")] if one else []
    waiting = asking.open_questions(project)
    found.append(_line(say("lead.questions", count=len(waiting)), "strong"))
    found += [Line(_question(asked), asked) for asked in waiting]
    try:
        blinding.require(project, reviewing.reviewer)
    except Refused as kept:  # how far everyone is may be seen; what they answer, only with one's own done
        return [*found, _line(""), _line(str(kept), "warn")]
    names = [part.reviewer for part in team]
    right = {name: accuracy(project, codebook, one, name) for name in names} if one else {}
    used = balance(project, codebook, one, names) if one else []
    checked = one is None or one.kind != "training"
    for first in range(0, len(names), BESIDE):
        some = names[first : first + BESIDE]
        found += _rights(codebook, {name: right[name] for name in some}, checked=checked)
        found += [_line(""), _heads(say("lead.labels"), say("lead.everyone"), some)] if used else []
        found += _labels(codebook, used, some)
    return found


def _line(words: str, tone: str = "") -> Line:
    return Line([(f" {words}", tone)])


def _person(part: Part) -> Line:
    done = part.done
    at_hand = done.assigned - done.gone
    return Line([
        (f" {_cell(part.reviewer, NAME)}", ""),
        (f"{bar(done.finished, at_hand, 10)} ", "good"),
        (padded(f"{done.finished}/{at_hand}", CELL + 2), "good" if not done.left else ""),
        (say("assigning.hourly", count=round(part.hourly)) if part.hourly else "—", ""),
        (say("lead.returned", count=done.returned) if done.returned else "", "warn"),
        (say("lead.gone", count=done.gone) if done.gone else "", "warn"),
    ])  # fmt: skip


def _heads(title: str, everyone: str, names: Sequence[str]) -> Line:
    cells = "".join(map(_right, (everyone, *names)))
    return Line([(f" {_cell(title, CODE)}", "strong"), (cells, "dim")])


def _rights(codebook: Codebook, right: Mapping[str, Mapping[str, Right]], *, checked: bool) -> list[Line]:
    """How often answers are as decided, with how many there are: in training all, else to the checks."""
    fields = [field for field in codebook.clause_fields if any(field.id in one for one in right.values())]
    if not fields:
        return []
    found = [_line(""), _heads(say("lead.right" if checked else "lead.right_training"), "", list(right))]
    for field in fields:
        told = [one.get(field.id, Right()) for one in right.values()]
        cells = [_right("—" if of.share is None else f"{of.share:.0%}/{of.n}") for of in told]
        found.append(
            Line([(f"   {_cell(name_of(field), CODE - 2)}", ""), ("".join((_right(""), *cells)), "")])
        )
    return found


def _labels(codebook: Codebook, used: Sequence[Used], names: Sequence[str]) -> list[Line]:
    found, last = list[Line](), ""
    for one in used:
        field = codebook.field(one.field)
        if field and one.field != last:
            last = one.field
            found.append(_line(name_of(field), "dim"))
        if field:
            found.append(_label(field, one, names))
    return found


def _label(field: Field, one: Used, names: Sequence[str]) -> Line:
    """Shares side by side; one that is odd has a sign, not a colour alone."""
    code = field.code(one.code)
    name = name_of(code) if code else say("review.none")
    row: list[tuple[str, str]] = [
        (f"   {_cell(name, CODE - 2)}", ""), (_right(f"{one.everyone:.0%}"), "dim"),
    ]  # fmt: skip
    for who in names:
        said = one.each[who]
        words = "—" if said is None else f"{'! ' if said[1] else ''}{said[0]:.0%}"
        row.append((_right(words), "warn" if said and said[1] else ""))
    return Line(row)


def _question(one: Question) -> Row:
    return [(f" {_cell(one.reviewer, NAME)}", "dim"), (" ".join(one.text.split()), "")]


def _cell(words: str, cells: int) -> str:
    return padded(fitted(words, cells - 1), cells)


def _right(words: str) -> str:
    """At the right of a column."""
    shown = fitted(words, CELL - 1)
    return " " * (CELL - cell_len(shown)) + shown
