"""The places that a record points at: which they are, and whether they say what stands there."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from annotator.tools.release.shape import ListOf, Shape, Struct

Pointed = tuple[str, Mapping[str, Any]]
"""Where in the record a place is told, and the object that tells it."""
_Find = Callable[[Any, str], Iterator[Pointed]]


def pointer(shape: Shape) -> Callable[[Any], Iterator[Pointed]]:
    """What finds every place in a record of a shape."""
    find = _finder(shape)
    return lambda record: find(record, "") if find else iter(())


def cuts(record: Mapping[str, Any], place: Mapping[str, Any]) -> bool:
    """Whether a place cuts its surface from the text, or the tail, of its record. One that is in neither is
    nowhere; a record without texts is trusted.
    """
    start, end = place["start"], place["end"]
    where = place.get("where", "text")
    if start is None or end is None or where is None:
        return start is None and end is None and place.get("where") is None
    text = record.get(where)
    if text is None:
        return True
    return 0 <= start < end <= len(text) and bool(text[start:end] == place["surface"])


def _finder(shape: Shape) -> _Find | None:
    """None where there are no places in it."""
    if isinstance(shape, ListOf):
        return _in_list(inside) if (inside := _finder(shape.item)) else None
    if not isinstance(shape, Struct):
        return None
    own = {"start", "end", "surface"} <= shape.members.keys()
    members = [(name, find) for name, member in shape.members.items() if (find := _finder(member))]
    return _in_struct(members, own=own) if own or members else None


def _in_list(inside: _Find) -> _Find:
    def find(value: Any, at: str) -> Iterator[Pointed]:
        for number, one in enumerate(value):
            yield from inside(one, f"{at}[{number}]")

    return find


def _in_struct(members: list[tuple[str, _Find]], *, own: bool) -> _Find:
    def find(value: Any, at: str) -> Iterator[Pointed]:
        if value is None:
            return
        if own:
            yield at or "start", value
        for name, inside in members:
            yield from inside(value[name], f"{at}.{name}" if at else name)

    return find
