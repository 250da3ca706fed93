"""Marked ranges of a clause as values: which there are to choose from, and one more or less of them. Pure."""

from collections.abc import Mapping, Sequence
from typing import Any

Span = Mapping[str, Any]
"""{surface, start, end} in the source, and what is told of it under the names of its attributes."""


def choices(value: Sequence[Span], offered: Sequence[Span]) -> list[Span]:
    """The spans to choose from: those marked, then those offered elsewhere."""
    marked = {(span["start"], span["end"]) for span in value}
    return [*value, *(span for span in offered if (span["start"], span["end"]) not in marked)]


def toggled(value: Sequence[Span], span: Span) -> list[Span]:
    """The spans with one more, or without it where it is among them."""
    kept = [one for one in value if one != span]
    return kept if len(kept) < len(value) else [*kept, span]
