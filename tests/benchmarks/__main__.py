"""`python -m tests.benchmarks`: every figure beside its baseline, measured in the same run.

Exit code 1 where a ratio is above its limit. `--million` measures a project of 1,000,000 clauses too.
"""

import shutil
import sys
import tempfile
from itertools import chain
from pathlib import Path
from statistics import median

from tests.benchmarks.build import build, label
from tests.benchmarks.figures import Figures
from tests.benchmarks.growing import growing
from tests.benchmarks.measure import PYTHON, command, keys, share, start, turns
from tests.benchmarks.searching import searching
from tests.benchmarks.working import working

ANNOTATOR = str(Path(PYTHON).with_name("annotator"))
BARE = str(Path(__file__).with_name("bare.py"))
PANEL = "条款类型"
STARTS, COMMANDS, ROUNDS = 11, 15, 3


def main() -> int:
    """Measure and print; 1 where a limit is passed."""
    figures = Figures()
    ours, base = turns(
        lambda: command(ANNOTATOR, "--help"), lambda: command(PYTHON, "-c", "import click"), COMMANDS
    )
    figures.row("`annotator --help` (import click)", "ms", median(ours), median(base), 2)
    growing(figures)
    with tempfile.TemporaryDirectory() as folder:
        for size in [100, 100_000] + ([1_000_000] if "--million" in sys.argv else []):
            starting(figures, Path(folder), size)
        pressing(figures, Path(folder) / "100000")
        searching(figures, Path(folder), million="--million" in sys.argv)
        at = Path(folder) / "working"
        at.mkdir()
        working(figures, at, million="--million" in sys.argv)
    return int(figures.over)


def starting(figures: Figures, folder: Path, size: int) -> None:
    """Time and memory to the first screen on a project of `size` clauses."""
    at = folder / str(size)
    at.mkdir()
    build(at / "annotator.db", size)
    ours, base = turns(
        lambda: start([ANNOTATOR], PANEL, at),
        lambda: start([PYTHON, BARE, "empty"], "ready-to-work", at),
        STARTS,
    )
    ready, memory = [median(s.ready for s in many) for many in (ours, base)], median(s.memory for s in base)
    what = f"review screen ready, {size:,} clauses (empty Textual app)"
    figures.row(what, "ms", ready[0], ready[1], 1.3 if size <= 100_000 else None)
    what = f"memory at the first screen, {size:,} clauses (empty Textual app)"
    figures.row(what, "MB", median(s.memory for s in ours), memory, 2)


def pressing(figures: Figures, at: Path) -> None:
    """A key that stores a label, with none and with 10,000 labels in the project."""
    full = at.with_name("full")
    shutil.copytree(at, full)
    label(full / "annotator.db", 10_000)
    pressed = ["2", *"d" * 220]

    def stored(where: Path = at) -> list[float]:
        return keys([ANNOTATOR], PANEL, where, pressed)

    def bare() -> list[float]:
        return keys([PYTHON, BARE, "key"], PANEL, at, pressed)

    what = "key → stored and painted, {} (the same without a database)"
    shares(figures, what, turns(stored, bare, ROUNDS), (1.3, 2))
    what = "key → stored and painted, {}, with 10,000 labels (with none)"
    shares(figures, what, turns(lambda: stored(full), stored, ROUNDS), (1.15, 1.5))


def shares(
    figures: Figures,
    what: str,
    rounds: tuple[list[list[float]], list[list[float]]],
    limits: tuple[float, float],
) -> None:
    """The median and the 99th of 100, over all rounds."""
    ours, base = (list(chain.from_iterable(many)) for many in rounds)
    for name, part, limit in zip(("p50", "p99"), (0.5, 0.99), limits, strict=True):
        figures.row(what.format(name), "ms", share(ours, part), share(base, part), limit)


if __name__ == "__main__":
    sys.exit(main())
