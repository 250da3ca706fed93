"""Marking words of a clause: where its words begin, what may be a target in it, and what is stored of a
range that a person marked. Nothing here is recorded: `Reviewing.put` and `Reviewing.mark` do that.
"""

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from typing import Any

from annotator.model.codebook import Field
from annotator.model.document import Clause
from annotator.model.place import Part, Place, Places
from annotator.model.value import told
from annotator.tools import gazetteer
from annotator.tools.suggest.figures import Deadline, Target, deadlines, numbers, parse, targets
from annotator.tools.text.script import simplified
from annotator.tools.wordbreaks import breaks
from annotator.tools.wordsteps import Span, steps


class Marking:
    """A part of a clause, its text or its tail, laid open for marking.

    Ranges are code points of that part, half open.
    """

    def __init__(self, clause: Clause, places: Places, where: Part = "text") -> None:
        self.where, self.places = where, places
        self.text = clause.text if where == "text" else clause.tail
        self._plain = simplified(self.text)

    @cached_property
    def targets(self) -> Sequence[Target]:
        """What may be a target here."""
        return targets(self._plain)

    @cached_property
    def numbers(self) -> Sequence[Span]:
        """Every number here that is no date, with its unit and bounds, whether it may be a target or not."""
        return [(one.start, one.end) for one in numbers(self._plain)]

    @cached_property
    def deadlines(self) -> Sequence[Deadline]:
        """The dates by which something is to be done."""
        return deadlines(self._plain)

    def steps(self, values: Sequence[Mapping[str, Any]] = ()) -> list[int]:
        """Where the cursor stops, at once: a run of Chinese characters is one step, but for figures and
        for the places of `values` (units, say), which are steps of their own.
        """
        return steps(self._plain, self._whole(values))

    def word_steps(self, values: Sequence[Mapping[str, Any]] = ()) -> list[int]:
        """The same word by word, names of organisations whole. The first call of a process takes most of a
        second, so make it in a thread: it touches no project.
        """
        return steps(self._plain, [*self._whole(values), *self.names], breaks)

    def place(self, start: int, end: int) -> Place | None:
        """The place of a range, widened to whole repairs; None where the range is empty."""
        return self.places.at(self.where, start, end)

    def evidence(self, start: int, end: int) -> dict[str, Any] | None:
        """A range as `Reviewing.mark` wants it."""
        place = self.place(start, end)
        return place.stored() if place else None

    def span(self, field: Field, start: int, end: int) -> dict[str, Any] | None:
        """A range as a value of a field of spans, its attributes filled in as far as the text tells them."""
        place = self.place(start, end)
        if place is None:
            return None
        target = parse(self._plain, place.start, place.end)
        return {**place.stored(), **told(field, target.told(self.text))}

    def unit(self, unit: Mapping[str, Any], start: int, end: int) -> dict[str, Any] | None:
        """A unit as one that the text states there."""
        place = self.place(start, end)
        return {**unit, "stated": True, **place.stored()} if place else None

    def shown(self, values: Sequence[Mapping[str, Any]]) -> list[Span]:
        """Where the places of stored values (units, spans, evidence) lie in this part, to paint them."""
        found = (self.places.find(one["start"], one["end"]) for one in values if one["start"] is not None)
        return [(place.start, place.end) for place in found if place and place.where == self.where]

    def _whole(self, values: Sequence[Mapping[str, Any]]) -> Iterator[Span]:
        yield from self.shown(values)
        yield from ((one.start, one.end) for one in self.deadlines)
        for target in self.targets:
            yield target.start, target.end
            if target.indicator:
                yield target.indicator

    @cached_property
    def names(self) -> Sequence[Span]:
        """The organisations named here, of whatever place; slow the first time, as `word_steps` is."""
        known, at, found = gazetteer.load(), 0, []
        while at < len(self._plain):
            end = known.end_of_name(self._plain, at)
            if end > at:
                found.append((at, end))
            at = max(end, at + 1)
        return found
