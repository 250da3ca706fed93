"""What was said of a clause that is cut otherwise now, and what of it a clause of today can take over."""

from collections.abc import Iterator, Mapping
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


def answers(codebook: Codebook, review: Review, former: Review, bounds: tuple[int, int]) -> dict[str, Value]:
    """The answers of `former` to fields that are open in `review` and apply, where the codebook has them.

    Units and passages outside the source range `bounds` stay behind; where none is left, so does the field.
    """
    given: dict[str, Value] = {}
    for field in codebook.clause_fields:
        value = former.values.get(field.id)
        inside = [item for item in value or () if _within(item, bounds)]
        if value is not None and fits(field, value) and (inside or not value):
            given[field.id] = inside
    return {field.id: given[field.id] for field in changed_by(codebook, review.values, given, over=False)}


def remarks(clause_id: str, review: Review, former: Review, seen: str) -> Iterator[Change]:
    """The flag, the note and the reasons of `former` where `review` has none. A question stays where it was
    asked.
    """
    if former.flagged and not review.flagged:
        yield Change("flag", clause_id, value=True, seen=seen)
    mine = {"": review.note, **review.reasons}
    for field, text in {"": former.note, **former.reasons}.items():
        if text and not mine.get(field):
            yield Change("note", clause_id, field, text, seen=seen)


def _within(item: Any, bounds: tuple[int, int]) -> bool:
    if not isinstance(item, Mapping) or item.get("start") is None:
        return True
    return bool(bounds[0] <= item["start"] and item["end"] <= bounds[1])
