"""What is to be merged, gathered beside the project: its log is read and checked here, and nothing of the
project is held meanwhile.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from itertools import groupby
from operator import itemgetter
from pathlib import Path
from types import TracebackType
from typing import Self

from annotator.errors import AnnotatorError
from annotator.model.gaps import Gap, by_run, uncovered
from annotator.model.logged import AT, PREV, RUN, SEQ, Malformed, Row, checked, identity
from annotator.store import left_out
from annotator.store.complaints import sentences
from annotator.store.events import COLUMNS
from annotator.store.incoming_tables import TABLES, batch
from annotator.store.project import Project
from annotator.store.referring import Referring

_BATCH = 5000
_CENTURY = 100 * 365 * 86_400_000
"""Milliseconds; nothing that is dated so far ahead comes in: all that follows would be dated behind it, and
in the end behind what a calendar has.
"""
_CACHE = "-65536"
"""Of the file's pages so many KiB are kept while events go to all places of its indexes."""
_INSERT = f"INSERT INTO temp.incoming_event (id, {COLUMNS}) VALUES ({', '.join('?' * 20)})"


@dataclass
class Brought:
    """What the new events of one file say that the people should hear of: how many they are, who acted as
    whom, the last word on each cutting and on the codebook (its place in the clock and the value), who was
    described, how many labels were given by which codebook, and how many events are of a time behind
    `ahead`, up to which one.
    """

    path: Path
    ahead: int
    events: int = 0
    people: set[tuple[str, str]] = field(default_factory=set)
    last: dict[tuple[str, str], tuple[tuple[int, str, int], str]] = field(default_factory=dict)
    labels: Counter[str] = field(default_factory=Counter)
    early: int = 0
    latest: int = 0

    def look(self, row: Row) -> None:
        """Take notice of a new event."""
        self.events += 1
        self.people.add((row[14], row[15]))
        at = row[AT]
        if at > self.ahead:
            self.early += 1
            self.latest = max(self.latest, at)
        if row[1] == "label" and row[4] == "review":
            self.labels[row[13]] += 1
        if row[1] in ("cut", "codebook", "person", "setting") and row[4] == "project":
            clock, about = (at, row[RUN], row[SEQ]), (row[1], row[2])
            if about not in self.last or self.last[about][0] < clock:
                self.last[about] = clock, row[6]


