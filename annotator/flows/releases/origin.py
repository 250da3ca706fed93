"""The project that a full release holds, made again beside it for a while, to hold its records against."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from annotator.flows.releases.folder import Released
from annotator.flows.releases.restoring import build
from annotator.model.document import Clause, Document
from annotator.model.place import Places
from annotator.store import documents, pieces
from annotator.store.project import Project
from annotator.tools.release.ground import Ground

_BATCH = 500


@contextmanager
def origin(released: Released) -> Iterator["Origin"]:
    """Raises AnnotatorError where no project can be made of it."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "project.db"
        build(released, path, searched=False)
        with Project.open(path) as project:
            yield Origin(project)


class Origin:
    """Looks at clauses in the order of a release."""

    def __init__(self, project: Project) -> None:
        self._project = project
        self._known = {one.doc_id: one for one in documents.listing(project)}
        self._document: Document | None = None
        self._ground = Ground("", ())
        self._there: dict[int, Clause] = {}

    def differs(self, record: Mapping[str, Any], places: list[tuple[str, Mapping[str, Any]]]) -> str:
        """Where a canonical record is not what the sources say; empty where it is."""
        clause = self._clause(record["doc_id"], record["seq"])
        if clause is None or record["id"] != clause.clause_id:
            return "id"
        if record["anchor"] != {"start": clause.start, "end": clause.end}:
            return "anchor"
        for name in ("text", "tail", "marker"):
            if record[name] != getattr(clause, name):
                return name
        text, tail = (clause.text_start, clause.text_end), (clause.tail_start, clause.tail_end)
        way = Places(text, tail, self._ground.clean)
        for at, place in places:
            start, end = place["source_start"], place["source_end"]
            if start is None:
                continue
            if found := way.find(start, end):
                if found._asdict() != {name: place[name] for name in found._fields}:
                    return at
            elif place["where"] is not None:
                return at
        return ""

    def _clause(self, doc_id: str, number: int) -> Clause | None:
        """A clause of a document, read with those beside it."""
        if self._document is None or self._document.doc_id != doc_id:
            if (document := self._known.get(doc_id)) is None:
                return None
            self._document = document
            source = documents.source_text(self._project, document.source_sha256)
            self._ground = Ground(source, pieces.edits(self._project, document.cutting))
            self._there = {}
        if number not in self._there:
            first = number - number % _BATCH
            read = documents.clauses(self._project, self._document, first, _BATCH)
            self._there = {one.ord: one for one in read}
        return self._there.get(number)
