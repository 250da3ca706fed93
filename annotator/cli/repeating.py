"""In words: with which other documents a document shares its clauses."""

from collections.abc import Iterator

from annotator.model.document import Document
from annotator.store import repeats, titles
from annotator.store.project import Project
from annotator.words import say

_MOSTLY = 0.6
"""From this share of its clauses on a document is perhaps another one once more."""
_SHOWN = 3


def lines(project: Project, document: Document) -> Iterator[str]:
    """A line for each document with which it shares most, and for what stands twice in itself."""
    if inside := repeats.within(project, document.doc_id):
        yield say("repeats.within", count=inside)
    shared = repeats.shared(project, document.doc_id)[:_SHOWN]
    told = titles.told(project, {one.doc_id: one.title for one in shared})
    for one in shared:
        clauses = min(document.clauses, one.of)
        key = "mostly" if one.clauses >= _MOSTLY * clauses else "shared"
        yield say(f"repeats.{key}", title=told[one.doc_id], count=one.clauses, clauses=document.clauses)
