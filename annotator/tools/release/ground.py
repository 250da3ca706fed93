"""The source of a document and its repairs in force, on which its clauses stand."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from functools import cached_property

from annotator.model.edit import Edit
from annotator.model.mapping import Clean


class Ground:
    """Makes the clean text of any range of a source."""

    def __init__(self, source: str, edits: Iterable[Edit]) -> None:
        self.source = source
        self._given = edits

    @cached_property
    def _edits(self) -> list[Edit]:
        """Those in force, read when the first place is looked for: most views tell none."""
        inside = (edit for edit in self._given if edit.state == "applied")
        return sorted(inside, key=lambda edit: (edit.start, edit.end))

    @cached_property
    def _starts(self) -> list[int]:
        return [edit.start for edit in self._edits]

    def clean(self, start: int, end: int) -> Clean:
        """The clean text of source[start:end] and the way to it."""
        inside = self._edits[bisect_left(self._starts, start) : bisect_right(self._starts, end)]
        return Clean(self.source, start, end, inside)
