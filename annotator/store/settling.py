"""Suggestions that are owed, made and stored: some hundred clauses in a transaction, so that nobody waits for
it, and whoever breaks it off loses a document at most.
"""

from collections.abc import Callable, Collection

from annotator.errors import AnnotatorError, Refused
from annotator.model.codebook import Codebook
from annotator.store import bulk, documents, events, owed, suggestions
from annotator.store.project import Project

_BATCH = 500


def settle(
    project: Project,
    codebook: Codebook,
    *,
    only: Collection[str] | None = None,
    stopped: Callable[[], bool] = lambda: False,
    progress: Callable[[int, int], None] = lambda done, total: None,
) -> bool:
    """Store all that is owed, of every document or of those that are `only` wanted; whether that was done to
    the end. `progress` hears how many clauses are done, of how many. Raises AnnotatorError where something is
    owed and nothing can be written, and Refused where another codebook is put in force meanwhile.
    """
    owing = [one for one in owed.listing(project) if only is None or one.doc_id in only]
    if owing and (project.lying or project.db.in_transaction):
        raise AnnotatorError("suggesting.owed", documents=len(owing))
    digest = events.codebook_digest(project.db)
    done, total = 0, sum(one.clauses for one in owing)
    for document in owing:
        for start in range(0, document.clauses, _BATCH):
            if stopped():
                return False
            made = owed.made(project, codebook, document, start, _BATCH)
            rows = [suggestions.as_row(one) for one in made]
            with project.transaction() as db:
                if events.codebook_digest(db) != digest:
                    raise Refused("review.codebook_changed")
                bulk.put(project, "suggestion", suggestions.COLUMNS, rows, or_="REPLACE")
            progress(done + min(start + _BATCH, document.clauses), total)
        done += document.clauses
        with project.transaction() as db:
            now = documents.document(project, document.doc_id)
            if now and now.cutting == document.cutting and events.codebook_digest(db) == digest:
                db.execute("INSERT OR IGNORE INTO suggested VALUES (?)", (document.doc_id,))
    return True
