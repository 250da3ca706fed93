"""Suggestions from the codebook's key terms, for documents that are in the project already.

An import makes them for its own document. A new codebook, or a newer version of the program, makes
them anew for all: computed while others work, put in place in one short transaction.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from annotator.errors import Refused
from annotator.model.codebook import Codebook
from annotator.model.document import Document
from annotator.model.review import Suggestion
from annotator.store import codebooks, documents, owed, people, settling, suggestions
from annotator.store.gathering import Gathering
from annotator.store.project import Project
from annotator.tools.suggest import KEY_TERMS, KeyTerms
from annotator.tools.text import simplified
from annotator.tools.wordbreaks import Breaks

Progress = Callable[[int, int], None]
"""Hears how many clauses are done, of how many."""

_BATCH = 500


def renew(project: Project, codebook: Codebook, progress: Progress) -> int:
    """Store every suggestion that is owed, and make those of the key terms anew; returns how many these
    are now.
    """
    settling.settle(project, codebook, progress=progress)
    with _renewed(project, codebook, progress) as count:
        return count


def use(
    project: Project,
    reviewer: str,
    codebook: Codebook,
    text: str,
    progress: Progress,
    *,
    before: Codebook | None = None,
    following: Callable[[], object] = lambda: None,
) -> bool:
    """Put a codebook in force, with its key terms' suggestions and what is `following` from it, all or
    nothing; False where it is already. Raises Refused where the reviewer's roles do not allow that, and
    where it revises the one `before` and somebody put another in force meanwhile: their changes would go.
    """
    people.require(project, reviewer, "codebook")
    if codebooks.in_force(project)[0] == codebook.digest:
        return False
    with _renewed(project, codebook, progress):
        if before and codebooks.in_force(project)[0] != before.digest:
            raise Refused("suggesting.codebook_changed")
        if new := codebooks.use(project, reviewer, codebook, text):
            following()
        return new


def complete(project: Project, codebook: Codebook, document: Document) -> int:
    """Make them for one document that came back into use, or was cut anew; returns how many there are."""
    terms = KeyTerms(codebook, simplified, Breaks)
    return suggestions.add(project, [row for rows in _batches(project, terms, document) for row in rows])


@contextmanager
def _renewed(project: Project, codebook: Codebook, progress: Progress) -> Iterator[int]:
    """Compute the suggestions, and put them in place in a transaction to which the block belongs."""
    terms = KeyTerms(codebook, simplified, Breaks)
    done, count = set[str](), 0
    with Gathering(project) as gathered:

        def gather() -> None:
            nonlocal count
            later = {one.cutting_id for one in owed.listing(project)}  # made when they are asked for
            every = [one for one in documents.listing(project) if one.cutting_id not in done | later]
            before, total = 0, sum(one.clauses for one in every)
            for document in every:
                for number, batch in enumerate(_batches(project, terms, document), 1):
                    count += gathered.add(batch)
                    progress(before + min(number * _BATCH, document.clauses), total)
                done.add(document.cutting_id)
                before += document.clauses

        gather()
        with project.transaction():
            gather()  # what came in meanwhile
            gathered.put_in_place(KEY_TERMS)
            yield count


def _batches(project: Project, terms: KeyTerms, document: Document) -> Iterator[list[Suggestion]]:
    """What the key terms suggest for a document, some hundred clauses at a time."""
    for start in range(0, document.clauses, _BATCH):
        yield [
            row
            for clause in documents.clauses(project, document, start, _BATCH)
            for row in terms.suggest(clause.clause_id, clause.text, clause.lead, clause.path)
        ]
