"""Clauses that a search found, as rows."""

from collections.abc import Sequence

from annotator.store import documents
from annotator.store.project import Project
from annotator.tools.query import Query
from annotator.tui.display import padded
from annotator.tui.excerpts import Excerpt, excerpts
from annotator.tui.titles import apart
from annotator.tui.widgets.row_list import Row
from annotator.words import say

TITLE, NUMBER = 14, 10
"""Cells for the title of the document and the number of the clause."""


def rows_of_hits(project: Project, clause_ids: Sequence[str], query: Query | None) -> list[Row]:
    """The rows of some clauses; one that is no longer in force keeps its place."""
    found = excerpts(project, clause_ids, query)
    titles = [one.title for one in documents.listing(project)]
    return [_row(one, titles) for one in found]


def _row(one: Excerpt | None, titles: Sequence[str]) -> Row:
    if one is None:
        return [(say("moving.row_gone"), "dim")]
    place = padded(say("searching.number", number=one.number), NUMBER)
    return [(f" {padded(apart(one.title, titles), TITLE)} ", "dim"), (place, "dim"), *one.parts]
