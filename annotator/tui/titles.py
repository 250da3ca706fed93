"""Titles of documents where there is little room for them: what several begin with tells none apart."""

from collections.abc import Iterable
from itertools import takewhile

LEAST = 2
"""Characters that are worth an ellipsis."""


def apart(title: str, titles: Iterable[str]) -> str:
    """`title` without the beginning that it shares with another of the `titles`, behind an ellipsis."""
    shared = max((_alike(title, other) for other in titles if other != title), default=0)
    return "…" + title[shared:] if LEAST <= shared < len(title) else title


def _alike(one: str, other: str) -> int:
    """How many characters both begin with."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))
