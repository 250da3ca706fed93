"""Whether two answers to a field are the same answer."""

from annotator.model.codebook import Field
from annotator.model.value import Value


def same(field: Field, one: Value, other: Value) -> bool:
    """As sets; of several codes the first, too. Nothing said and nothing found are the same here: a field
    that does not apply for one may be empty for another. Units are compared by organisation and role, marked
    words by their place.
    """
    if field.kind == "multi" and (one or [])[:1] != (other or [])[:1]:
        return False
    return _as_set(field, one) == _as_set(field, other)


def _as_set(field: Field, value: Value) -> set[object]:
    if field.kind == "entity":
        return {(unit["org_id"] or unit["name"], unit["role"]) for unit in value or ()}
    if field.kind == "span":
        return {(span["start"], span["end"]) for span in value or ()}
    return set(value or ())
