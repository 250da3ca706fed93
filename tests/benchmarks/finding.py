"""`python -m tests.benchmarks.finding`: the unit picker among many organisations.

What a key costs in plain Python, and the keys of the program in a pty with 2,000 organisations. The
shipped ones are joined by the same bureaus for many cities (tests.gazetteer.cities).
"""

import os
import tempfile
import time
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from statistics import median

from annotator.flows.importing import import_files
from annotator.flows.opening import create
from annotator.model.addition import Addition, addition_id
from annotator.model.event import Change
from annotator.store import events
from annotator.store.codebooks import codebook_of
from annotator.tools import gazetteer
from annotator.tools.lookup import Lookup
from tests.benchmarks.__main__ import ANNOTATOR, PANEL
from tests.benchmarks.measure import keys, running, share, wait_for
from tests.gazetteer.cities import BUREAUS, CITIES, country

QUERIES = (
    "", "s", "sj", "sjj", "ghzyj", "guihua", "guihzyj", "sgzyj", "xqzvk", "zhongguo", "局", "市", "市数据局", "市sj",
    "发改委会", "规自局",
)  # fmt: skip
PLAN = "上海市数据方案\n一、任务\n1.建设平台。由市教委牵头推进，市财政局配合。（责任单位：市数据局、市经济信息化委）\n"
TIMES = 21


def searching(size: int) -> None:
    """Milliseconds of processor time for each query, in a document of Shanghai."""
    rows = country()
    many = [replace(row, org_id=f"{row.org_id}/{n}") for n in range(-(-size // len(rows))) for row in rows][
        :size
    ]
    lookup, near = Lookup(many), gazetteer.load().near(("上海市",))
    order = lookup.order([["org-sh-jw/0"], ["org-sh-sjj/0", "org-sh-czj/0"], []], near)
    spent = []
    for query in QUERIES:
        lookup.search(query, order)  # makes the keys that are made when they are first needed
        spent.append(median(_spent(lookup, query, order) for _ in range(TIMES)))
    slowest = QUERIES[spent.index(max(spent))]
    print(f"| search among {size:,} | {median(spent):.2f} ms | {max(spent):.2f} ms ({slowest}) |", flush=True)


def _spent(lookup: Lookup, query: str, order: Sequence[int]) -> float:
    begun = time.thread_time()
    lookup.search(query, order)
    return (time.thread_time() - begun) * 1000


def pressing(folder: Path) -> None:
    """The program: opening the picker for the first time, then keys in it."""
    (folder / "plan.txt").write_text(PLAN, encoding="utf-8")
    with create(folder / "annotator.db", "bench") as project:
        import_files(project, "bench", codebook_of(project), [folder / "plan.txt"])
        added = [Addition(addition_id(city + name, city), f"{city}市{name}", f"{city}市", (f"市{name}",))
                 for city in CITIES for name in BUREAUS]  # fmt: skip
        changes = [Change("unit", one.org_id, value={"name": one.name, "place": one.place, "forms": one.forms},
                          layer="project") for one in added]  # fmt: skip
        events.record(project, "bench", changes, origin="command")
    opening = [_opening(folder) for _ in range(7)]
    print(f"| picker opened for the first time, painted | {median(opening):.0f} ms | {max(opening):.0f} ms |")
    typed = ["/", *(["s", "j", "j", "\x7f", "\x7f", "\x7f", "数", "据", "\x7f", "\x7f"] * 12)]
    taken = ["/", "\x1b[B", *(["\r", "1", "-", "-", "\r"] * 20)]
    for what, pressed in (
        ("a key of a search, painted", typed),
        ("Enter, a role, stored and painted", taken),
    ):
        spent = keys([ANNOTATOR], PANEL, folder, pressed, warm=11)
        print(f"| {what} | {share(spent, 0.5):.1f} ms | {share(spent, 0.99):.1f} ms |", flush=True)


def _opening(folder: Path) -> float:
    with running([ANNOTATOR], folder) as (_, terminal):
        wait_for(terminal, PANEL)
        time.sleep(0.5)
        begun = time.perf_counter()
        os.write(terminal, b"/")
        wait_for(terminal, "拼音或首字母")
        return (time.perf_counter() - begun) * 1000


if __name__ == "__main__":
    print("| what | median | most (p99 of keys) |\n|---|---|---|")
    for number in (427, 2_000, 10_000):
        searching(number)
    with tempfile.TemporaryDirectory() as at:
        pressing(Path(at))
