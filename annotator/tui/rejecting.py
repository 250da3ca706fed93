"""What is suggested for the field in focus, to be suggested no more: each item, its words and its name."""

from collections.abc import Mapping
from typing import Any

from annotator.errors import Refused
from annotator.model import spans
from annotator.model.rejection import Scope
from annotator.model.units import choices, same_unit
from annotator.tui.desk import Desk
from annotator.tui.presenting import unit_words, value_words

SCOPES: tuple[Scope, ...] = ("clause", "document", "project")


def rejectable(desk: Desk) -> list[Any]:
    """The item under the cursor, else all that are suggested; raises Refused where none is."""
    under = _under_cursor(desk)
    items = list(desk.suggested) if under is None else [under]
    if not items:
        raise Refused("suggesting.nothing_here")
    return items


def name(item: Any) -> str:
    """By what an item is known to the log: the words of a unit or a span, else its name; a code's id."""
    return str(item["surface"] or item["name"]) if isinstance(item, Mapping) else str(item)


def words(desk: Desk, item: Any) -> str:
    """An item as a reader knows it."""
    return unit_words(item) if desk.field.kind == "entity" else value_words(desk.field, [item])


def _under_cursor(desk: Desk) -> Any:
    field, cursor, suggested = desk.field, desk.cursor, list(desk.suggested)
    if cursor < 0:
        return None
    if field.kind == "entity":
        unit = choices(desk.value, suggested)[cursor]
        return next((one for one in suggested if same_unit(one) == same_unit(unit)), None)
    if field.kind == "span":
        span = spans.choices(desk.value, suggested)[cursor]
        return next((one for one in suggested if one["start"] == span["start"]), None)
    code = field.codes[cursor].id if cursor < len(field.codes) else None
    return code if code in suggested else None
