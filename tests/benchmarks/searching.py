"""`python -m tests.benchmarks.searching [--million]`: words and labels looked up in projects of any size.

Also run by `python -m tests.benchmarks`. A search is measured from the text of the query to the hits, as
(document, number, id). The baseline is a bare scan of the same clauses in the same file, which finds only
what is written exactly so: `SELECT … FROM piece WHERE kind = 'clause' AND instr(text, ?)`.
"""

import sqlite3
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import closing
from itertools import islice
from pathlib import Path

from annotator.flows.opening import create
from annotator.model.event import Change
from annotator.store import bigrams, documents, events
from annotator.store.codebooks import codebook_of
from annotator.store.project import Project
from annotator.store.search import Hit, search
from annotator.tools.query import parse
from tests.benchmarks.build import PER_DOCUMENT, REVIEWER, add
from tests.benchmarks.figures import Figures
from tests.benchmarks.measure import share, turns
from tests.benchmarks.prose import COMMON, HARDEST, LATE, NOWHERE, clauses

ROUNDS = {1_000: 100, 100_000: 30, 1_000_000: 7}
FIRST = 50
LABELS = 10_000
QUERIES = (
    "category:data", "category:data 数据", "unit:any -flag:yes", "priority>=加快", "state:unfinished",
    "category:unset", "differs:yes",
)  # fmt: skip
_BARE = "SELECT piece_no, clause_id FROM piece WHERE kind = 'clause' AND instr(text, ?)"


def searching(figures: Figures, folder: Path, *, million: bool) -> None:
    """Every figure of searches."""
    for size in [1_000, 100_000] + ([1_000_000] if million else []):
        path = folder / f"search-{size}.db"
        build(figures, path, size)
        with Project.open(path) as project, closing(sqlite3.connect(path)) as bare:
            for length in COMMON:
                words(figures, project, bare, size, length)
            ours, base = compared(project, bare, HARDEST, size, None)
            what = f"search, {size:,} clauses, a word nowhere of pairs everywhere, p50 (bare scan)"
            figures.row(what, "ms", share(ours, 0.5), share(base, 0.5), 2 if size == 100_000 else None)
            if size == 100_000:
                labels(figures, project, bare)


def build(figures: Figures, path: Path, size: int) -> None:
    """A project of `size` clauses; the words of LATE stand in the last of its documents alone."""
    many = size // PER_DOCUMENT
    begun = time.perf_counter()
    with create(path, REVIEWER) as project:
        for number in range(many):
            late = number >= many - max(1, many // 100)
            add(project, number, list(clauses(number, PER_DOCUMENT, late=late)))
    stored, before = time.perf_counter() - begun, path.stat().st_size
    begun = time.perf_counter()
    with Project.open(path) as project:
        volumes = bigrams.extend(project)
    what = f"index of pairs for {size:,} clauses, {volumes} volumes: {{}} (storing the documents)"
    figures.row(what.format("time"), "s", time.perf_counter() - begun, stored, None)
    figures.row(what.format("size"), "MB", (path.stat().st_size - before) / 1e6, before / 1e6, None)


def words(figures: Figures, project: Project, bare: sqlite3.Connection, size: int, length: int) -> None:
    """Words of so many characters, common, in the last documents alone, and absent: the dearest of them."""
    first, whole = [], []
    for word in (COMMON[length], LATE[length], NOWHERE[length]):
        assert bool(looked_up(project, word, 1)) == (word != NOWHERE[length]), word
        first.append(compared(project, bare, word, size, FIRST))
        whole.append(compared(project, bare, word, size, None))
    what = (
        f"search, {size:,} clauses, a word of {length}, {{}}, dearest of common, late and absent (bare scan)"
    )
    for name, part in (("p50", 0.5), ("p99", 0.99)):
        ours, base = max((share(a, part), share(b, part)) for a, b in first)
        figures.ceiling(what.format(f"first {FIRST} hits, {name}"), "ms", ours, base, 300)
        ours, base = max(
            ((share(a, part), share(b, part)) for a, b in whole), key=lambda pair: pair[0] / pair[1]
        )
        figures.row(what.format(f"all hits, {name}"), "ms", ours, base, 2 if size == 100_000 else None)


def compared(
    project: Project, bare: sqlite3.Connection, word: str, size: int, most: int | None
) -> tuple[list[float], list[float]]:
    """Milliseconds of our search and of the bare scan, turn by turn."""
    return turns(
        lambda: timed(lambda: looked_up(project, word, most)),
        lambda: timed(lambda: list(islice(bare.execute(_BARE, (word,)), most))),
        ROUNDS[size],
    )


def labels(figures: Figures, project: Project, bare: sqlite3.Connection) -> None:
    """Queries over labels, with 10,000 of them in 100,000 clauses."""
    subjects = [
        clause.clause_id
        for document in documents.listing(project)
        for clause in islice(documents.clauses(project, document), LABELS * PER_DOCUMENT // 100_000)
    ]
    for at in range(0, len(subjects), 1000):
        changes = [Change("label", one, "category", ["data"]) for one in subjects[at : at + 1000]]
        events.record(project, REVIEWER, changes, origin="file")
    for query in QUERIES:
        for most, hits in ((FIRST, f"first {FIRST} hits"), (None, "all hits")):
            ours, base = compared(project, bare, query, 100_000, most)
            what = f"`{query}`, 100,000 clauses, {LABELS:,} labels, {hits}, p99 (a scan of all texts)"
            figures.row(what, "ms", share(ours, 0.99), share(base, 0.99), None)


def looked_up(project: Project, query: str, most: int | None = None) -> list[Hit]:
    """The first hits of a query, or all."""
    codebook = codebook_of(project)
    batches = search(project, parse(query, codebook), codebook, [REVIEWER])
    return list(islice((hit for batch in batches for hit in batch), most))


def timed(do: Callable[[], object]) -> float:
    """Milliseconds."""
    begun = time.perf_counter()
    do()
    return (time.perf_counter() - begun) * 1000


def main() -> int:
    """Measure and print; 1 where a limit is passed."""
    figures = Figures()
    with tempfile.TemporaryDirectory() as folder:
        searching(figures, Path(folder), million="--million" in sys.argv)
    return int(figures.over)


if __name__ == "__main__":
    sys.exit(main())
