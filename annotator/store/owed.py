"""Suggestions that the program owes: of a large import only the units are stored with the texts.

The rest is a function of what is stored. Of some clauses it is made as they are read, and never written by
reading, so that a file may be in use, or read only; `settling` stores it before a search reads the table.
"""

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import groupby
from typing import TYPE_CHECKING

from annotator.model.codebook import Codebook
from annotator.model.document import Clause, Document
from annotator.model.review import Suggestion
from annotator.store import documents, pieces
from annotator.store.codebooks import codebook_of
from annotator.store.documents import DOCUMENT, IN_ORDER, ORDER
from annotator.store.project import Project

if TYPE_CHECKING:
    from annotator.tools.suggest import Suggester

_OWED = "doc_id NOT IN (SELECT doc_id FROM suggested)"


def listing(project: Project) -> list[Document]:
    """The documents in use of which suggestions are owed, in the order in which they came."""
    query = f"SELECT {DOCUMENT} FROM {IN_ORDER} AND clauses > 0 AND {_OWED} ORDER BY {ORDER}"
    return [Document(*row) for row in project.db.execute(query)]


def of_clause(project: Project, clause: Clause) -> Iterable[Suggestion]:
    """What is owed of a clause; nothing where it is stored."""
    query = "SELECT 1 FROM suggested WHERE doc_id = ?"
    if project.db.execute(query, (clause.doc_id,)).fetchone():
        return ()
    document = documents.document(project, clause.doc_id)
    return made(project, codebook_of(project), document, clause.ord, 1) if document else ()


def of(project: Project, subjects: Sequence[str]) -> Iterator[Suggestion]:
    """What is owed of some clauses."""
    if not project.db.execute(f"SELECT EXISTS (SELECT 1 FROM document WHERE {_OWED})").fetchone()[0]:
        return
    query = (
        "SELECT doc_id, ord FROM json_each(?) AS one CROSS JOIN clause_in_force ON clause_id = one.value "
        f"WHERE {_OWED} ORDER BY doc_id, ord"
    )
    wanted = defaultdict[str, list[int]](list)
    for doc_id, ord_no in project.db.execute(query, (json.dumps(subjects),)):
        wanted[doc_id].append(ord_no)
    codebook = codebook_of(project) if wanted else None
    for doc_id, numbers in wanted.items():
        document = documents.document(project, doc_id)
        if document and codebook:
            for first, count in _runs(numbers):
                yield from made(project, codebook, document, first, count)


def made(
    project: Project, codebook: Codebook, document: Document, start: int, count: int
) -> Iterator[Suggestion]:
    """What the program suggests for `count` clauses of a document from number `start` on, but for units."""
    clauses = list(documents.clauses(project, document, start, count + 1))  # what follows the last tells, too
    if not clauses:
        return
    paths = {one.seq: one.path for one in clauses}
    first, last = clauses[0].seq, clauses[:count][-1].seq
    source, suggester = documents.source_text(project, document.source_sha256), _suggester(codebook)
    stored = pieces.read(project, document.cutting, first, last + 1)
    segments = [replace(one, path=paths.get(seq, ())) for seq, one in enumerate(stored, first)]
    for segment, following in zip(segments[: last + 1 - first], (*segments[1:], None), strict=False):
        yield from suggester.suggest(source, document.source_sha256, segment, following)


def _runs(numbers: Iterable[int]) -> Iterator[tuple[int, int]]:
    """(first, how many) of numbers that follow each other."""
    for _, run in groupby(enumerate(numbers), key=lambda one: one[1] - one[0]):
        together = [number for _, number in run]
        yield together[0], len(together)


@lru_cache(2)
def _suggester(codebook: Codebook) -> "Suggester":
    from annotator.tools.suggest import Suggester  # noqa: PLC0415  (the screens start without it)
    from annotator.tools.text import simplified  # noqa: PLC0415  (the same)
    from annotator.tools.wordbreaks import Breaks  # noqa: PLC0415  (the same)

    return Suggester(codebook, simplified, Breaks)
