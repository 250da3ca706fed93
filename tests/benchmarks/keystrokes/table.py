"""Keys a clause in a table: clauses, median, mean, the 90th of 100, the largest, all."""

from collections.abc import Mapping, Sequence
from statistics import mean, median

from tests.benchmarks.measure import share

HEAD = """\
| who | document | clauses | median | mean | p90 | max | total |
|---|---|---|---|---|---|---|---|"""


def row(who: str, document: str, keys: Sequence[int]) -> str:
    """One line; an empty group has no figures."""
    if not keys:
        return f"| {who} | {document} | 0 | | | | | |"
    numbers = f"{median(keys):g} | {mean(keys):.1f} | {share(keys, 0.9):g} | {max(keys)} | {sum(keys):,}"
    return f"| {who} | {document} | {len(keys)} | {numbers} |"


def rows(who: str, keys: Mapping[tuple[str, int], int]) -> list[str]:
    """One line for each document, and one for both."""
    documents = sorted({document for document, _ in keys})
    parts = [(one, [count for (document, _), count in keys.items() if document == one]) for one in documents]
    both = [("both", list(keys.values()))] if len(documents) != 1 else []
    return [row(who, document, counts) for document, counts in parts + both]
