"""The shape of the records, told once; JSON Schema and the card's features are drawn from it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Literal

from annotator.model.codebook import Attribute, AttributeKind, Code, Codebook, Field, FieldKind
from annotator.model.cutting import ROLES
from annotator.model.value import EVIDENCED
from annotator.tools.release.verdict import ANSWER_STATES, STATES, STATUSES

SCHEMA_VERSION = "1.0.0"
"""A new optional key raises the second number, anything else the first."""


@dataclass(frozen=True, slots=True)
class Scalar:
    """One value. `choices` are all that it can be; `classes` says that a model learns them."""

    type: Literal["string", "int64", "float64", "bool"]
    nullable: bool = False
    choices: tuple[str, ...] = ()
    pattern: str = ""
    classes: bool = False


@dataclass(frozen=True, slots=True)
class ListOf:
    """Any number of items, never null."""

    item: "Scalar | Struct"


@dataclass(frozen=True, slots=True)
class Struct:
    """An object with exactly these members, in this order."""

    members: "Mapping[str, Shape]"
    nullable: bool = False


Shape = Scalar | ListOf | Struct

TEXT, WHOLE, REAL, YES = Scalar("string"), Scalar("int64"), Scalar("float64"), Scalar("bool")
_MAYBE_TEXT, _MAYBE_WHOLE = Scalar("string", nullable=True), Scalar("int64", nullable=True)
_SHA = Scalar("string", pattern="^[0-9a-f]{64}$")
_CLAUSE, _DOCUMENT = (
    Scalar("string", pattern="^cl-[0-9a-f]{16}$"),
    Scalar("string", pattern="^doc-[0-9a-f]{12}$"),
)
_TIME = Scalar("string", nullable=True, pattern=r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$")
_REVIEW_STATES = ("submitted", "skipped", "draft", "untouched")
_PLACE: dict[str, Shape] = {
    "where": Scalar("string", nullable=True, choices=("text", "tail")),
    "start": _MAYBE_WHOLE,
    "end": _MAYBE_WHOLE,
    "surface": TEXT,
    "source_start": _MAYBE_WHOLE,
    "source_end": _MAYBE_WHOLE,
}


def schema_id(codebook: Codebook) -> str:
    """The name of the canonical record's schema under this codebook."""
    return f"urn:annotator:canonical:{SCHEMA_VERSION}:{codebook.digest[:16]}"


def canonical(codebook: Codebook) -> Struct:
    """The canonical record: everything about a clause."""
    return Struct(
        {
            "schema_version": Scalar("string", choices=(SCHEMA_VERSION,)),
            "id": _CLAUSE,
            "doc_id": _DOCUMENT,
            "seq": WHOLE,
            "title": TEXT,
            "marker": TEXT,
            "path": ListOf(TEXT),
            "text": TEXT,
            "tail": TEXT,
            "text_sha256": _SHA,
            "anchor": Struct({"start": WHOLE, "end": WHOLE}),
            "lead": WHOLE,
            "status": Scalar("string", choices=STATUSES),
            "labels": _labels(codebook, ANSWER_STATES),
            **_evidence(codebook),
            "reviews": ListOf(
                Struct(
                    {
                        "reviewer": TEXT,
                        "state": Scalar("string", choices=_REVIEW_STATES),
                        "labels": _labels(codebook, STATES),
                        **_evidence(codebook),
                        "flagged": YES,
                        "question": TEXT,
                        "note": TEXT,
                        "reasons": Struct({field.id: TEXT for field in codebook.clause_fields}),
                        "submitted_utc": _TIME,
                        "seconds": REAL,
                    }
                )
            ),
            "suggestions": ListOf(
                Struct(
                    {
                        "source": TEXT,
                        "version": TEXT,
                        "labels": _labels(codebook, ("unset", "none", "set")),
                        "scores": Struct(
                            {field.id: Scalar("float64", nullable=True) for field in codebook.clause_fields}
                        ),
                    }
                )
            ),
            "provenance": Struct(
                {
                    "source_sha256": _SHA,
                    "source_name": TEXT,
                    "codebook": _SHA,
                    "schema": Scalar("string", choices=(schema_id(codebook),)),
                }
            ),
        }
    )


def classification(field: Field) -> Struct:
    """One line of the classification view of a coded field."""
    code = Scalar("string", choices=_ids(field.codes), classes=True)
    return Struct(
        {
            "id": _CLAUSE,
            "doc_id": _DOCUMENT,
            "title": TEXT,
            "path": ListOf(TEXT),
            "text": TEXT,
            "labels": ListOf(code),
            "primary": Scalar("string", nullable=True, choices=code.choices, classes=True),
            "status": Scalar("string", choices=STATUSES),
            "n_reviews": WHOLE,
            "votes": ListOf(WHOLE),
        }
    )


def _labels(codebook: Codebook, states: tuple[str, ...]) -> Struct:
    members: dict[str, Shape] = {}
    for field in codebook.clause_fields:
        members[f"{field.id}_state"] = Scalar("string", choices=states)
        members[field.id] = _VALUES[field.kind](field)
    return Struct(members)


def _evidence(codebook: Codebook) -> dict[str, Shape]:
    """None where no field can have any: few readers know an object without members."""
    pointed = [field.id for field in codebook.clause_fields if field.kind in EVIDENCED]
    return {"evidence": Struct(dict.fromkeys(pointed, ListOf(Struct(_PLACE))))} if pointed else {}


def _multi(field: Field) -> Shape:
    return ListOf(Scalar("string", choices=_ids(field.codes)))


def _single(field: Field) -> Shape:
    return Scalar("string", nullable=True, choices=_ids(field.codes))


def _units(field: Field) -> Shape:
    unit = {"org_id": _MAYBE_TEXT, "name": TEXT, "role": Scalar("string", choices=ROLES), "stated": YES}
    return ListOf(Struct({**unit, **_PLACE}))


def _spans(field: Field) -> Shape:
    attributes = Struct({one.id: _ATTRIBUTES[one.kind](one) for one in field.attributes})
    return ListOf(Struct({**_PLACE, "attributes": attributes} if field.attributes else _PLACE))


_DATE = Struct({"year": WHOLE, "month": _MAYBE_WHOLE, "day": _MAYBE_WHOLE}, nullable=True)
_ATTRIBUTES: dict[AttributeKind, Callable[[Attribute], Shape]] = {
    "text": lambda attribute: _MAYBE_TEXT,
    "number": lambda attribute: Scalar("float64", nullable=True),
    "date": lambda attribute: _DATE,
    "choice": lambda attribute: Scalar("string", nullable=True, choices=_ids(attribute.codes)),
}
_VALUES: dict[FieldKind, Callable[[Field], Shape]] = {
    "multi": _multi,
    "single": _single,
    "ordinal": lambda field: _MAYBE_WHOLE,
    "entity": _units,
    "span": _spans,
    "date": lambda field: _DATE,
    "text": lambda field: _MAYBE_TEXT,
}


def _ids(codes: tuple[Code, ...]) -> tuple[str, ...]:
    return tuple(code.id for code in codes)
