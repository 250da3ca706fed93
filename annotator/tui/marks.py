"""The marks of the field in focus: which there are, what may be one, and how one is put or taken away.

A span is a mark itself, a unit has one where the text states it; for any other answer a mark is evidence.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from annotator.errors import Refused
from annotator.model.codebook import name_of
from annotator.model.units import NOWHERE, choices, same_unit
from annotator.model.value import EVIDENCED, applies
from annotator.tui.desk import Desk
from annotator.tui.page import Page, Span

Item = Mapping[str, Any]
Act = Callable[[], Item]


def marked(desk: Desk, page: Page) -> list[tuple[Span, Item]]:
    """The marks that are stored, where they stand, in the order of the text."""
    found = [(span, item) for item in _items(desk) if (span := page.shown(item))]
    return sorted(found, key=lambda pair: pair[0])


def _items(desk: Desk) -> Sequence[Item]:
    if desk.field.kind in EVIDENCED:
        return desk.review.evidence.get(desk.field.id) or ()
    return desk.value


def offered(desk: Desk, page: Page, names: Sequence[Span], *, every: bool = False) -> list[Span]:
    """What may be marked and is not, in the order of the text: quantities for a field of spans, with all
    other numbers where there is none or `every` one is wanted; the units suggested and `names` for one of
    units.
    """
    if desk.field.kind in EVIDENCED:
        return []
    suggested = [span for item in desk.suggested if (span := page.shown(item))]
    taken = [span for span, _ in marked(desk, page)]
    if desk.field.kind == "span":
        likely = _apart([*suggested, *page.quantities], taken)
        more = _apart(page.numbers, [*taken, *likely]) if every or not likely else []
        return sorted([*likely, *more])
    return _apart([*suggested, *names], taken)


def _apart(spans: Sequence[Span], taken: Sequence[Span]) -> list[Span]:
    """The spans that meet none of those taken and none before, in the order of the text."""
    found: list[Span] = []
    for span in spans:
        if not any(meet(span, other) for other in (*taken, *found)):
            found.append(span)
    return sorted(found)


def require(desk: Desk) -> None:
    """Raises Refused where the field in focus does not apply, or the clause is empty."""
    if not applies(desk.field, desk.review.values):
        raise Refused("marking.not_applicable", field=name_of(desk.field))
    if not desk.clause.text:
        raise Refused("marking.no_text")


def put(desk: Desk, page: Page, span: Span) -> Item:
    """Mark a range: a new span, with what the text tells of it, or evidence. Returns what was stored."""
    require(desk)
    marking, at = page.marking(span[0])
    start, end = span[0] - at, span[1] - at
    field = desk.field
    item = marking.span(field, start, end) if field.kind == "span" else marking.evidence(start, end)
    if item is None:
        raise Refused("marking.no_place")
    if any(_same_place(item, one) for one in _items(desk)):
        raise Refused("marking.there", words=item["surface"])
    items = sorted([*_items(desk), item], key=_place)
    if field.kind == "span":
        desk.put(items)
    else:
        desk.act(desk.reviewing.mark, field, items)
    return item


def unit_of(desk: Desk, page: Page, span: Span) -> Item | None:
    """The unit that a mark there is for: the one under the cursor, else the one suggested or chosen there."""
    if desk.field.kind != "entity":
        return None
    units = choices(desk.value, desk.suggested)
    if 0 <= desk.cursor < len(units):
        return units[desk.cursor]
    return next((unit for unit in units if page.shown(unit) == span), None)


def put_unit(desk: Desk, page: Page, unit: Item, span: Span) -> Item:
    """Store a unit as one that the text states there, in the place of the same one before."""
    require(desk)
    marking, at = page.marking(span[0])
    stated = marking.unit(unit, span[0] - at, span[1] - at)
    if stated is None:
        raise Refused("marking.no_place")
    known = [same_unit(one) for one in desk.value]
    if same_unit(unit) in known:
        desk.put([stated if same_unit(one) == same_unit(unit) else one for one in desk.value])
    else:
        desk.put([*desk.value, stated])
    desk.cursor = -1
    return stated


def change(desk: Desk, before: Item, after: Item) -> None:
    """Store a span with other attributes."""
    if before != after:
        desk.put([after if one == before else one for one in desk.value])


def remove(desk: Desk, item: Item) -> None:
    """Take a mark away; a unit stays, as one that the text does not state."""
    if desk.field.kind == "entity":
        free = {**item, **NOWHERE}
        desk.put([free if one == item else one for one in desk.value])
        return
    left = [one for one in _items(desk) if one != item]
    if desk.field.kind == "span":
        desk.put(left or None)
    else:
        desk.act(desk.reviewing.mark, desk.field, left or None)


def meet(one: Span, other: Span) -> bool:
    """Whether two ranges have a character in common."""
    return one[0] < other[1] and other[0] < one[1]


def _same_place(one: Item, other: Item) -> bool:
    return _place(one) == _place(other)


def _place(item: Item) -> tuple[int, int]:
    return item["start"], item["end"]
