"""What an import takes: documents read, repaired, cut, their units resolved, stored, ready to be searched.

Each is done by a process of its own, from the files on the disk to the project closed; the start of the program and
of its tables is in it. The baseline reads the same clauses, already cut, from JSON lines and puts them into one
table in one transaction. Processor time is compared, because other work on the machine hardly moves it.
"""

import json
import os
import resource
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any, NamedTuple

from tests.benchmarks.figures import Figures
from tests.benchmarks.notices import write

FEW, MANY, QUICK = 40_000, 100_000, 10
"""`--quick` imports a tenth of these, and cannot tell whether memory grows."""
SAMPLE = 100
"""So many documents tell where the time goes."""
TIMES, MEGABYTES, GROWTH = 90, 150, 1.1
"""Limits: processor time beside the baseline's, peak memory, and that beside the fewer clauses, of which a volume
of the index is full."""


class Run(NamedTuple):
    """What a process took: seconds, seconds of processors, megabytes at most; and what it did."""

    wall: float
    processor: float
    memory: float
    clauses: int


def main() -> int:
    """Measure and print; 1 where a limit is passed."""
    quick = QUICK if "--quick" in sys.argv else 1
    few, many = FEW // quick, MANY // quick
    if len(sys.argv) > 2:
        print(json.dumps({"imported": imported, "inserted": inserted}[sys.argv[1]](*sys.argv[2:])))
        return 0
    figures = Figures()
    with tempfile.TemporaryDirectory() as folder:
        runs = {}
        for clauses in (few, many):
            at = Path(folder) / str(clauses)
            at.mkdir()
            write(at, clauses)
            runs[clauses] = _run("imported", at, "0")
        bare = _run("inserted", Path(folder) / str(many))
        every = _run("imported", Path(folder) / str(many), str(os.cpu_count()))
        size = sum(file.stat().st_size for file in (Path(folder) / str(many)).glob("*.txt"))
    one = runs[many]
    what = f"import of {one.clauses:,} clauses, one process: {{}} (JSON lines into one table)"
    figures.row(what.format("processor time"), "s", one.processor, bare.processor, TIMES)
    figures.row(what.format("clauses a second of processor"), "", *_rates(one, bare), None)
    figures.ceiling(what.format("peak memory"), "MB", one.memory, bare.memory, MEGABYTES)
    what = f"import of {one.clauses:,} clauses, one process: peak memory (of {runs[few].clauses:,})"
    figures.row(what, "MB", one.memory, runs[few].memory, GROWTH if quick == 1 else None)
    what = f"import of {one.clauses:,} clauses, {os.cpu_count()} processes: {{}} (one process)"
    figures.row(what.format("time"), "s", every.wall, one.wall, 1)
    figures.row(what.format("processor time"), "s", every.processor, one.processor, None)
    figures.row(what.format("peak memory of the largest process"), "MB", every.memory, one.memory, None)
    print(f"\n{size / 1e6:.1f} MB of text, {size / 1e6 / one.processor:.2f} MB a second of processor\n")
    stages()
    return int(figures.over)


def _rates(*runs: Run) -> Iterator[float]:
    return (run.clauses / run.processor for run in runs)


def _run(what: str, *arguments: Path | str) -> Run:
    """A part of this module in a process of its own."""
    command = [sys.executable, "-m", "tests.benchmarks.importing", what, *map(str, arguments)]
    begun = time.perf_counter()
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    clauses, processor, memory = json.loads(done.stdout)
    return Run(time.perf_counter() - begun, processor, memory, clauses)


