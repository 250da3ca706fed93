"""The clause that a foreign text is: by its id, else by its document, else by its very words."""

from collections.abc import Iterator
from functools import cached_property
from typing import NamedTuple

from annotator.errors import AnnotatorError
from annotator.model.document import Clause, Document
from annotator.model.place import Place, Places
from annotator.store import documents
from annotator.store.project import Project
from annotator.tools.labelled import Annotation, Mark


class Found(NamedTuple):
    """A clause and the way from the text that a tool had of it to the source: its text, or its text with its
    tail from `tail_start` on. `folded` says that the tool had ends of lines as one character.
    """

    clause: Clause
    places: Places
    text: str
    tail_start: int
    by_id: bool
    folded: bool

    def place(self, mark: Mark) -> Place | None:
        """Where a mark stands; None where it reaches over the end of text or tail."""
        start, end = mark.start, mark.end
        if self.folded:
            kept = [n for n, one in enumerate(self.text) if one != "\r" or self.text[n + 1 : n + 2] != "\n"]
            start, end = kept[start], kept[end - 1] + 1
        if end <= len(self.clause.text):
            return self.places.at("text", start, end)
        return self.places.at("tail", start - self.tail_start, end - self.tail_start)


class Finder:
    """Finds clauses. All texts of the project are read once, when the first has no id that is known."""

    def __init__(self, project: Project) -> None:
        self._project = project
        self._documents = {one.doc_id: one for one in documents.listing(project)}
        self._sources: tuple[str, str] = ("", "")

    def find(self, one: Annotation) -> Found:
        """Raises AnnotatorError where there is no such clause, where several read so, and where the clause
        does not read so any more.
        """
        place = documents.find_clause(self._project, one.clause) if one.clause else None
        if place:
            document = self._documents[place[0]]
            clause = documents.clause(self._project, document, place[1])
            if clause and (found := self._read(document, clause, one.text, by_id=True)):
                return found
            raise AnnotatorError("labelled.other_text", line=one.line, clause=one.clause)
        every = self._by_text.get(_plain(one.text), ())
        near = [key for key in every if key[0] == one.document] or list(every)
        if len(near) != 1:
            raise AnnotatorError(
                f"labelled.{'many' if near else 'no'}_clauses", line=one.line, count=len(near)
            )
        document = self._documents[near[0][0]]
        clause = documents.clause(self._project, document, near[0][1])
        found = self._read(document, clause, one.text, by_id=False) if clause else None
        if not found:
            raise AnnotatorError("labelled.no_clauses", line=one.line)
        return found

    @cached_property
    def _by_text(self) -> dict[str, set[tuple[str, int]]]:
        found: dict[str, set[tuple[str, int]]] = {}
        for document in self._documents.values():
            for clause in documents.clauses(self._project, document):
                for text, _ in self._readings(document, clause):
                    found.setdefault(_plain(text), set()).add((document.doc_id, clause.ord))
        return found

    def _readings(self, document: Document, clause: Clause) -> Iterator[tuple[str, int]]:
        """What a tool may have been given of a clause, with where its tail begins."""
        yield clause.text, len(clause.text)
        if clause.tail:
            between = self._source(document)[clause.text_end : clause.tail_start]
            text = clause.text + ("\n" if "\n" in between else "")
            yield text + clause.tail, len(text)

    def _read(self, document: Document, clause: Clause, text: str, *, by_id: bool) -> Found | None:
        for reading, tail_start in self._readings(document, clause):
            if _plain(reading) == _plain(text):
                places = documents.places(self._project, document, clause)
                return Found(clause, places, reading, tail_start, by_id, reading != text)
        return None

    def _source(self, document: Document) -> str:
        if self._sources[0] != document.source_sha256:
            text = documents.source_text(self._project, document.source_sha256)
            self._sources = document.source_sha256, text
        return self._sources[1]


def _plain(text: str) -> str:
    """A text as a browser has it, which knows one end of lines."""
    return text.replace("\r\n", "\n")
