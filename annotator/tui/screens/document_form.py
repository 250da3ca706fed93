"""What is known of a document, to be looked at and put right."""

from collections.abc import Mapping

from textual import on
from textual.events import DescendantFocus

from annotator.flows.describing import describe
from annotator.flows.reviewing import Reviewing
from annotator.model.document import Document
from annotator.model.metadata import FIELDS, counted, shown
from annotator.store import metadata
from annotator.tui.describing import hint, name
from annotator.tui.screens.text_form import Entry, Paper, TextForm
from annotator.words import say
from annotator.words.plain import plain, plain_lines


class DocumentForm(TextForm[tuple[str, ...]]):
    """Stores what is written, as one act of the reviewer; answers with the fields that are other ones now."""

    KEYS = "metadata.form_keys"

    def __init__(self, reviewing: Reviewing, document: Document) -> None:
        self._reviewing = reviewing
        self._document = document
        known = metadata.known(reviewing.project, document.doc_id)
        self._known, told = known, counted(known)
        entries = [
            Entry(field, name(field), shown(field, told.get(field, "")), 2 if field == "title" else 1)
            for field in FIELDS
        ]
        self._before = {entry.name: plain_lines(entry.text).strip() for entry in entries}
        super().__init__(plain(say("metadata.form_title", file=document.file_name)), entries)

    @on(DescendantFocus)
    def hint(self, event: DescendantFocus) -> None:
        """Say how the field came to be, and what may be written in it."""
        if isinstance(event.widget, Paper):
            self.tell(hint(event.widget.entry.name, self._known))

    def accept(self, written: Mapping[str, str]) -> tuple[str, ...]:
        """Store what was written; what was left as it stood is not said again, as it may be another by now.
        Raises AnnotatorError for what a field cannot be, and where roles do not allow it.
        """
        said = {field: text for field, text in written.items() if text != self._before[field]}
        reviewing = self._reviewing
        return describe(reviewing.project, reviewing.reviewer, self._document.doc_id, said, origin="key")