def _taken(clauses: int) -> tuple[int, float, float]:
    """Clauses, seconds of processors and megabytes of this process and of those that it began."""
    ours, others = (resource.getrusage(whose) for whose in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    seconds = sum(one.ru_utime + one.ru_stime for one in (ours, others))
    return clauses, seconds, max(ours.ru_maxrss, others.ru_maxrss) / 1024


def imported(folder: str, processes: str) -> tuple[int, float, float]:
    """Import a folder into a new project beside it; the clauses already cut are left there for `inserted`."""
    from annotator.flows.importing import files, import_files
    from annotator.flows.opening import create
    from annotator.store.codebooks import codebook_of

    path = Path(f"{folder}-{processes}.db")
    with create(path, "bench") as project:
        outcomes = import_files(
            project, "bench", codebook_of(project), list(files([Path(folder)])), processes=int(processes)
        )
    taken = _taken(sum(one.clauses for one in outcomes))
    query = "SELECT clause_id, marker, text, tail, start, end FROM piece WHERE kind = 'clause'"
    with closing(sqlite3.connect(path)) as db, Path(f"{folder}.jsonl").open("w", encoding="utf-8") as lines:
        for row in db.execute(query):
            lines.write(json.dumps(row, ensure_ascii=False) + "\n")
    return taken


def inserted(folder: str) -> tuple[int, float, float]:
    """Put the clauses that were cut before into one table."""
    with (
        closing(sqlite3.connect(f"{folder}-bare.db", isolation_level=None)) as db,
        Path(f"{folder}.jsonl").open(encoding="utf-8") as lines,
    ):
        db.execute("CREATE TABLE clause (id TEXT PRIMARY KEY, marker, text, tail, start, end)")
        db.execute("BEGIN")
        db.executemany("INSERT INTO clause VALUES (?, ?, ?, ?, ?, ?)", map(json.loads, lines))
        db.execute("COMMIT")
        count: int = db.execute("SELECT count(*) FROM clause").fetchone()[0]
    return _taken(count)


def stages() -> None:
    """Prints where the processor time of one process goes, in microseconds a clause, tables loaded."""
    from annotator.flows.importing.document import segmented
    from annotator.flows.opening import create
    from annotator.model.ids import document_id, sha256
    from annotator.model.metadata import stored
    from annotator.store import arrivals, bigrams, bulk, repeating, settling
    from annotator.store.codebooks import codebook_of
    from annotator.tools import suggest
    from annotator.tools.formats import read_bytes
    from annotator.tools.text import CUTTER, cut
    from annotator.tools.text.reading import read
    from tests.benchmarks.notices import notice

    spent = dict[str, float]()
    clauses = 0

    def stage(name: str, do: Callable[[], Any]) -> Any:
        begun = time.process_time()
        done = do()
        spent[name] = spent.get(name, 0) + time.process_time() - begun
        return done

    with (
        tempfile.TemporaryDirectory() as folder,
        create(Path(folder) / "a.db", "bench") as project,
        bulk.much(project),
    ):
        codebook = codebook_of(project)
        for number in range(SAMPLE + 1):
            data = notice(number).encode()
            source = stage("read", lambda data=data: read_bytes(data, "a.txt"))
            stage("repair and lines", lambda text=source.text: read(text))
            stage("cut", lambda text=source.text: cut(text))
            made = stage(
                "units and what the document says of itself", lambda data=data: segmented(data, "a.txt")
            )
            rows = stage(
                "rows and their hashes",
                lambda data=data, made=made: arrivals.arrival(
                    doc_id=document_id(data), file_sha256=sha256(data), file_name="a.txt", source=made.source,
                    cutter=CUTTER, segments=made.segments, metadata=stored(made.metadata, made.places),
                    suggested=(one for s in made.segments for one in suggest.units(codebook, data[:64].hex(), s)),
                    settled=False,
                ),
            )  # fmt: skip
            stage("store", lambda rows=rows: arrivals.put(project, "bench", rows))
            clauses += rows.clauses
            if number == 0:  # loads the tables
                repeating.extend(project)
                settling.settle(project, codebook)
                spent.clear()
                clauses = 0
        spent["units and what the document says of itself"] -= spent["cut"] + spent["read"]
        spent["cut"] -= spent["repair and lines"]
        stage("repeats", lambda: repeating.extend(project))
        bigrams.UNINDEXED = -bigrams.VOLUME + 1
        pieces = project.db.execute("SELECT count(*) FROM piece").fetchone()[0]
        assert stage("index of pairs", lambda: bigrams.extend(project)) or pieces
        imported = sum(spent.values())
        stage("suggestions, when they are asked for", lambda: settling.settle(project, codebook))
    spent = {**spent, "import": imported}
    print("| of a clause, µs of processor | |\n|---|---|")
    for name, seconds in spent.items():
        print(f"| {name} | {seconds / clauses * 1e6:.0f} |")


if __name__ == "__main__":
    sys.exit(main())
