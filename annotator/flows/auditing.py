"""How far reviewers agree: what they said, made into ratings, given to the coefficients.

The states of a field stay apart: `none` is a judgement (an empty set, or one more category of a
single choice), `unset` and `n/a` are no rating. An ordinal's `none` has no place in its order; such
judgements are left out of its ratings, and counted.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal, NamedTuple

from annotator.errors import AnnotatorError
from annotator.model.addition import Addition, followed_all
from annotator.model.codebook import Codebook, Field, FieldKind
from annotator.model.review import Review
from annotator.model.value import fits, state_of
from annotator.store import additions, documents, reviews
from annotator.store.project import Project
from annotator.tools.agreement import HEADLINE, NO_RESAMPLES, Kind, Rating, Report, Resampling, audit

Said = tuple[str, str, str, Review]
"""Document, clause, reviewer, and what the reviewer said of the clause."""

NONE = "none"
Part = Literal["", "primary", "roles"]
SCALES: dict[FieldKind, tuple[tuple[Part, Kind], ...]] = {
    "single": (("", "nominal"),),
    "multi": (("", "set"), ("primary", "nominal")),
    "ordinal": (("", "ordinal"),),
    "entity": (("", "set"), ("roles", "set")),
}
"""What is compared of each kind of field that can be: the whole value (units without their roles), its first
item (primary), its units with their roles.
"""


class Question(NamedTuple):
    """A field and what is compared of it."""

    field: Field
    part: Part
    scale: Kind


@dataclass(frozen=True, slots=True)
class FieldAudit:
    """The agreement on one question; `unranked` counts judgements that have no place on the scale."""

    question: Question
    report: Report
    unranked: int

    @property
    def headline(self) -> str:
        """The coefficient to name first."""
        return HEADLINE[self.question.scale]


def agreement(
    project: Project,
    codebook: Codebook,
    *,
    submitted_only: bool = False,
    resampling: Resampling = NO_RESAMPLES,
) -> list[FieldAudit]:
    """The agreement of everyone who labelled, field by field in the codebook's order.

    Skipped clauses are left out; drafts count unless `submitted_only`. Raises AnnotatorError where
    nobody has labelled anything.
    """
    with project.snapshot():
        added = additions.additions(project)
        said = [(d, c, r, _read(one, codebook, added)) for d, c, r, one in _reviews(project, submitted_only)]
    if not said:
        raise AnnotatorError("audit.nothing", path=project.path)
    questions = [
        Question(field, part, scale)
        for field in codebook.clause_fields
        for part, scale in SCALES.get(field.kind, ())
    ]
    return [_audit(one, said, resampling) for one in questions]


def _audit(question: Question, said: Sequence[Said], resampling: Resampling) -> FieldAudit:
    field, scale = question.field, question.scale
    ratings, unranked = [], 0
    for doc_id, clause_id, reviewer, review in said:
        if state_of(field, review.values) not in ("set", "none"):
            continue
        value = review.values[field.id] or ()
        if not fits(field, value):
            continue
        if not value and scale == "ordinal":
            unranked += 1
            continue
        ratings.append(Rating(clause_id, reviewer, _rated(value, question), doc_id))
    levels = [] if field.kind == "entity" else [code.id for code in field.codes]
    if scale == "nominal" and any(rating.value == NONE for rating in ratings):
        levels.append(NONE)
    return FieldAudit(question, audit(ratings, scale, levels, resampling), unranked)


def _read(review: Review, codebook: Codebook, added: Mapping[str, Addition]) -> Review:
    """A review with its organisations as what they have become: who said so before is of the same mind."""
    now = {
        field.id: followed_all(value, added)
        for field in codebook.clause_fields
        if field.kind == "entity" and (value := review.values.get(field.id)) and fits(field, value)
    }
    return review._replace(values={**review.values, **now})


def _rated(value: Any, question: Question) -> object:
    """A value as the coefficients want it: units by their organisation."""
    items = list(value)
    if question.field.kind == "entity":
        items = [unit["org_id"] or unit["name"] for unit in value]
    if question.part == "roles":
        items = [f"{unit['role']} {name}" for unit, name in zip(value, items, strict=True)]
    if question.scale == "set":
        return sorted(set(items))
    return items[0] if items else NONE


def _reviews(project: Project, submitted_only: bool) -> Iterator[Said]:
    """(document id, clause id, reviewer, review) of everything said of a clause."""
    wanted = ("submitted",) if submitted_only else ("submitted", "draft")
    for document in documents.listing(project):
        ids: list[str] = []
        for ord_no, by_reviewer in reviews.by_clause(project, document):
            ids = ids or [clause.clause_id for clause in documents.clauses(project, document)]
            for reviewer, review in by_reviewer.items():
                if review.state in wanted:
                    yield document.doc_id, ids[ord_no], reviewer, review
