"""The kinds of clauses that a reviewer goes to one after the other, each as queries of which one holds."""

from typing import Literal

from annotator.model.codebook import Codebook
from annotator.store import places
from annotator.store.project import Project
from annotator.store.stops import DOUBTFUL, Stops
from annotator.tools.query.value import (
    Condition,
    Differs,
    Doubt,
    Flagged,
    InState,
    Proposed,
    Query,
    Remark,
    Term,
)

Kind = Literal[
    "unfinished", "marked", "flagged", "question", "note", "doubt", "proposed", "differs", "skipped", "draft",
]  # fmt: skip
"""`unfinished` is neither submitted nor skipped, `marked` flagged or with a question, `doubt` a doubtful
cut, `proposed` a repair that waits for a person, `differs` an answer that is not the one suggested.
"""

OFFERED: tuple[Kind, ...] = (
    "unfinished", "flagged", "question", "note", "doubt", "proposed", "differs", "skipped", "draft",
)  # fmt: skip


def queries(kind: Kind, codebook: Codebook) -> list[Query]:
    """The queries of a kind."""
    every = tuple(field.id for field in codebook.clause_fields)
    found: dict[Kind, list[Condition]] = {
        "unfinished": [InState(("untouched", "draft"))],
        "marked": [Flagged(), Remark("question")],
        "flagged": [Flagged()],
        "question": [Remark("question")],
        "note": [Remark("note")],
        "doubt": [Doubt(">=", DOUBTFUL)],
        "proposed": [Proposed()],
        "differs": [Differs(every)],
        "skipped": [InState(("skipped",))],
        "draft": [InState(("draft",))],
    }
    return [Query((Term(condition),)) for condition in found[kind]]


def stops(project: Project, kind: Kind, codebook: Codebook, reviewer: str) -> Stops:
    """Where the clauses of a kind are."""
    return Stops(project, queries(kind, codebook), codebook, reviewer)


def count(project: Project, kind: Kind, codebook: Codebook, reviewer: str) -> int:
    """How many clauses of a kind there are for a reviewer."""
    if kind == "unfinished":  # nothing is said of most of them: the others are counted
        finished = Query((Term(InState(("submitted", "skipped"))),))
        return places.clauses(project) - Stops(project, [finished], codebook, reviewer).count()
    return stops(project, kind, codebook, reviewer).count()
