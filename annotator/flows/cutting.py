"""Cutting by hand: a clause becomes two, or neighbours become one.

Each is a new cutting of the whole document, in force at once, which one undo takes back. A clause that
it leaves alone keeps its id and all that was said of it; so does one that comes to be again.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from annotator.errors import Refused
from annotator.model.codebook import Codebook
from annotator.model.cutting import Segment
from annotator.model.document import Clause, Document
from annotator.model.event import Change
from annotator.model.ids import clause_id
from annotator.model.review import Suggestion
from annotator.store import cuttings, documents, events, people, pieces, suggestions
from annotator.store.project import Project
from annotator.tools import gazetteer, suggest, text
from annotator.tools.text import recut
from annotator.tools.text.places import places
from annotator.tools.wordbreaks import breaks
from annotator.words import say


class Place(NamedTuple):
    """Where a clause can be split: `text` counts code points of its clean text, `source` of its source."""

    text: int
    source: int


class Cutting:
    """One reviewer who cuts in an open project under the codebook in force."""

    def __init__(self, project: Project, codebook: Codebook, reviewer: str) -> None:
        self.project = project
        self.codebook = codebook
        self.reviewer = people.welcome(project, reviewer).id
        self._suggester = suggest.Suggester(codebook, text.simplified, breaks)

    def places(self, document: Document, clause: Clause) -> list[Place]:
        """Where the clause may want to be split: behind its sentences and lines; other places do, too."""
        source, segment = self._segment(document, clause)
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
        self._may()
        source, segment = self._segment(document, clause)
        return self._put(
            document, clause, clause, recut.split(source, segment, at), source=source, seconds=seconds
        )

    def merge(self, document: Document, first: Clause, last: Clause, *, seconds: float = 0.0) -> Document:
        """Make the clauses from `first` to `last` one; returns the document as it is then.

        They stand under one heading with nothing between them. Raises Refused as `split` does.
        """
        self._may()
        between = pieces.read(self.project, document.cutting, first.seq, last.seq)
        if len(between) < 2:
            raise Refused("cutting.one_clause")
        if {segment.kind for segment in between} != {"clause"}:
            raise Refused("cutting.something_between")
        if len({segment.level for segment in between}) > 1:
            raise Refused("cutting.other_heading")
        source = documents.source_text(self.project, document.source_sha256)
        whole = recut.merged(source, [replace(segment, path=first.path) for segment in between])
        return self._put(document, first, last, [whole], source=source, seconds=seconds)

    def _may(self) -> None:
        if not people.may(self.project, self.reviewer, "cut"):
            owners = say("review.comma").join(owner.name for owner in people.owners(self.project))
            raise Refused("cutting.not_yours", owners=owners)

    def _segment(self, document: Document, clause: Clause) -> tuple[str, Segment]:
        """The source of a document, and the segment that a clause of it is."""
        (segment,) = pieces.read(self.project, document.cutting, clause.seq, clause.seq)
        source = documents.source_text(self.project, document.source_sha256)
        return source, replace(segment, path=clause.path)

    def _put(
        self,
        document: Document,
        first: Clause,
        last: Clause,
        parts: Sequence[Segment],
        *,
        source: str,
        seconds: float,
    ) -> Document:
        """Put a cutting in force in which `parts` stand where the clauses from `first` to `last` did."""
        # What takes time comes before the transaction; what was read belongs to a cutting, which stays.
        parts = [self._as_before(document, part) for part in parts]
        suggested = list(self._suggested(document, last, parts, source))
        with self.project.transaction() as db:
            if self._now(document).cutting != document.cutting:
                raise Refused("cutting.cut_meanwhile", title=document.title)
            if events.codebook_digest(db) != self.codebook.digest:
                raise Refused("review.codebook_changed")
            replaced = first.seq, last.seq
            cutting = cuttings.recut(self.project, document.cutting, self.reviewer, replaced, parts)
            suggestions.add(self.project, suggested)
            change = Change("cut", document.doc_id, value=cutting, layer="project")
            events.record(self.project, self.reviewer, [change], origin="key", seconds=seconds)
            return self._now(document)

    def _now(self, document: Document) -> Document:
        """The document as it is now; raises Refused where it is out of use."""
        now = documents.document(self.project, document.doc_id)
        if now is None:
            raise Refused("cutting.cut_meanwhile", title=document.title)
        return now

    def _as_before(self, document: Document, part: Segment) -> Segment:
        """A part as it was read when it was cut so before, under the same repairs."""
        identity = clause_id(document.source_sha256, part.start, part.end)
        before = pieces.of_clause(self.project, identity)
        if before is None or recut.repairs_of(before) != recut.repairs_of(part):
            return part
        return replace(before, level=part.level, path=part.path)

    def _suggested(
        self, document: Document, last: Clause, parts: Sequence[Segment], source: str
    ) -> Iterator[Suggestion]:
        """What the import would have suggested for the parts, but for what is stored of them already."""
        where = documents.metadata(self.project, document.doc_id).get("places", ())
        # One that goes on where another was cut off leads to nothing that stands below.
        behind = [*parts[1:], None] if len(parts) > 1 else [self._behind(document, last)]
        for part, following in zip(parts, behind, strict=True):
            named = gazetteer.mentions(part, source, text.simplified, gazetteer.load(), where)
            whole = replace(part, mentions=named)
            identity = clause_id(document.source_sha256, part.start, part.end)
            stored = {(one.field, one.source) for one in suggestions.of(self.project, [identity])}
            for one in self._suggester.suggest(source, document.source_sha256, whole, following):
                if (one.field, one.source) not in stored:
                    yield one

    def _behind(self, document: Document, last: Clause) -> Segment | None:
        """The segment behind a clause."""
        behind = pieces.read(self.project, document.cutting, last.seq + 1, last.seq + 1)
        beside = documents.clause(self.project, document, last.ord + 1)
        if behind and beside and beside.seq == last.seq + 1:
            return replace(behind[0], path=beside.path)
        return behind[0] if behind else None
