"""Reviews as records have them: what each person said of a clause, and in which circumstances."""

from collections.abc import Iterator, Mapping
from datetime import datetime, timedelta
from typing import Any

from annotator.model.answer import Answer
from annotator.model.standing import Standing
from annotator.tools.release.constants import Constants, Placed

_EPOCH = datetime(1970, 1, 1)


def review_labels(
    constants: Constants,
    standing: Standing,
    answered: Mapping[str, Mapping[str, Answer]],
    placed: Placed,
) -> Iterator[dict[str, Any]]:
    """One object a review, by reviewer; `answered` is what each says of every field."""
    for reviewer, account in sorted(standing.accounts.items()):
        review = account.review
        yield {
            "reviewer": reviewer,
            "state": review.state,
            "labels": constants.labels(answered[reviewer], placed),
            **constants.evidence(review.evidence, placed),
            "suggestion_seen": constants.seen(account.prompted),
            "flagged": review.flagged,
            "question": review.question,
            "note": review.note,
            "reasons": constants.reasons(review.reasons),
            "submitted_utc": None if account.submitted_at is None else utc(account.submitted_at),
            "seconds": account.seconds,
            "codebook": account.codebook or None,
        }


def utc(milliseconds: int) -> str:
    """A time as `2026-11-10T08:28:00.000Z`, the spelling that every reader of JSON leaves alone."""
    return (_EPOCH + timedelta(milliseconds=milliseconds)).isoformat(timespec="milliseconds") + "Z"
