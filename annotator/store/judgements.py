"""Everything that reviewers said of clauses, retests included, with when and under which codebook.

What was changed after its reviewer may have learned of another answer counts as it was given before that.
"""

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from annotator.model.document import Document
from annotator.model.review import Review
from annotator.store import documents, independence
from annotator.store.independence import Answerer, Said, Told
from annotator.store.project import Project
from annotator.store.reviews import assemble


class Judgement(NamedTuple):
    """What a reviewer said of a clause in a pass. `section` is the outermost heading above the clause, empty
    where there is none; `at` when the clause was last answered (UTC milliseconds), `codebook` the digest of
    the version that was open then. `later` is what the reviewer says now, where that is no independent answer
    any more and `review` is what stood before.
    """

    doc_id: str
    section: str
    clause_id: str
    reviewer: str
    pass_no: int
    review: Review
    at: int
    codebook: str
    later: Review | None = None


def judgements(project: Project, *, training: bool = False) -> Iterator[Judgement]:
    """All of them, in the order of documents, clauses, reviewers and passes; what was assigned in a training
    round only with `training`. A clause that several documents share, which a merge may bring, is of the
    first of them.
    """
    known = independence.told(project)
    left_out = frozenset[Answerer]() if training else frozenset(independence.training(project))
    shared: set[str] = set()
    for document in documents.listing(project):
        mine: set[str] = set()
        for one in _of_document(project, document, known, left_out):
            if one.clause_id not in shared:
                mine.add(one.clause_id)
                yield one
        shared |= mine


def _of_document(
    project: Project, document: Document, known: Told, left_out: frozenset[Answerer]
) -> Iterator[Judgement]:
    query = (
        "SELECT segment.clause_id, segment.parent, present.owner, present.pass_no, present.kind, "
        f"present.field, present.value, present.at, {independence.SAID} "
        "FROM segment CROSS JOIN present ON present.subject = segment.clause_id "
        "AND present.layer = 'review' CROSS JOIN event ON event.id = present.event "
        "WHERE segment.cutting_no = ? AND segment.ord IS NOT NULL "
        "AND present.kind IN ('label', 'submit') ORDER BY segment.ord, present.owner, present.pass_no"
    )
    found: list[Judgement] = []
    suspect = set[Answerer]()
    above = _sections(project, document)
    for key, some in groupby(project.db.execute(query, (document.cutting,)), key=lambda row: row[:4]):
        clause_id, parent, owner, pass_no = key
        rows = [row[4:] for row in some]
        answerer = clause_id, owner, pass_no
        if answerer in left_out or not any(kind == "label" for kind, *_ in rows):
            continue
        found.append(Judgement(document.doc_id, above.get(parent, ""), *answerer, *_said(rows)))
        at = known.of(clause_id, owner)
        if at is not None and any(row[3] > at for row in rows):
            suspect.add(answerer)
    given: dict[Answerer, Sequence[Said]] = {}
    if suspect:
        given = dict(independence.first_given(project, sorted({one[0] for one in suspect}), known))
    for one in found:
        answerer = one.clause_id, one.reviewer, one.pass_no
        review, at, codebook = one.review, one.at, one.codebook
        if answerer in suspect and answerer in given:
            review, at, codebook = _said(given[answerer])
        later = one.review if review != one.review else None
        yield one._replace(review=review, at=at, codebook=codebook, later=later)


def _said(rows: Sequence[Said]) -> tuple[Review, int, str]:
    """A review with when it was last answered, and under which codebook."""
    labels = [(at, codebook) for kind, *_, at, codebook in rows if kind == "label"]
    return assemble((kind, field, value) for kind, field, value, *_ in rows), *max(labels, default=(0, ""))


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
