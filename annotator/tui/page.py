"""The clause as it is shown for marking: its text and its tail as one row of characters.

Positions are offsets into what the views that follow the clean text show.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from itertools import pairwise
from typing import Any

from annotator.flows.marking import Marking
from annotator.model.place import Part, Place
from annotator.store import documents
from annotator.tools.query import folded
from annotator.tui.desk import Desk
from annotator.tui.views import laid_out

Span = tuple[int, int]
"""A range of it, half open."""


class Page:
    """The clause on a desk, laid open. What is outside both parts is in none."""

    def __init__(self, desk: Desk) -> None:
        clause = desk.clause
        self.text, self._at = laid_out(clause)
        self.places = documents.places(desk.project, desk.document, clause)
        parts: tuple[Part, ...] = ("text", "tail") if clause.tail else ("text",)
        self.markings = {part: Marking(clause, self.places, part) for part in parts}
        self.bounds = [self._shift(part, (0, len(one.text))) for part, one in self.markings.items()]

    def marking(self, start: int) -> tuple[Marking, int]:
        """The part in which a range begins, and where that part itself begins."""
        part: Part = "tail" if "tail" in self.markings and start >= self._at["tail"] else "text"
        return self.markings[part], self._at[part]

    def shown(self, value: Mapping[str, Any]) -> Span | None:
        """Where the place of a stored value stands; None where it has none here."""
        if value["start"] is None:
            return None
        place = self.places.find(value["start"], value["end"])
        return self._of(place) if place else None

    def find(self, typed: str) -> list[Span]:
        """Where words stand, whatever the script, the case or the width, blanks between them or not."""
        words = (re.escape(folded(part)) for part in typed.split())
        pattern = re.compile(r"\s*".join(words))
        inside = folded(self.text)
        return [
            found.span()
            for start, end in self.bounds
            for found in pattern.finditer(inside, start, end)
            if found.group()
        ]

    def widened(self, start: int, end: int) -> Span:
        """A range as it would be stored: whole repairs."""
        marking, at = self.marking(start)
        place = marking.place(start - at, end - at)
        return self._of(place) if place else (start, end)

    def steps(self, values: Sequence[Mapping[str, Any]], *, words: bool) -> list[Span]:
        """The stretches between which the cursor steps, punctuation left out; `words` takes the time that
        `Marking.word_steps` does.
        """
        found = []
        for part, marking in self.markings.items():
            stops = marking.word_steps(values) if words else marking.steps(values)
            for first, last in pairwise(stops):
                if any(character.isalnum() for character in marking.text[first:last]):
                    found.append(self._shift(part, (first, last)))
        return found

    @cached_property
    def quantities(self) -> list[Span]:
        """What may be a target."""
        return [
            self._shift(part, (one.start, one.end))
            for part, marking in self.markings.items()
            for one in marking.targets
            if not one.achieved
        ]

    @cached_property
    def numbers(self) -> list[Span]:
        """Every number that is no date, whether it may be a target or not."""
        return [self._shift(part, one) for part, marking in self.markings.items() for one in marking.numbers]

    def names(self) -> Iterator[Span]:
        """The organisations named; slow the first time, as `Marking.word_steps` is."""
        for part, marking in self.markings.items():
            yield from (self._shift(part, span) for span in marking.names)

    def _of(self, place: Place) -> Span:
        return self._shift(place.where, (place.start, place.end))

    def _shift(self, part: Part, span: Span) -> Span:
        return self._at[part] + span[0], self._at[part] + span[1]
