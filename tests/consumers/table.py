"""`python -m tests.consumers.table FILE`: docs/consumers.md, from the lines that a run left in FILE."""

import json
import sys
from pathlib import Path

OUT = Path(__file__).parents[2] / "docs" / "consumers.md"
HEAD = """# Who reads a release

What programs made of releases in the last run of `sh tests/consumers/run.sh`, which writes this page. Each has an
environment of its own, without `annotator` and without a network. A release is read as it is, its values are held
against the lines of its files, and each check must fail on every fault named behind it, planted in a copy.

The releases are made by `tests/consumers/releasing.py`: the project of `exports/sample` with decisions, reasons and two
documents of characters that move offsets and break readers; some views compressed and in shards; a small project
divided, and in folds; one that nobody labelled; one in which nothing applies.

| program | version | what it reads | what came of it | fails on |
|---|---|---|---|---|
"""


def main(file: Path) -> None:
    """Write the page. Programs that were not run this time stand as they were told before."""
    told = dict.fromkeys(line for line in file.read_text(encoding="utf-8").splitlines())
    rows = [row(*json.loads(line)) for line in told]
    run = {program(one) for one in rows}
    before = OUT.read_text(encoding="utf-8").splitlines() if OUT.exists() else []
    rows += [one for one in before[len(HEAD.splitlines()) :] if program(one) not in run]
    OUT.write_text(HEAD + "".join(f"{one}\n" for one in sorted(rows, key=program)), encoding="utf-8")


def row(consumer: str, version: str, what: str, said: str, faults: list[str]) -> str:
    """A row of the page."""
    cells = (consumer, version, what, said, "; ".join(faults))
    return "| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |"


def program(told: str) -> str:
    """The program that a row is about."""
    return told.removeprefix("| ").partition(" | ")[0].casefold()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
