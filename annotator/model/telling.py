"""An event in words: what it speaks of, and what it says of it."""

from collections.abc import Sequence
from typing import Any

from annotator.model.codebook import Codebook, Field, name_of
from annotator.model.event import EVENT_KINDS, Change, Event
from annotator.model.label_unit import UNITS
from annotator.model.metadata import FIELDS, shown
from annotator.model.recutting import Recut
from annotator.model.rejection import of_event
from annotator.words import say

FINISHED = ("submitted", "skipped")


def act(changes: Sequence[Event | Change], codebook: Codebook) -> str:
    """What an act did, told by what weighs most: whether a clause was finished or skipped, and with how many
    labels; else a value.
    """
    if changes[0].layer == "gold":
        return _decision(changes, codebook)
    first = next((one for one in changes if one.kind == "submit" and one.value in FINISHED), changes[0])
    if first.kind == "submit":
        what, count = value(first, codebook), sum(one.kind == "label" for one in changes)
        key = "telling.with_labels" if count > 1 else "telling.with_label"
        return say(key, what=what, count=count) if count else what
    what = say("telling.said", about=about(first, codebook), value=value(first, codebook))
    others = {(one.kind, one.field) for one in changes}
    return say("telling.and_more", what=what, count=len(others)) if len(others) > 1 else what


def _decision(changes: Sequence[Event | Change], codebook: Codebook) -> str:
    """What an act decided: the values given, one or how many; a discard."""
    labels = [one for one in changes if one.kind == "label"]
    if not labels:
        return value(changes[0], codebook)
    what = say("telling.said", about=about(labels[0], codebook), value=value(labels[0], codebook))
    what = say("telling.and_more", what=what, count=len(labels)) if len(labels) > 1 else what
    return say("telling.decided", what=what)


def about(event: Event | Change, codebook: Codebook) -> str:
    """What an event speaks of: a field by its name, else its kind; a newer program's kind as it is."""
    if event.kind == "reject":
        return _rejected(event.field, codebook)
    if field := codebook.field(event.field):
        name, kind = name_of(field), event.kind
        return name if kind == "label" else say("telling.about", field=name, kind=say(f"kinds.{kind}"))
    if event.kind in ("person", "unit", "setting"):
        return say("kinds.alias" if event.field == "alias" else f"kinds.{event.kind}")
    if event.kind in ("assignment", "return", "heard", "reply"):
        return say("telling.about", field=event.field, kind=say(f"kinds.{event.kind}"))
    if event.kind == "metadata" and event.field in (*FIELDS, "places", "found"):
        return say(f"metadata.{event.field}")
    return event.field or (say(f"kinds.{event.kind}") if event.kind in EVENT_KINDS else event.kind)


def cut(found: Recut | None) -> str:
    """What a cutting did, and to which clause, or to how many; the first one of a document did nothing."""
    if found is None:
        return say("kinds.cut")
    if found.kind == "anew":
        return say("telling.in_clauses", what=say("telling.anew"), count=found.clauses)
    return say("telling.in_clause", what=say(f"telling.{found.kind}"), number=found.ord + 1)


def _rejected(rejected: str, codebook: Codebook) -> str:
    field_id, item = of_event(rejected)
    field = codebook.field(field_id)
    item = " ".join(item.split())
    return say("suggesting.rejected", field=name_of(field) if field else field_id, item=item)


def value(event: Event | Change, codebook: Codebook) -> str:
    """A value on one line, in the words of the codebook in force where it knows them."""
    said = event.value
    if said is None:
        return say("telling.taken_back")
    if said is True or said == [] or event.kind == "heard":
        return say("review.none" if said == [] else "telling.yes")
    if event.kind == "submit" or (event.kind == "setting" and said in UNITS):
        return say(f"review.state_{said}" if event.kind == "submit" else f"recutting.into_{said}")
    if isinstance(said, dict):
        return _object(said)
    if isinstance(said, list):
        return _list(said, event, codebook)
    return _line(shown(event.field, said) if event.kind == "metadata" else str(said))


def _list(said: list[Any], event: Event | Change, codebook: Codebook) -> str:
    """The items by name; of what a round assigns or checks, how many: nobody reads thousands of ids."""
    if event.kind in ("assignment", "check"):
        return say("telling.clauses", count=len(said))
    field = codebook.field(event.field)
    return say("review.comma").join(_item(item, field) for item in said)


def _line(text: str) -> str:
    return text.replace("\n", " ")


def _object(said: dict[str, Any]) -> str:
    """How something was decided, why it is given back, what came in, what became of a unit, how much is held
    back.
    """
    if "how" in said:
        return say("telling.how", how=say(f"adjudication.how_{said['how']}"), reason=_line(said["reason"]))
    if "reason" in said:
        return _line(said["reason"])
    if "share" in said:
        return f"{said['share']:.0%}"
    if "into" in said:
        return say(f"units.state_{said['state']}", into=said["into_name"])
    return str(said.get("file") or said.get("name") or say("telling.yes"))


def _item(item: Any, field: Field | None) -> str:
    if isinstance(item, dict):
        return str(item.get("name") or item.get("surface"))
    code = field.code(item) if field else None
    return name_of(code) if code else str(item)
