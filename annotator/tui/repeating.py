"""Answering as on the clause worked on before, with its units at the words that name them here."""

from collections.abc import Mapping
from functools import partial
from typing import Any

from annotator.model.value import Value, detached
from annotator.store import reviews
from annotator.tui.desk import Desk
from annotator.tui.mentions import Mentions


def repeat(desk: Desk) -> None:
    """Answer what is open as on the clause worked on before; raises Refused where that gives nothing."""
    me, here = desk.reviewing.reviewer, desk.clause.clause_id
    before = reviews.last_task(desk.project, me, besides=here)
    said = desk.reviewing.in_pass(before.pass_no).review(before.clause_id) if before else None
    given = _carried(desk, said.values) if said else {}
    desk.act(partial(desk.reviewing.repeat, suggested=list(desk.suggestions)), given)
    desk.advance()


def _carried(desk: Desk, values: Mapping[str, Value]) -> dict[str, list[Any]]:
    """The values of another clause as this one can have them."""
    given = detached(desk.fields, values)
    mentions = Mentions(desk.project, desk.document, desk.clause, desk.additions)
    for field in desk.fields:
        if field.kind == "entity" and given.get(field.id):
            given[field.id] = [dict(unit) for unit in mentions.anchored(given[field.id])]
    return given
