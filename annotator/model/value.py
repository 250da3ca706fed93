"""The value of a field and its four states.

A stored value is the field's whole value, always a list: of code ids (`single`, `multi`, `ordinal`),
of units (`entity`), of spans, of one date or one text. The encodings of the states:

    unset   null      nobody has said anything, or it was taken back
    none    []        looked at: nothing applies (文中未写明)
    set     [x, …]    the first is the primary one
    n/a     null      the codebook's rule makes the field not apply; derived, never stored
"""

from collections.abc import Mapping, Sequence
from typing import Any, Literal

from annotator.model.codebook import CODED, Attribute, Codebook, Field, FieldKind
from annotator.model.units import NOWHERE

State = Literal["unset", "none", "set", "n/a"]
Value = Sequence[Any] | None


def applies(field: Field, values: Mapping[str, Value]) -> bool:
    """Whether the codebook's rule lets `field` apply, given the values of the other fields.

    A rule about a field without a code (unset or none) leaves the question open, and an open
    question applies: a reviewer may answer fields in any order, or one alone.
    """
    for other, allowed in field.applies_to:
        given = values.get(other)
        if given and not any(within(item, allowed) for item in given):
            return False
    return True


def within(code_id: str, allowed: Sequence[str]) -> bool:
    """Whether a code is one of `allowed` or nested in one of them."""
    return any(code_id == one or code_id.startswith(one + ".") for one in allowed)


def state_of(field: Field, values: Mapping[str, Value]) -> State:
    """The state of `field` among the values of one reviewer for one clause."""
    if not applies(field, values):
        return "n/a"
    value = values.get(field.id)
    if value is None:
        return "unset"
    return "set" if value else "none"


ASKED: tuple[FieldKind, ...] = (*CODED, "entity", "date", "text")
"""The kinds of field that the screens ask: what nobody was asked, nobody has found empty."""


def unanswered(codebook: Codebook, values: Mapping[str, Value]) -> list[Field]:
    """The fields asked that apply and have no value, not even `none`, in the order of work."""
    return [
        field
        for field in codebook.clause_fields
        if field.kind in ASKED and values.get(field.id) is None and applies(field, values)
    ]


def wanting(codebook: Codebook, values: Mapping[str, Value]) -> list[Field]:
    """Those of them that are answered by a code: the next decisions to make."""
    return [field for field in unanswered(codebook, values) if field.kind in CODED]


def changed_by(
    codebook: Codebook, values: Mapping[str, Value], given: Mapping[str, Value], *, over: bool
) -> list[Field]:
    """The fields whose answer `given` would change where it applies: the open ones, or (`over`) all."""
    taken = {name: value for name, value in given.items() if over or values.get(name) is None}
    after = {**values, **taken}
    return [
        field
        for field in codebook.clause_fields
        if field.id in taken and values.get(field.id) != taken[field.id] and applies(field, after)
    ]


EVIDENCED: tuple[FieldKind, ...] = (*CODED, "date", "text")
"""The kinds of field whose answer has no place of its own: evidence for it is marked beside it."""


def holds(attribute: Attribute, value: object) -> bool:
    """Whether a stored value can be one of a span's attribute; None says that nothing is told."""
    if value is None:
        return True
    if attribute.kind == "number":
        return isinstance(value, (int, float)) and not isinstance(value, bool)
    if attribute.kind == "choice":
        return any(value == code.id for code in attribute.codes)
    return isinstance(value, str)


def told(field: Field, found: Mapping[str, Any]) -> dict[str, Any]:
    """The attributes of a span of `field`, as far as what was found can be theirs; the rest is None."""
    return {one.id: found.get(one.id) if holds(one, found.get(one.id)) else None for one in field.attributes}


def remarks(field: Field, span: Mapping[str, Any]) -> list[str]:
    """What the attributes of a span say in words and dates beyond its own words: what is counted, by when."""
    found = (str(span.get(one.id) or "") for one in field.attributes if one.kind in ("text", "date"))
    return [words for words in found if words and words not in span["surface"]]


def fits(field: Field, value: Value) -> bool:
    """Whether a stored value can be one of `field`: under an older codebook the same name may have
    stood for a field of another kind.
    """
    items = value or ()
    if field.kind == "entity":
        return all(isinstance(item, Mapping) for item in items)
    if field.kind == "span":
        return all(
            isinstance(item, Mapping) and all(holds(one, item.get(one.id)) for one in field.attributes)
            for item in items
        )
    if field.kind in CODED:
        return all(any(item == code.id for code in field.codes) for item in items)
    return all(isinstance(item, str) for item in items)


def fitting(fields: Sequence[Field], values: Mapping[str, Value]) -> dict[str, Value]:
    """What of the stored values the codebook in force can read. A field whose value has left it counts as one
    without a value, wherever that is asked.
    """
    return {
        field.id: values[field.id] for field in fields if field.id in values and fits(field, values[field.id])
    }


def detached(fields: Sequence[Field], values: Mapping[str, Value]) -> dict[str, list[Any]]:
    """The values that another clause can have as well: units lose their place in this one's text, and
    spans, which are such places, stay behind.
    """
    return {
        field.id: [{**item, **NOWHERE} if field.kind == "entity" else item for item in value]
        for field in fields
        if field.kind != "span" and (value := values.get(field.id)) is not None
    }
