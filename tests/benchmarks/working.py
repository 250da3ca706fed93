"""`python -m tests.benchmarks.working [--million]`: what a reviewer does, in projects of any size.

Also run by `python -m tests.benchmarks`. The program runs in one pty for each size, all at once, and each
act is done by turns in all of them, so that what the machine does meanwhile meets all of them alike. An act
is measured from the write of its key to the last byte that it draws; where the program works on while the
screen is painted (a search), to the byte that ends the words waited for.
"""

import os
import re
import select
import sys
import tempfile
import time
from collections.abc import Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import NamedTuple

from annotator.flows.opening import create
from annotator.store import bigrams
from tests.benchmarks.build import PER_DOCUMENT, REVIEWER, add, label
from tests.benchmarks.figures import Figures
from tests.benchmarks.measure import PYTHON, QUIET, running, share, wait_for
from tests.benchmarks.prose import COMMON, LATE, clauses

ANNOTATOR = str(Path(PYTHON).with_name("annotator"))
BARE = str(Path(__file__).with_name("bare.py"))
PANEL = "条款类型"
LABELS = 10_000
GROWTH = 2
"""How much longer a thing done once a second may take at 100,000 clauses than at 1,000."""

FOUND = "查找与筛选 · 共 [1-9]"
FIRST = "查找与筛选 · (共|正在找，已有) [1-9]"


class Act(NamedTuple):
    """What is pressed, and what is to be pressed before and after it, which does not count."""

    name: str
    pressed: str
    until: str = ""
    before: Sequence[str] = ()
    after: Sequence[str] = ()
    seldom: bool = False
    """Not done once a second: how it grows is told, and has no limit."""


CTRL_F, CTRL_G, CTRL_O, CTRL_R, CTRL_P, CTRL_Z = "\x06", "\x07", "\x0f", "\x12", "\x10", "\x1a"
ESCAPE, ENTER, DOWN, END, PAGE_DOWN = "\x1b", "\r", "\x1b[B", "\x1b[F", "\x1b[6~"
LEFT = (ESCAPE,)
ESCAPE_DELAY = 0.15
"""Seconds; Textual waits a tenth for the rest of a key."""

ACTS = (
    Act("a label", "d", before=("2",)),
    Act("undo", CTRL_Z),
    Act("the next clause", PAGE_DOWN),
    Act("the next unfinished clause", "."),
    Act("back to where I was", "<", before=(END,)),
    Act("another field", "\t"),
    Act("help", "?", after=LEFT),
    Act("unit picker opened", "/", after=LEFT),
    Act("history of the clause", CTRL_R, after=LEFT),
    Act("search opened", CTRL_F, after=LEFT),
    *(Act(f"search for {many}, a word of {length}, {what}", word, until, (CTRL_F,), LEFT, seldom=True)
      for length, word, many in ((2, COMMON[2], "what is common"), (2, LATE[2], "what is rare"))
      for what, until in (("first hits", FIRST), ("all hits", FOUND))),
    Act("filter `state:unfinished`, first hits", "state:unfinished", FIRST, (CTRL_F,), LEFT, seldom=True),
    Act("filter `category:data priority:unset`, all hits", "category:data priority:unset", FOUND, (CTRL_F,),
        LEFT, seldom=True),
    Act("documents opened", ESCAPE, after=LEFT, seldom=True),
    Act("a document opened", ENTER, before=(ESCAPE, DOWN), seldom=True),
    Act("outline opened", CTRL_O, after=LEFT, seldom=True),
    Act("going to a place opened", CTRL_G, after=LEFT, seldom=True),
)  # fmt: skip


