"""What was said of a clause that is cut otherwise now, and what of it a clause of today can take over."""

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from annotator.model.codebook import Codebook
from annotator.model.event import Change
from annotator.model.review import Review
from annotator.model.value import Value, changed_by, fits


class Former(NamedTuple):
    """One reviewer's review of a clause that is not in force. `marker` and `text` are those of that clause;
    `share` says how much it is the one asked about: the code points that both have, of those that either has.
    """

    clause_id: str
    marker: str
    text: str
    share: float
    review: Review


NEAR = 0.9
"""The share from which a former clause is as good as the clause of today."""


class Piece(NamedTuple):
    """A clause of some cutting."""

    clause_id: str
    start: int
    end: int
    marker: str
    text: str


def share(one: Piece, other: Piece) -> float:
    """How much two clauses of a source are the same, as Former has it."""
    common = min(one.end, other.end) - max(one.start, other.start)
    return max(common, 0) / (max(one.end, other.end) - min(one.start, other.start))


def near(one: Piece, other: Piece) -> bool:
    """Whether two clauses are as good as the same: most of what either has, or the same words where they
    overlap.
    """
    common = share(one, other)
    return common >= NEAR or (common > 0 and one.text == other.text)


def nearest(now: Sequence[Piece], formers: Sequence[Piece]) -> Iterator[tuple[Piece, Piece]]:
    """The clauses of today with the former clause that is as good as the same, where there is exactly one.
    Those of `now` are in order and do not overlap; those of `formers` may.
    """
    ends = [one.end for one in now]
    found: dict[int, list[Piece]] = {}
    for one in formers:
        number = bisect_left(ends, one.start + 1)
        while number < len(now) and now[number].start < one.end:
            if near(now[number], one):
                found.setdefault(number, []).append(one)
            number += 1
    yield from ((now[number], ones[0]) for number, ones in sorted(found.items()) if len(ones) == 1)


def inside(value: Value, bounds: tuple[int, int]) -> list[Any]:
    """The items of a value but for units and passages outside a source range."""
    return [item for item in value or () if _within(item, bounds)]


def answers(codebook: Codebook, review: Review, former: Review, bounds: tuple[int, int]) -> dict[str, Value]:
    """The answers of `former` to fields that are open in `review` and apply, where the codebook has them.

    Units and passages outside the source range `bounds` stay behind; where none is left, so does the field.
    """
    given: dict[str, Value] = {}
    for field in codebook.clause_fields:
        value = former.values.get(field.id)
        items = inside(value, bounds)
        if value is not None and fits(field, value) and (items or not value):
            given[field.id] = items
    return {field.id: given[field.id] for field in changed_by(codebook, review.values, given, over=False)}


def remarks(
    clause_id: str, review: Review, former: Review, bounds: tuple[int, int], seen: str = ""
) -> Iterator[Change]:
    """The flag, the note, the reasons and the evidence within the source range `bounds` of `former`, where
    `review` has none. A question stays where it was asked.
    """
    if former.flagged and not review.flagged:
        yield Change("flag", clause_id, value=True, seen=seen)
    mine = {"": review.note, **review.reasons}
    for field, text in {"": former.note, **former.reasons}.items():
        if text and not mine.get(field):
            yield Change("note", clause_id, field, text, seen=seen)
    for field, places in former.evidence.items():
        if (marked := inside(places, bounds)) and not review.evidence.get(field):
            yield Change("evidence", clause_id, field, marked, seen=seen)


def _within(item: Any, bounds: tuple[int, int]) -> bool:
    if not isinstance(item, Mapping) or item.get("start") is None:
        return True
    return bool(bounds[0] <= item["start"] and item["end"] <= bounds[1])
