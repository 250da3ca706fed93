"""What a reviewer can learn from what was decided: where it differs from what they said, and how often."""

from collections import Counter
from collections.abc import Mapping
from typing import Any, NamedTuple

from annotator.flows.adjudicating.case import Cases, Point
from annotator.flows.adjudicating.entrance import require_feedback
from annotator.model.answer import Answer, same
from annotator.model.codebook import CODED, Codebook
from annotator.model.decision import Decision
from annotator.store import documents, gold
from annotator.store.project import Project

_BATCH = 500
_ANSWERED = ("set", "none")
NONE = ""
"""What stands for `none` among the codes that were taken for others."""


class Difference(NamedTuple):
    """A field of a clause that was decided otherwise than the reviewer said."""

    clause_id: str
    doc_id: str
    ord: int
    field: str
    said: Answer
    decision: Decision


class Share(NamedTuple):
    """Of so many answers to a field that were decided, so many were right."""

    right: int
    decided: int


class Feedback(NamedTuple):
    """`confusions` counts (field, what was said, what was decided), the most frequent first; of fields
    without codes there are none.
    """

    differences: tuple[Difference, ...]
    shares: Mapping[str, Share]
    confusions: tuple[tuple[tuple[str, str, str], int], ...]


def feedback(project: Project, codebook: Codebook, asker: str, reviewer: str) -> Feedback:
    """How the answers of a reviewer compare with what was decided, clause by clause. What was not asked of
    the reviewer, because of another answer, is not compared. Raises Refused where `asker` may not know.
    """
    require_feedback(project, asker, reviewer)
    cases, found = Cases(project, codebook), list[Difference]()
    right, decided, confused = Counter[str](), Counter[str](), Counter[tuple[str, str, str]]()
    for document in documents.listing(project):
        places = gold.decided_clauses(project, document)
        for start in range(0, len(places), _BATCH):
            part = dict(places[start : start + _BATCH])
            for clause_id, case in cases.of(list(part)).items():
                for field, point in case.points.items():
                    said = point.said.get(reviewer)
                    if case.discard or not (said and _compared(point, said)):
                        continue
                    assert point.decision is not None
                    decided[field] += 1
                    if same(point.field, said, point.answer):
                        right[field] += 1
                        continue
                    found.append(
                        Difference(clause_id, document.doc_id, part[clause_id], field, said, point.decision)
                    )
                    if point.field.kind in CODED:
                        confused[field, _first(said.value), _first(point.answer.value)] += 1
    found.sort(key=lambda one: (one.doc_id, one.ord))
    shares = {field: Share(right[field], count) for field, count in decided.items()}
    told = sorted(confused.items(), key=lambda one: (-one[1], one[0]))
    return Feedback(tuple(found), shares, tuple(told))


def _compared(point: Point, said: Answer) -> bool:
    return point.decision is not None and {said.state, point.answer.state} <= set(_ANSWERED)


def _first(value: Any) -> str:
    return str(value[0]) if value else NONE
