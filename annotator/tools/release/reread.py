"""Labels of a record as the answers that they were made from: the way back of `tools/release/labels.py`."""

from collections.abc import Mapping
from typing import Any

from annotator.model.answer import Answer
from annotator.model.codebook import Field


def answer(field: Field, labels: Mapping[str, Any]) -> Answer:
    """The answer on a field; unset where the record knows no such field."""
    state, value = labels.get(f"{field.id}_state", "unset"), labels.get(field.id)
    if state != "set":
        return Answer(state)
    return Answer(state, [_item(field, one) for one in (value if isinstance(value, list) else [value])])


def _item(field: Field, item: Any) -> Any:
    if field.kind == "ordinal":
        return next((code.id for code in field.codes if code.value == item), str(item))
    if field.kind == "date":
        return _date(item)
    if field.kind not in ("entity", "span"):
        return item
    place = {"surface": item["surface"], "start": item["source_start"], "end": item["source_end"]}
    if field.kind == "entity":
        return {**{name: item[name] for name in ("org_id", "name", "role", "stated")}, **place}
    told = {name: value for name, value in item.get("attributes", {}).items() if value is not None}
    return {**place, **{name: _date(one) if isinstance(one, dict) else one for name, one in told.items()}}


def _date(parts: Mapping[str, int | None]) -> str:
    numbers = [f"{parts['year']:04}", *(f"{n:02}" for name in ("month", "day") if (n := parts[name]))]
    return "-".join(numbers)
