"""`python -m tests.benchmarks.keystrokes`: keys a clause, in annotator, slate and doccano, from one answer sheet.

Exit code 1 where a label in the end is not that of the sheet, or a median is above its limit. `--keys`
prints the keys of every clause. slate is played where it is installed (`pip install slate-nlp==1.1.3`).
"""

import os
import subprocess
import sys
import tempfile
from pathlib import Path
from statistics import median

from tests.benchmarks.keystrokes import doccano, player, slate, table
from tests.benchmarks.keystrokes.plan import Seen
from tests.benchmarks.keystrokes.sheet import Answer, samples, sheets

RIGHT, PART, NONE = "right as suggested", "partly right", "none right"
WITHOUT = "without suggestions"
LIMITS = {RIGHT: 2, WITHOUT: 5}
Counts = dict[tuple[str, int], int]


def main() -> int:
    """Play, check, print."""
    answers, failed = sheets(), list[str]()
    with tempfile.TemporaryDirectory() as folder:
        shown = play(Path(folder) / "shown", answers, failed, held="")
        without = play(Path(folder) / "without", answers, failed, held="100%")
        slate_counts = slate.play(Path(folder) / "slate", answers) if slate.installed() else None
    groups = {
        name: {at: n for at, (n, group) in shown.items() if group == name} for name in (RIGHT, PART, NONE)
    }
    groups["all, suggestions shown"] = {at: n for at, (n, _) in shown.items()}
    groups[WITHOUT] = {at: n for at, (n, _) in without.items()}
    quoted = {(one.document, one.number) for one in answers if one.quoted}
    print(table.HEAD)
    for name, counts in groups.items():
        print(*table.rows(f"annotator, {name}", counts), sep="\n")
    for name in (RIGHT, PART, WITHOUT):
        print(
            table.row(f"annotator, {name}", "quoted", [n for at, n in groups[name].items() if at in quoted])
        )
        print(
            table.row(
                f"annotator, {name}", "not quoted", [n for at, n in groups[name].items() if at not in quoted]
            )
        )
    if slate_counts is not None:
        print(*table.rows("slate", slate_counts), sep="\n")
    print(
        *table.rows("doccano, by rules", {(a.document, a.number): doccano.keys(a) for a in answers}), sep="\n"
    )
    if slate_counts is not None and (unlike := slate.inexact(answers)):
        print(f"\nunits that slate could only mark with a part of what stands beside them: {unlike}")
    print("", *(f"not as the sheet says, and not counted: {one}" for one in failed), sep="\n")
    return judged(groups) or int(bool(failed))


def judged(groups: dict[str, Counts]) -> int:
    """Say which limits are missed."""
    missed = 0
    for name, limit in LIMITS.items():
        found = median(groups[name].values())
        missed |= found > limit
        print(f"\n{name}: median {found:g}, limit {limit}{', missed' if found > limit else ''}")
    return int(missed)


def play(
    folder: Path, answers: list[Answer], failed: list[str], *, held: str
) -> dict[tuple[str, int], tuple[int, str]]:
    """Keys and group of each clause. One whose labels in the store are not those of the sheet counts for
    nothing, and is told in `failed`.
    """
    folder.mkdir()
    environment = {**os.environ, "ANNOTATOR_REVIEWER": player.REVIEWER, "LANG": "zh_CN.UTF-8"}
    commands = [["import", *samples()], *([["suggest", "--hold-back", held]] if held else [])]
    for command in commands:
        subprocess.run(
            [*player.ANNOTATOR, *command], cwd=folder, env=environment, check=True, capture_output=True
        )
    found = {}
    for answer, seen, keys in player.run(folder, answers):
        found[answer.document, answer.number] = len(keys), group(answer, seen)
        if "--keys" in sys.argv:
            print(answer.document, answer.number, group(answer, seen), len(keys), *keys, flush=True)
    if differences := player.wrong(folder, answers):
        for (document, number), difference in differences.items():
            failed.append(f"{document}:{number}, {held or 'nothing'} held back, {difference}")
    return {at: one for at, one in found.items() if at not in differences}


def group(answer: Answer, seen: Seen) -> str:
    """How many of the fields were suggested as the sheet has them; one that the sheet leaves empty counts
    only where something is suggested for it.
    """
    asked = [name for name, value in answer.values.items() if value or seen.suggested.get(name)]
    right = [
        name
        for name in asked
        if sorted_units(name, seen.suggested.get(name)) == list(answer.values[name] or ())
    ]
    return RIGHT if right == asked else PART if right else NONE


def sorted_units(name: str, value: object) -> list[object]:
    """A value to compare: the order of units tells nothing."""
    items = list(value or ())  # type: ignore[call-overload]
    return sorted(items) if name == "responsible_unit" else items


if __name__ == "__main__":
    sys.exit(main())
