"""Which part of a release a document is in, and each of its clauses."""

from collections.abc import Callable, Sequence

from annotator.flows.exporting.wanted import Wanted
from annotator.model.document import Document
from annotator.model.split import PARTS, Part, Place, Split
from annotator.store import splits
from annotator.store.project import Project
from annotator.tools.splits import Placed, apart


class Division:
    """The parts of a project's documents, and the clauses that are in none. `alike` are its clauses that read
    alike. Without a `scheme` nothing is divided.
    """

    def __init__(self, project: Project, wanted: Wanted, alike: Sequence[Placed]) -> None:
        known = splits.stored(project)
        self.scheme = None if wanted.off else known.scheme
        self._parts: dict[str, Part] = {}
        self._apart = set[tuple[str, str]]()
        if self.scheme:
            self._parts = {one: part for one, part in known.parts.items() if self.scheme.knows(part)}
            self._apart = apart(alike, self._parts)

    def part(self, document: Document) -> Part | None:
        """The part of a document: None where it has none yet."""
        return self._parts.get(document.doc_id)

    def about(self, document: Document) -> Place:
        """Where a document is."""
        if not self.scheme:
            return Place()
        part = self.part(document)
        if part is None:
            return Place("none", apart="undivided")
        return Place("all", part) if isinstance(part, int) else Place(_split(part))

    def of(self, document: Document) -> Callable[[str], Place]:
        """Where the clauses of a document are, by id."""
        there, doc_id = self.about(document), document.doc_id
        aside, left_out = Place("none", apart="repeated"), self._apart
        return lambda clause_id: aside if (clause_id, doc_id) in left_out else there


def _split(part: str) -> Split:
    return next(split for split in PARTS if split == part)
