"""A clause, what each reviewer said of it side by side, and the list it is from."""

from abc import abstractmethod
from collections.abc import Callable, Sequence
from contextlib import suppress
from functools import partial
from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Static

from annotator.errors import AnnotatorError
from annotator.flows.adjudicating import Wanted
from annotator.flows.reviewing import Reviewing
from annotator.model.document import Document
from annotator.store import documents, people
from annotator.tui.bench import Bench
from annotator.tui.contrast import contrast, told
from annotator.tui.docket import Chosen, Docket, Part, find, given
from annotator.tui.keyboard import key_named, typed
from annotator.tui.keys import key_words, keys_of
from annotator.tui.modes import MODES
from annotator.tui.reader import Reader
from annotator.tui.sight import Sight
from annotator.tui.views import following
from annotator.tui.widgets.bar import KeyBar, TitleBar
from annotator.tui.widgets.clause_view import ClauseView
from annotator.tui.widgets.contrast_table import ContrastTable
from annotator.tui.widgets.paragraphs import Paragraphs
from annotator.words import say


class BenchScreen(Screen[None]):
    """Steps through a list of clauses. While the list is being found, the first of it can be worked on.

    `mode` names the keys, `area` the words of the catalogue about them; `bar` are the keys of the key bar,
    the most useful first, `empty` those that make sense where nothing is listed.
    """

    AUTO_FOCUS = None
    HORIZONTAL_BREAKPOINTS = [(130, "-wide")]  # noqa: RUF012  (an instance variable of Screen)
    mode: ClassVar[str]
    area: ClassVar[str]
    bar: ClassVar[Sequence[str]]
    empty: ClassVar[Sequence[str]]
    decider = ""
    """Who is to decide what is listed, empty where nobody is."""

    def __init__(self, reviewing: Reviewing) -> None:
        super().__init__()
        self.reviewing = reviewing
        self.sight = Sight()
        self.docket = Docket(Wanted())
        self._bench: Bench | None = None
        self._notice = ""

    @property
    def desk(self) -> Bench:
        """The clause on the bench; there is one whenever a key does anything."""
        assert self._bench is not None
        return self._bench

    def compose(self) -> ComposeResult:
        """Title, path, clause, table, all about a field, keys."""
        yield TitleBar(id="title")
        yield TitleBar(id="path", inner=True)
        yield Static(Content(say("adjudication.looking")), id="empty")
        with Vertical(id="bench"):
            yield ClauseView()
            yield ContrastTable()
            yield Paragraphs(id="told")
        yield KeyBar()

    def on_mount(self) -> None:
        """Look for the clauses."""
        self._reader = Reader(self, self.reviewing.project.path)
        self.begin()

    def on_unmount(self) -> None:
        """Nobody wants to know any more."""
        self._reader.close()

    # ------------------------------------------------------------ the list

    def begin(self) -> None:
        """Look for the clauses that are listed first."""
        self.look_for(Wanted())

    @abstractmethod
    def bench(self, document: Document, ord_no: int) -> Bench:
        """A bench with a clause on it."""

    def look_at(self, chosen: Chosen) -> None:
        """List clauses that were chosen elsewhere."""
        self.docket, self._bench = Docket(Wanted(), chosen.first), None
        self.show_words(say("adjudication.looking"))
        ids, decider = chosen.clause_ids, self.decider
        self._reader.ask(partial(given, self.reviewing.codebook, ids, decider), self._learn)

    def look_for(self, wanted: Wanted, notice: str = "") -> None:
        """List other clauses; the notice is told with the first of them."""
        self.docket, self._bench, self._notice = Docket(wanted), None, notice
        self.show_words(say("adjudication.looking"))
        self._reader.ask(partial(find, self.reviewing.codebook, wanted, self.decider), self._learn)

    def _learn(self, part: "Part | AnnotatorError | None") -> None:
        if isinstance(part, AnnotatorError):
            self.show_words(str(part))
            return
        docket = self.docket
        docket.whole = part is None
        docket.grow(part or Part([]))
        if self._bench is None and docket.start is not None:
            self._begin(docket.start)
        who = people.listed([*docket.others.values()])
        if self._bench is None and docket.whole:
            key = "all_own" if docket.own else "none_open"
            none = say(f"adjudication.{key}", count=docket.own, who=who)
            self.show_words(f"{self._notice}\n{none}".strip())
        elif self._bench:
            self._title()
            if docket.whole and docket.own and not self._notice:
                self.tell(say("adjudication.own_skipped", count=docket.own, who=who))

    def _begin(self, known: int) -> bool:
        """Have the first clause on the bench that is still there, from that number on; False without any."""
        while self._bench is None and known < len(self.docket.entries):
            with suppress(AnnotatorError):  # cut otherwise, or its document out of use, since it was found
                self._open(known)
        return self._bench is not None

    def _open(self, position: int) -> None:
        """Have the clause of that place on the bench. One that is gone meanwhile leaves the list, and raises
        AnnotatorError.
        """
        place = documents.find_clause(self.reviewing.project, self.docket.entries[position].clause_id)
        document = documents.document(self.reviewing.project, place[0]) if place else None
        if place is None or document is None:
            del self.docket.entries[position]
            raise AnnotatorError("moving.gone")
        self.docket.position = position
        if self._bench is None:
            self._bench = self.bench(document, place[1])
            self.arrive()
            self.show_words("")
            self.repaint(self._notice)
        else:
            self.desk.open(document, place[1])
            self.arrive()

    def arrive(self) -> None:
        """Another clause is on the bench."""

    # ------------------------------------------------------------ drawing

    def show_words(self, words: str) -> None:
        """Say something in the place of a clause; nothing brings the clause back."""
        empty = self.query_one("#empty", Static)
        empty.update(Content(words))
        empty.display = bool(words)
        self.query_one("#bench").display = not words
        if words:
            self.query_one("#title", TitleBar).show(self.title_words(), self.reviewing.reviewer)
            self.query_one(KeyBar).show(self._keys(self.empty))

    def title_words(self) -> str:
        """What the screen is."""
        return say(f"{self.area}.title")

    def _title(self) -> None:
        docket, many = self.docket, len(self.docket.entries)
        place = say(
            f"{self.area}.place",
            list=self.title_words(),
            number=docket.position + 1,
            count=many if docket.whole else say("adjudication.and_more", count=many),
            done=docket.settled,
            title=self.desk.document.title,
        )
        self.query_one("#title", TitleBar).show(place, self.reviewing.reviewer)

    def tell(self, notice: str, aside: str = "") -> None:
        """Say something in place of the keys until the next one."""
        self.query_one(KeyBar).tell(notice)
        self.query_one(KeyBar).tell_aside(aside)

    def repaint(self, notice: str = "") -> None:
        """Draw what is on the bench."""
        desk, case = self.desk, self.desk.case
        self.docket.settle(desk.clause.clause_id, open_=bool(case.open))
        self._title()
        state = say(f"adjudication.state_{case.state}")
        stale = case.stale or any(point.stale for point in case.points.values())
        more = [say("adjudication.stale")] if stale else []
        if case.discard:
            state += say("adjudication.because", reason=case.discard.reason)
        self.query_one("#path", TitleBar).show(
            " › ".join(desk.clause.path) or say("review.no_path"), state, more
        )
        self.query_one(ClauseView).show(self.sight.scene(desk).passages)
        self.query_one(ContrastTable).show(contrast(desk))
        window = self.query_one("#told", Paragraphs)
        if window.passages != (found := told(desk)):
            window.show(found)
        self.query_one(KeyBar).show(self._keys(self.bar))
        self.tell(notice)

    def do(self, *acts: Callable[[], object], notice: str = "") -> bool:
        """Do one thing after the other, then draw; stops at the first that cannot be done and says why."""
        if self._bench is None:
            return False
        try:
            for act in acts:
                act()
        except AnnotatorError as error:
            if error.key == "adjudication.changed":
                self.desk.renew()
            self.repaint(str(error))
            return False
        self.repaint(notice)
        return True

    # ------------------------------------------------------------ moving, seeing

    def action_turn_field(self, by: int) -> None:
        """The next or previous field."""
        if self._bench:
            self.desk.turn_to((self.desk.focus + by) % len(self.desk.fields))
            self.repaint()

    def action_step(self, by: int) -> None:
        """The next or previous clause of the list."""
        self.do(lambda: self._open(self.docket.beside(by)))

    def action_to_open(self, by: int) -> None:
        """The next or previous with something to decide."""
        self.do(lambda: self._open(self.docket.next_open(by)))

    def action_turn_column(self, by: int) -> None:
        """The column beside."""
        if self._bench and (many := len(self.desk.columns)):
            self.desk.column = (self.desk.column + by) % many
            self.repaint()

    def action_view(self) -> None:
        """The next view of the text."""
        if self._bench:
            self.sight.view = following(self.sight.view)
            self.repaint(say("views.turned", view=say(f"views.{self.sight.view}")))

    def action_scroll_told(self, by: int) -> None:
        """Scroll what is told of the field, then the clause."""
        for window in (self.query_one("#told", Paragraphs), self.query_one(ClauseView)):
            if window.max_scroll_y and 0 <= window.scroll_offset.y + by // abs(by) <= window.max_scroll_y:
                window.scroll_relative(y=by, animate=False, force=True)
                return

    # ------------------------------------------------------------ keys

    def on_key(self, event: events.Key) -> None:
        """A notice stands until the next key; what an input method made of a key is understood."""
        self.tell("")
        if event.character and (character := typed(event.character)) != event.character:
            event.stop().prevent_default()
            if key := key_named(character):
                self.app.simulate_key(key)

    @on(KeyBar.Pressed)
    async def press(self, event: KeyBar.Pressed) -> None:
        """A key of the bar was clicked."""
        await self.run_action(event.action)

    @on(ContrastTable.Clicked)
    def choose(self, event: ContrastTable.Clicked) -> None:
        """A field or a column was clicked."""
        if self._bench:
            if event.field >= 0:
                self.desk.turn_to(event.field)
            if event.column is not None:
                self.desk.column = event.column
            self.repaint()

    def _keys(self, names: Sequence[str]) -> list[tuple[str, str, str]]:
        """Keys for the key bar; the digits stand as one."""
        found = []
        for name in names:
            pressed = key_words(keys_of(f"{self.mode}.{name}")[0])
            key = say("adjudication.digits") if name == "accept_1" else pressed
            words = say(f"{self.area}.key_accept" if name == "accept_1" else f"{self.area}.key_{name}")
            action = MODES[self.mode].keys[name].action
            found.append((key, words, "turn_column(1)" if name == "accept_1" else action))
        return found
