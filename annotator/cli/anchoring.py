"""`annotator suggest --report`: whether suggestions draw labels to themselves."""

from collections.abc import Sequence
from typing import Any

from annotator.cli.options import show, show_json, table
from annotator.flows.anchoring import Anchoring, Share
from annotator.model.codebook import name_of
from annotator.words import say

_COLUMNS = ("field", "reviewer", "shown", "held", "difference")
_NOTHING = "—"


def report_anchoring(found: Sequence[Anchoring], as_json: bool) -> None:
    """A line for each field, for everyone and for each reviewer."""
    if as_json:
        show_json({"fields": [_record(one) for one in found]})
        return
    table([[say(f"suggesting.column_{name}") for name in _COLUMNS], *map(_row, found)])
    show(say("suggesting.report_foot"))


def _row(one: Anchoring) -> list[str]:
    name, points = name_of(one.field), one.difference
    return [
        say("audit.field", name=name, part=say(f"audit.{one.part}")) if one.part else name,
        one.reviewer or say("suggesting.everyone"),
        _figure(one.shown),
        _figure(one.held),
        _NOTHING if points is None else say("suggesting.points", points=f"{points * 100:+.0f}"),
    ]


def _figure(one: Share) -> str:
    if one.share is None:
        return _NOTHING
    return say("suggesting.share", same=one.same, n=one.n, percent=f"{one.share:.0%}")


def _record(one: Anchoring) -> dict[str, Any]:
    """One line for programs, at full precision; null is what no label tells, or everyone together."""
    return {
        "field": one.field.id,
        "part": one.part,
        "reviewer": one.reviewer or None,
        "shown": {**one.shown._asdict(), "share": one.shown.share},
        "held": {**one.held._asdict(), "share": one.held.share},
        "difference": one.difference,
    }
