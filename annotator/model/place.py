"""Where words stand: in the clean text of a clause, and in the source that it was made of."""

from collections.abc import Callable, Mapping
from typing import Any, Literal, NamedTuple

from annotator.model.mapping import Clean

Part = Literal["text", "tail"]

PLACE = ("surface", "start", "end")
"""What is stored of a place, in a unit, a span or a piece of evidence: its words and its source range."""


class Place(NamedTuple):
    """`surface` is clause.text or clause.tail (as `where` says) [start:end]; source[source_start:
    source_end] is what it was made of.

    The source range is the smallest one, so a place covers every repair that it touches.
    """

    where: Part
    start: int
    end: int
    surface: str
    source_start: int
    source_end: int

    def stored(self) -> dict[str, Any]:
        """The place as values keep it, under the names of PLACE."""
        return {"surface": self.surface, "start": self.source_start, "end": self.source_end}


class Places:
    """The ways between a clause's clean text and its source, each made when the first range asks for it.

    `text` and `tail` are their source ranges. `clean` gives the clean text of a source range and the way
    to it, in offsets that begin at `origin`.
    """

    def __init__(
        self,
        text: tuple[int, int],
        tail: tuple[int, int],
        clean: Callable[[int, int], Clean],
        origin: int = 0,
    ) -> None:
        self._clean, self._origin = clean, origin
        self._bounds: Mapping[Part, tuple[int, int]] = {"text": text, "tail": tail}
        self._ways: dict[Part, Clean] = {}
        self._found: dict[tuple[int, int], Place | None] = {}

    def at(self, where: Part, start: int, end: int) -> Place | None:
        """The place of text[start:end], or tail, as a person marks it: widened to whole repairs; None
        where the range is empty or reaches beyond.
        """
        way = self._way(where)
        if not 0 <= start < end <= len(way.text):
            return None
        raw_start, raw_end = way.to_source(start, end)
        return self._place(where, raw_start + self._origin, raw_end + self._origin)

    def find(self, start: int, end: int) -> Place | None:
        """The place of source[start:end]; None where it is in neither text nor tail as a whole (it
        stands in another clause, say), or where repairs left nothing of it.
        """
        # The same evidence comes back in the labels, in every review and in the suggestions.
        if (start, end) not in self._found:
            self._found[start, end] = self._look(start, end)
        return self._found[start, end]

    def _look(self, start: int, end: int) -> Place | None:
        for where, (begin, close) in self._bounds.items():
            if begin <= start and end <= close and (place := self._place(where, start, end)):
                return place
        return None

    def _place(self, where: Part, start: int, end: int) -> Place | None:
        way = self._way(where)
        first, last = way.to_clean(start - self._origin, end - self._origin)
        if first >= last:
            return None
        raw_start, raw_end = way.to_source(first, last)
        surface = way.text[first:last]
        return Place(where, first, last, surface, raw_start + self._origin, raw_end + self._origin)

    def _way(self, where: Part) -> Clean:
        if where not in self._ways:
            start, end = self._bounds[where]
            self._ways[where] = self._clean(start - self._origin, end - self._origin)
        return self._ways[where]
