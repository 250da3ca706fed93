"""Looking a query up: the clauses that meet it, in the order of the documents, batch by batch.

Where some term asks for what was said, or the index tells where words may stand, only those clauses are
read; else all in their order, which finds what is common soonest. Each batch is a statement of its own, so
that nothing is held while a caller thinks, writes or stops.
"""

import json
import sqlite3
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import NamedTuple

from annotator.errors import AnnotatorError
from annotator.model.codebook import Codebook
from annotator.model.document import Document
from annotator.model.hold import Hold
from annotator.model.ids import canonical
from annotator.model.rejection import left
from annotator.store import bigrams, blinding, documents, people, rejections, rounds, settling
from annotator.store.conditions import Conditions
from annotator.store.headings import Headings
from annotator.store.project import Project
from annotator.tools.query.differing import differing
from annotator.tools.query.folding import folded
from annotator.tools.query.parsing import parse
from annotator.tools.query.value import OfDocument, Query

NOTHING = Hold()

_FIRST = 2048
"""So many pieces are read for the first batch; each one after reads twice as many."""
_MOST = 1 << 15
_SPOKEN = 50_000
"""Where more was said than of so many clauses, reading in order finds the first hits sooner."""
_PATIENCE = 20_000
"""Steps of the database engine, a few milliseconds, between two looks at whether to stop."""
_FIRST_PLACE = "CROSS JOIN placement AS p ON p.piece_no = s.piece_no AND p.cutting_no = s.cutting_no"


class Hit(NamedTuple):
    """A clause that meets a query: its document, its number in it, its id."""

    doc_id: str
    ord: int
    clause_id: str


def whose(project: Project, query: Query, reviewer: str, *, others: bool = True) -> str:
    """The id of the person whose labels a query looks at, where `reviewer` asks.

    Raises AnnotatorError where nobody has the name that the query gives, and, unless `others` may be looked
    at, where it is another's; and where it asks what was decided, which an open round keeps from who asks.
    """
    reviewer = people.known_as(project, reviewer)
    if query.asks_what_was_decided:
        blinding.require(project, reviewer)
    if not query.reviewer:
        return reviewer
    wanted = folded(query.reviewer)
    for person in people.people(project):
        if wanted in map(folded, (person.id, person.name, *person.aliases)):
            if person.id != reviewer and not others:
                break
            return person.id
    raise AnnotatorError("query.no_reviewer" if others else "query.other_reviewer", name=query.reviewer)


def whose_shown(project: Project, query: Query, reviewer: str) -> str:
    """The same; raises Refused where an open round keeps those labels from who asks."""
    whom = whose(project, query, reviewer)
    if not blinding.sight(project, reviewer).shows(whom):
        blinding.require(project, reviewer)
    return whom


def search(
    project: Project,
    query: Query,
    codebook: Codebook,
    reviewers: Sequence[str],
    *,
    hold: Hold = NOTHING,
    stopped: Callable[[], bool] = lambda: False,
) -> Iterator[list[Hit]]:
    """The hits of a query in batches, in the order of the documents.

    A condition about labels holds where it holds for one of `reviewers`; where `hold` keeps suggestions from
    them, nothing was suggested. A thread searches in a Project that it opened itself. `stopped` is asked
    every few milliseconds, and no more batches come once it says yes; another thread may make it do so.
    """
    for _ in settling.steps(project, codebook) if query.asks_what_is_suggested else ():
        if stopped():
            return
    teach(project.db)
    batches = _Search(project, query, codebook, reviewers, hold).batches()
    try:
        while not stopped():
            with _interruptible(project.db, stopped):
                batch = next(batches, None)
            if batch is None:
                return
            if batch:
                yield batch
    except sqlite3.OperationalError as error:
        if error.sqlite_errorcode != sqlite3.SQLITE_INTERRUPT:
            raise


def prepare(
    project: Project,
    codebook: Codebook,
    where: str,
    progress: Callable[[int, int], None] = lambda done, total: None,
) -> None:
    """Store the suggestions that are owed if the query `where` looks at any: before a snapshot in which it is
    to be looked up, as nothing can be stored there, and to tell of it, as of many clauses it takes a minute.
    `progress` hears how many clauses are done, of how many.
    """
    if where.strip() and parse(where, codebook).asks_what_is_suggested:
        settling.settle(project, codebook, progress=progress)


def teach(db: sqlite3.Connection) -> None:
    """Make known what conditions ask for, once: SQLite changes no function while a statement is read."""
    try:
        db.execute("SELECT held('', '', 0, 0)")
    except sqlite3.OperationalError:
        db.create_function("folded", 1, _folded, deterministic=True)
        db.create_function("differing", 2, differing, deterministic=True)
        db.create_function("remaining", 2, _remaining, deterministic=True)
        db.create_function("held", 4, _held, deterministic=True)


def _folded(text: object) -> str:
    return "" if text is None else folded(str(text))


def _remaining(value: str, items: str) -> str:
    return canonical(left(tuple(json.loads(value)), json.loads(items)))


def _held(clause_id: str, reviewer: str, share: float, seed: int) -> bool:
    return Hold(share, seed).holds(clause_id, reviewer)


@contextmanager
def _interruptible(db: sqlite3.Connection, stopped: Callable[[], bool]) -> Iterator[None]:
    db.set_progress_handler(lambda: int(stopped()), _PATIENCE)
    try:
        yield
    finally:
        db.set_progress_handler(None, 0)


