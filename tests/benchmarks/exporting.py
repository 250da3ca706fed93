"""`python -m tests.benchmarks.exporting [--million | --quick]`: releases of a project that two reviewers share.

Each release is made by a process of its own, of which processor time and peak memory are told, from the project
opened to the folder in its place. The baseline is orjson: the same lines as values in memory, written to a file
again, neither read from a project nor hashed. Both count the same records: the lines of the view.
"""

import json
import os
import random
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import Any, NamedTuple

import orjson

from annotator.flows.opening import create
from annotator.model.codebook import Codebook
from annotator.model.decision import Decision
from annotator.model.document import Clause
from annotator.model.event import Change
from annotator.store import bulk, documents, events, gold, suggestions
from annotator.store.codebooks import codebook_of
from annotator.store.project import Project
from tests.benchmarks.build import PER_DOCUMENT, REVIEWER, SENTENCE, add
from tests.benchmarks.figures import Figures

FEW, MANY, MILLION, QUICK = 10_000, 100_000, 1_000_000, 10
DOCCANO = 6_500
"""Rows that doccano exports in a second, measured on a machine like this one with 100,000 rows."""
AIMS = {"classification": 20, "canonical": 10}
"""How many times as fast as that a view alone is to be."""
GROWTH = 1.15
"""What ten times the clauses may take of memory."""
ASKED = {
    "classification": ("--views", "classification", "--tables", "none"),
    "canonical": ("--views", "canonical", "--tables", "none"),
    "default": (),
}
BOTH = ("bench-a", "bench-b")
UNITS = [
    f"市{name}局" for name in ("数据", "教育", "财政", "卫生健康", "农业农村", "交通", "民政", "商务", "水务")
]
AT_ONCE = 4_000
"""Clauses of one act."""


class Run(NamedTuple):
    """Seconds of processor, megabytes at most, clauses of the project, lines written."""

    processor: float
    memory: float
    clauses: int
    lines: int


