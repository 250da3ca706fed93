"""What a reviewer does not want to see suggested again: an item of a field, for a clause, a document or
the whole project.

An event names it in its field as "<codebook field>:<item>". An item is a code's id, or the words or the
organisation of a unit, so that a place that is no unit is told from the authority that sits there.
"""

from collections.abc import Collection, Mapping
from typing import Any, Literal, NamedTuple

Scope = Literal["clause", "document", "project"]
EVERYWHERE = "project"
"""The subject of what is said of the project as a whole."""

_NAMES = ("org_id", "name", "surface")


class Rejection(NamedTuple):
    """`subject` is a clause, a document or EVERYWHERE; `at` is UTC milliseconds."""

    subject: str
    field: str
    item: str
    at: int


def event_field(field_id: str, item: str) -> str:
    """How an event names a rejected item."""
    return f"{field_id}:{item}"


def of_event(name: str) -> tuple[str, str]:
    """(field id, item) from an event's name of them."""
    field_id, _, item = name.partition(":")
    return field_id, item


def left(value: tuple[Any, ...], items: Collection[str]) -> tuple[Any, ...]:
    """A suggested value without what `items` name."""
    return tuple(one for one in value if not any(name in items for name in names(one)))


def names(item: Any) -> list[str]:
    """By what an item of a value can be rejected."""
    if isinstance(item, Mapping):
        return [name for key in _NAMES if (name := item.get(key))]
    return [str(item)]
