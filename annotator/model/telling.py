"""An event in words: what it speaks of, and what it says of it."""

from collections.abc import Sequence
from typing import Any

from annotator.model.codebook import Codebook, Field, name_of
from annotator.model.edit import PERSON, Edit
from annotator.model.event import EVENT_KINDS, Change, Event
from annotator.model.label_unit import UNITS
from annotator.model.mending import edit_of
from annotator.model.metadata import FIELDS, shown
from annotator.model.progress import WRITTEN
from annotator.model.recutting import Recut
from annotator.model.rejection import of_event
from annotator.model.split import Part, Scheme
from annotator.words import both, language, say
from annotator.words.repairs import WORDS as RULES

FINISHED = ("submitted", "skipped")
FEW = 30
"""Characters of a repair that are told."""


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
    if event.kind in ("reject", "progress"):
        return _rejected(event.field, codebook) if event.kind == "reject" else _written(event.field)
    if field := codebook.field(event.field):
        name, kind = name_of(field), event.kind
        return name if kind == "label" else say("telling.about", field=name, kind=say(f"kinds.{kind}"))
    if event.kind in ("person", "unit", "setting", "split", "edit"):
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
    if found.kind == "same":
        return say("telling.same")
    if found.kind == "anew":
        return say("telling.in_clauses", what=say("telling.anew"), count=found.clauses)
    return say("telling.in_clause", what=say(f"telling.{found.kind}"), number=found.ord + 1)


def _written(column: str) -> str:
    return say(f"ledger.{column}") if column in WRITTEN else column


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
    if isinstance(said, dict) or event.kind == "split":
        return _part(said) if event.kind == "split" else _object(said)
    if isinstance(said, list):
        return _list(said, event, codebook)
    return _line(shown(event.field, said) if event.kind == "metadata" else str(said))


def repairs(changes: Sequence[Event | Change]) -> str:
    """What an act said of repairs; a run that was proposed in parts is told as one."""
    edits = [edit_of(one.value) for one in changes if one.kind == "edit" and one.value]
    if not edits:
        return say("telling.repair_withdrawn")
    before, after = ("".join(getattr(one, name) for one in sorted(edits)) for name in ("before", "after"))
    return repair(edits[0]._replace(before=before, after=after))


def repair(edit: Edit) -> str:
    """What was said of a repair: what stood there, how it reads, by which rule."""
    key = "read" if edit.rule == PERSON and edit.state == "applied" else edit.state
    return say(f"telling.repair_{key}", what=change(edit), rule=rule(edit.rule))


def change(edit: Edit) -> str:
    """What a repair does, in words; of a damaged run that nobody can read, that it is one."""
    if edit.before == edit.after:
        return say("repairing.unknown", before=_few(edit.before))
    key = "changes" if edit.before and edit.after else "removes" if edit.before else "adds"
    return say(f"repairing.{key}", before=_few(edit.before), after=_few(edit.after))


def rule(name: str) -> str:
    """A rule of repair in words; a newer program's as it is called there."""
    return say(f"repairs.{name}") if name in RULES else name


def _few(text: str) -> str:
    return _line(text) if len(text) <= FEW else f"{_line(text[:FEW])}…"


def _part(said: Any) -> str:
    """A part by name, and how the parts are drawn."""
    return told(*(drawn(Scheme.said(said)) if isinstance(said, dict) else part_name(said)))


def part_name(part: Part) -> tuple[str, str]:
    """A split or a fold as people call it, in both languages."""
    return both(f"splits.{part}") if isinstance(part, str) else both("splits.fold", number=part)


def drawn(scheme: Scheme) -> tuple[str, str]:
    """How the parts of a release are drawn, in both languages."""
    how = both("splits.folds" if scheme.folds else "splits.shares", told=scheme.told)
    by = both(f"splits.by_{scheme.by}")
    zh, en = (both("splits.drawn", how=how[at], by=by[at], seed=scheme.seed)[at] for at in (0, 1))
    return zh, en


def told(zh: str, en: str) -> str:
    """What is said in both languages, in the one in force."""
    return zh if language() == "zh" else en


def _list(said: list[Any], event: Event | Change, codebook: Codebook) -> str:
    """The items by name; of what a round assigns or checks, how many: nobody reads thousands of ids."""
    if event.kind in ("assignment", "check"):
        return say("telling.clauses", count=len(said))
    field = codebook.field(event.field)
    return say("review.comma").join(_item(item, field) for item in said)


def _line(text: str) -> str:
    return text.replace("\n", " ")


def _object(said: dict[str, Any]) -> str:
    """What was said of a repair, how something was decided, why it is given back, what came in, what became
    of a unit, how much is held back.
    """
    if "before" in said:
        return repair(edit_of(said))
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
