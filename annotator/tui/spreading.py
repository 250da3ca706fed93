"""Giving many clauses the labels of one: which labels, and to which clauses."""

import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any, NamedTuple

from annotator.model.codebook import Codebook, name_of
from annotator.model.review import Review
from annotator.model.value import changed_by, fitting
from annotator.store import documents, reviews
from annotator.store.project import Project
from annotator.tui.desk import Desk
from annotator.tui.presenting import value_words
from annotator.words import say

_RANGE = re.compile(r"\s*(\d+)?\s*[-—–~～至到]\s*(\d+)?\s*|\s*(\d+)\s*")


MANY = 2000
"""More clauses than these are not counted or changed within a key press."""
_BATCH = 1000


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
    for scope in scopes(desk, typed):
        counted = Count(desk.reviewing.codebook, desk.reviewing.reviewer, given).of(desk.project, scope)
        found += both(scope, counted)
    return found


def both(scope: Scope, counted: tuple[int, int]) -> list[Spread]:
    """The ways of spreading in a scope of which that much is counted."""
    leaving, over = counted
    return [Spread(scope, False, leaving), *([Spread(scope, True, over)] if over > leaving else [])]


class Count(NamedTuple):
    """Counts what spreading `given` would change, in any thread."""

    codebook: Codebook
    reviewer: str
    given: Mapping[str, Any]

    def of(
        self, project: Project, scope: Scope, stopped: Callable[[], bool] = lambda: False
    ) -> tuple[int, int]:
        """How many clauses of a scope would become others: with the answers that stand left alone, and with
        these changed as well. Whatever, once it is `stopped`.
        """
        ids, found = scope.clause_ids, [0, 0]
        untouched = self._changes(Review())
        for at in range(0, len(ids), _BATCH):
            if stopped():
                break
            batch = ids[at : at + _BATCH]
            said = reviews.reviews(project, batch, self.reviewer)
            for clause_id in batch:
                review = said.get(clause_id)
                leaving, over = self._changes(review) if review else untouched
                found[0] += leaving
                found[1] += over
        return found[0], found[1]

    def _changes(self, review: Review) -> tuple[bool, bool]:
        values = fitting(self.codebook.clause_fields, review.values)
        leaving = changed_by(self.codebook, values, self.given, over=False)
        return bool(leaving), bool(leaving or changed_by(self.codebook, values, self.given, over=True))


def apply(desk: Desk, clause_ids: Sequence[str], values: Mapping[str, Any], *, over: bool) -> tuple[int, int]:
    """Give the clauses the values, and read the desk again. Returns how many were changed, and how many of
    them are drafts now.
    """
    changed = desk.reviewing.spread(clause_ids, values, over=over, seconds=desk.seconds())
    desk.elsewhere += 1
    desk.open(desk.document, desk.clause.ord, desk.reviewing.pass_no)
    if desk.queue:
        desk.queue.recount(desk.project, desk.reviewing.reviewer)
    said = reviews.reviews(desk.project, changed, desk.reviewing.reviewer)
    return len(changed), sum(review.state == "draft" for review in said.values())


def scopes(desk: Desk, typed: str) -> list[Scope]:
    """A range that was typed, none where the document has no such number; else the sections around the
    clause, the queue, the document.
    """
    document, here = desk.document, desk.clause
    if typed.strip():
        match = _RANGE.fullmatch(typed)
        if not match:
            return []
        if any(part and (len(part) > 9 or int(part) > document.clauses) for part in match.groups()):
            return []
        first, last, alone = (int(part) if part else None for part in match.groups())
        low = first or here.ord + 1
        high = alone or last or document.clauses
        return [_numbered(desk, min(low, high), max(low, high))]
    found = [
        Scope(say("bulk.section", name=name), ids)
        for name, ids in documents.sections_around(desk.project, document, here.seq)
    ]
    found.append(_numbered(desk, 1, document.clauses)._replace(name=say("bulk.document")))
    if desk.queue:
        found.insert(
            0, Scope(say("bulk.queue", name=desk.queue.title), [*dict.fromkeys(desk.queue.clause_ids())])
        )
    return found


def _numbered(desk: Desk, first: int, last: int) -> Scope:
    """Clauses by their numbers from 1, as far as the document has them."""
    last = min(last, desk.document.clauses)
    ids = documents.clause_ids(desk.project, desk.document, first - 1, last)
    return Scope(say("bulk.range", first=first, last=last), ids)
