"""Clauses that a search found, as rows."""

from collections.abc import Sequence

from annotator.store.project import Project
from annotator.tools.query import Query
from annotator.tui.display import padded
from annotator.tui.excerpts import Excerpt, excerpts
from annotator.tui.widgets.row_list import Row
from annotator.words import say

TITLE, NUMBER = 14, 10
"""Cells for the title of the document and the number of the clause."""


def rows_of_hits(project: Project, clause_ids: Sequence[str], query: Query | None) -> list[Row]:
    """The rows of some clauses; one that is no longer in force keeps its place."""
    return [_row(one) for one in excerpts(project, clause_ids, query)]


def _row(one: Excerpt | None) -> Row:
    if one is None:
        return [(say("moving.row_gone"), "dim")]
    place = padded(say("searching.number", number=one.number), NUMBER)
    return [(f" {padded(one.title, TITLE)} ", "dim"), (place, "dim"), *one.parts]
