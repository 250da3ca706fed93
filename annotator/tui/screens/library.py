"""The documents of the project and how far the work on each is."""

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Static

from annotator.errors import AnnotatorError
from annotator.flows.reviewing import Reviewing
from annotator.model import telling
from annotator.model.document import Document
from annotator.store import documents, metadata, places, reviews, titles
from annotator.tui.commands import COMMANDS
from annotator.tui.describing import about, changed
from annotator.tui.keys import key_words, keys_of
from annotator.tui.progress import progress_row
from annotator.tui.widgets.bar import KeyBar, TitleBar
from annotator.tui.widgets.row_list import RowList
from annotator.words import say
from annotator.words.plain import plain

AWAY = ("search", "go_to", "agreement", "feedback", "round", "lead")
"""Commands that lead to a clause: they are given on the review screen."""

HERE = (*AWAY, "undo", "redo", "progress", "adjudicate", "export", "theme", "help", "palette", "quit")
"""Commands of the review screen that make sense without a clause."""

_DONE = {"undo": "undone", "redo": "redone"}


class LibraryScreen(Screen[Document | tuple[Document, tuple[int, ...]] | str | None]):
    """Choose a document; Enter answers with it, what it leaves open with it and the numbers of clauses, a
    command that leads to a clause with its id.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down,j", "move(1)", id="library-down"),
        Binding("up,k", "move(-1)", id="library-up"),
        Binding("pagedown", "move(10)", id="library-page-down"),
        Binding("pageup", "move(-10)", id="library-page-up"),
        Binding("home", "move(-1000000000)", id="library-first"),
        Binding("end", "move(1000000000)", id="library-last"),
        Binding("enter,space", "open", id="open-document"),
        Binding("i", "describe", id="library-describe"),
        Binding("o", "findings", id="library-findings"),
        Binding("escape", "back", id="library-back"),
        Binding("q", "command('quit')", id="library-quit"),
        *(Binding(COMMANDS[name].keys or f"no_{name}", f"command('{name}')", id=name) for name in HERE),
    ]
    AUTO_FOCUS = None

    def __init__(self, reviewing: Reviewing, at: str = "") -> None:
        super().__init__()
        self.reviewing = reviewing
        self._at = at
        self._doc_ids: list[str] = []
        self._described_here = self._taken_back_here = 0

    def compose(self) -> ComposeResult:
        """Title, documents, keys."""
        yield TitleBar()
        yield RowList(self._rows)
        yield Static(Content(say("library.empty")), id="empty")
        yield Static("", id="about", markup=False)
        yield KeyBar()

    def on_mount(self) -> None:
        """Show the documents as they are now, the cursor on the one that was open."""
        project = self.reviewing.project
        self._doc_ids = places.doc_ids(project)
        rows = self.query_one(RowList)
        here = (n for n, doc_id in enumerate(self._doc_ids) if doc_id == self._at)
        rows.fill(len(self._doc_ids), next(here, 0))
        rows.display = bool(self._doc_ids)
        self.query_one("#empty").display = not self._doc_ids
        words = say("library.count", documents=len(self._doc_ids), clauses=places.clauses(project))
        self.query_one(TitleBar).show(project.path.name, f"{words}  {self.reviewing.reviewer}")
        back = [("escape", "back", "back")] if self._at else []
        keys = [
            ("enter", "open", "open"), *back, ("i", "describe", "describe"), ("o", "findings", "findings"),
            ("up_down", "choose", "move(1)"), ("question", "help", "command('help')"),
            ("quit_key", "quit", "command('quit')"),
        ]  # fmt: skip
        shown = [(say(f"library.{key}"), say(f"library.{words}"), action) for key, words, action in keys]
        named = [(key_words(keys_of(name)[0]), name) for name in self._offered()]
        shown[2:2] = [(key, say(f"library.{name}"), f"command('{name}')") for key, name in named if key]
        self.query_one(KeyBar).show(shown)

        self._tell()

    def _tell(self) -> None:
        """What is known of the document under the cursor."""
        self.query_one("#about", Static).display = bool(self._doc_ids)
        if self._doc_ids:
            known = metadata.known(self.reviewing.project, self._doc_ids[self.query_one(RowList).cursor])
            self.query_one("#about", Static).update(Content(plain(about(known))))

    def _offered(self) -> tuple[str, ...]:
        """Commands to be told of; what is assigned only to whom anything ever was."""
        asked = reviews.ever_asked(self.reviewing.project, self.reviewing.reviewer)
        return ("round", "search", "palette") if asked else ("search", "palette")

    def _rows(self, first: int, count: int) -> list[list[tuple[str, str]]]:
        asked = self._doc_ids[first : first + count]
        found = {one.doc_id: one for one in places.several(self.reviewing.project, asked)}
        told = titles.told(self.reviewing.project, {one.doc_id: one.title for one in found.values()})
        found = {doc_id: one._replace(title=told[doc_id]) for doc_id, one in found.items()}
        gone = [(say("moving.row_gone"), "dim")]
        return [progress_row(self.reviewing, found[one]) if one in found else gone for one in asked]

    def action_move(self, by: int) -> None:
        """Up or down."""
        self.query_one(RowList).step(by)
        self._tell()

    def action_describe(self) -> None:
        """What is known of the document under the cursor, to be put right."""
        from annotator.tui.screens.document_form import DocumentForm  # noqa: PLC0415

        if not self._doc_ids:
            return
        doc_id = self._doc_ids[self.query_one(RowList).cursor]
        if document := documents.document(self.reviewing.project, doc_id):
            self.app.push_screen(DocumentForm(self.reviewing, document), self._described)

    def action_findings(self) -> None:
        """What the document under the cursor leaves open, to go there."""
        from annotator.tui.screens.findings import Findings  # noqa: PLC0415

        if not self._doc_ids:
            return
        doc_id = self._doc_ids[self.query_one(RowList).cursor]
        if document := documents.document(self.reviewing.project, doc_id):

            def chosen(numbers: tuple[int, ...] | None) -> None:
                if numbers:
                    self.dismiss((document, numbers))

            self.app.push_screen(Findings(self.reviewing.project, document), chosen)

    def _described(self, fields: tuple[str, ...] | None) -> None:
        """Something was put right: show it."""
        if fields:
            self._described_here, self._taken_back_here = self._described_here + 1, 0
            self._show_again(changed(fields))

    def _show_again(self, words: str) -> None:
        """The documents as they are now, and what was done."""
        self.notify(plain(words), markup=False)
        rows = self.query_one(RowList)
        rows.fill(len(self._doc_ids), rows.cursor)
        self._tell()

    def _go_back(self, name: str) -> None:
        """Take back what was put right here, or do it again; what was done elsewhere is taken back there,
        where one sees it.
        """
        count = self._described_here if name == "undo" else self._taken_back_here
        if not count:
            self.notify(say(f"library.no_{name}", pressed=key_words(keys_of(name)[0])), markup=False)
            return
        try:
            undone = self.reviewing.undo() if name == "undo" else self.reviewing.redo()
        except AnnotatorError as error:
            self.notify(plain(str(error)), markup=False)
            return
        by = -1 if name == "undo" else 1
        self._described_here, self._taken_back_here = self._described_here + by, self._taken_back_here - by
        act = undone.events if name == "undo" else undone.changes
        self._show_again(say(f"review.{_DONE[name]}", what=telling.act(act, self.reviewing.codebook)))

    def action_open(self) -> None:
        """Answer with the document under the cursor, if it has a clause."""
        if not self._doc_ids:
            return
        doc_id = self._doc_ids[self.query_one(RowList).cursor]
        document = documents.document(self.reviewing.project, doc_id)
        if document and document.clauses:
            self.dismiss(document)

    def action_back(self) -> None:
        """Back to the clause that was open, if one was."""
        if self._at:
            self.dismiss(None)

    async def action_command(self, name: str) -> None:
        """Do what the command of that id does; what leads to a clause is left to the review screen."""
        match name:
            case _ if name in AWAY and self._at:
                self.dismiss(name)
            case _ if name in AWAY:
                self.notify(say("library.nothing_there"), markup=False)
            case "undo" | "redo":
                self._go_back(name)
            case "theme" | "quit":
                await self.run_action(f"app.{name}")
            case _:
                self._push(name)

    def _push(self, name: str) -> None:
        """Put up a screen that is not needed to start."""
        from annotator.tui.screens import library_help  # noqa: PLC0415
        from annotator.tui.screens.adjudicating import Adjudication  # noqa: PLC0415
        from annotator.tui.screens.exporting import Exporting  # noqa: PLC0415
        from annotator.tui.screens.help import Help  # noqa: PLC0415
        from annotator.tui.screens.palette import Palette  # noqa: PLC0415
        from annotator.tui.screens.progress import Progress  # noqa: PLC0415

        match name:
            case "palette":
                self.app.push_screen(Palette(HERE), self._chosen)
            case "export":
                self.app.push_screen(Exporting(self.reviewing))
            case "progress":
                self.app.push_screen(Progress(self.reviewing))
            case "adjudicate":
                try:
                    self.app.push_screen(Adjudication(self.reviewing))
                except AnnotatorError as error:
                    self.notify(plain(str(error)), markup=False)
            case _:
                self.app.push_screen(Help(library_help.lines))

    async def _chosen(self, name: str | None) -> None:
        """A command was chosen in the palette."""
        if name:
            await self.action_command(name)

    @on(RowList.Chosen)
    def choose(self, event: RowList.Chosen) -> None:
        """A click opens."""
        self.query_one(RowList).move(event.index)
        self.action_open()

    @on(KeyBar.Pressed)
    async def press(self, event: KeyBar.Pressed) -> None:
        """A key of the bar was clicked."""
        await self.run_action(event.action)
