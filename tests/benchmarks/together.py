"""`python -m tests.benchmarks.together [SECONDS]`: eight processes label one project file, for a minute.

Each saves labels of its own reviewer as fast as it can, or with a fifth of a second between (faster than people
press keys); the baseline is one process alone. Every label that was acknowledged must be in the file, the file must
be sound, and no process may meet a locked file. Exit code 1 where one of these does not hold.
"""

import random
import sys
import tempfile
import time
from collections.abc import Sequence
from multiprocessing import get_context
from multiprocessing.queues import Queue
from multiprocessing.synchronize import Barrier
from pathlib import Path
from typing import NamedTuple

from annotator.errors import AnnotatorError
from annotator.flows.opening import create
from annotator.flows.reviewing import Reviewing
from annotator.store import documents, reviews
from annotator.store.codebooks import codebook_of
from annotator.store.project import Project
from annotator.store.verify import verify
from tests.benchmarks.measure import share
from tests.making import add_document

PROCESSES, CLAUSES, SECONDS, BETWEEN = 8, 1000, 60, 0.2
DOCCANO = (101.1, 318.8)
"""Milliseconds of the 99th percentile of a save of doccano with eight users, on a machine like this one: the least
and the most of several runs.
"""

Stood = dict[str, str]


class Pace(NamedTuple):
    """Seconds in all, and on average between two saves."""

    seconds: float
    between: float


class Worked(NamedTuple):
    """Seconds of each save, what the last save of each clause said, and what was refused."""

    reviewer: str
    seconds: Sequence[float]
    stood: Stood
    refused: Sequence[str]


def work(path: Path, reviewer: str, pace: Pace, ready: Barrier, told: "Queue[Worked]") -> None:
    """Label clauses at random until the time is over, from when all have loaded the program."""
    chance, spent, refused = random.Random(reviewer), list[float](), list[str]()
    stood: Stood = {}
    with Project.open(path) as project:
        reviewing = Reviewing(project, codebook_of(project), reviewer)
        (document,) = documents.listing(project)
        clauses = [clause.clause_id for clause in documents.clauses(project, document)]
        ready.wait()
        end = time.monotonic() + pace.seconds
        while time.monotonic() < end:
            clause, code = chance.choice(clauses), chance.choice(["data", "infra", "model"])
            begun = time.perf_counter()
            try:
                reviewing.put(clause, {"category": [code]})
                stood[clause] = code
            except AnnotatorError as error:
                refused.append(str(error))
            spent.append(time.perf_counter() - begun)
            time.sleep(chance.uniform(0, 2 * pace.between))
    told.put(Worked(reviewer, spent, stood, refused))


def together(path: Path, count: int, seconds: float, between: float = 0.0) -> list[Worked]:
    """So many processes on one file."""
    spawn = get_context("spawn")
    told: Queue[Worked] = spawn.Queue()
    ready = spawn.Barrier(count)
    running = [
        spawn.Process(target=work, args=(path, f"reviewer{n}", Pace(seconds, between), ready, told))
        for n in range(count)
    ]
    for one in running:
        one.start()
    found = [told.get() for _ in running]
    for one in running:
        one.join()
    return found


def lost(path: Path, worked: Sequence[Worked]) -> int:
    """How many acknowledged labels the file does not have, and faults of the file."""
    with Project.open(path) as project:
        missing = len(list(verify(project)))
        for one in worked:
            stored = reviews.reviews(project, list(one.stood), one.reviewer)
            missing += sum(stored[clause].values["category"] != [code] for clause, code in one.stood.items())
    return missing


def main(seconds: float) -> int:
    """Measure and print a table."""
    print(
        "| processes on one file | saves | saves/s | p50 | p99 | longest | refused | lost |\n|---|---|---|---|---|---|---|---|"
    )
    failed = False
    for count, between in ((1, 0.0), (PROCESSES, 0.0), (PROCESSES, BETWEEN)):
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "annotator.db"
            with create(path, "owner") as project:
                add_document(project, [f"第{number}条。" for number in range(CLAUSES)])
            worked = together(path, count, seconds if count > 1 else seconds / 4, between)
            missing = lost(path, worked)
        spent = [1000 * one for each in worked for one in each.seconds]
        refused = sum(len(each.refused) for each in worked)
        pace = f", {between:g} s between" if between else ""
        rate = len(spent) / (seconds if count > 1 else seconds / 4)
        print(
            f"| {count}{pace} | {len(spent):,} | {rate:.0f} | {share(spent, 0.5):.1f} ms | {share(spent, 0.99):.1f} ms "
            f"| {max(spent):.1f} ms | {refused} | {missing} |",
            flush=True,
        )
        failed |= bool(refused or missing)
    least, most = (one / 5 for one in DOCCANO)
    print(f"\nA fifth of doccano's p99 with eight users: {least:.1f} to {most:.1f} ms.")
    return int(failed)


if __name__ == "__main__":
    sys.exit(main(float(sys.argv[1]) if len(sys.argv) > 1 else SECONDS))
