"""Lines that give labels of this clause to many others."""

from collections.abc import Iterator, Mapping
from functools import partial
from typing import TYPE_CHECKING, Any

from annotator.errors import Refused
from annotator.model.value import detached
from annotator.tui.linear.speech import Meant
from annotator.tui.spreading import Spread, answers, apply, scopes, spreads
from annotator.words import say

if TYPE_CHECKING:
    from annotator.tui.linear.talk import Talk


def spread(talk: "Talk", meant: Meant) -> Iterator[str]:
    """Ask which answer, where there are several, and then for which clauses; a range may be given at
    once.
    """
    found = answers(talk.desk)
    if not found:
        raise Refused("linear.nothing_to_spread")
    if meant.text and not scopes(talk.desk, meant.text):
        raise Refused("linear.no_range", words=meant.text)
    if len(found) == 1:
        yield from _where(talk, meant.text, *found[0])
    else:
        yield say("bulk.which")
        yield from talk.offer([(one[0], partial(_where, talk, meant.text, *one)) for one in found])


def _where(talk: "Talk", typed: str, words: str, given: Mapping[str, Any]) -> Iterator[str]:
    free = detached(talk.desk.fields, given)
    yield say("bulk.where", answer=words)
    ways = [one for one in spreads(talk.desk, free, typed) if one.changes]
    if not ways:
        raise Refused("linear.nothing_open")
    yield from talk.offer([(_words(one), partial(_spread, talk, free, one)) for one in ways])
    if not typed:
        yield say("linear.or_range")


def _words(one: Spread) -> str:
    about = say("bulk.over" if one.over else "bulk.open", count=one.changes, all=len(one.scope.clause_ids))
    return f"{one.scope.name} {about}"


def _spread(talk: "Talk", free: Mapping[str, Any], one: Spread) -> Iterator[str]:
    apply(talk.desk, one.scope.clause_ids, free, over=one.over)
    yield say("linear.spread_done", count=one.changes)
