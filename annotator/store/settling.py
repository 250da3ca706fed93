"""Suggestions that are owed, made and stored: some hundred clauses in a transaction, so that nobody waits for
it, and whoever breaks it off loses a document at most.
"""

from collections.abc import Callable, Collection, Iterator
from typing import NamedTuple

from annotator.errors import AnnotatorError, Refused
from annotator.model.codebook import Codebook
from annotator.store import bulk, documents, events, owed, suggestions
from annotator.store.project import Project

_BATCH = 500


class Settled(NamedTuple):
    """How many clauses are done, of how many."""

    done: int
    total: int


def settle(
    project: Project,
    codebook: Codebook,
    *,
    only: Collection[str] | None = None,
    progress: Callable[[int, int], None] = lambda done, total: None,
) -> None:
    """Store all that is owed, of every document or of those that are `only` wanted. `progress` hears how many
    clauses are done, of how many. Raises as `steps` does.
    """
    for step in steps(project, codebook, only=only):
        progress(*step)


def steps(project: Project, codebook: Codebook, *, only: Collection[str] | None = None) -> Iterator[Settled]:
    """The same piece by piece, from none on; nothing where nothing is owed. Whoever goes no further keeps
    what was done. Raises AnnotatorError where something is owed and nothing can be written, and Refused where
    another codebook is put in force meanwhile.
    """
    owing = [one for one in owed.listing(project) if only is None or one.doc_id in only]
    if not owing:
        return
    if project.lying or project.db.in_transaction:
        raise AnnotatorError("suggesting.owed", documents=len(owing))
    digest = events.codebook_digest(project.db)
    done, total = 0, sum(one.clauses for one in owing)
    yield Settled(done, total)
    for document in owing:
        for start in range(0, document.clauses, _BATCH):
            end = min(start + _BATCH, document.clauses)
            made = owed.made(project, codebook, document, start, _BATCH)
            rows = [suggestions.as_row(one) for one in made]
            with project.transaction() as db:
                if events.codebook_digest(db) != digest:
                    raise Refused("review.codebook_changed")
                bulk.put(project, "suggestion", suggestions.COLUMNS, rows, or_="REPLACE")
                now = documents.document(project, document.doc_id)
                if end == document.clauses and now and now.cutting == document.cutting:
                    db.execute("INSERT OR IGNORE INTO suggested VALUES (?)", (document.doc_id,))
            yield Settled(done + end, total)
        done += document.clauses
