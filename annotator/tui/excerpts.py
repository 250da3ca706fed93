"""What of a clause that a search found is worth telling: where it is, and its text from a little before its
first hit.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from annotator.store import places
from annotator.store.project import Project
from annotator.tools.query import Query, highlights

READ = 2000
"""Characters of a clause in which its first hit is looked for."""

BEFORE = 8
LONGEST = 200
"""Characters shown before the first hit, and in all at most."""


class Excerpt(NamedTuple):
    """`number` is that of the clause in its document, from 1; `parts` are its words, each with `hit` where it
    is one.
    """

    title: str
    number: int
    parts: Sequence[tuple[str, str]]


def excerpts(project: Project, clause_ids: Sequence[str], query: Query | None) -> list[Excerpt | None]:
    """The excerpts of some clauses, None for one that is no longer in force."""
    found = {one.clause_id: one for one in places.rows(project, clause_ids, READ)}
    return [
        Excerpt(one.title, one.ord + 1, [*_parts(f"{one.marker}{one.beginning}", query)]) if one else None
        for one in map(found.get, clause_ids)
    ]


def _parts(text: str, query: Query | None) -> Iterator[tuple[str, str]]:
    hits = highlights(text, query) if query else []
    start = max(0, hits[0][0] - BEFORE) if hits else 0
    shown = [(first, last) for first, last in hits if last <= start + LONGEST]
    edges = sorted({start, start + LONGEST, *(edge for hit in shown for edge in hit)})
    if start:
        yield "…", "dim"
    for first, last in pairwise(edges):
        yield text[first:last], "hit" if (first, last) in shown else ""
