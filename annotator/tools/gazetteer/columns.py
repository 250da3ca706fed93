"""The role that a table gives the units of a row: what stands at the head of their column."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from annotator.model.cutting import Mention, Segment
from annotator.tools.gazetteer.wording import role_of


class Columns:
    """The heads of a document's tables, as its segments go by in order."""

    def __init__(self, source: str, simplify: Callable[[str], str]) -> None:
        self._source, self._simplify = source, simplify
        self._heads: tuple[str, ...] = ()

    def pass_by(self, segment: Segment) -> None:
        """Take note of a segment: heads count for the rows below them, up to a text that is no row."""
        if segment.kind == "boilerplate" and "\t" in segment.text:
            head = self._source[self._line(segment.start) : segment.end]
            self._heads = tuple(self._simplify(head).split("\t"))
        elif self._heads and segment.kind in ("title", "clause") and not self._is_row(segment):
            self._heads = ()

    def roles(self, mentions: Sequence[Mention]) -> tuple[Mention, ...]:
        """The mentions of a row; those without a role get the one that the head of their column names."""
        return tuple(self._with_role(one) for one in mentions) if self._heads else tuple(mentions)

    def _with_role(self, mention: Mention) -> Mention:
        column = self._source.count("\t", self._line(mention.start), mention.start)
        if mention.role != "unspecified" or not column or column >= len(self._heads):
            return mention
        return replace(mention, role=role_of(self._heads[column]))

    def _is_row(self, segment: Segment) -> bool:
        # Its number and its units are cells as well, and no part of its text.
        return segment.kind == "clause" and "\t" in self._source[self._line(segment.start) : segment.end]

    def _line(self, at: int) -> int:
        return self._source.rfind("\n", 0, at) + 1
