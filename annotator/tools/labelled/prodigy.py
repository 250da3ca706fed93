"""What `prodigy db-out` writes: JSONL with an answer to each text."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from annotator.tools.labelled.annotation import Annotation, Fault, Given, Mark, Read, Record, ids, listed
from annotator.tools.labelled.offsets import code_points


def recognised(record: Mapping[str, Any]) -> bool:
    """Whether a record looks like one of Prodigy's."""
    return record.get("answer") in ("accept", "reject", "ignore") and "text" in record


def read(records: Iterable[Record]) -> Iterator[Read]:
    """One annotation a line. What was rejected says what is wrong, not what is right."""
    for line, record in records:
        text = record.get("text")
        if not isinstance(text, str):
            yield Fault(line, "labelled.no_text", {})
            continue
        if record.get("answer") == "reject":
            yield Fault(line, "labelled.rejected", {})
            continue
        meta = record.get("meta")
        clause, document = ids(meta) if isinstance(meta, Mapping) else ("", "")
        reviewer = str(record.get("_annotator_id") or record.get("_session_id") or "")
        if record.get("answer") == "ignore":
            yield Annotation(line, text, (), clause, document, reviewer, "skipped")
            continue
        given = list(_choices(record))
        marks = [_mark(text, one) for one in listed(record.get("spans"))]
        if None in marks:
            yield Fault(line, "labelled.bad_range", {"label": listed(record["spans"])[marks.index(None)]})
            continue
        if "spans" in record:
            given.append(Given(marks=tuple(mark for mark in marks if mark)))
        yield Annotation(line, text, tuple(given), clause, document, reviewer)


def _choices(record: Mapping[str, Any]) -> Iterator[Given]:
    if isinstance(record.get("accept"), list):
        options = tuple(
            str(one["id"])
            for one in listed(record.get("options"))
            if isinstance(one, Mapping) and "id" in one
        )
        yield Given(codes=tuple(map(str, record["accept"])), options=options)
    elif isinstance(record.get("label"), str) and "spans" not in record:
        yield Given(codes=(record["label"],))


def _mark(text: str, one: Any) -> Mark | None:
    if not isinstance(one, Mapping) or not isinstance(one.get("label"), str):
        return None
    place = code_points(text, one.get("start"), one.get("end"), one.get("text"))
    return Mark(one["label"], *place) if place else None
