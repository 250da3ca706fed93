"""What doccano exports: JSONL with the labels of a text; one file for all, or one a person."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from annotator.tools.labelled.annotation import Annotation, Fault, Given, Mark, Read, Record, ids, listed
from annotator.tools.labelled.offsets import code_points

_LABELS = ("label", "labels", "cats", "entities")


def recognised(record: Mapping[str, Any]) -> bool:
    """Whether a record looks like one of doccano's."""
    return any(isinstance(record.get(name), list) for name in _LABELS) and (
        "text" in record or "data" in record
    )


def read(records: Iterable[Record]) -> Iterator[Read]:
    """One annotation a line. A text without labels was looked at, or not: doccano does not tell which."""
    for line, record in records:
        text = record.get("text", record.get("data"))
        if not isinstance(text, str):
            yield Fault(line, "labelled.no_text", {})
            continue
        labels = [one for name in _LABELS for one in listed(record.get(name))]
        if not labels:
            yield Fault(line, "labelled.empty", {})
            continue
        codes, marks = [], []
        for one in labels:
            if isinstance(one, str):
                codes.append(one)
            elif mark := _mark(text, one):
                marks.append(mark)
            else:
                yield Fault(line, "labelled.bad_range", {"label": one})
                break
        else:
            clause, document = ids(record)
            given = (*_given(codes=tuple(codes)), *_given(marks=tuple(marks)))
            yield Annotation(line, text, given, clause, document)


def _given(**said: Any) -> Iterator[Given]:
    if any(said.values()):
        yield Given(**said)


def _mark(text: str, one: Any) -> Mark | None:
    if isinstance(one, Mapping):
        one = [one.get(name) for name in ("start_offset", "end_offset", "label")]
    if not isinstance(one, list) or len(one) != 3 or not isinstance(one[2], str):
        return None
    place = code_points(text, one[0], one[1])
    return Mark(one[2], *place) if place else None
