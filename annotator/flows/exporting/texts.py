"""The words of a project's documents, by clause, for lines that have lost them."""

from collections.abc import Mapping
from typing import Any

from annotator.errors import AnnotatorError
from annotator.flows.exporting.reading import joint
from annotator.model.document import Clause, Document
from annotator.model.ids import sha256
from annotator.store import documents, pieces
from annotator.store.project import Project
from annotator.tools.release.ground import Ground
from annotator.tools.release.joined import Joined
from annotator.tools.release.standoff import HASHED, Words


class Texts:
    """Holds one document at a time: lines come document by document."""

    def __init__(self, project: Project) -> None:
        self._project = project
        self._every = {document.doc_id: document for document in documents.listing(project)}
        self._document: Document | None = None

    def words(self, line: Mapping[str, Any]) -> Words:
        """What gives the words of a line; it raises AnnotatorError where the text in the project does not fit
        the hash in the line.
        """

        def given(name: str, part: Mapping[str, Any]) -> Any:
            clause = self._clause(line)
            whole = Joined(clause, joint(self._ground.source, clause))
            if name == "surface":
                return self._surface(part, clause, whole)
            if name in HASHED:
                return self._fitting(name, part, clause, whole)
            if name == "duty":
                return clause.text[: clause.lead] if clause.lead else clause.text
            return {"marker": clause.marker, "path": clause.path}[name]

        return given

    def _clause(self, line: Mapping[str, Any]) -> Clause:
        document = self._every[line["doc_id"]]
        if document is not self._document:
            self._document = document
            source = documents.source_text(self._project, document.source_sha256)
            self._ground = Ground(source, pieces.edits(self._project, document.cutting))
            self._clauses = {one.clause_id: one for one in documents.clauses(self._project, document)}
        if (clause := self._clauses.get(line["id"])) is None:
            raise self._other(document, line["id"])
        return clause

    def _fitting(self, name: str, part: Mapping[str, Any], clause: Clause, whole: Joined) -> str:
        """The text of the clause, or its text and tail as one: whichever the hash is of."""
        for text in (clause.text, whole.text) if name == "text" else (clause.tail,):
            if sha256(text) == part[f"{name}_sha256"]:
                return text
        raise self._other(self._every[clause.doc_id], clause.clause_id)

    def _surface(self, part: Mapping[str, Any], clause: Clause, whole: Joined) -> str:
        start, end = part["start"], part["end"]
        if start is None:  # in another clause, or nowhere
            start, end = part["source_start"], part["source_end"]
            return "" if start is None else self._ground.clean(start, end).text
        if "where" not in part:
            return whole.text[start:end]
        return (clause.tail if part["where"] == "tail" else clause.text)[start:end]

    def _other(self, document: Document, clause_id: str) -> AnnotatorError:
        return AnnotatorError(
            "publishing.other_text", title=document.title, project=self._project.path, clause=clause_id
        )
