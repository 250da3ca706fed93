"""A new version of the codebook before it is put in force: what it changes, and whose labels it touches."""

from collections.abc import Iterator, Sequence
from typing import ClassVar, Literal

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from annotator.errors import AnnotatorError
from annotator.flows import revising, suggesting
from annotator.flows.reviewing import Reviewing
from annotator.model.codebook import Codebook
from annotator.store.blinding import sight
from annotator.store.project import Project
from annotator.tui.keys import mode_words
from annotator.tui.reader import Reader, Stopped
from annotator.tui.screens.binding import bindings
from annotator.tui.screens.code_form import Revised
from annotator.tui.widgets.row_list import Row, RowList
from annotator.words import say
from annotator.words.plain import plain_lines

Way = Literal["disputed", "recheck", "use", "leave"]


class Revision(ModalScreen[Codebook | None]):
    """Answers with the codebook once it is in force, with None where it is left. All that takes long is done
    beside the screens.
    """

    BINDINGS: ClassVar[list[BindingType]] = bindings("choice")
    AUTO_FOCUS = None

    def __init__(self, reviewing: Reviewing, revised: Revised) -> None:
        super().__init__()
        self._before, self._me = reviewing.codebook, reviewing.reviewer
        self._path = reviewing.project.path
        self._text, self._codebook = revised
        self._shown: revising.Preview | None = None
        self._working = False
        self._ways: Sequence[Way] = ("leave",)

    def compose(self) -> ComposeResult:
        """Title, what changes, what can be done, the keys."""
        with Vertical(id="box"):
            title = say("revising.title", version=self._codebook.version)
            yield Static(Content(plain_lines(title)), id="box-title")
            with VerticalScroll(can_focus=False):
                yield Static(Content(say("revising.counting")), id="told", markup=False)
            yield RowList(self._rows)
            yield Static(Content(say("revising.choice_keys", **mode_words("choice"))), id="box-keys")

    def on_mount(self) -> None:
        """Count what is touched."""
        self._reader = Reader(self, self._path)
        self.query_one(RowList).fill(len(self._ways))
        self._reader.ask(self._look, self._learn)

    def on_unmount(self) -> None:
        """Nobody wants to know any more."""
        self._reader.close()

    def _look(
        self, project: Project, stopped: Stopped
    ) -> Iterator[tuple[revising.Preview, revising.Preview]]:
        """What is touched, and what of it the reviewer may see."""
        whole = revising.preview(project, self._before, self._codebook)
        yield whole, whole.shown(sight(project, self._me))

    def _learn(self, told: tuple[revising.Preview, revising.Preview] | AnnotatorError) -> None:
        if isinstance(told, AnnotatorError):
            self._tell(str(told))
            return
        whole, self._shown = told
        self._tell(*revising.summary(self._shown, self._before, self._codebook))
        asking: list[Way] = ["recheck", "use", "leave"] if whole.clauses else ["use", "leave"]
        self._ways = ["disputed", *asking] if self._shown.disputed else asking
        self.query_one(RowList).fill(len(self._ways))

    def _tell(self, *lines: str) -> None:
        self.query_one("#told", Static).update(Content(plain_lines("\n".join(lines))))

    def _rows(self, first: int, count: int) -> Sequence[Row]:
        clauses, disputed = (self._shown.clauses, len(self._shown.disputed)) if self._shown else (0, 0)
        counts = {"disputed": disputed}
        ways = self._ways[first : first + count]
        return [[(f" {say(f'revising.way_{way}', clauses=counts.get(way, clauses))}", "")] for way in ways]

    def action_move(self, by: int) -> None:
        """Up or down."""
        self.query_one(RowList).step(by)

    @on(RowList.Chosen)
    def choose_clicked(self, event: RowList.Chosen) -> None:
        """A click takes a way."""
        self.query_one(RowList).move(event.index)
        self.action_take()

    def action_take(self) -> None:
        """Go the way under the cursor."""
        way = self._ways[self.query_one(RowList).cursor]
        if self._working:
            return
        if way == "leave":
            self.dismiss(None)
            return
        self._working = True
        self._tell(say("revising.working"))
        self._reader.ask(lambda project, stopped: self._use(project, way), self._done)

    def _use(self, project: Project, way: Way) -> Iterator[Codebook]:
        """Put it in force, and give back what it touches, all or nothing; in the reader's thread."""

        def following() -> None:
            if way in ("disputed", "recheck"):
                few = way == "disputed"
                revising.recheck(project, self._me, self._before, self._codebook, disputed=few)

        new = self._codebook, self._text, lambda done, total: None
        suggesting.use(project, self._me, *new, before=self._before, following=following)
        yield self._codebook

    def _done(self, told: Codebook | AnnotatorError) -> None:
        self._working = False
        if isinstance(told, AnnotatorError):
            self._tell(str(told))
            return
        self.dismiss(told)
