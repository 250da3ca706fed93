"""JSON Schema (draft 2020-12) of a record."""

from collections.abc import Iterator, Mapping
from typing import Any

from annotator.tools.release.shape import ListOf, Scalar, ScalarType, Shape, Struct

_TYPES: dict[ScalarType, str] = {
    "string": "string",
    "int64": "integer",
    "float64": "number",
    "bool": "boolean",
}
_SCALARS = {name: kind for kind, name in _TYPES.items()}


def json_schema(struct: Struct, name: str, title: str) -> dict[str, Any]:
    """The schema of a record; `name` is its $id. A field that is not `set` has the empty value."""
    draft = "https://json-schema.org/draft/2020-12/schema"
    return {"$schema": draft, "$id": name, "title": title, **_schema(struct)}


def shape_of(schema: Mapping[str, Any]) -> Shape:
    """The shape that such a schema was made of, but for what a model learns of it. Raises LookupError and
    TypeError for another schema.
    """
    kinds = [schema["type"]] if isinstance(schema["type"], str) else schema["type"]
    nullable = "null" in kinds
    if kinds[0] == "array":
        item = shape_of(schema["items"])
        if isinstance(item, ListOf):  # no shape has lists of lists
            raise TypeError
        return ListOf(item)
    if kinds[0] == "object":
        return Struct({name: shape_of(schema["properties"][name]) for name in schema["required"]}, nullable)
    choices = tuple(one for one in schema.get("enum", ()) if one is not None)
    return Scalar(_SCALARS[kinds[0]], nullable, choices, schema.get("pattern", ""))


def _schema(shape: Shape) -> dict[str, Any]:
    if isinstance(shape, ListOf):
        return {"type": "array", "items": _schema(shape.item)}
    if isinstance(shape, Scalar):
        return _scalar(shape)
    schema: dict[str, Any] = {
        "type": ["object", "null"] if shape.nullable else "object",
        "additionalProperties": False,
        "required": list(shape.members),
        "properties": {name: _schema(member) for name, member in shape.members.items()},
    }
    rules = list(_states(shape.members))
    return {**schema, "allOf": rules} if rules else schema


def _scalar(scalar: Scalar) -> dict[str, Any]:
    kind = _TYPES[scalar.type]
    schema: dict[str, Any] = {"type": [kind, "null"] if scalar.nullable else kind}
    if scalar.choices:
        schema["enum"] = [*scalar.choices, None] if scalar.nullable else list(scalar.choices)
    if scalar.pattern:
        schema["pattern"] = scalar.pattern
    return schema


def _states(members: Mapping[str, Shape]) -> Iterator[dict[str, Any]]:
    """That F has a value exactly where F_state is `set`."""
    for name, shape in members.items():
        if (state := f"{name}_state") in members:
            filled = {"minItems": 1} if isinstance(shape, ListOf) else {"not": {"type": "null"}}
            empty = {"maxItems": 0} if isinstance(shape, ListOf) else {"type": "null"}
            yield {
                "if": {"properties": {state: {"const": "set"}}},
                "then": {"properties": {name: filled}},
                "else": {"properties": {name: empty}},
            }
