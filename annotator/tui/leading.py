"""The lead's figures of a round as rows of a list: people, labels, questions."""

from collections.abc import Sequence
from typing import NamedTuple

from rich.cells import cell_len

from annotator.flows.grading import accuracy
from annotator.flows.leading import Part, Used, balance, parts
from annotator.flows.reviewing import Reviewing
from annotator.model.codebook import Codebook, Field, name_of
from annotator.model.round import Round
from annotator.store import asking
from annotator.store.asking import Question
from annotator.tui.display import fitted, padded
from annotator.tui.progress import bar
from annotator.tui.widgets.row_list import Row
from annotator.words import say

NAME, CELL, CODE = 14, 9, 22
"""Cells for a name, for a figure, for the name of a code."""


class Line(NamedTuple):
    """A row, and the question that it is about."""

    row: Row
    question: Question | None = None


def lines(reviewing: Reviewing, one: Round | None) -> list[Line]:
    """Everything of a round, then the questions that wait for a reply, of whatever round."""
    project, codebook = reviewing.project, reviewing.codebook
    found: list[Line] = []
    if one:
        team = parts(project, one)
        found += [_line(say("lead.people"), "strong"), *(_person(reviewing, one, part) for part in team)]
        names = [part.reviewer for part in team]
        if used := balance(project, codebook, one, names):
            found += [_line(""), _heads(names), *_labels(codebook, used, names)]
        found.append(_line(""))
    waiting = asking.open_questions(project)
    found.append(_line(say("lead.questions", count=len(waiting)), "strong"))
    return found + [Line(_question(one), one) for one in waiting]


def _line(words: str, tone: str = "") -> Line:
    return Line([(f" {words}", tone)])


def _person(reviewing: Reviewing, one: Round, part: Part) -> Line:
    done, project, codebook = part.done, reviewing.project, reviewing.codebook
    at_hand = done.assigned - done.gone
    right = accuracy(project, codebook, one, part.reviewer)
    names = {field.id: name_of(field) for field in codebook.clause_fields}
    told = [
        say("assigning.right", field=names[field], percent=f"{of.share or 0:.0%}", n=of.n)
        for field, of in right.items()
    ]
    hourly = say("assigning.hourly", count=round(part.hourly)) if part.hourly else "—"
    gone = say("lead.gone", count=done.gone) if done.gone else ""
    return Line([
        (f" {_cell(part.reviewer, NAME)}", ""),
        (f"{bar(done.finished, at_hand, 10)} ", "good"),
        (padded(f"{done.finished}/{at_hand}", CELL), "good" if not done.left else ""),
        (padded(hourly, CELL + 3), ""),
        ("  ".join(told), ""),
        (gone, "warn"),
    ])  # fmt: skip


def _heads(names: Sequence[str]) -> Line:
    cells = "".join(_right(name) for name in names)
    everyone = _right(say("lead.everyone"))
    return Line([(f" {padded(say('lead.labels'), CODE)}", "strong"), (f"{everyone}{cells}", "dim")])


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
