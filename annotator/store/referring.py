"""What a fault of a project is in, as its people know it: a document by its file and title, a clause by its
number there, a person by name. Only tables are read, never views: those fail on values that are no JSON.
"""

import json
from datetime import UTC, datetime
from functools import cached_property
from typing import Any

from annotator.store.project import Project
from annotator.words import say


class Referring:
    """Names for ids; an id that leads nowhere stands for itself."""

    def __init__(self, project: Project) -> None:
        self._db = project.db

    def document(self, doc_id: str) -> str:
        """A document by its file and title."""
        if doc_id not in self._files:
            return doc_id
        file, title = self._files[doc_id], self._said("metadata", "title", doc_id)
        if not isinstance(title, str):
            return say("verify.in_file", file=file)
        return say("verify.in_document", file=file, title=title)

    def source(self, digest: str) -> str:
        """A source by its document."""
        query = "SELECT doc_id FROM source WHERE source_sha256 = ?"
        row = self._db.execute(query, (digest,)).fetchone()
        return self.document(row[0]) if row else digest

    def subject(self, subject: str) -> str:
        """What an event speaks of: a clause, a document, or a person."""
        query = (
            "SELECT source_sha256, ord FROM piece JOIN placement USING (piece_no) "
            "JOIN cutting ON cutting.cutting_no = placement.cutting_no "
            "WHERE clause_id = ? AND ord IS NOT NULL ORDER BY placement.cutting_no DESC LIMIT 1"
        )
        if row := self._db.execute(query, (subject,)).fetchone():
            return say("verify.in_clause", document=self.source(row[0]), number=row[1] + 1)
        return self.person(subject) if subject not in self._files else self.document(subject)

    def person(self, reviewer: str) -> str:
        """A person by name."""
        said = self._said("person", "", reviewer) or self._said("person", "arrival", reviewer)
        name = said.get("name") if isinstance(said, dict) else None
        return name if isinstance(name, str) else reviewer

    def work(self, reviewer: str, at: int) -> str:
        """A run of the log by one of its events: whose work it is, and of about when."""
        try:
            when = datetime.fromtimestamp(at / 1000, UTC).strftime("%Y-%m-%d %H:%M")
        except (ValueError, OverflowError, OSError):  # a time that no calendar has
            when = str(at)
        return say("verify.work", name=self.person(reviewer), at=when)

    @cached_property
    def _files(self) -> dict[str, str]:
        return dict(self._db.execute("SELECT doc_id, file_name FROM document").fetchall())

    def _said(self, kind: str, field: str, subject: str) -> Any:
        """What the present says of a subject; None where it says nothing that can be read."""
        query = (
            "SELECT value FROM present "
            "WHERE subject = ? AND layer = 'project' AND kind = ? AND field = ? LIMIT 1"
        )
        row = self._db.execute(query, (subject, kind, field)).fetchone()
        try:
            return json.loads(row[0]) if row else None
        except (ValueError, TypeError):
            return None