class Incoming:
    """A context. `events` raises AnnotatorError, naming the file, for a log that does not verify."""

    def __init__(self, project: Project, *, ahead: int) -> None:
        self.project = project
        self.db = project.db
        self.brought: list[Brought] = []
        self.gaps: list[Gap] = []
        self.subjects = Counter[str]()
        self._loose: list[tuple[str, int, str, Path]] = []
        self._ahead = ahead

    def __enter__(self) -> Self:
        with sentences(self.project.path):
            (self._cache,) = self.db.execute("PRAGMA cache_size").fetchone()
            for schema in ("main", "temp"):
                self.db.execute(f"PRAGMA {schema}.cache_size = {_CACHE}")
            for table in TABLES.values():
                self.db.execute(table)
        return self

    def events(self, path: Path, rows: Iterable[Row], declared: Iterable[Gap], *, whole: bool) -> None:
        """Gather a file's events, in the order of their runs and numbers. `declared` are those that the file
        says are elsewhere. Of a `whole` file every other gap is a fault; else they may be in other files.
        """
        brought = Brought(path, self._ahead)
        declared = list(declared)
        self.gaps += declared
        self.brought.append(brought)
        absent = by_run(declared)
        for run, chain in groupby(rows, key=itemgetter(RUN)):
            fresh: list[Row] = []
            for row in self._linked(path, str(run), chain, absent.get(str(run), []) if whole else None):
                brought.look(row)
                fresh.append(row)
                if len(fresh) == _BATCH:
                    self._keep(fresh)
            self._keep(fresh)

    def _linked(self, path: Path, run: str, chain: Iterable[Row], absent: list[Gap] | None) -> Iterator[Row]:
        """The new events of a run, each found to be what its id says and to name the one before it."""
        known = self._known(run)
        end, prev = 0, ""
        for given in chain:
            row = self._sound(path, given)
            stored, seq, before = row[0], row[SEQ], row[PREV]
            held = known.get(seq)
            if (held is not None and held != stored) or (seq == end and stored != prev):
                raise self._fault("merging.forked", path, row, seq=seq)
            if seq == end:  # the same line twice
                continue
            if seq != end + 1:
                for gap in [] if absent is None else uncovered(Gap(run, end + 1, seq - 1), absent):
                    raise self._fault("merging.gap", path, row, **gap._asdict())
                self._loose.append((run, seq, before, path))
            elif before != prev:
                raise self._fault("merging.chain", path, row, seq=seq)
            end, prev = seq, stored
            if held is None:
                yield row

    def _known(self, run: str) -> dict[int, str]:
        """The events of a run that are there or gathered: their ids by number."""
        query = (
            "SELECT seq, id FROM event WHERE run = ?1 UNION ALL "
            "SELECT seq, id FROM temp.incoming_event WHERE run = ?1"
        )
        return dict(self.db.execute(query, (run,)))

    def _sound(self, path: Path, given: Row) -> Row:
        """The row in its one spelling. Raises AnnotatorError where it is not what its id says."""
        try:
            row = checked(given)
            if identity(row) == row[0] and row[AT] <= self._ahead + _CENTURY:
                return row
        except (Malformed, ValueError) as error:
            raise AnnotatorError("merging.malformed", path=path, id=given[0], part=error) from error
        known = Referring(self.project)
        about = {"reviewer": known.person(row[14]), "subject": known.subject(row[2])}
        key = "merging.altered" if identity(row) != row[0] else "merging.far"
        year = datetime.fromtimestamp(row[AT] / 1000, UTC).year
        raise AnnotatorError(key, path=path, id=row[0], year=year, **about)

    def _keep(self, rows: list[Row]) -> None:
        with batch(self.db):
            self.db.executemany(_INSERT, rows)
        self.subjects.update(row[2] for row in rows if row[2].startswith(("cl-", "doc-")))
        rows.clear()

    def check_ends(self) -> None:
        """Raises AnnotatorError where an event behind a gap does not follow what fills it, or nothing fills
        it and nobody says that it is elsewhere.
        """
        declared = by_run([*left_out.declared(self.db), *self.gaps])
        behind = {(gap.run, gap.last + 1, "", None) for gaps in declared.values() for gap in gaps}
        query = (
            "SELECT id, prev FROM event WHERE (run, seq) = (?1, ?2) UNION ALL "
            "SELECT id, prev FROM temp.incoming_event WHERE (run, seq) = (?1, ?2)"
        )
        for run, seq, prev, path in [*self._loose, *behind]:
            named = prev
            if path is None:
                here = self.db.execute(query, (run, seq)).fetchone()
                if here is None:
                    continue
                named = here[1]
            if before := self.db.execute(query, (run, seq - 1)).fetchone():
                if before[0] != named:
                    row = self._there(run, seq)
                    raise self._fault("merging.chain", path or self.project.path, row, seq=seq)
            elif path is not None and uncovered(Gap(run, seq - 1, seq - 1), declared.get(run, [])):
                gap = Gap(run, self._last_before(run, seq) + 1, seq - 1)
                raise self._fault("merging.gap", path, self._there(run, seq), **gap._asdict())

    def _fault(self, key: str, path: Path, row: Row, **about: object) -> AnnotatorError:
        """What is wrong with a file, at one of its events."""
        return AnnotatorError(key, path=path, work=Referring(self.project).work(row[14], row[AT]), **about)

    def _there(self, run: str, seq: int) -> Row:
        """An event that is there or gathered."""
        query = (
            f"SELECT id, {COLUMNS} FROM event WHERE (run, seq) = (?1, ?2) UNION ALL "
            f"SELECT id, {COLUMNS} FROM temp.incoming_event WHERE (run, seq) = (?1, ?2)"
        )
        row: Row = self.db.execute(query, (run, seq)).fetchone()
        return row

    def _last_before(self, run: str, seq: int) -> int:
        """The number of the last event of a run before another that is there or gathered."""
        query = (
            "SELECT max(coalesce((SELECT max(seq) FROM event WHERE run = ?1 AND seq < ?2), 0), "
            "coalesce((SELECT max(seq) FROM temp.incoming_event WHERE run = ?1 AND seq < ?2), 0))"
        )
        return int(self.db.execute(query, (run, seq)).fetchone()[0])

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for name in TABLES:
            self.db.execute(f"DROP TABLE IF EXISTS temp.{name}")
        self.db.execute(f"PRAGMA main.cache_size = {self._cache}")
