"""Going somewhere: to the next clause of a kind, to a number or a path, to another document."""

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from itertools import islice

from annotator.errors import AnnotatorError
from annotator.model.codebook import Codebook
from annotator.store import documents, places
from annotator.store.project import Project
from annotator.tui import going
from annotator.tui.desk import Desk
from annotator.tui.display import padded
from annotator.tui.keys import mode_words
from annotator.tui.kinds import OFFERED, Kind, count
from annotator.tui.outline import path
from annotator.tui.paths import Paths, Place, titled, titles
from annotator.tui.progress import progress_row
from annotator.tui.reader import Reader, Stopped
from annotator.tui.screens.chooser import Chooser, Option, Options
from annotator.tui.widgets.row_list import Row, RowList
from annotator.words import say

Go = Callable[[], object] | going.Way
MOST = 200
"""Places of the document that are shown for what was typed."""

COLUMN = 24


class GoTo(Chooser[Go]):
    """Answers with the way to the place. What takes long to count is counted beside."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._paths = Paths(desk)
        self._empty = documents.without_clauses(desk.project)
        self._doc_ids = [one for one in places.doc_ids(desk.project) if one not in self._empty]
        self._counts: dict[Kind, int] = {}
        self._titles: Sequence[tuple[str, str]] = ()
        super().__init__(
            say("moving.go_to"),
            self._ways,
            keys=say("moving.go_to_keys", **mode_words("list")),
            nothing=say("moving.no_place"),
        )

    def on_mount(self) -> None:
        """Begin to count."""
        self._reader = Reader(self, self._desk.project.path)
        reviewing = self._desk.reviewing
        self._reader.ask(partial(_answers, reviewing.codebook, reviewing.reviewer), self._learn)

    def on_unmount(self) -> None:
        """Nobody wants to know any more."""
        self._reader.close()

    def _learn(self, told: tuple[Kind, int] | list[tuple[str, str]] | AnnotatorError) -> None:
        """A kind with its count, or the titles of all documents, or why nothing can be counted."""
        if isinstance(told, AnnotatorError):
            self.tell(str(told))
        elif isinstance(told, tuple):
            self._counts[told[0]] = told[1]
            self.query_one(RowList).renew(OFFERED.index(told[0]))
        else:
            self._titles = [row for row in told if row[0] not in self._empty]
            self.find_again()

    def _ways(self, typed: str) -> Sequence[Option[Go]]:
        if not typed.strip():
            return self._after(Options(len(OFFERED), lambda n: self._kind(OFFERED[n])), self._doc_ids)
        here = [*map(self._place, islice(self._paths.places(typed), MOST))]
        return self._after(here, titled(self._titles, typed))

    def _after(self, first: Sequence[Option[Go]], doc_ids: Sequence[str]) -> Options[Go]:
        """Some options, and documents behind them, of which those on the screen are read."""
        count = len(first)
        return Options(
            count + len(doc_ids), lambda n: first[n] if n < count else self._document(doc_ids[n - count])
        )

    def _kind(self, kind: Kind) -> Option[Go]:
        count = self._counts.get(kind)
        told, tone = ("…", "dim") if count is None else (str(count), "strong" if count else "dim")
        row = [(padded(f" {say(f'moving.kind_{kind}')}", COLUMN), ""), (told, tone)]
        return Option(row, going.to_kind(self._desk, kind))

    def _place(self, place: Place) -> Option[Go]:
        row = self._section(place.section) if place.clause is None else self._clause(place.clause)
        return Option(row, partial(self._paths.go, place))

    def _section(self, number: int) -> Row:
        sections = self._paths.sections
        one = sections[number]
        above = "".join(f"  ‹ {words}" for words in path(sections, number))
        count = say("moving.clauses", count=one.end - one.first)
        return [(f" {one.words}", ""), (above, "dim"), (f"  {count}", "dim")]

    def _clause(self, number: int) -> Row:
        desk = self._desk
        ((_, marker, beginning),) = documents.beginnings(desk.project, desk.document, number, 1, 60)
        return [(f" {say('moving.clause', number=number + 1)}  ", "strong"), (marker + beginning, "")]

    def _document(self, doc_id: str) -> Option[Go]:
        document = documents.document(self._desk.project, doc_id)
        row = progress_row(self._desk.reviewing, document) if document else [(say("moving.row_gone"), "dim")]
        return Option(row, partial(going.open_document, self._desk, doc_id))


def _answers(
    codebook: Codebook, reviewer: str, project: Project, stopped: Stopped
) -> Iterator[tuple[Kind, int] | list[tuple[str, str]]]:
    yield titles(project)
    for kind in (*OFFERED[1:], OFFERED[0]):  # what is quick to count first
        if not stopped():
            yield kind, count(project, kind, codebook, reviewer)
