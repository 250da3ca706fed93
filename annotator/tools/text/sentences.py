"""Sentences as the units to label: each clause of a cutting parted behind its sentences.

A number stays with the first sentence, the units with the last; the title sentence is a unit of its own.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from annotator.errors import Refused
from annotator.model.cutting import Segment
from annotator.tools.text import recut
from annotator.tools.text.places import places


def divided(source: str, segments: Iterable[Segment]) -> Iterator[Segment]:
    """`segments` of `source` with a clause for each sentence; they partition what they did before. A place
    inside a repair is passed over.
    """
    for segment in segments:
        if segment.kind == "clause":
            yield from _sentences(source, segment)
        else:
            yield segment


def _sentences(source: str, clause: Segment) -> Iterator[Segment]:
    rest: Segment | None = clause
    while rest is not None:
        first, rest = _first(source, rest)
        yield replace(first, doubt=clause.doubt)


def _first(source: str, clause: Segment) -> tuple[Segment, Segment | None]:
    """The first sentence of a clause, and what is behind it."""
    for at in places(clause.text):
        try:
            return recut.split(source, clause, at)
        except Refused:
            continue
    return clause, None
