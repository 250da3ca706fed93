"""The clauses that a finding is about, as a queue."""

from collections.abc import Sequence

from annotator.errors import Refused
from annotator.model.document import Document
from annotator.store import documents
from annotator.store.project import Project
from annotator.tui.queue import Queue, packed
from annotator.words import say


class ToCheck(Queue):
    """What is to be looked at; finished or not, each is looked at once."""

    area = "to_check"

    @property
    def place(self) -> str:
        """Where one is in it, in words."""
        return say("moving.to_check", number=self.position + 1, count=self.count)

    def ended(self, key: str) -> Refused:
        """The sentence for one of the ends."""
        return Refused(key.replace("moving.queue", "moving.to_check"))


def to_check(project: Project, document: Document, numbers: Sequence[int]) -> Queue:
    """The queue of some clauses of a document, by their numbers from 0."""
    ids = documents.clause_ids(project, document, 0, document.clauses)
    return ToCheck("", "", None, packed(ids[number] for number in numbers))
