"""Everything that reviewers said of clauses, retests included, with when and under which codebook."""

from collections.abc import Iterator
from itertools import groupby
from typing import NamedTuple

from annotator.model.document import Document
from annotator.model.review import Review
from annotator.store import documents
from annotator.store.project import Project
from annotator.store.reviews import assemble


class Judgement(NamedTuple):
    """What a reviewer said of a clause in a pass. `section` is the outermost heading above the clause, empty
    where there is none; `at` when the clause was last answered (UTC milliseconds), `codebook` the digest of
    the version that was open then.
    """

    doc_id: str
    section: str
    clause_id: str
    reviewer: str
    pass_no: int
    review: Review
    at: int
    codebook: str


def judgements(project: Project) -> Iterator[Judgement]:
    """All of them, in the order of documents, clauses, reviewers and passes."""
    for document in documents.listing(project):
        yield from _of_document(project, document)


def _of_document(project: Project, document: Document) -> Iterator[Judgement]:
    query = (
        "SELECT segment.clause_id, segment.parent, present.owner, present.pass_no, present.kind, "
        "present.field, present.value, present.at, event.codebook "
        "FROM segment CROSS JOIN present ON present.subject = segment.clause_id "
        "AND present.layer = 'review' CROSS JOIN event ON event.id = present.event "
        "WHERE segment.cutting_no = ? AND segment.ord IS NOT NULL "
        "AND present.kind IN ('label', 'submit') ORDER BY segment.ord, present.owner, present.pass_no"
    )
    above = _sections(project, document)
    for key, some in groupby(project.db.execute(query, (document.cutting,)), key=lambda row: row[:4]):
        clause_id, parent, owner, pass_no = key
        rows = [row[4:] for row in some]
        labels = [(at, codebook) for kind, *_, at, codebook in rows if kind == "label"]
        if labels:
            review = assemble((kind, field, value) for kind, field, value, *_ in rows)
            at, codebook = max(labels)
            yield Judgement(
                document.doc_id, above.get(parent, ""), clause_id, owner, pass_no, review, at, codebook
            )


def _sections(project: Project, document: Document) -> dict[int | None, str]:
    """For each heading of a document the outermost one above it, or itself."""
    query = (
        "SELECT seq, parent, marker || text FROM segment "
        "WHERE cutting_no = ? AND kind = 'heading' ORDER BY seq"
    )
    found: dict[int | None, str] = {}
    for seq, parent, words in project.db.execute(query, (document.cutting,)):
        found[seq] = found.get(parent, words)
    return found
