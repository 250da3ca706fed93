"""How far reviewers agree: what they said, made into ratings, given to the coefficients.

The states of a field stay apart: `none` is a judgement (an empty set, or one more category of a
single choice), `unset` and `n/a` are no rating. An ordinal's `none` has no place in its order; such
judgements are left out of its ratings, and counted.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, Literal, NamedTuple

from annotator.errors import AnnotatorError
from annotator.model.addition import Addition, followed_all
from annotator.model.codebook import Codebook, Field, FieldKind, name_of
from annotator.model.review import Review
from annotator.model.value import fits, state_of
from annotator.store import additions
from annotator.store.judgements import Judgement, judgements
from annotator.store.project import Project
from annotator.tools.agreement import (
    NO_RESAMPLES,
    Kind,
    Rating,
    Report,
    Resampling,
    Table,
    audit,
    called,
    tabulate,
)
from annotator.words import say

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


class Answers(NamedTuple):
    """All ratings on one question and the levels that its codebook declares; what people call the values;
    `unranked` counts judgements that have no place on the scale, `as_first_given` those that count as they
    were given first, because they were changed when their reviewer may have known of another answer.
    """

    question: Question
    ratings: Sequence[Rating]
    levels: Sequence[str]
    names: Mapping[str, str]
    unranked: int
    as_first_given: int

    @property
    def name(self) -> str:
        """The question in a file of ratings: the field, with its part behind a full stop."""
        return ".".join(filter(None, (self.question.field.id, self.question.part)))

    @property
    def title(self) -> str:
        """What people call the question."""
        name, part = name_of(self.question.field), self.question.part
        return say("audit.field", name=name, part=say(f"audit.{part}")) if part else name

    def called(self, value: object) -> str:
        """What people call one of the values."""
        return called(value, self.names)

    def audit(self, resampling: Resampling = NO_RESAMPLES) -> Report:
        """How far the reviewers agree on it."""
        return audit(self.ratings, self.question.scale, self.levels, resampling)

    def table(self) -> Table:
        """The ratings that count between reviewers."""
        return tabulate(self.ratings, self.question.scale, self.levels)


def answers(
    project: Project, codebook: Codebook, *, submitted_only: bool = False, training: bool = False
) -> list[Answers]:
    """What everyone who labelled said independently, field by field in the codebook's order.

    Skipped clauses are left out; drafts count unless `submitted_only`; what was assigned in a training round
    counts with `training`. Raises AnnotatorError where nobody has labelled anything.
    """
    with project.snapshot():
        added = additions.additions(project)
        said = [
            one._replace(
                review=_read(one.review, codebook, added),
                later=one.later and _read(one.later, codebook, added),
            )
            for one in judgements(project, training=training)
            if one.review.state in (("submitted",) if submitted_only else ("submitted", "draft"))
        ]
    if not said:
        hidden = not training and any(judgements(project, training=True))
        raise AnnotatorError("audit.only_training" if hidden else "audit.nothing", path=project.path)
    return [
        _answers(Question(field, part, scale), said)
        for field in codebook.clause_fields
        for part, scale in SCALES.get(field.kind, ())
    ]


def as_first_given(found: Iterable[Answers]) -> int:
    """How many answers count as they were given first."""
    return sum(one.as_first_given for one in found if not one.question.part)


def lines(found: Iterable[Answers]) -> Iterator[dict[str, Any]]:
    """The ratings as a file has them, of which an audit says the same as of the project."""
    for one in found:
        for rating in one.ratings:
            yield {
                "item": rating.item,
                "reviewer": rating.reviewer,
                "field": one.name,
                "value": rating.value,
                "pass": rating.pass_no,
                "document": rating.document,
                "section": rating.section,
                "at": rating.at,
                "codebook": rating.codebook,
            }


def _answers(question: Question, said: Sequence[Judgement]) -> Answers:
    field, scale = question.field, question.scale
    ratings, unranked, changed = [], 0, 0
    names = {code.id: name_of(code) for code in field.codes}
    names[NONE] = say("audit.none")
    for one in said:
        if state_of(field, one.review.values) not in ("set", "none"):
            continue
        value = one.review.values[field.id] or ()
        if not fits(field, value):
            continue
        if not value and scale == "ordinal":
            unranked += 1
            continue
        rated = _rated(value, question)
        if field.kind == "entity":
            names |= _unit_names(value, question)
        if one.later and one.later.values.get(field.id) != one.review.values[field.id]:
            changed += 1
        ratings.append(
            Rating(
                one.clause_id, one.reviewer, rated, one.doc_id, one.pass_no, one.section, one.at, one.codebook
            )
        )
    levels = [] if field.kind == "entity" else [code.id for code in field.codes]
    if scale == "nominal" and any(rating.value == NONE for rating in ratings):
        levels.append(NONE)
    return Answers(question, ratings, levels, names, unranked, changed)


def _read(review: Review, codebook: Codebook, added: Mapping[str, Addition]) -> Review:
    """A review with its organisations as what they have become: who said so before is of the same mind."""
    now = {
        field.id: followed_all(value, added)
        for field in codebook.clause_fields
        if field.kind == "entity" and (value := review.values.get(field.id)) and fits(field, value)
    }
    return review._replace(values={**review.values, **now})


def _unit_names(value: Any, question: Question) -> dict[str, str]:
    """What people call the units of a value, by what the coefficients call them."""
    if question.part != "roles":
        return {_unit(unit): unit["name"] for unit in value}
    roles = {unit["role"]: say(f"roles.{unit['role']}") for unit in value}
    return {_unit(unit, with_role=True): f"{unit['name']} ({roles[unit['role']]})" for unit in value}


def _unit(unit: Mapping[str, str], *, with_role: bool = False) -> str:
    named = unit["org_id"] or unit["name"]
    return f"{unit['role']} {named}" if with_role else named


def _rated(value: Any, question: Question) -> object:
    """A value as the coefficients want it: units by their organisation."""
    items = list(value)
    if question.field.kind == "entity":
        items = [_unit(unit, with_role=question.part == "roles") for unit in value]
    if question.scale == "set":
        return sorted(set(items))
    return items[0] if items else NONE
