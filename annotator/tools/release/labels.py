"""Labels as they stand in a record: for each field its state and a value typed by its kind."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from annotator.model.answer import Answer
from annotator.model.codebook import AttributeKind, Field, FieldKind
from annotator.model.place import Places

LISTS: tuple[FieldKind, ...] = ("multi", "entity", "span")
"""Kinds whose value is a list, empty where there is none; the others have one value or null."""


def labels(fields: Sequence[Field], answers: Mapping[str, Answer], places: Places) -> dict[str, Any]:
    """{"F_state": …, "F": …} for every field F, in the order of the codebook."""
    found: dict[str, Any] = {}
    for field in fields:
        answer = answers[field.id]
        found[f"{field.id}_state"] = answer.state
        items = [_ITEM[field.kind](field, item, places) for item in answer.value]
        found[field.id] = items if field.kind in LISTS else (items[0] if items else None)
    return found


def _as_it_is(field: Field, item: Any, places: Places) -> Any:
    return item


def _level(field: Field, item: Any, places: Places) -> int:
    return next(code.value for code in field.codes if code.id == item)


def _unit(field: Field, item: Any, places: Places) -> dict[str, Any]:
    return {
        "org_id": item["org_id"],
        "name": item["name"],
        "role": item["role"],
        "stated": item["stated"],
        **pointed(item, places),
    }


def _span(field: Field, item: Any, places: Places) -> dict[str, Any]:
    span = pointed(item, places)
    if field.attributes:
        told = ((one, item.get(one.id)) for one in field.attributes)
        span["attributes"] = {
            one.id: None if value is None else _ATTRIBUTE[one.kind](value) for one, value in told
        }
    return span


def pointed(item: Any, places: Places) -> dict[str, Any]:
    """Where the text says so. A range outside text and tail keeps its surface and source range."""
    start, end = item["start"], item["end"]
    place = None if start is None else places.find(start, end)
    if place:
        return place._asdict()
    return {
        "where": None, "start": None, "end": None, "surface": item["surface"],
        "source_start": start, "source_end": end,
    }  # fmt: skip


def _day(field: Field, item: Any, places: Places) -> dict[str, int | None]:
    return _date(item)


def _date(item: str) -> dict[str, int | None]:
    """A date in its parts: readers that guess at types make a time of a text such as 2027-06-30."""
    year, month, day = (*map(int, item.split("-")), None, None)[:3]
    return {"year": year, "month": month, "day": day}


_ATTRIBUTE: dict[AttributeKind, Callable[[Any], Any]] = {
    "text": str,
    "number": float,
    "date": _date,
    "choice": str,
}
_ITEM: dict[FieldKind, Callable[[Field, Any, Places], Any]] = {
    "single": _as_it_is,
    "multi": _as_it_is,
    "ordinal": _level,
    "entity": _unit,
    "span": _span,
    "date": _day,
    "text": _as_it_is,
}
