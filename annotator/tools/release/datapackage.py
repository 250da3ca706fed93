"""The description of a folder as a Frictionless data package: its files, their columns and hashes."""

from collections.abc import Sequence
from typing import Any, NamedTuple

from annotator.tools.release.shape import ListOf, Scalar, Shape, Struct

_TYPES = {"string": "string", "int64": "integer", "float64": "number", "bool": "boolean"}


class Resource(NamedTuple):
    """A file of lines: its name, its path in the folder, its size and SHA-256, and what a line holds. `key`
    names the column that tells lines apart, if there is one.
    """

    name: str
    path: str
    bytes: int
    sha256: str
    shape: Struct
    key: str = ""


def datapackage(name: str, title: str, resources: Sequence[Resource]) -> dict[str, Any]:
    """The descriptor of all resources."""
    return {
        "profile": "data-package",
        "name": name,
        "title": title,
        "resources": [_resource(one) for one in resources],
    }


def _resource(one: Resource) -> dict[str, Any]:
    fields = [{"name": name, **_field(shape)} for name, shape in one.shape.members.items()]
    packed = {"compression": "gz"} if one.path.endswith(".gz") else {}
    schema: dict[str, Any] = {"fields": fields}
    if one.key:
        schema["primaryKey"] = [one.key]
    return {
        "name": one.name,
        "type": "table",
        "path": one.path,
        "scheme": "file",
        "format": "jsonl",
        "mediatype": "application/jsonl",
        "encoding": "utf-8",
        **packed,
        "bytes": one.bytes,
        "hash": f"sha256:{one.sha256}",
        "schema": schema,
    }


def _field(shape: Shape) -> dict[str, Any]:
    if isinstance(shape, ListOf):
        return {"type": "array"}
    if isinstance(shape, Struct):
        return {"type": "object"}
    constraints: dict[str, Any] = {} if shape.nullable else {"required": _filled(shape)}
    if shape.choices:
        constraints["enum"] = list(shape.choices)
    return {"type": _TYPES[shape.type], **({"constraints": constraints} if constraints else {})}


def _filled(shape: Scalar) -> bool:
    """Whether the value is never an empty text, which this format takes for none."""
    return bool(shape.choices or shape.pattern) or shape.type != "string"
