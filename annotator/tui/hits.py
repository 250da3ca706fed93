"""Clauses that a search found, as rows: each begins a little before its first hit."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from annotator.store import places
from annotator.store.places import Row
from annotator.store.project import Project
from annotator.tools.query import Query, highlights
from annotator.tui.display import padded
from annotator.words import say

READ = 2000
"""Characters of a clause in which its first hit is looked for."""

BEFORE = 8
LONGEST = 200
"""Characters shown before the first hit, and in all at most."""

TITLE, NUMBER = 14, 10
"""Cells for the title of the document and the number of the clause."""

Parts = list[tuple[str, str]]


def rows_of_hits(project: Project, clause_ids: Sequence[str], query: Query | None) -> list[Parts]:
    """The rows of some clauses; one that is no longer in force keeps its place."""
    found = {one.clause_id: one for one in places.rows(project, clause_ids, READ)}
    gone: Parts = [(say("moving.row_gone"), "dim")]
    return [_row(found[one], query) if one in found else gone for one in clause_ids]


def _row(clause: Row, query: Query | None) -> Parts:
    place = padded(say("searching.number", number=clause.ord + 1), NUMBER)
    text = f"{clause.marker}{clause.beginning}"
    return [(f" {padded(clause.title, TITLE)} ", "dim"), (place, "dim"), *_excerpt(text, query)]


def _excerpt(text: str, query: Query | None) -> Iterator[tuple[str, str]]:
    hits = highlights(text, query) if query else []
    start = max(0, hits[0][0] - BEFORE) if hits else 0
    shown = [(first, last) for first, last in hits if last <= start + LONGEST]
    edges = sorted({start, start + LONGEST, *(edge for hit in shown for edge in hit)})
    if start:
        yield "…", "dim"
    for first, last in pairwise(edges):
        yield text[first:last], "hit" if (first, last) in shown else ""