def main() -> int:
    """Measure and print; 1 where a limit is passed."""
    if len(sys.argv) > 2:
        print(json.dumps({"release": release, "bare": bare}[sys.argv[1]](*sys.argv[2:])))
        return 0
    sizes = [FEW, MANY] + ([MILLION] if "--million" in sys.argv else [])
    if "--quick" in sys.argv:
        sizes = [size // QUICK for size in sizes]
    figures = Figures()
    with tempfile.TemporaryDirectory() as folder:
        runs: dict[tuple[int, str], Run] = {}
        for size in sizes:
            at = Path(folder) / str(size)
            at.mkdir()
            make(at / "a.db", size)
            for name in ASKED:
                ours = runs[size, name] = _best("release", at, name)
                if size > sizes[0]:
                    base = _best("bare", at, name)
                    tell(figures, name, ours, base, runs[sizes[0], name])
    return int(figures.over)


def tell(figures: Figures, name: str, ours: Run, base: Run, small: Run) -> None:
    """The rows of one release."""
    what = f"{name} of {ours.clauses:,} clauses"
    per = [one.processor / one.lines * 1e6 for one in (ours, base)]
    figures.row(f"{what}, processor time of a line ({ours.lines:,}; orjson from memory)", "µs", *per, None)
    aim = AIMS.get(name)
    told = f"{what}, the same of a clause (doccano, of a row)"
    figures.row(told, "µs", ours.processor / ours.clauses * 1e6, 1e6 / DOCCANO, 1 / aim if aim else None)
    told = f"{what}, lines a second of processor (doccano)"
    figures.row(told, "", ours.lines / ours.processor, DOCCANO, None)
    told = f"{what}, peak memory (of {small.clauses:,})"
    figures.row(told, "MB", ours.memory, small.memory, GROWTH if ours.clauses >= MANY else None)


def _best(what: str, at: Path, name: str) -> Run:
    """The least processor time of some runs of a part of this module, each in a process of its own."""
    command = [sys.executable, "-m", "tests.benchmarks.exporting", what, str(at), name]
    runs = []
    for _ in range(3 if len(at.name) < 7 else 1):
        done = subprocess.run(command, check=True, capture_output=True, text=True)
        runs.append(Run(*json.loads(done.stdout)))
    return min(runs)


def release(folder: str, name: str) -> Run:
    """Release a project."""
    from annotator.cli.group import annotator

    before = _seconds()
    out = Path(folder) / name
    command = ["export", str(out), *ASKED[name], "--force", "--project", str(Path(folder) / "a.db")]
    with open(os.devnull, "w") as nowhere:
        sys.stdout, kept = nowhere, sys.stdout
        annotator(command, standalone_mode=False)
        sys.stdout = kept
    taken = _seconds() - before
    counts = json.loads((out / "manifest.json").read_bytes())["counts"]
    lines = sum(view["lines"] for view in counts["views"].values())
    return Run(taken, _memory(), counts["clauses"]["records"], lines)


def bare(folder: str, name: str) -> Run:
    """Write the lines of a release again, a few thousand in memory at a time; reading them is not measured."""
    taken, lines = 0.0, 0
    for path in sorted((Path(folder) / name / "data").glob("c*/*.jsonl")):
        with path.open("rb") as given, Path(folder, "again").open("wb") as again:
            while values := [orjson.loads(line) for line in islice(given, AT_ONCE)]:
                before = _seconds()
                for value in values:
                    again.write(orjson.dumps(value, option=orjson.OPT_APPEND_NEWLINE))
                taken += _seconds() - before
                lines += len(values)
    return Run(taken, _memory(), lines, lines)


def _seconds() -> float:
    return time.process_time()


def _memory() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def make(path: Path, clauses: int) -> None:
    """A project in which one reviewer finished half of the clauses and another one half of these, mostly of one
    mind. One clause in a hundred is decided; every third names units, which are suggested and given.
    """
    chance = random.Random(1)
    with create(path, REVIEWER) as project:
        codebook = codebook_of(project)
        for number in range(clauses // PER_DOCUMENT):
            sentences = [SENTENCE + (_naming(chance) if n % 3 == 0 else "") for n in range(PER_DOCUMENT)]
            add(project, number, sentences)
        every = (c for one in documents.listing(project) for c in documents.clauses(project, one))
        while some := list(islice(every, AT_ONCE)):
            made = [(clause, _values(chance, codebook, clause)) for clause in some]
            _suggest(project, made)
            for who, share in enumerate(BOTH, 2):
                changes = [
                    change
                    for clause, values in made
                    if clause.ord % (2 ** (who - 1)) == 0
                    for change in _finished(chance, codebook, clause, values, alone=who == 2)
                ]
                events.record(project, share, changes, origin="file")
            decisions = [
                change
                for clause, values in made
                if clause.ord % 100 == 4
                for change in gold.decision(
                    clause.clause_id, Decision("category", "accept", BOTH[:1], "", {}, values["category"])
                )
            ]
            events.record(project, REVIEWER, decisions, origin="file")


def _naming(chance: random.Random) -> str:
    return f"（责任单位：{'、'.join(chance.sample(UNITS, chance.randint(1, 3)))}）"


def _values(chance: random.Random, codebook: Codebook, clause: Clause) -> dict[str, list[Any]]:
    """What is true of a clause: one or two codes, and the units that it names."""
    found: dict[str, list[Any]] = {}
    for field in codebook.clause_fields:
        if field.codes:
            many = chance.choice((1, 1, 2)) if field.kind == "multi" else 1
            found[field.id] = chance.sample([code.id for code in field.codes], many)
    begin = clause.text.find("：") + 1
    names = clause.text[begin:-1].split("、") if begin else []
    units = []
    for name in names:
        start = clause.text_start + begin
        units.append(
            {"org_id": None, "name": name, "role": "lead" if not units else "participant", "stated": True,
             "surface": name, "start": start, "end": start + len(name)}
        )  # fmt: skip
        begin += len(name) + 1
    found["responsible_unit"] = units
    return found


def _suggest(project: Project, made: list[tuple[Clause, dict[str, list[Any]]]]) -> None:
    """Units where there are any, and a code for every other clause."""

    def rows() -> Iterator[tuple[Any, ...]]:
        for clause, values in made:
            units = values["responsible_unit"]
            for field, source, wanted in (
                ("responsible_unit", "import", units),
                ("category", "codebook", clause.ord % 2 and values["category"]),
            ):
                if wanted:
                    yield clause.clause_id, field, source, "1", orjson.dumps(wanted).decode(), 0.8125

    bulk.put(project, "suggestion", suggestions.COLUMNS, rows())


def _finished(
    chance: random.Random, codebook: Codebook, clause: Clause, values: dict[str, list[Any]], *, alone: bool
) -> Iterator[Change]:
    """What somebody says who finishes a clause: of ten who come second one is of another mind."""
    other = not alone and chance.random() < 0.1
    if other:
        field = next(one for one in codebook.clause_fields if one.id == "category")
        values = {**values, field.id: [chance.choice(field.codes).id]}
    for name, value in values.items():
        yield Change("label", clause.clause_id, name, value, suggested=name == "category")
    if chance.random() < 0.02:
        yield Change("note", clause.clause_id, "", "存疑")
    yield Change("submit", clause.clause_id, "", "submitted")


if __name__ == "__main__":
    sys.exit(main())
