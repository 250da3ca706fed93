"""When two clauses are the same text, or nearly: how like two texts are.

Compared is what is left of a text without white space and punctuation; script, case and width are the
caller's to fold. That, and which of many texts are worth comparing, is told in `sketches`.
"""

from functools import lru_cache

ALIKE = 0.9
"""From this likeness on one text is a copy of another."""

_RATIO = (2 - ALIKE) / ALIKE
"""A text that is longer than another by more than this cannot be so alike."""


def likeness(one: str, other: str) -> float:
    """How alike what is left of two texts is, from 0 to 1: the share of their pairs of characters that they
    have in common (Dice's coefficient of sets).
    """
    if one == other:
        return 1.0
    shorter, longer = sorted((len(one), len(other)))
    if longer > shorter * _RATIO:
        return 0.0
    ours, theirs = _pairs(one), _pairs(other)
    return 2 * len(ours & theirs) / (len(ours) + len(theirs))


@lru_cache(64)
def _pairs(text: str) -> frozenset[int]:
    """The pairs of characters in a text, as numbers: in memory two neighbours are one of eight bytes."""
    points = memoryview(text.encode("utf-32-le"))
    first, second = points[: len(text) // 2 * 8], points[4 : 4 + (len(text) - 1) // 2 * 8]
    return frozenset(first.cast("Q").tolist() + second.cast("Q").tolist())
