"""Search and filter: a query, what it finds while it is typed, and the queue that is made of it."""

from array import array
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import ClassVar

from textual.binding import BindingType
from textual.content import Content
from textual.widgets import Input, Static

from annotator.errors import AnnotatorError
from annotator.store import queries
from annotator.store.project import Project
from annotator.store.settling import Settled
from annotator.tui.desk import Desk
from annotator.tui.display import padded
from annotator.tui.hits import rows_of_hits
from annotator.tui.keys import mode_words
from annotator.tui.offers import Offer, offers
from annotator.tui.queue import Queue, packed, unpacked
from annotator.tui.reader import Reader, Stopped
from annotator.tui.screens.binding import bindings
from annotator.tui.screens.chooser import Chooser, Option, TypedList
from annotator.tui.searching import Question, found, instead, owing, question, queue
from annotator.tui.widgets.finder import Finder
from annotator.tui.widgets.row_list import Row, RowList
from annotator.words import say

KIND, QUERY = 8, 24
"""Cells for what an offer is, and for its query or name."""


class Search(TypedList[Queue]):
    """Answers with a queue. While nothing is typed, queries are offered; one that is taken comes into the
    line. All hits are there before the answer is given.
    """

    BINDINGS: ClassVar[list[BindingType]] = bindings("search")

    def __init__(self, desk: Desk) -> None:
        super().__init__(say("searching.title"), typed=desk.queue.text if desk.queue else "")
        self._desk = desk
        self._offers: Sequence[Offer] = offers(desk)
        self._question: Question | None = None
        self._hits: array[int] = array("Q")
        self._offering = True
        self._fresh = self._done = self._wanted = False

    def on_mount(self) -> None:
        """Get ready to read."""
        self._reader = Reader(self, self._desk.project.path)

    def on_unmount(self) -> None:
        """Nobody wants to know any more."""
        self._reader.close()

    # ------------------------------------------------------------ asking

    def show(self, typed: str) -> None:
        """Ask for what is typed; where nothing is, offer what can be asked."""
        self._reader.stop()
        self._question, self._done, self._wanted = None, False, False
        if not typed.strip():
            self._say("title", "keys_empty")
            self.tell("")
            self._offering = True
            self.query_one(RowList).fill(len(self._offers))
            return
        try:
            self._question = question(self._desk, typed)
        except AnnotatorError as error:
            self._begin_list(())
            self._say("title", "keys")
            self.tell(str(error))
            return
        self._fresh = True  # what was found before stays until there is something new
        self._reader.ask(partial(_found, self._question), self._learn)

    def _learn(self, told: "array[int] | Settled | AnnotatorError | None") -> None:
        """More hits, or None when these are all; what is done before there are any, or why there are none."""
        if isinstance(told, AnnotatorError):
            self.tell(str(told))
            return
        if isinstance(told, Settled):
            self._say("settling", "keys", **told._asdict())
            return
        self._done = told is None
        if self._fresh:
            self._fresh = False
            self._begin_list(told or ())
        elif told:
            self._hits.extend(told)
            self.query_one(RowList).grow(len(self._hits))
        if self._done and self._wanted:
            self._begin()
            return
        state = "found" if self._done else "finishing" if self._wanted else "looking"
        self._say(state, "keys")
        self.tell(say("searching.nothing") if self._done and not self._hits else "")
        if self._done and not self._hits and self._question:
            self._look_instead(self._question)

    def _look_instead(self, asked: Question) -> None:
        """Nothing has such a label: count what is suggested so."""
        if other := instead(self._desk, asked):
            self._reader.ask(partial(_counted, other), partial(self._learn_instead, other.text))

    def _learn_instead(self, query: str, told: "int | Settled | AnnotatorError") -> None:
        if isinstance(told, AnnotatorError):
            self.tell(str(told))
        elif isinstance(told, Settled):
            self._say("settling", "keys", **told._asdict())
        elif told:
            self.tell(say("search.suggested", count=told, query=query))

    def _begin_list(self, found: Sequence[int]) -> None:
        """Show other hits; what was searched before is taken up at the clause on the desk."""
        self._hits, self._offering = array("Q", found), False
        here, at = packed([self._desk.clause.clause_id])[0], 0
        if self._desk.queue and self._desk.queue.text == self.query_one(Input).value and here in self._hits:
            at = self._hits.index(here)
        self.query_one(RowList).fill(len(self._hits), at)

    def rows(self, first: int, count: int) -> Sequence[Row]:
        """Offers or hits, whichever the list was filled with: the line may be ahead of it."""
        if self._offering:
            return [_row(offer) for offer in self._offers[first : first + count]]
        query = self._question.query if self._question else None
        return rows_of_hits(self._desk.project, unpacked(self._hits[first : first + count]), query)

    def _say(self, title: str, keys: str, **values: int) -> None:
        words = say(f"searching.{title}", count=len(self._hits), **values)
        self.query_one("#box-title", Static).update(Content(words))
        told = say(f"searching.{keys}", **mode_words("list", "search"))
        self.query_one("#box-keys", Static).update(Content(told))

    # ------------------------------------------------------------ taking

    def take(self, index: int) -> None:
        """Work through the hits from that one on, as soon as all are found; an offer comes into the line."""
        if self._question is None:
            if self._offering:
                self.query_one(Finder).put(self._offers[index].text)
            return
        if not self._fresh:
            self.query_one(RowList).move(index)
        self._wanted = True
        if self._done:
            self._begin()
        else:
            self._say("finishing", "keys")

    def _begin(self) -> None:
        if not self._hits or self._question is None:
            self._wanted = False
            return
        made = queue(self._desk, self._question, self._hits)
        made.position = self.query_one(RowList).cursor
        self.dismiss(made)

    # ------------------------------------------------------------ saved queries

    def action_save(self) -> None:
        """Keep the query under a name."""
        if self._question is None:
            return
        text = self._question.text
        names = [offer.name for offer in self._offers if offer.name]

        def find(typed: str) -> list[Option[str]]:
            name = " ".join(typed.split())
            fresh = [name] if name and name not in names else []
            rows = [(say("searching.save", name=one), one) for one in fresh]
            rows += [(say("searching.replace", name=one), one) for one in names if name in one]
            return [Option([(f" {words}", "")], one) for words, one in rows]

        def named(name: str | None) -> None:
            if name:
                self._alter(lambda: queries.save(self._desk.project, me, name, text), "saved_as", name)

        me = self._desk.reviewing.reviewer
        self.app.push_screen(Chooser(say("searching.save_as", text=text), find), named)

    def action_drop(self) -> None:
        """Take the saved query under the cursor away."""
        at = self.query_one(RowList).cursor
        if not self._offering or not (name := self._offers[at].name):
            return
        project, me = self._desk.project, self._desk.reviewing.reviewer
        if self._alter(lambda: queries.drop(project, me, name), "dropped", name):
            self.query_one(RowList).fill(len(self._offers), at)

    def _alter(self, act: Callable[[], object], said: str, name: str) -> bool:
        """Change what is saved and say so, or say why it cannot be."""
        try:
            act()
        except AnnotatorError as error:
            self.tell(str(error))
            return False
        self._offers = offers(self._desk)
        self.tell(say(f"searching.{said}", name=name))
        return True


def _found(asked: Question, project: Project, stopped: Stopped) -> Iterator["array[int] | Settled | None"]:
    yield from owing(asked, project, stopped)
    yield from found(asked, project, stopped)
    yield None


def _counted(asked: Question, project: Project, stopped: Stopped) -> Iterator[int | Settled]:
    yield from owing(asked, project, stopped)
    yield sum(len(hits) for hits in found(asked, project, stopped))


def _row(offer: Offer) -> Row:
    words, tone = offer.name or offer.text, "" if offer.kind == "example" else "strong"
    first = (padded(f" {say(f'searching.{offer.kind}')}", KIND), "dim")
    return [first, (padded(words, QUERY) if offer.about else words, tone), (f"  {offer.about}", "dim")]
