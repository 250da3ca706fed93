"""Putting a new cutting in force in which some clauses are others: who may, what is suggested for them."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from annotator.errors import Refused
from annotator.model.codebook import Codebook
from annotator.model.cutting import Segment
from annotator.model.document import Clause, Document
from annotator.model.event import Change, Origin
from annotator.model.ids import clause_id
from annotator.model.review import Suggestion
from annotator.store import additions, cuttings, documents, events, people, pieces, suggestions
from annotator.store.project import Project
from annotator.tools import gazetteer, suggest, text
from annotator.tools.wordbreaks import breaks
from annotator.words import say


class Stretch(NamedTuple):
    """The clauses of a document from `first` to `last`, and the text of its source."""

    document: Document
    first: Clause
    last: Clause
    source: str


class Knife:
    """One reviewer who changes cuttings in an open project under the codebook in force."""

    def __init__(self, project: Project, codebook: Codebook, reviewer: str) -> None:
        self.project = project
        self.codebook = codebook
        self.reviewer = people.welcome(project, reviewer).id
        self._suggester = suggest.Suggester(codebook, text.simplified, breaks)

    def require(self) -> None:
        """Raises Refused for who may not cut."""
        if not people.may(self.project, self.reviewer, "cut"):
            owners = say("review.comma").join(owner.name for owner in people.owners(self.project))
            raise Refused("cutting.not_yours", owners=owners)

    def segment(self, document: Document, clause: Clause) -> tuple[str, Segment]:
        """The source of a document, and the segment that a clause of it is."""
        (segment,) = pieces.read(self.project, document.cutting, clause.seq, clause.seq)
        source = documents.source_text(self.project, document.source_sha256)
        return source, replace(segment, path=clause.path)

    def put(
        self,
        stretch: Stretch,
        parts: Sequence[Segment],
        said: Sequence[Change] = (),
        *,
        seconds: float = 0.0,
        origin: Origin = "key",
    ) -> Document:
        """Put a cutting in force in which `parts` stand where the clauses of the stretch did, and record what
        was `said` in the same act; returns the document as it is then.

        Raises Refused where the document was cut, or the codebook changed, meanwhile.
        """
        document = stretch.document
        # What takes time comes before the transaction; what was read belongs to a cutting, which stays.
        suggested = list(self.suggested(stretch, parts))
        ids = [clause_id(document.source_sha256, part.start, part.end) for part in parts]
        with self.project.transaction() as db:
            if self._now(document).cutting != document.cutting:
                raise Refused("cutting.cut_meanwhile", title=document.title)
            if events.codebook_digest(db) != self.codebook.digest:
                raise Refused("review.codebook_changed")
            replaced = stretch.first.seq, stretch.last.seq
            cutting = cuttings.recut(self.project, document.cutting, self.reviewer, replaced, parts)
            if said:  # the clause is the same and reads otherwise
                suggestions.renew(self.project, ids, suggested)
            else:
                stored = {(s.subject, s.field, s.source) for s in suggestions.of(self.project, ids)}
                suggestions.add(
                    self.project,
                    [one for one in suggested if (one.subject, one.field, one.source) not in stored],
                )
            change = Change("cut", document.doc_id, value=cutting, layer="project")
            events.record(self.project, self.reviewer, [*said, change], origin=origin, seconds=seconds)
            return self._now(document)

    def _now(self, document: Document) -> Document:
        """The document as it is now; raises Refused where it is out of use."""
        now = documents.document(self.project, document.doc_id)
        if now is None:
            raise Refused("cutting.cut_meanwhile", title=document.title)
        return now

    def suggested(self, stretch: Stretch, parts: Sequence[Segment]) -> Iterator[Suggestion]:
        """What the import would suggest for parts in the place of a stretch."""
        document = stretch.document
        where = documents.metadata(self.project, document.doc_id).get("places", ())
        known = gazetteer.extended(additions.additions(self.project).values())
        # One that goes on where another was cut off leads to nothing that stands below.
        behind = [*parts[1:], None] if len(parts) > 1 else [self._behind(document, stretch.last)]
        # The head of a table, or a rule that the document gives itself, may stand in any other segment.
        first, segments = stretch.first.seq, pieces.read(self.project, document.cutting)
        segments[first : stretch.last.seq + 1] = parts
        here = range(first, first + len(parts))
        named = gazetteer.named(segments, stretch.source, text.simplified, known, where, only=here)
        for part, following in zip(named[first : here.stop], behind, strict=True):
            yield from self._suggester.suggest(stretch.source, document.source_sha256, part, following)

    def _behind(self, document: Document, last: Clause) -> Segment | None:
        """The segment behind a clause."""
        behind = pieces.read(self.project, document.cutting, last.seq + 1, last.seq + 1)
        beside = documents.clause(self.project, document, last.ord + 1)
        if behind and beside and beside.seq == last.seq + 1:
            return replace(behind[0], path=beside.path)
        return behind[0] if behind else None
