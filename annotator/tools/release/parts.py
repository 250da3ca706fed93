"""The parts that shapes of several views have in common, those that the codebook tells among them."""

from collections.abc import Callable

from annotator.model.codebook import CODED, Attribute, AttributeKind, Code, Codebook, Field, FieldKind
from annotator.model.cutting import ROLES
from annotator.model.split import SPLITS
from annotator.model.value import EVIDENCED
from annotator.tools.release.shape import ListOf, Scalar, Shape, Struct
from annotator.tools.release.verdict import STATES, STATUSES

TEXT, WHOLE, REAL, YES = Scalar("string"), Scalar("int64"), Scalar("float64"), Scalar("bool")
MAYBE_TEXT, MAYBE_WHOLE = Scalar("string", nullable=True), Scalar("int64", nullable=True)
MAYBE_REAL = Scalar("float64", nullable=True)
SHA = Scalar("string", pattern="^[0-9a-f]{64}$")
MAYBE_SHA = Scalar("string", nullable=True, pattern="^[0-9a-f]{64}$")
CLAUSE = Scalar("string", pattern="^cl-[0-9a-f]{16}$")
MAYBE_CLAUSE = Scalar("string", nullable=True, pattern="^cl-[0-9a-f]{16}$")
DOCUMENT = Scalar("string", pattern="^doc-[0-9a-f]{12}$")
TIME = Scalar("string", nullable=True, pattern=r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$")
STATUS = Scalar("string", choices=STATUSES)
SPLIT = Scalar("string", choices=SPLITS)
ROLE = Scalar("string", choices=ROLES)
IDS: dict[str, Shape] = {"id": CLAUSE, "doc_id": DOCUMENT}
"""What begins every line about a clause."""
HEAD: dict[str, Shape] = {**IDS, "title": TEXT, "path": ListOf(TEXT)}
"""The same with where it stands, for a model that is to know it."""
PLACE: dict[str, Shape] = {
    "where": Scalar("string", nullable=True, choices=("text", "tail")),
    "start": MAYBE_WHOLE,
    "end": MAYBE_WHOLE,
    "surface": TEXT,
    "source_start": MAYBE_WHOLE,
    "source_end": MAYBE_WHOLE,
}
JOINED_PLACE: dict[str, Shape] = {
    "start": WHOLE,
    "end": WHOLE,
    "surface": TEXT,
    "source_start": WHOLE,
    "source_end": WHOLE,
}
"""A place in text and tail as one text."""
REVIEW_STATES = ("submitted", "skipped", "draft", "untouched")
_DATE = Struct({"year": WHOLE, "month": MAYBE_WHOLE, "day": MAYBE_WHOLE}, nullable=True)


def labels_shape(codebook: Codebook, states: tuple[str, ...]) -> Struct:
    """The shape of `annotator.tools.release.labels.labels`."""
    members: dict[str, Shape] = {}
    for field in codebook.clause_fields:
        members[f"{field.id}_state"] = Scalar("string", choices=states)
        members[field.id] = _VALUES[field.kind](field)
    return Struct(members)


def evidence_shape(codebook: Codebook) -> dict[str, Shape]:
    """None where no field can have any: few readers know an object without members."""
    pointed = [field.id for field in codebook.clause_fields if field.kind in EVIDENCED]
    return {"evidence": Struct(dict.fromkeys(pointed, ListOf(Struct(PLACE))))} if pointed else {}


def review_shape(codebook: Codebook) -> dict[str, Shape]:
    """The members of one review, as `annotator.tools.release.reviews` makes them."""
    fields = codebook.clause_fields
    return {
        "reviewer": TEXT,
        "state": Scalar("string", choices=REVIEW_STATES),
        "labels": labels_shape(codebook, STATES),
        **evidence_shape(codebook),
        "suggestion_seen": Struct({field.id: YES for field in fields}),
        "flagged": YES,
        "question": TEXT,
        "note": TEXT,
        "reasons": Struct({field.id: TEXT for field in fields}),
        "submitted_utc": TIME,
        "seconds": MAYBE_REAL,
        "codebook": MAYBE_SHA,
    }


def votes_shape(codebook: Codebook) -> dict[str, Shape]:
    """The shape of `annotator.tools.release.votes`; None where no field has codes."""
    one = Struct({"n_reviews": WHOLE, "none": WHOLE, "votes": ListOf(WHOLE)})
    coded = [field.id for field in codebook.clause_fields if field.kind in CODED]
    return {"votes": Struct(dict.fromkeys(coded, one))} if coded else {}


def attributes_shape(field: Field) -> dict[str, Shape]:
    """What is told of a span of `field`; nothing where it has no attributes."""
    told: dict[str, Shape] = {one.id: _ATTRIBUTES[one.kind](one) for one in field.attributes}
    return {"attributes": Struct(told)} if told else {}


def code_ids(codes: tuple[Code, ...]) -> tuple[str, ...]:
    """The ids of codes, in their order."""
    return tuple(code.id for code in codes)


def _multi(field: Field) -> Shape:
    return ListOf(Scalar("string", choices=code_ids(field.codes)))


def _single(field: Field) -> Shape:
    return Scalar("string", nullable=True, choices=code_ids(field.codes))


def _units(field: Field) -> Shape:
    return ListOf(Struct({"org_id": MAYBE_TEXT, "name": TEXT, "role": ROLE, "stated": YES, **PLACE}))


def _spans(field: Field) -> Shape:
    return ListOf(Struct({**PLACE, **attributes_shape(field)}))


_ATTRIBUTES: dict[AttributeKind, Callable[[Attribute], Shape]] = {
    "text": lambda attribute: MAYBE_TEXT,
    "number": lambda attribute: MAYBE_REAL,
    "date": lambda attribute: _DATE,
    "choice": lambda attribute: Scalar("string", nullable=True, choices=code_ids(attribute.codes)),
}
_VALUES: dict[FieldKind, Callable[[Field], Shape]] = {
    "multi": _multi,
    "single": _single,
    "ordinal": lambda field: MAYBE_WHOLE,
    "entity": _units,
    "span": _spans,
    "date": lambda field: _DATE,
    "text": lambda field: MAYBE_TEXT,
}
