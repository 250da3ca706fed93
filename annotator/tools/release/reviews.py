"""Reviews as records have them: what each person said of a clause, and in which circumstances."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any

from annotator.model.answer import Answer
from annotator.model.codebook import Field
from annotator.model.place import Places
from annotator.model.standing import Standing
from annotator.tools.release.evidence import evidence
from annotator.tools.release.labels import labels

_EPOCH = datetime(1970, 1, 1)


def review_labels(
    fields: Sequence[Field],
    standing: Standing,
    answered: Mapping[str, Mapping[str, Answer]],
    places: Places,
) -> Iterator[dict[str, Any]]:
    """One object a review, by reviewer; `answered` is what each says of every field."""
    for reviewer, account in sorted(standing.accounts.items()):
        review = account.review
        yield {
            "reviewer": reviewer,
            "state": review.state,
            "labels": labels(fields, answered[reviewer], places),
            **evidence(fields, review.evidence, places),
            "suggestion_seen": {field.id: field.id in account.prompted for field in fields},
            "flagged": review.flagged,
            "question": review.question,
            "note": review.note,
            "reasons": {field.id: review.reasons.get(field.id, "") for field in fields},
            "submitted_utc": None if account.submitted_at is None else utc(account.submitted_at),
            "seconds": account.seconds,
            "codebook": account.codebook or None,
        }


def utc(milliseconds: int) -> str:
    """A time as `2026-11-10T08:28:00.000Z`, the spelling that every reader of JSON leaves alone."""
    return (_EPOCH + timedelta(milliseconds=milliseconds)).isoformat(timespec="milliseconds") + "Z"
