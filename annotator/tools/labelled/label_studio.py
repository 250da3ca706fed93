"""What Label Studio exports as JSON: a list of tasks with everyone's annotations."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from annotator.tools.labelled.annotation import (
    Annotation,
    Fault,
    Given,
    Mark,
    Read,
    Record,
    State,
    ids,
    listed,
)
from annotator.tools.labelled.offsets import code_points

REVIEWER = "reviewer-name"
"""The answer in which our own tasks say whose an annotation is."""
_KINDS = ("choices", "labels", "textarea")


def recognised(record: Mapping[str, Any]) -> bool:
    """Whether a record looks like a task of Label Studio."""
    return isinstance(record.get("data"), Mapping) and isinstance(record.get("annotations"), list)


def read(records: Iterable[Record]) -> Iterator[Read]:
    """One annotation each. A question that was answered anywhere in the file was asked everywhere: who left
    it empty found nothing.
    """
    tasks = list(records)
    asked = _asked(tasks)
    for line, task in tasks:
        data, annotations = task.get("data"), task.get("annotations")
        if not isinstance(data, Mapping) or not isinstance(annotations, list):
            yield Fault(line, "labelled.no_text", {})
            continue
        text = _text(data, annotations)
        if text is None:
            yield Fault(line, "labelled.no_text", {})
            continue
        for one in annotations:
            if isinstance(one, Mapping):
                yield _annotation(line, text, data, one, asked)


def _asked(tasks: list[Record]) -> dict[str, str]:
    """Every question of the file with its kind."""
    found: dict[str, str] = {}
    for _, task in tasks:
        annotations = task.get("annotations")
        for annotation in annotations if isinstance(annotations, list) else ():
            for region in _regions(annotation):
                if region["from_name"] != REVIEWER:
                    found.setdefault(region["from_name"], region["type"])
    return found


def _regions(annotation: Any) -> Iterator[Mapping[str, Any]]:
    result = annotation.get("result") if isinstance(annotation, Mapping) else None
    for region in result if isinstance(result, list) else ():
        if (
            isinstance(region, Mapping)
            and region.get("type") in _KINDS
            and isinstance(region.get("from_name"), str)
            and isinstance(region.get("value"), Mapping)
        ):
            yield region


def _text(data: Mapping[str, Any], annotations: list[Any]) -> str | None:
    """The text that was labelled: the task's `text`, else the only text that it has."""
    if isinstance(data.get("text"), str):
        return str(data["text"])
    texts = [value for value in data.values() if isinstance(value, str)]
    return texts[0] if len(texts) == 1 else None


def _annotation(
    line: int, text: str, data: Mapping[str, Any], annotation: Mapping[str, Any], asked: Mapping[str, str]
) -> Read:
    clause, document = ids(data)
    codes: dict[str, list[str]] = {}
    marks: dict[str, list[Mark]] = {}
    words: dict[str, str] = {}
    for region in _regions(annotation):
        name, value = region["from_name"], region["value"]
        if region["type"] == "choices":
            codes.setdefault(name, []).extend(map(str, listed(value.get("choices"))))
        elif region["type"] == "textarea":
            words[name] = "\n".join(map(str, listed(value.get("text"))))
        else:
            mark = _mark(text, region)
            if mark is None:
                return Fault(line, "labelled.bad_range", {"label": value.get("labels")})
            marks.setdefault(name, []).append(mark)
    # Who answered this was asked everything that the codebook asks: it stands in our own interface alone.
    state: State = "submitted" if REVIEWER in words else ""
    reviewer = words.pop(REVIEWER, "").strip() or _completed_by(annotation.get("completed_by"))
    given = tuple(
        Given(name, tuple(codes.get(name, ())), tuple(marks.get(name, ())), words.get(name, ""))
        for name in asked
    )
    if annotation.get("was_cancelled"):
        return Annotation(line, text, (), clause, document, reviewer, "skipped")
    return Annotation(line, text, given, clause, document, reviewer, state)


def _mark(text: str, region: Mapping[str, Any]) -> Mark | None:
    value = region["value"]
    labels = value.get("labels")
    place = code_points(text, value.get("start"), value.get("end"), value.get("text"))
    if place is None or not isinstance(labels, list) or len(labels) != 1:
        return None
    meta = region.get("meta")
    told = meta.get("text") if isinstance(meta, Mapping) else None
    return Mark(str(labels[0]), *place, str(told[0]) if isinstance(told, list) and told else "")


def _completed_by(who: object) -> str:
    """A person's address or name; a number is nobody's name, but may be given one."""
    if isinstance(who, Mapping):
        return str(who.get("email") or who.get("username") or who.get("id") or "")
    return "" if who is None else str(who)
