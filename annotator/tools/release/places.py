"""Where a range of a source lies in the clean text of a clause."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import Literal, NamedTuple

from annotator.model.document import Clause
from annotator.model.edit import Edit
from annotator.model.mapping import Clean


class Place(NamedTuple):
    """`surface` is record[where][start:end]; source[source_start:source_end] is what it was made of.

    The source range is the smallest one, so a widened one covers whole repairs.
    """

    where: Literal["text", "tail"]
    start: int
    end: int
    surface: str
    source_start: int
    source_end: int


class Ground:
    """The source of a document and its repairs in force, on which its clauses stand."""

    def __init__(self, source: str, edits: Sequence[Edit]) -> None:
        self.source = source
        self._edits = sorted(
            (edit for edit in edits if edit.state == "applied"), key=lambda edit: (edit.start, edit.end)
        )
        self._starts = [edit.start for edit in self._edits]

    def clean(self, start: int, end: int) -> Clean:
        """The clean text of source[start:end] and the way to it."""
        inside = self._edits[bisect_left(self._starts, start) : bisect_right(self._starts, end)]
        return Clean(self.source, start, end, inside)


class Places:
    """The ways into one clause, each made when the first range asks for it."""

    def __init__(self, ground: Ground, clause: Clause) -> None:
        self._ground = ground
        self._parts: tuple[tuple[Literal["text", "tail"], int, int], ...] = (
            ("text", clause.text_start, clause.text_end),
            ("tail", clause.tail_start, clause.tail_end),
        )
        self._cleans: dict[str, Clean] = {}
        self._found: dict[tuple[int, int], Place | None] = {}

    def find(self, start: int, end: int) -> Place | None:
        """The place of source[start:end]; None where it is in neither text nor tail as a whole (it
        stands in another clause, say), or where repairs left nothing of it.
        """
        # The same evidence comes back in the labels, in every review and in the suggestions.
        if (start, end) not in self._found:
            self._found[start, end] = self._look(start, end)
        return self._found[start, end]

    def _look(self, start: int, end: int) -> Place | None:
        for where, begin, close in self._parts:
            if begin <= start and end <= close:
                clean = self._cleans.get(where) or self._ground.clean(begin, close)
                self._cleans[where] = clean
                first, last = clean.to_clean(start, end)
                if first < last:
                    return Place(where, first, last, clean.text[first:last], *clean.to_source(first, last))
        return None
