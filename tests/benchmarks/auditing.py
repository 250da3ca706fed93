"""Agreement beside the libraries that compute it, and the whole command beside the imports it cannot do without.

    python -m tests.benchmarks.auditing

krippendorff and nltk are measured where they are installed (tests/crosscheck/agreement.txt).
"""

import json
import os
import subprocess
import sys
import time
from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryDirectory

from annotator.tools.agreement import Rating, Resampling, audit, columns, tabulate  # first: it tames the BLAS

import numpy as np  # isort: skip

from annotator.tools.agreement.measure import coefficients
from annotator.tools.agreement.tally import tally
from tests.benchmarks.figures import Figures

LABELS, MISSING, RIGHT = 15, 0.05, 0.8
TIMES = 3


def matrix(items: int, raters: int) -> np.ndarray:
    """Raters who are mostly right; -1 = missing."""
    random = np.random.default_rng(1)
    truth = random.integers(LABELS, size=(items, 1))
    codes = np.where(
        random.random((items, raters)) < RIGHT, truth, random.integers(LABELS, size=(items, raters))
    )
    codes[random.random((items, raters)) < MISSING] = -1
    return codes


def ratings(codes: np.ndarray) -> list[Rating]:
    """One for each cell that is not missing."""
    return [
        Rating(f"cl-{item:06}", f"r{rater}", f"code {codes[item, rater]}")
        for item, rater in np.argwhere(codes >= 0).tolist()
    ]


def milliseconds(compute: Callable[[], object], times: int = TIMES) -> float:
    """The best of some runs."""
    taken = []
    for _ in range(times):
        start = time.perf_counter()
        compute()
        taken.append(time.perf_counter() - start)
    return min(taken) * 1000


def alone(figures: Figures, items: int, raters: int) -> None:
    """Alpha of one table, then everything with intervals."""
    codes = matrix(items, raters)
    given = columns(ratings(codes))
    table = tabulate(given, "nominal")
    size = f"{items:,} × {raters}"

    def alpha() -> float | None:
        (one,) = coefficients(table.scale, tally(table), ["alpha_nominal"])[0]
        return one.value

    ours = milliseconds(alpha)
    whole = milliseconds(lambda: audit(given, "nominal", (), Resampling(1000, 1)), 1)
    best = []
    if find_spec("krippendorff"):
        from krippendorff import alpha as theirs

        data = np.where(codes >= 0, codes, np.nan).T
        best.append(milliseconds(lambda: theirs(data, level_of_measurement="nominal")))
        figures.row(f"alpha, {size} (krippendorff)", "ms", ours, best[-1], 0.1)
    if find_spec("nltk"):
        from nltk.metrics.agreement import AnnotationTask

        rows = list(zip(given.reviewer.each(), given.item.each(), given.value.each(), strict=True))
        task = AnnotationTask(rows)
        best.append(milliseconds(task.alpha, 1))
        figures.row(f"alpha, {size} (nltk, its table built)", "ms", ours, best[-1], 0.1)
        built = milliseconds(lambda: AnnotationTask(rows).alpha(), 1)
        from_ratings = milliseconds(lambda: tabulate(given, "nominal")) + ours
        figures.row(f"alpha from ratings, {size} (nltk)", "ms", from_ratings, built, None)
    if best:
        figures.row(
            f"all of it, 1,000 resamples, {size} (alpha alone by the faster)", "ms", whole, min(best), None
        )


def command(figures: Figures) -> None:
    """A file of 10,000 items by three raters, from start to end."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "ratings.jsonl"
        fields = [
            {"item": one.item, "reviewer": one.reviewer, "field": "x", "value": one.value}
            for one in ratings(matrix(10_000, 3))
        ]
        path.write_text("".join(json.dumps(one) + "\n" for one in fields))
        wanted = ["agreement", "--ratings", str(path), "--field", "x", "--kind", "nominal", "--json"]
        environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}

        def timed(*arguments: str) -> Callable[[], object]:
            return lambda: subprocess.run(
                [sys.executable, *arguments], env=environment, check=True, stdout=subprocess.DEVNULL
            )

        bare, ours = timed("-c", "import numpy, click"), timed("-m", "annotator", *wanted)
        both = [(milliseconds(bare, 1), milliseconds(ours, 1)) for _ in range(15)]
        base, whole = (min(column) for column in zip(*both, strict=True))
        figures.ceiling(
            "annotator agreement --ratings, 10,000 × 3, 1,000 resamples (import numpy, click)",
            "ms", whole, base, base + 100,
        )  # fmt: skip


def main() -> int:
    """All of it; 1 where a limit was passed."""
    figures = Figures()
    alone(figures, 10_000, 3)
    alone(figures, 100_000, 5)
    command(figures)
    return int(figures.over)


if __name__ == "__main__":
    sys.exit(main())
