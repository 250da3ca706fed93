"""What was said of the clause on the desk before it was cut as it is now."""

from collections.abc import Sequence
from typing import Any

from annotator.errors import Refused
from annotator.model.codebook import Field, name_of
from annotator.model.former import Former, answers
from annotator.store.former import former
from annotator.tui.desk import Desk
from annotator.tui.keys import key_words, keys_of
from annotator.tui.presenting import value_words
from annotator.words import say
from annotator.words.plain import plain


def offered(desk: Desk) -> Former | None:
    """The last review of a former clause of which this one can take anything over, in the first pass."""
    if desk.reviewing.pass_no > 1:
        return None
    found = former(desk.project, desk.document, desk.clause, desk.reviewing.reviewer)
    return next((one for one in found if _given(desk, one)), None)


def offer(desk: Desk) -> str:
    """That in a line, with the key that takes it over; empty where there is none."""
    labels = labels_offered(desk)
    pressed = key_words(keys_of("carry")[0])
    return plain(say("cutting.former", labels=labels, pressed=pressed)) if labels else ""


def labels_offered(desk: Desk) -> str:
    """What it would take over, in words; empty where there is nothing."""
    one = offered(desk)
    if one is None:
        return ""
    parts = [
        say(
            "cutting.former_value",
            field=name_of(field),
            value=value_words(field, value) or say("review.none"),
        )
        for field, value in _given(desk, one)
    ]
    return say("review.pause").join(parts)


def carry(desk: Desk) -> None:
    """Take it over. Raises Refused where there is nothing."""
    former_clause = offered(desk)
    if former_clause is None:
        raise Refused("cutting.nothing_former")
    desk.act(desk.reviewing.carry, former_clause)


def carry_all(desk: Desk) -> str:
    """Take over all that is nearly the same in the document, at once; how much that was. Raises Refused where
    there is nothing.
    """
    done = desk.reviewing.carry_all([desk.document], seconds=desk.seconds())
    if not done.clauses:
        raise Refused("recutting.nothing")
    desk.elsewhere += 1
    desk.open(desk.document, desk.clause.ord, desk.reviewing.pass_no)
    if desk.queue:
        desk.queue.recount(desk.project, desk.reviewing.reviewer)
    return say("recutting.carried", **done._asdict())


def _given(desk: Desk, one: Former) -> list[tuple[Field, Sequence[Any]]]:
    """What the clause would take over."""
    bounds = desk.clause.start, desk.clause.end
    given = answers(desk.reviewing.codebook, desk.review, one.review, bounds)
    return [(field, given[field.id] or ()) for field in desk.fields if field.id in given]
