"""Lines that cut clauses otherwise, and take over what was said of them before they were cut."""

from collections.abc import Iterator
from functools import partial
from typing import TYPE_CHECKING

from annotator.errors import Refused
from annotator.tui import former
from annotator.tui.cuts import Cuts
from annotator.tui.linear.marking import at_words
from annotator.tui.linear.speech import Meant
from annotator.tui.page import Page, Span
from annotator.tui.views import laid_out
from annotator.words import say

if TYPE_CHECKING:
    from annotator.tui.linear.talk import Talk


def split(talk: "Talk", meant: Meant) -> Iterator[str]:
    """Split the clause before words, or behind the sentence of that number; without either, tell the places.
    Who may not cut, asks for it.
    """
    cuts = Cuts(talk.desk)
    if meant.text.isdecimal():
        number = int(meant.text)
        if not cuts.places:
            raise Refused("linear.no_sentence")
        if not 0 < number <= len(cuts.places):
            raise Refused("linear.no_number", most=len(cuts.places))
        yield from _split(cuts, cuts.places[number - 1])
    elif meant.text:
        page, first = Page(talk.desk), laid_out(talk.desk.clause)[1]["text"]

        def before(span: Span) -> Iterator[str]:
            return _split(cuts, span[0] - first)

        yield from at_words(talk, page, meant.text, before)
    elif cuts.places:
        ways = [(say("linear.cut_at", **cuts.around(at)), partial(_split, cuts, at)) for at in cuts.places]
        yield from talk.offer(ways)
    else:
        raise Refused("linear.no_sentence")


def _split(cuts: Cuts, at: int) -> Iterator[str]:
    done = cuts.split(min(at, len(cuts.desk.clause.text)))
    yield say("linear.split_done") if done else say("linear.asked_owner", owners=cuts.owners)


def merge(talk: "Talk", _: Meant) -> Iterator[str]:
    """Merge the clause with the one before; said once, it names both."""
    cuts = Cuts(talk.desk)
    both = cuts.both()
    if cuts.may and not talk.confirmed("merge"):
        yield say("linear.sure_merge", **both)
        return
    done = cuts.merge()
    yield say("linear.merge_done") if done else say("linear.asked_owner", owners=cuts.owners)


def carry(talk: "Talk", _: Meant) -> Iterator[str]:
    """Take over the labels of the clause that was cut."""
    former.carry(talk.desk)
    yield from ()


def carry_all(talk: "Talk", _: Meant) -> Iterator[str]:
    """Take over the labels of all clauses of the document that are nearly as they were."""
    yield former.carry_all(talk.desk)
