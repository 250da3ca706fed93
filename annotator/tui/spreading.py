"""Giving many clauses the labels of one: which labels, and to which clauses."""

import re
from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from annotator.model.codebook import name_of
from annotator.model.review import Review
from annotator.store import documents, reviews
from annotator.tui.desk import Desk
from annotator.tui.presenting import value_words
from annotator.words import say

_RANGE = re.compile(r"\s*(\d+)?\s*[-—–~～至到]\s*(\d+)?\s*|\s*(\d+)\s*")


class Scope(NamedTuple):
    """Some clauses: what they are called, and their ids in order."""

    name: str
    clause_ids: Sequence[str]


class Spread(NamedTuple):
    """What can be done in a scope: `over` changes the answers that stand as well; `changes` counts
    the clauses that become others.
    """

    scope: Scope
    over: bool
    changes: int


def answers(desk: Desk) -> list[tuple[str, Mapping[str, Any]]]:
    """What can be spread: all that is set on the clause, and each answer alone; the field in focus first."""
    given: Mapping[str, Any] = {
        field.id: list(value)
        for field in desk.fields
        if field.kind != "span" and (value := desk.review.values.get(field.id)) is not None
    }
    single: list[tuple[str, Mapping[str, Any]]] = [
        (_words(desk, {name: value}), {name: value}) for name, value in given.items()
    ]
    single.sort(key=lambda one: desk.field.id not in one[1])
    return single if len(given) < 2 else [*single, (say("bulk.all", count=len(given)), given)]


def _words(desk: Desk, given: Mapping[str, Any]) -> str:
    return "；".join(
        f"{name_of(field)}：{value_words(field, given[field.id]) or say('review.none')}"
        for field in desk.fields
        if field.id in given
    )


def spreads(desk: Desk, given: Mapping[str, Any], typed: str) -> list[Spread]:
    """Every way of spreading `given`, those that leave standing answers alone before the others."""
    found = []
    for scope in _scopes(desk, typed):
        said = reviews.reviews(desk.project, scope.clause_ids, desk.reviewing.reviewer)
        every = [said.get(clause_id, Review()) for clause_id in scope.clause_ids]
        fitting = desk.reviewing.fitting
        counts = [sum(bool(fitting(one, given, over=over)) for one in every) for over in (False, True)]
        found += [Spread(scope, False, counts[0])]
        found += [Spread(scope, True, counts[1])] if counts[1] > counts[0] else []
    return found


def apply(desk: Desk, clause_ids: Sequence[str], values: Mapping[str, Any], *, over: bool) -> tuple[int, int]:
    """Give the clauses the values, and read the desk again. Returns how many were changed, and how many of
    them are drafts now.
    """
    changed = desk.reviewing.spread(clause_ids, values, over=over, seconds=desk.seconds())
    desk.elsewhere += 1
    desk.open(desk.document, desk.clause.ord)
    said = reviews.reviews(desk.project, changed, desk.reviewing.reviewer)
    return len(changed), sum(review.state == "draft" for review in said.values())


def _scopes(desk: Desk, typed: str) -> list[Scope]:
    """A range that was typed; else the sections around the clause, the queue, the document."""
    document, here = desk.document, desk.clause
    if typed.strip():
        match = _RANGE.fullmatch(typed)
        if not match:
            return []
        first, last, alone = (int(part) if part else None for part in match.groups())
        low = first or here.ord + 1
        high = alone or last or document.clauses
        return [_numbered(desk, min(low, high), max(low, high))]
    scopes = [
        Scope(say("bulk.section", name=name), ids)
        for name, ids in documents.sections_around(desk.project, document, here.seq)
    ]
    scopes.append(_numbered(desk, 1, document.clauses)._replace(name=say("bulk.document")))
    if desk.queue:
        scopes.insert(0, Scope(say("bulk.queue", name=desk.queue.title), desk.queue.clause_ids()))
    return scopes


def _numbered(desk: Desk, first: int, last: int) -> Scope:
    """Clauses by their numbers from 1, as far as the document has them."""
    last = min(last, desk.document.clauses)
    ids = documents.clause_ids(desk.project, desk.document, first - 1, last)
    return Scope(say("bulk.range", first=first, last=last), ids)
