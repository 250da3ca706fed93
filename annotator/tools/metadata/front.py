"""The lines of a document that are no clauses: titles, what stands before and under them, the page."""

import re
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from annotator.model.cutting import Segment

Simplify = Callable[[str], str]

_AROUND = ("title", "front_matter", "attachment", "boilerplate")
# Digits as a full-width keyboard writes them; each stays one character.
_DIGITS = str.maketrans("０１２３４５６７８９", "0123456789")


class Line(NamedTuple):
    """A line in simplified characters and as it is `written`, code point for code point. `number` counts the
    segments of the document, `start` and `end` bound its segment in the source.
    """

    text: str
    written: str
    kind: str
    number: int
    start: int
    end: int


def lines(segments: Sequence[Segment], simplified: Simplify) -> list[Line]:
    """The lines around the clauses, in order."""
    return list(_lines(segments, simplified))


def _lines(segments: Sequence[Segment], simplified: Simplify) -> Iterator[Line]:
    for number, one in enumerate(segments):
        if one.kind in _AROUND:
            parts = [one.text.replace("\n", "")] if one.kind == "title" else one.text.split("\n")
            for text in parts:
                written = text.translate(_DIGITS)
                if written.strip():
                    yield Line(simplified(written), written, one.kind, number, one.text_start, one.text_end)


def bare(title: str) -> str:
    """A title without the signs in which two ways of writing it differ."""
    return re.sub(r"[^\w]|_", "", title)
