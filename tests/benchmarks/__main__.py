"""`python -m tests.benchmarks`: every figure beside its baseline, measured in the same run.

Exit code 1 where a ratio is above its limit. `--million` measures a project of 1,000,000 clauses too.
"""

import sys
import tempfile
from pathlib import Path

from tests.benchmarks import measure
from tests.benchmarks.build import build, label
from tests.benchmarks.measure import PYTHON, median, p

ANNOTATOR = str(Path(PYTHON).with_name("annotator"))
BARE = str(Path(__file__).with_name("bare.py"))
LIMITS: list[tuple[str, float, float, float]] = []


def row(what: str, unit: str, ours: float, base: float, limit: float | None) -> None:
    """One line of the table; remembers a ratio above its limit."""
    ratio = ours / base
    over = limit is not None and ratio > limit
    LIMITS.append((what, ratio, limit or 0, over))
    wanted = f"≤ {limit:g} ×" if limit is not None else "measured"
    print(
        f"| {what} | {ours:.1f} {unit} | {base:.1f} {unit} | {ratio:.2f} × | {wanted} |{' over' if over else ''}",
        flush=True,
    )


def main() -> int:
    """Measure and print; 1 where a limit is passed."""
    print("| what | annotator | baseline | ratio | limit |\n|---|---|---|---|---|")
    bare = measure.commands([PYTHON, "-c", "import click"])
    row(
        "`annotator --help` (baseline: import click)",
        "ms",
        median(measure.commands([ANNOTATOR, "--help"])),
        median(bare),
        2,
    )
    with tempfile.TemporaryDirectory() as folder:
        sizes = [100, 100_000] + ([1_000_000] if "--million" in sys.argv else [])
        for size in sizes:
            at = Path(folder) / str(size)
            at.mkdir()
            build(at / "annotator.db", size)
            empty = measure.starts([PYTHON, BARE, "empty"], "ready-to-work", at)
            ours = measure.starts([ANNOTATOR], "条款类型", at)
            limit = 1.3 if size <= 100_000 else None
            base = median([s.ready for s in empty])
            row(
                f"review screen ready, {size:,} clauses (empty Textual app)",
                "ms",
                median([s.ready for s in ours]),
                base,
                limit,
            )
            memory = median([s.memory for s in empty])
            row(
                f"memory at the first screen, {size:,} clauses",
                "MB",
                median([s.memory for s in ours]),
                memory,
                2,
            )
        pressed = ["2", *"d" * 320]
        at = Path(folder) / "100000"
        base = measure.keys([PYTHON, BARE, "key"], "条款类型", at, pressed)
        fresh = measure.keys([ANNOTATOR], "条款类型", at, pressed)
        row("key → stored and painted, p50 (no database)", "ms", median(fresh), median(base), 1.3)
        row("key → stored and painted, p99 (no database)", "ms", p(fresh, 0.99), p(base, 0.99), 2)
        label(at / "annotator.db", 10_000)
        full = measure.keys([ANNOTATOR], "条款类型", at, pressed)
        row("the same with 10,000 labels stored, p50 (with none)", "ms", median(full), median(fresh), 1.1)
        row("the same with 10,000 labels stored, p99 (with none)", "ms", p(full, 0.99), p(fresh, 0.99), 1.5)
    return int(any(over for *_, over in LIMITS))


if __name__ == "__main__":
    sys.exit(main())