def working(figures: Figures, folder: Path, *, million: bool) -> None:
    """Every act at every size."""
    sizes = [1_000, 100_000] + ([1_000_000] if million else [])
    with ExitStack() as stack:
        empty = stack.enter_context(running([PYTHON, BARE, "counting"], folder))[1]
        ours = [stack.enter_context(running([ANNOTATOR], at))[1] for at in projects(folder, sizes)]
        for terminal in ours:
            wait_for(terminal, PANEL)
        wait_for(empty, "ready-to-work")
        time.sleep(2)
        heads = ["a key in an empty Textual app", *(f"{size:,} clauses" for size in sizes)]
        print(f"\n| what (p50 / p99) | {' | '.join(heads)} | 100,000 to 1,000 | limit |", flush=True)
        print("|---" * (len(heads) + 3) + "|", flush=True)
        for act in ACTS:
            compare(figures, act, empty, dict(zip(sizes, ours, strict=True)))


def projects(folder: Path, sizes: Sequence[int]) -> list[Path]:
    """Folders with a project of so many clauses, 10,000 labels in them where there is room."""
    made = []
    for size in sizes:
        at = folder / str(size)
        at.mkdir()
        many = size // PER_DOCUMENT
        with create(at / "annotator.db", REVIEWER) as project:
            for number in range(many):
                late = number >= many - max(1, many // 100)
                add(project, number, list(clauses(number, PER_DOCUMENT, late=late)))
            bigrams.extend(project)  # as an import does at its end
        label(at / "annotator.db", min(LABELS, size // 10))
        made.append(at)
    return made


def compare(figures: Figures, act: Act, empty: int, terminals: dict[int, int]) -> None:
    """One act, by turns, in all sizes and, as a key that repaints a line, in an empty application."""
    spent: dict[int, list[float]] = {size: [] for size in (0, *terminals)}
    for turn in range(23 if act.seldom else 103):
        for size, terminal in terminals.items():
            took = done(act, terminal)
            if turn > 2:
                spent[size].append(took)
        if turn > 2:
            spent[0].append(done(Act("", "x"), empty))
    row(figures, act, spent)


def row(figures: Figures, act: Act, spent: dict[int, list[float]]) -> None:
    """The median and the 99th of 100 at each size, and how they grow from 1,000 to 100,000."""
    cells = [f"{share(many, 0.5):.0f} / {share(many, 0.99):.0f} ms" for many in spent.values()]
    growth = [share(spent[100_000], part) / share(spent[1_000], part) for part in (0.5, 0.99)]
    over = not act.seldom and max(growth) > GROWTH
    figures.over |= over
    limit = "told" if act.seldom else f"≤ {GROWTH} ×{', passed' if over else ''}"
    growths = " / ".join(f"{one:.2f}" for one in growth)
    print(f"| {act.name} | {' | '.join(cells)} | {growths} × | {limit} |", flush=True)


def done(act: Act, terminal: int) -> float:
    """Do it once; milliseconds."""
    _aside(terminal, act.before)
    took = _press(terminal, act.pressed, act.until)
    _aside(terminal, act.after)
    return took


def _aside(terminal: int, keys: Sequence[str]) -> None:
    """Press what does not count. A cursor that blinks looks like an answer to Escape, of which the program
    does not know yet whether it begins a longer key: the next one must not come before it does.
    """
    for key in keys:
        _press(terminal, key, "")
        if key == ESCAPE:
            time.sleep(ESCAPE_DELAY)


def _press(terminal: int, key: str, until: str) -> float:
    """Milliseconds from the key to the words waited for, or to the last byte that is drawn."""
    while select.select([terminal], [], [], QUIET)[0]:
        os.read(terminal, 65536)
    written, wanted = b"", re.compile(until.encode())
    begun = last = time.perf_counter()
    os.write(terminal, key.encode())
    wait = 20.0 if until else 2.0
    while select.select([terminal], [], [], wait)[0]:
        written += os.read(terminal, 65536)
        if until and wanted.search(written):
            return (time.perf_counter() - begun) * 1000
        last, wait = time.perf_counter(), wait if until else QUIET
    assert not until, f"“{until}” did not come for {key!r}"
    return (last - begun) * 1000


def main() -> int:
    """Measure and print; 1 where a limit is passed."""
    figures = Figures()
    with tempfile.TemporaryDirectory() as folder:
        working(figures, Path(folder), million="--million" in sys.argv)
    return int(figures.over)


if __name__ == "__main__":
    sys.exit(main())
