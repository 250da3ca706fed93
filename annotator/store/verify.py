"""Whether a project file still is what it says: the log, the present, the cuttings."""

import json
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Any

from annotator.errors import AnnotatorError
from annotator.model.gaps import Gap, by_run, uncovered
from annotator.model.ids import canonical
from annotator.model.logged import identity
from annotator.store import bigrams, content, events, left_out, repair_checks, repeating
from annotator.store.content import Fault
from annotator.store.project import Project
from annotator.store.referring import Referring
from annotator.store.upgrade import missing


def verify(project: Project) -> Iterator[Fault]:
    """Every fault of the file, in the order of reading: pages, log, present, content. Where a damaged
    page ends the reading, that is the last fault.
    """
    try:
        with project.snapshot():
            for part in (
                _pages,
                log,
                _identities,
                _present,
                content.names,
                content.cuttings_of,
                repair_checks.faults,
                _bigrams,
                _repeats,
            ):
                yield from part(project)
    except AnnotatorError as error:
        if error.key != "store.corrupt":
            raise
        yield Fault("verify.pages", {"answer": error.__cause__})


def _pages(project: Project) -> Iterator[Fault]:
    for (answer,) in project.db.execute("PRAGMA integrity_check"):
        if answer != "ok":
            yield Fault("verify.pages", {"answer": answer})
    for name in missing(project.db):
        yield Fault("verify.schema", {"name": name})
    for table, row, parent, _ in project.db.execute("PRAGMA foreign_key_check"):
        yield Fault("verify.reference", {"table": table, "row": row, "parent": parent})


def log(project: Project) -> Iterator[Fault]:
    """Ids are the hashes of their events, each run is a chain without gaps but those that are declared, and
    nothing that arrived has gone.
    """
    arrived, held = project.db.execute(
        "SELECT coalesce((SELECT seq FROM sqlite_sequence WHERE name = 'event'), 0), count(*) FROM event"
    ).fetchone()
    if arrived != held:
        yield Fault("verify.lost", {"count": arrived - held})
    query = f"SELECT id, {events.COLUMNS} FROM event ORDER BY run, seq"
    last, end, prev = "", 0, ""
    known, declared = Referring(project), by_run(left_out.declared(project.db))
    for row in project.db.execute(query):
        stored, subject, (reviewer, _, at, run, seq, before) = row[0], row[2], row[-6:]
        if not _sound(row):
            about = {"reviewer": known.person(reviewer), "subject": known.subject(subject)}
            yield Fault("verify.event", {"id": stored, **about})
        if run != last:
            last, end, prev = run, 0, ""
        if seq != end + 1:
            for gap in uncovered(Gap(run, end + 1, seq - 1), declared.get(run, ())):
                yield Fault("verify.gap", {**gap._asdict(), "work": known.work(reviewer, at)})
        elif before != prev:
            yield Fault("verify.chain", {"run": run, "seq": seq, "work": known.work(reviewer, at)})
        end, prev = seq, stored
    filled = (
        "SELECT left_out.run, first, last, reviewer, at FROM left_out JOIN event ON event.run = left_out.run "
        "AND seq BETWEEN first AND last GROUP BY left_out.run, first"
    )
    for *gap, reviewer, at in project.db.execute(filled):
        yield Fault("verify.left_out", {**Gap(*gap)._asdict(), "work": known.work(reviewer, at)})


def _sound(row: Sequence[Any]) -> bool:
    """Whether a row of the log is what its id says; one whose value is no JSON is not."""
    try:
        return bool(identity((*row[:6], _spelt(row[6]), *row[7:])) == row[0])
    except (ValueError, TypeError):
        return False


@lru_cache(8192)
def _spelt(value: str) -> str:
    """JSON in its one spelling, which is what an id covers."""
    return canonical(json.loads(value))


def _identities(project: Project) -> Iterator[Fault]:
    """Names are whose the log says they are."""
    query = (
        "SELECT alias FROM (SELECT * FROM identity EXCEPT SELECT * FROM identity_from_log) "
        "UNION SELECT alias FROM (SELECT * FROM identity_from_log EXCEPT SELECT * FROM identity)"
    )
    for (alias,) in project.db.execute(query):
        yield Fault("verify.identity", {"alias": alias})


def _present(project: Project) -> Iterator[Fault]:
    columns = "subject, layer, owner, pass_no, kind, field, value, event, at, run, seq"
    both = (
        (f"SELECT {columns} FROM present EXCEPT SELECT {columns} FROM present_from_log"),
        (f"SELECT {columns} FROM present_from_log EXCEPT SELECT {columns} FROM present"),
    )
    known = Referring(project)
    for query in both:
        for subject, _, owner, _, kind, field, *_ in project.db.execute(query):
            about = {"subject": known.subject(subject), "owner": known.person(owner)}
            yield Fault("verify.present", {**about, "what": field or kind})


def _bigrams(project: Project) -> Iterator[Fault]:
    """What searches look up in the place of texts says of every clause what its text says."""
    for volume in bigrams.altered(project):
        yield Fault("verify.bigrams", {"volume": volume + 1})


def _repeats(project: Project) -> Iterator[Fault]:
    """Which clauses are told to read alike are those that do."""
    if repeating.altered(project):
        yield Fault("verify.repeats", {})
