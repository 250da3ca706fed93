"""Accepting what is suggested, all of it or that of one field; as functions over a Desk."""

from collections.abc import Mapping, Sequence
from functools import partial
from typing import NamedTuple

from annotator.errors import Refused
from annotator.model.codebook import Field, name_of
from annotator.model.value import ASKED, Value, applies, wanting
from annotator.tui.desk import Desk
from annotator.tui.presenting import names_of
from annotator.tui.reading import acceptable


class Offer(NamedTuple):
    """`taken` are the values that would be taken, by field; `missing` the decisions still to make then."""

    taken: Mapping[str, Value]
    missing: Sequence[Field]


def offer(desk: Desk) -> Offer:
    """What `accept` would take, and what it would leave open."""
    taken = acceptable(desk.fields, desk.review.values, desk.suggestions)
    return Offer(taken, wanting(desk.reviewing.codebook, {**desk.review.values, **taken}))


def missing(desk: Desk) -> list[Field]:
    """The fields asked whose decision, or whose word on a suggestion, is still to come."""
    waiting, taken = wanting(desk.reviewing.codebook, desk.review.values), offer(desk).taken
    return [field for field in desk.fields if field in waiting or (field.kind in ASKED and field.id in taken)]


def accept(desk: Desk) -> bool:
    """Take what is suggested for the fields without a value. Submits the clause, and says so,
    where no decision is left then; raises Refused where nothing can be taken and one is left.
    """
    taken, left = offer(desk)
    if not left:
        desk.finish(taken)
        return True
    _take(desk, taken)
    desk.advance()
    if not taken:
        raise Refused("review.still_missing", fields=names_of(left))
    return False


def accept_field(desk: Desk) -> None:
    """Take what is suggested for the field in focus alone; stay there where it can hold more. Raises
    Refused where nothing is suggested, the field has an answer, or does not apply.
    """
    field, values = desk.field, desk.review.values
    taken = acceptable([field], values, desk.suggestions)
    if not taken:
        key = "review.nothing_to_take" if applies(field, values) else "marking.not_applicable"
        raise Refused(key, field=name_of(field))
    _take(desk, taken)
    if field.kind not in ("multi", "entity", "span"):
        desk.advance()


def _take(desk: Desk, values: Mapping[str, Value]) -> None:
    if values:
        put = partial(desk.reviewing.put, origin="suggestion", suggested=list(values))
        desk.act(put, values)
        desk.last_code = None
