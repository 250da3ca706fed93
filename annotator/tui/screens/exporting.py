"""Where to export to, how far it is, and what became of it."""

from collections.abc import Iterable, Iterator
from datetime import datetime
from itertools import count
from os.path import lexists
from pathlib import Path
from shlex import join
from typing import ClassVar, Literal

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from annotator.errors import AnnotatorError
from annotator.flows.exporting import Manifest, steps, summary
from annotator.flows.reviewing import Reviewing
from annotator.store.project import Project
from annotator.tui.reader import Reader, Stopped
from annotator.tui.widgets.finder import Finder
from annotator.words import say
from annotator.words.plain import plain_lines


class Exporting(ModalScreen[None]):
    """Enter exports; Escape stops an export under way, else goes back. Leaving the program stops it too."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "back", id="leave-exporting"),
        Binding("enter", "close", id="close-exporting"),
    ]
    AUTO_FOCUS = "Finder"

    def __init__(self, reviewing: Reviewing) -> None:
        super().__init__()
        self._project, self._codebook = reviewing.project, reviewing.codebook
        self._reviewer = reviewing.reviewer
        self._state: Literal["ready", "running", "done"] = "ready"
        self._wanted = True

    def compose(self) -> ComposeResult:
        """The question, the line for the answer, what is to tell, the keys."""
        with Vertical(id="box"):
            yield Static(Content(say("export.folder")), id="box-title")
            yield Finder(str(proposed(self._project)))
            yield Static("", id="told", markup=False)
            yield Static("", id="box-keys", markup=False)

    def on_mount(self) -> None:
        """Get ready."""
        self._reader = Reader(self, self._project.path)
        self._turn("ready")

    def on_unmount(self) -> None:
        """What is not whole by now is taken away."""
        self._reader.close()

    def _turn(self, state: Literal["ready", "running", "done"], *told: str) -> None:
        self._state = state
        self.query_one(Finder).disabled = state != "ready"
        if state == "ready":
            self.query_one(Finder).focus()
        self.query_one("#told", Static).update(Content(plain_lines("\n".join(told))))
        self.query_one("#box-keys", Static).update(Content(say(f"export.keys_{state}")))

    # ------------------------------------------------------------ exporting

    @on(Input.Submitted)
    def begin(self, event: Input.Submitted) -> None:
        """Export to the folder that is written there."""
        event.stop()
        if self._state != "ready":
            return
        if not event.value.strip():
            self._turn("ready", say("export.no_folder", example=proposed(self._project)))
            return
        self._out = folder(event.value)
        self._wanted = True
        self._turn("running", say("export.starting"))
        self._reader.ask(self._export, self._learn)

    def _export(self, project: Project, stopped: Stopped) -> Iterator[tuple[int, int] | Manifest | None]:
        """The steps of the export, and None where it was stopped; in the reader's thread."""
        command = join(["annotator", "export", str(self._out), "--project", str(project.path)])
        for step in steps(project, self._codebook, self._out, command=command, asker=self._reviewer):
            yield step
            if not isinstance(step, Manifest) and (stopped() or not self._wanted):
                break
        else:
            return
        yield None

    def _learn(self, told: tuple[int, int] | Manifest | AnnotatorError | None) -> None:
        """How far it is, or how it ended."""
        if isinstance(told, tuple):
            self._turn("running", say("export.running", done=told[0], total=told[1]))
        elif isinstance(told, Manifest):
            self._turn("done", *summary(told, self._out))
        else:
            self._turn("ready", say("export.stopped") if told is None else _refusal(told))

    # ------------------------------------------------------------ keys

    def action_back(self) -> None:
        """Stop what is under way, else go back."""
        if self._state == "running":
            self._wanted = False
        else:
            self.dismiss(None)

    def action_close(self) -> None:
        """Go back from what was told."""
        if self._state == "done":
            self.dismiss(None)


def _refusal(error: AnnotatorError) -> str:
    """Why there is no export: without the options that a screen has not."""
    if error.key == "export.not_empty":
        return say("export.not_empty_here", **error.values)
    return str(error)


def proposed(project: Project) -> Path:
    """A folder beside the project that is not there yet, named after the day."""
    day = datetime.fromtimestamp(project.clock() / 1000).astimezone().date().isoformat()
    names: Iterable[str] = (day if number == 1 else f"{day}-{number}" for number in count(1))
    every = (project.path.parent / "exports" / name for name in names)
    return next(path for path in every if not lexists(path))


def folder(written: str) -> Path:
    """The folder that somebody means; ~ is their home, as a shell has it."""
    path = Path(written.strip())
    return path.expanduser() if path.parts[:1] == ("~",) else path
