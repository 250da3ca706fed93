"""Where to write the task ledger of a document, and what became of it."""

from collections.abc import Iterator
from datetime import datetime
from itertools import count
from os.path import lexists
from pathlib import Path
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from annotator.errors import AnnotatorError, reason
from annotator.flows.ledger import Made, export
from annotator.flows.reviewing import Reviewing
from annotator.model.document import Document
from annotator.store.blinding import sight
from annotator.store.fresh import fresh
from annotator.store.project import Project
from annotator.tui.reader import Reader, Stopped
from annotator.tui.screens.exporting import folder
from annotator.tui.widgets.finder import Finder
from annotator.words import say
from annotator.words.plain import plain_lines

ENDING = ".xlsx"


class LedgerExport(ModalScreen[None]):
    """Enter writes; Escape goes back."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "back", id="leave-ledger"),
        Binding("enter", "back", id="close-ledger"),
    ]
    AUTO_FOCUS = "Finder"

    def __init__(self, reviewing: Reviewing, document: Document) -> None:
        super().__init__()
        self._reviewing, self._document = reviewing, document

    def compose(self) -> ComposeResult:
        """The question, the line for the answer, what is to tell, the keys."""
        with Vertical(id="box"):
            yield Static(Content(say("ledger.ask")), id="box-title")
            yield Finder(str(proposed(self._reviewing.project)))
            yield Static("", id="told", markup=False)
            yield Static(Content(say("export.keys_ready")), id="box-keys", markup=False)

    def on_mount(self) -> None:
        """Get ready."""
        self._reader = Reader(self, self._reviewing.project.path)

    def on_unmount(self) -> None:
        """Nothing is written any more."""
        self._reader.close()

    @on(Input.Submitted)
    def begin(self, event: Input.Submitted) -> None:
        """Write the file that is named there."""
        event.stop()
        if not event.value.strip():
            self._tell("ready", say("ledger.no_file", example=proposed(self._reviewing.project)))
            return
        path = folder(event.value)
        self._path = path if path.suffix.lower() == ENDING else path.with_name(path.name + ENDING)
        self._tell("running", say("ledger.starting"))
        self._reader.ask(self._write, self._learn)

    def _write(self, project: Project, stopped: Stopped) -> Iterator[Made]:
        """Write it, in the reader's thread."""
        seen = sight(project, self._reviewing.reviewer)
        wanted = {self._document.doc_id: frozenset(range(self._document.clauses))}
        made = export(project, self._reviewing.codebook, seen, wanted=wanted, by_unit=True)
        if not stopped():
            try:
                self._path.parent.mkdir(parents=True, exist_ok=True)
            except OSError as error:
                raise AnnotatorError("keeping.cannot_write", path=self._path, reason=reason(error)) from error
            with fresh(self._path) as partial:
                partial.write_bytes(made.data)
            yield made

    def _learn(self, told: Made | AnnotatorError) -> None:
        """How it ended."""
        if isinstance(told, AnnotatorError):
            self._tell("ready", str(told))
            return
        written = say("ledger.written", path=self._path, documents=told.documents, tasks=told.tasks)
        self._tell("done", written, say("ledger.filled_in"))

    def _tell(self, state: str, *told: str) -> None:
        finder = self.query_one(Finder)
        finder.disabled = state != "ready"
        if state == "ready":
            finder.focus()
        self.query_one("#told", Static).update(Content(plain_lines("\n".join(told))))
        self.query_one("#box-keys", Static).update(Content(say(f"export.keys_{state}")))

    def action_back(self) -> None:
        """Go back."""
        self.dismiss(None)


def proposed(project: Project) -> Path:
    """A file beside the project that is not there yet, named after the day."""
    day = datetime.fromtimestamp(project.clock() / 1000).astimezone().date().isoformat()
    stem = f"{say('ledger.sheet')}-{day}"
    names = (stem if number == 1 else f"{stem}-{number}" for number in count(1))
    every = (project.path.parent / "exports" / f"{name}{ENDING}" for name in names)
    return next(path for path in every if not lexists(path))
