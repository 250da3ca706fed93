"""What our own releases hold: records with all reviews in them, or one review a line."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from annotator.tools.labelled.annotation import Annotation, Fault, Read, Record, State, ids

_STATES: dict[str, State] = {"submitted": "submitted", "skipped": "skipped", "draft": "draft"}


def recognised(record: Mapping[str, Any]) -> bool:
    """Whether a record is one of the views canonical or raw."""
    return "text" in record and (_a_review(record) or isinstance(record.get("reviews"), list))


def _a_review(record: Mapping[str, Any]) -> bool:
    return {"reviewer", "state", "labels"} <= {*record} and isinstance(record["labels"], Mapping)


def read(records: Iterable[Record]) -> Iterator[Read]:
    """One annotation a review in which something is said."""
    for line, record in records:
        text = record.get("text")
        reviews = [record] if _a_review(record) else record.get("reviews")
        if not isinstance(text, str) or not isinstance(reviews, list):
            yield Fault(line, "labelled.no_text", {})
            continue
        clause, document = ids(record)
        for review in reviews:
            if not isinstance(review, Mapping) or not _a_review(review):
                yield Fault(line, "labelled.no_review", {})
            elif state := _STATES.get(str(review["state"])):
                who = str(review["reviewer"])
                yield Annotation(line, text, (), clause, document, who, state, review["labels"])
