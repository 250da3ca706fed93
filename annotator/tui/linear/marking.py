"""Lines that mark words of the clause for the field in focus, and take marks away."""

from collections.abc import Callable, Iterator
from functools import partial
from typing import TYPE_CHECKING

from annotator.errors import Refused
from annotator.model.codebook import name_of
from annotator.tui import marks, presenting
from annotator.tui.linear.speech import Meant
from annotator.tui.page import Page, Span
from annotator.words import say

if TYPE_CHECKING:
    from annotator.tui.linear.talk import Talk
    from annotator.tui.units import Row, Units

AROUND = 8
"""Characters told before and behind words that stand more than once."""


def mark(talk: "Talk", meant: Meant) -> Iterator[str]:
    """Mark the words that are given: a target, the words that name a unit, evidence. Without words, tell what
    may be marked.
    """
    desk = talk.desk
    marks.require(desk)
    page = Page(desk)
    if meant.text:
        yield from at_words(talk, page, meant.text, partial(_put, talk, page))
        return
    names = list(page.names()) if desk.field.kind == "entity" else []
    offered = marks.offered(desk, page, names)
    if not offered:
        raise Refused("linear.mark_what", field=name_of(desk.field))
    yield from talk.offer([(_around(page, one), partial(_put, talk, page, one)) for one in offered])


def at_words(talk: "Talk", page: Page, typed: str, act: Callable[[Span], Iterator[str]]) -> Iterator[str]:
    """Do something where words stand; where they stand more than once, at the place whose number follows
    them, or else is asked for. Raises Refused where they do not stand.
    """
    words, _, number = typed.rpartition(" ")
    several = page.find(words) if number.isdecimal() and words.strip() else []
    if len(several) > 1 and 0 < int(number) <= len(several):
        found = [several[int(number) - 1]]
    else:
        found = page.find(typed)
    if not found and several:
        raise Refused("linear.no_number", most=len(several))
    if not found:
        raise Refused("linear.no_words", words=typed)
    if len(found) == 1:
        yield from act(found[0])
    else:
        yield say("linear.which_place", count=len(found))
        yield from talk.offer([(_around(page, one), partial(act, one)) for one in found])


def _around(page: Page, span: Span) -> str:
    start, end = span
    return say(
        "linear.around", before=page.text[max(0, start - AROUND) : start].replace("\n", ""),
        words=page.text[start:end], after=page.text[end : end + AROUND].replace("\n", ""),
    )  # fmt: skip


def _put(talk: "Talk", page: Page, span: Span) -> Iterator[str]:
    """Mark a range; of a span that is marked there already, ask what is told of it."""
    desk = talk.desk
    if desk.field.kind == "entity":
        yield from _put_unit(talk, page, span)
        return
    stored = next((item for at, item in marks.marked(desk, page) if at == span), None)
    if desk.field.kind != "span":
        marks.put(desk, page, span)
        return
    from annotator.tui.linear.attributes import ask  # noqa: PLC0415  (for spans alone)

    yield from ask(talk, stored or marks.put(desk, page, span))


def _put_unit(talk: "Talk", page: Page, span: Span) -> Iterator[str]:
    """Say that the text names a unit there: the one known there, or one to be chosen."""
    desk = talk.desk
    if unit := marks.unit_of(desk, page, span):
        marks.put_unit(desk, page, unit, span)
        return
    from annotator.tui.linear.units import found, words  # noqa: PLC0415  (needs the gazetteer)
    from annotator.tui.units import Units  # noqa: PLC0415

    surface, known = page.text[slice(*span)], Units(desk, desk.focus)
    known.role = talk.role
    yield say("marking.unit_title", words=surface)
    rows = found(known, surface)
    yield from talk.offer([(words(row), partial(_take, talk, page, known, row, span)) for row in rows])


def _take(talk: "Talk", page: Page, known: "Units", row: "Row", span: Span) -> None:
    if row.mark == "new":  # entered, and stated where the clause has the name
        from annotator.tui.taking import take  # noqa: PLC0415  (needs the gazetteer)

        take(known, row)
    else:
        marks.put_unit(talk.desk, page, row.unit, span)


def unmark(talk: "Talk", meant: Meant) -> Iterator[str]:
    """Take a mark away: the one on these words, the only one, else one to be chosen."""
    desk = talk.desk
    marks.require(desk)
    page = Page(desk)
    stored = marks.marked(desk, page)
    if meant.text:
        at = page.find(meant.text)
        stored = [(span, item) for span, item in stored if any(marks.meet(span, one) for one in at)]
    if not stored:
        raise Refused("linear.no_mark", field=name_of(desk.field))
    if len(stored) == 1:
        marks.remove(desk, stored[0][1])
    else:
        ways = [(_words(talk, page, one), partial(marks.remove, desk, one[1])) for one in stored]
        yield from talk.offer(ways)


def _words(talk: "Talk", page: Page, stored: tuple[Span, marks.Item]) -> str:
    field, (span, item) = talk.desk.field, stored
    return presenting.span_words(field, item) if field.kind == "span" else _around(page, span)
