"""The clauses that two or more have finished, or about which something was decided, found piece by piece:
first those of the first document.
"""

from collections.abc import Iterator, Set
from typing import NamedTuple

from annotator.flows.adjudicating.case import Case, Cases
from annotator.store import documents, gold, rounds

_MOST = 100
"""Clauses read at once: few enough for the first to be there soon."""


class Wanted(NamedTuple):
    """Which clauses to list: of some documents, of a round, where a field is at odds (empty: any). Those on
    which all agree, and those that are decided, are left out unless asked for.
    """

    doc_ids: frozenset[str] = frozenset()
    round_id: str = ""
    field: str = ""
    agreed: bool = False
    decided: bool = False

    def takes(self, case: Case) -> bool:
        """Whether a case is to be listed; a decision that is out of date always is."""
        if self.field and not case.points[self.field].differs:
            return False
        stale = case.stale or any(point.stale for point in case.points.values())
        if stale or case.state == "open":
            return True
        return self.agreed if case.state == "agreed" else self.decided


class Found(NamedTuple):
    """A case and its place: document and number of the clause."""

    doc_id: str
    ord: int
    case: Case


def listed(cases: Cases, wanted: Wanted) -> Iterator[list[Found]]:
    """The cases that are wanted, in the order of documents, in parts; a part may be empty, for whoever
    counts time.
    """
    project = cases.project
    among = _of_round(cases, wanted.round_id) if wanted.round_id else None
    whole = wanted.agreed or wanted.decided
    seen: set[str] = set()  # documents may share clauses after a merge
    for document in documents.listing(project):
        if wanted.doc_ids and document.doc_id not in wanted.doc_ids:
            continue
        for places in (gold.shared if whole else gold.contested)(project, document):
            meant = [
                place for place in places if place[1] not in seen and (among is None or place[1] in among)
            ]
            seen.update(clause_id for _, clause_id in meant)
            for start in range(0, len(meant), _MOST):
                part = meant[start : start + _MOST]
                found = cases.of([clause_id for _, clause_id in part])
                yield [
                    Found(document.doc_id, number, found[one])
                    for number, one in part
                    if one in found and wanted.takes(found[one])
                ]


def _of_round(cases: Cases, round_id: str) -> Set[str]:
    every = rounds.assignments(cases.project, round_id).values()
    return {task.clause_id for tasks in every for task in tasks}
