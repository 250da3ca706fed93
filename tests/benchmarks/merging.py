"""`python -m tests.benchmarks.merging`: ten files of 100,000 events each into one project, and verifying it.

The baseline puts the same rows into a file with the same tables and indexes, one executemany, without the
triggers; nothing is read, checked or gathered for it.
"""

import shutil
import sqlite3
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from annotator.flows.merging import merge, write_events
from annotator.model.event import Change
from annotator.store import documents, events
from annotator.store.project import Project
from annotator.store.upgrade import schema
from annotator.store.verify import verify
from tests.benchmarks.build import build
from tests.benchmarks.figures import Figures

FILES, EVENTS, CLAUSES, AN_ACT = 10, 100_000, 10_000, 5_000
CODES = ("data", "infra", "model", "talent")


def main() -> int:
    """Measure and print; 1 where a limit is passed."""
    figures = Figures()
    with tempfile.TemporaryDirectory() as folder:
        merging(figures, Path(folder))
    return int(figures.over)


def merging(figures: Figures, folder: Path) -> None:
    """Events a second, of project files and of event files, beside a bare INSERT; then verifying it all."""
    project = folder / "annotator.db"
    build(project, CLAUSES)
    paths = [Path(shutil.copyfile(project, folder / f"{number}.db")) for number in range(FILES)]
    for number, path in enumerate(paths):
        _label(path, f"reviewer-{number}", number)
    lines = [path.with_suffix(".jsonl") for path in paths]
    for path, line in zip(paths, lines, strict=True):
        with Project.open(path) as store:
            write_events(store, line)
    again = Path(shutil.copyfile(project, folder / "again.db"))
    ours = _seconds(lambda: _merge(project, paths))
    base = _seconds(lambda: _insert(project, folder / "bare.db"))
    rate, bare = FILES * EVENTS / ours, FILES * EVENTS / base
    what = f"merge of {FILES} files of {EVENTS:,} events each"
    figures.row(f"{what} (bare INSERT of the rows)", "s", ours, base, None)
    figures.row(f"{what}, events in a ms (bare INSERT of the rows)", "", rate / 1000, bare / 1000, None)
    figures.row(
        f"{what}, merged once more (bare INSERT)", "s", _seconds(lambda: _merge(project, paths)), base, None
    )
    figures.row(f"{what}, as JSONL (bare INSERT)", "s", _seconds(lambda: _merge(again, lines)), base, None)
    figures.row(
        "verify of the merged project (bare INSERT)", "s", _seconds(lambda: _verify(project)), base, None
    )


def _label(path: Path, reviewer: str, number: int) -> None:
    """EVENTS events of a reviewer, in acts of AN_ACT."""
    with Project.open(path) as project:
        project.db.execute("PRAGMA synchronous = OFF")
        clauses = [c.clause_id for d in documents.listing(project) for c in documents.clauses(project, d)]
        for start in range(0, EVENTS, AN_ACT):
            turn = range(start, start + AN_ACT)
            events.record(
                project,
                reviewer,
                [
                    Change(
                        "label",
                        clauses[n % CLAUSES],
                        ("category", "priority")[n % 2],
                        [CODES[(n + number) % 4]],
                    )
                    for n in turn
                ],
                origin="key",
                seconds=1.5,
            )


def _seconds(run: Callable[[], None]) -> float:
    begun = time.perf_counter()
    run()
    return time.perf_counter() - begun


def _merge(project: Path, paths: list[Path]) -> None:
    with Project.open(project) as store:
        merge(store, paths)


def _insert(project: Path, bare: Path) -> None:
    with (
        closing(sqlite3.connect(project)) as source,
        closing(sqlite3.connect(bare, isolation_level=None)) as db,
    ):
        rows = source.execute(f"SELECT id, {events.COLUMNS} FROM event ORDER BY run, seq").fetchall()
        db.executescript(schema())
        for (name,) in db.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
            db.execute(f"DROP TRIGGER {name}")
        db.execute("PRAGMA cache_size = -65536")
        db.execute("PRAGMA journal_mode = WAL")
        db.execute("BEGIN")
        db.executemany(f"INSERT INTO event (id, {events.COLUMNS}) VALUES ({', '.join('?' * 20)})", rows)
        db.execute("COMMIT")


def _verify(project: Path) -> None:
    with Project.open(project) as store:
        assert not list(verify(store))


if __name__ == "__main__":
    sys.exit(main())
