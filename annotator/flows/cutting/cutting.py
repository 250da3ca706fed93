"""Cutting by hand: a clause becomes two, or neighbours become one.

Each is a new cutting of the whole document, in force at once, which one undo takes back. A clause that
it leaves alone keeps its id and all that was said of it; so does one that comes to be again.
"""

from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from annotator.errors import Refused
from annotator.flows.cutting.knife import Knife, Stretch
from annotator.model.cutting import Segment
from annotator.model.document import Clause, Document
from annotator.model.ids import clause_id
from annotator.store import documents, pieces
from annotator.tools.text import recut
from annotator.tools.text.places import places


class Place(NamedTuple):
    """Where a clause can be split: `text` counts code points of its clean text, `source` of its source."""

    text: int
    source: int


class Cutting(Knife):
    """One reviewer who cuts in an open project under the codebook in force."""

    def places(self, document: Document, clause: Clause) -> list[Place]:
        """Where the clause may want to be split: behind its sentences and lines; other places do, too."""
        source, segment = self.segment(document, clause)
        found = []
        for at in places(segment.text):
            try:
                found.append(Place(at, recut.boundary(source, segment, at)))
            except Refused:  # through a repair
                continue
        return found

    def split(self, document: Document, clause: Clause, at: int, *, seconds: float = 0.0) -> Document:
        """Cut a clause in two before the code point `at` of its text; returns the document as it is then.

        Raises Refused for who may not, where it cannot be, and where the document was cut meanwhile.
        """
        self.require()
        source, segment = self.segment(document, clause)
        parts = recut.split(source, segment, at)
        return self._cut(Stretch(document, clause, clause, source), parts, seconds)

    def merge(self, document: Document, first: Clause, last: Clause, *, seconds: float = 0.0) -> Document:
        """Make the clauses from `first` to `last` one; returns the document as it is then.

        They stand under one heading with nothing between them. Raises Refused as `split` does.
        """
        self.require()
        between = pieces.read(self.project, document.cutting, first.seq, last.seq)
        if len(between) < 2:
            raise Refused("cutting.one_clause")
        if {segment.kind for segment in between} != {"clause"}:
            raise Refused("cutting.something_between")
        if len({segment.level for segment in between}) > 1:
            raise Refused("cutting.other_heading")
        source = documents.source_text(self.project, document.source_sha256)
        whole = recut.merged(source, [replace(segment, path=first.path) for segment in between])
        return self._cut(Stretch(document, first, last, source), [whole], seconds)

    def _cut(self, stretch: Stretch, parts: Sequence[Segment], seconds: float) -> Document:
        """Put the parts in force; what is suggested for one of them already stays."""
        parts = [self._as_before(stretch.document, part) for part in parts]
        return self.put(stretch, parts, seconds=seconds)

    def _as_before(self, document: Document, part: Segment) -> Segment:
        """A part as it was read when it was cut so before, under the same repairs."""
        identity = clause_id(document.source_sha256, part.start, part.end)
        before = pieces.of_clause(self.project, identity)
        if before is None or recut.repairs_of(before) != recut.repairs_of(part):
            return part
        return replace(before, level=part.level, path=part.path)