class _Search:
    """One query on its way through a project."""

    def __init__(
        self, project: Project, query: Query, codebook: Codebook, reviewers: Sequence[str], hold: Hold
    ) -> None:
        self._project, self._query = project, query
        retests = rounds.awaiting_retest(project, reviewers[0]) if len(reviewers) == 1 else []
        self._asked = codebook, reviewers or [""], hold, rejections.fields(project, reviewers), retests
        self._names = dict(documents.in_order(project))
        """The documents to look at, by their cuttings, in their order."""
        if any(isinstance(term.condition, OfDocument) for term in query.terms):
            meant = {one.doc_id for one in documents.listing(project) if _meant(one, query)}
            self._names = {cutting: name for cutting, name in self._names.items() if name in meant}
        self._headings = Headings(project, query)

    def batches(self) -> Iterator[list[Hit]]:
        """The hits; a batch may be empty."""
        subjects = self._subjects()
        if subjects is not None:
            yield self._among(subjects)
            return
        size = _FIRST
        for first, last in self._stretches():
            if first is None:
                yield self._placed(last)
                continue
            at, end = self._pieces(first, last)
            while at < end:
                found, to = bigrams.narrowed(self._project, at, end, self._query.words)
                if found is None:
                    to = min(to, at + size)
                    size = min(2 * size, _MOST)
                yield self._between(at, to) if found is None else self._at(found)
                at = to

    def _subjects(self) -> list[str] | None:
        """The clauses among which all hits are by what was said of them; None where there is no telling, or
        too much was said.
        """
        conditions = Conditions(*self._asked)
        said = conditions.subjects(self._query)
        if not said:
            return None
        rows = self._project.db.execute(f"{said} LIMIT {_SPOKEN + 1}", conditions.values).fetchall()
        return [subject for (subject,) in rows] if len(rows) <= _SPOKEN else None

    def _stretches(self) -> Iterator[tuple[int | None, int]]:
        """The cuttings to read, in the order of the documents. (first, last): those that came one after the
        other and are each the first of their source, so that their pieces, and no others, stand one behind
        the other. (None, cutting): one that shares pieces with a cutting before it.
        """
        query = "SELECT min(cutting_no) FROM cutting GROUP BY source_sha256"
        firsts = {cutting for (cutting,) in self._project.db.execute(query)}
        begun = last = 0
        for cutting in self._names:
            if cutting == last + 1 and begun and cutting in firsts:
                last = cutting
                continue
            if begun:
                yield begun, last
            begun = last = cutting if cutting in firsts else 0
            if not begun:
                yield None, cutting
        if begun:
            yield begun, last

    def _pieces(self, first: int, last: int) -> tuple[int, int]:
        """The number of the first piece of a stretch, and the one behind its last."""
        query = (
            "SELECT (SELECT piece_no FROM placement WHERE cutting_no = ? ORDER BY seq LIMIT 1), "
            "1 + (SELECT piece_no FROM placement WHERE cutting_no = ? ORDER BY seq DESC LIMIT 1)"
        )
        start, end = self._project.db.execute(query, (first, last)).fetchone()
        return start, end

    def _among(self, subjects: Sequence[str]) -> list[Hit]:
        """Read the clauses of these ids, in whatever order."""
        source = "json_each({}) AS one CROSS JOIN piece AS s ON s.clause_id = one.value"
        order = {name: at for at, name in enumerate(self._names.values())}
        hits = self._read(
            f"{source} CROSS JOIN placement AS p ON p.piece_no = s.piece_no", json.dumps(subjects)
        )
        return sorted(hits, key=lambda hit: (order[hit.doc_id], hit.ord))

    def _at(self, numbers: Sequence[int]) -> list[Hit]:
        """Read the pieces of these numbers."""
        source = "json_each({}) AS one CROSS JOIN piece AS s ON s.piece_no = one.value"
        return self._read(f"{source} {_FIRST_PLACE}", json.dumps(numbers))

    def _between(self, start: int, end: int) -> list[Hit]:
        """Read the pieces from one number to before another."""
        source = (
            f"piece AS s {_FIRST_PLACE} AND s.piece_no >= {{}} AND s.piece_no < {{}} AND s.kind = 'clause'"
        )
        return self._read(source, start, end)

    def _placed(self, cutting: int) -> list[Hit]:
        """Read the pieces of a cutting."""
        source = "placement AS p CROSS JOIN piece AS s ON s.piece_no = p.piece_no AND p.cutting_no = {}"
        return self._read(f"{source} AND s.kind = 'clause'", cutting)

    def _read(self, source: str, *values: object) -> list[Hit]:
        """The hits among the rows of `source`, in their order; `values` go into its gaps."""
        conditions = Conditions(*self._asked)
        wanted = conditions.all_of(self._query)
        source = source.format(*map(conditions.bound, values))
        above = ", p.parent, s.marker" if self._headings else ""
        found = self._project.db.execute(
            f"SELECT p.cutting_no, p.ord, s.clause_id{above} FROM {source} WHERE {wanted}",
            conditions.values,
        ).fetchall()
        if self._headings:
            found = [row[:3] for row in found if self._headings.hold(row[0], *row[3:])]
        names = self._names
        return [Hit(names[cutting], ord_no, one) for cutting, ord_no, one in found if cutting in names]


def _meant(document: Document, query: Query) -> bool:
    """Whether the terms about documents hold for one."""
    names = folded(document.title), folded(document.file_name)
    return all(
        any(
            part in names[0] or part in names[1] or folded(document.doc_id).startswith(part)
            for part in term.condition.parts
        )
        != term.negated
        for term in query.terms
        if isinstance(term.condition, OfDocument)
    )
