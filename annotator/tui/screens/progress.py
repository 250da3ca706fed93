"""What a reviewer has done, how long it took, and what is left in each document."""

from collections.abc import Iterator, Sequence
from typing import ClassVar

from rich.cells import cell_len
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from annotator.flows.reviewing import Reviewing
from annotator.model import review
from annotator.model.document import Document
from annotator.store import documents, pace, reviews
from annotator.tui.display import padded
from annotator.tui.pace import LAST, median, midnight, time_words
from annotator.tui.widgets.row_list import Row, RowList
from annotator.words import say
from annotator.words.plain import plain, plain_lines

COLUMN = 10


class Progress(ModalScreen[None]):
    """Read and leave."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,enter,space", "dismiss", id="leave-progress"),
        Binding("up,k", "move(-1)", id="progress-up"),
        Binding("down,j", "move(1)", id="progress-down"),
        Binding("pageup", "move(-10)", id="progress-page-up"),
        Binding("pagedown", "move(10)", id="progress-page-down"),
    ]
    AUTO_FOCUS = None

    def __init__(self, reviewing: Reviewing) -> None:
        super().__init__()
        self._project, self._reviewer = reviewing.project, reviewing.reviewer
        self._documents = documents.listing(self._project)

    def compose(self) -> ComposeResult:
        """Sums, and a line for each document."""
        with Vertical(id="box"):
            yield Static(Content(plain(say("pace.title", reviewer=self._reviewer))), id="box-title")
            yield Static(Content(plain_lines("\n".join(self._sums()))), id="sums")
            yield RowList(self._rows)
            yield Static(Content(say("pace.keys")), id="box-keys")

    def on_mount(self) -> None:
        """Every document."""
        self.query_one(RowList).fill(len(self._documents))

    def _sums(self) -> Iterator[str]:
        project, me = self._project, self._reviewer
        for name, since in (("today", midnight(project)), ("week", midnight(project, 6)), ("all", 0)):
            done = say("pace.done", count=pace.finished(project, me, since))
            spent = say("pace.spent", time=time_words(pace.spent(project, me, since)))
            yield f"{padded(say(f'pace.span_{name}'), COLUMN)}{padded(done, 2 * COLUMN)}{spent}"
        taken = pace.seconds(project, me, LAST)
        told = say("pace.pace", count=len(taken), time=time_words(median(taken)))
        yield told if taken else say("pace.no_pace")
        yield say("pace.open", **pace.left_open(project, me)._asdict())
        yield ""
        yield _columns(
            *(say(f"pace.column_{name}") for name in ("done", "draft", "skipped", "left", "document"))
        )

    def _rows(self, first: int, count: int) -> Sequence[Row]:
        return [self._row(document) for document in self._documents[first : first + count]]

    def _row(self, document: Document) -> Row:
        said = reviews.progress(self._project, document).get(self._reviewer, review.Progress())
        left = document.clauses - sum(said)
        done = f"{said.submitted}/{document.clauses}"
        tone = "good" if not left else "strong" if said != review.Progress() else ""
        return [(_columns(done, str(said.draft), str(said.skipped), str(left), document.title), tone)]

    def action_move(self, by: int) -> None:
        """Up or down."""
        self.query_one(RowList).step(by)


def _columns(*cells: str) -> str:
    """The cells of a line, all but the last at the right of their columns."""
    *numbers, last = cells
    return "".join(" " * (COLUMN - cell_len(one)) + one for one in numbers) + f"  {last}"
