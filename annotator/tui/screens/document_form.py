"""What is known of a document, to be looked at and put right."""

from collections.abc import Mapping

from annotator.flows.describing import describe
from annotator.flows.reviewing import Reviewing
from annotator.model.document import Document
from annotator.model.metadata import FIELDS, counted, shown
from annotator.store import metadata
from annotator.tui.describing import hints, name
from annotator.tui.screens.text_form import Entry, TextForm
from annotator.words import say


class DocumentForm(TextForm[tuple[str, ...]]):
    """Stores what is written, as one act of the reviewer; answers with the fields that are other ones now."""

    KEYS = "metadata.form_keys"

    def __init__(self, reviewing: Reviewing, document: Document) -> None:
        self._reviewing = reviewing
        self._document = document
        known = metadata.known(reviewing.project, document.doc_id)
        told = counted(known)
        super().__init__(
            say("metadata.form_title", title=document.title),
            [Entry(field, name(field), shown(field, told.get(field, ""))) for field in FIELDS],
        )
        self._hint = "\n".join(hints(known))

    def on_mount(self) -> None:
        """Say what is only thought, and what may be written."""
        self.tell(self._hint)

    def accept(self, written: Mapping[str, str]) -> tuple[str, ...]:
        """Store it. Raises AnnotatorError for what a field cannot be, and where roles do not allow it."""
        reviewing = self._reviewing
        return describe(reviewing.project, reviewing.reviewer, self._document.doc_id, written, origin="key")
