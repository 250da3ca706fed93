"""What a reviewer said of clauses that are cut otherwise now, to be offered where they lie."""

from annotator.model.document import Clause, Document
from annotator.model.event import Layer
from annotator.model.former import Former, Piece, near, share
from annotator.model.former import nearest as matched
from annotator.store import documents, drafts, reviews
from annotator.store.project import Project

# Of the segments that one cutting brought none overlaps another, so that those which overlap a range are
# the last that begins before it, and those that begin inside it.
_OVERLAPPING = """
    SELECT clause_id, start, end, marker, text FROM cutting CROSS JOIN piece USING (cutting_no)
    WHERE source_sha256 = :source AND kind = 'clause' AND clause_id != :clause
      AND start < :end AND end > :start AND start >= coalesce(
          (SELECT max(start) FROM piece AS before
           WHERE before.cutting_no = cutting.cutting_no AND before.start <= :start), 0)
    ORDER BY piece_no
"""


def former(project: Project, document: Document, clause: Clause, reviewer: str) -> list[Former]:
    """The reviewer's reviews of clauses that overlap this one and are not in force: those first that are as
    good as the same, and of these and of the others the last one first.
    """
    place = {
        "source": document.source_sha256, "clause": clause.clause_id, "start": clause.start, "end": clause.end
    }  # fmt: skip
    here = Piece(clause.clause_id, clause.start, clause.end, clause.marker, clause.text)
    found = {row[0]: Piece(*row) for row in project.db.execute(_OVERLAPPING, place)}
    formers = []
    for clause_id, review in reviews.reviews(project, list(found), reviewer).items():
        one = found[clause_id]
        if review.touched:
            rank = near(here, one), _last(project, clause_id, reviewer)
            formers.append((rank, Former(clause_id, one.marker, one.text, share(here, one), review)))
    return [one for _, one in sorted(formers, key=lambda pair: pair[0], reverse=True)]


def nearest(
    project: Project, document: Document, reviewer: str, layer: Layer = "review"
) -> list[tuple[Piece, Piece]]:
    """The clauses of a document with the one former clause that is as good as the same, of which the reviewer
    said something in the first pass; in the layer `gold`, of which anything was decided, by whomever.
    """
    query = (
        "SELECT clause_id, start, end, marker, text FROM cutting CROSS JOIN piece USING (cutting_no) "
        "WHERE source_sha256 = :source AND kind = 'clause' AND EXISTS (SELECT 1 FROM present "
        "WHERE subject = clause_id AND layer = :layer AND owner = :owner AND pass_no = 1 "
        "AND value != 'null') ORDER BY piece_no"
    )
    of = {
        "source": document.source_sha256, "layer": layer, "owner": reviewer if layer == "review" else ""
    }  # fmt: skip
    said = {row[0]: Piece(*row) for row in project.db.execute(query, of)}
    query = (
        "SELECT clause_id, start, end, marker, text FROM segment "
        "WHERE cutting_no = ? AND ord >= 0 ORDER BY ord"
    )
    now = [Piece(*row) for row in project.db.execute(query, (document.cutting,))] if said else []
    for one in now:
        said.pop(one.clause_id, None)
    return list(matched(now, list(said.values())))


def draft(project: Project, document: Document, clause: Clause, place: drafts.Place) -> drafts.Place | None:
    """Where the reviewer of `place` left such a text unsaid on a clause that overlaps this one and is not in
    force; None where they left none.
    """
    where = {
        "source": document.source_sha256, "clause": clause.clause_id, "start": clause.start, "end": clause.end
    }  # fmt: skip
    places = (place._replace(subject=row[0]) for row in project.db.execute(_OVERLAPPING, where).fetchall())
    return next(
        (
            one
            for one in places
            if drafts.kept(project, one) and not documents.find_clause(project, one.subject)
        ),
        None,
    )


def _last(project: Project, subject: str, reviewer: str) -> tuple[int, str, int]:
    """The time of the last event of a reviewer on a clause, as the log is ordered."""
    query = (
        "SELECT at, run, seq FROM present WHERE subject = ? AND layer = 'review' AND owner = ? "
        "AND pass_no = 1 ORDER BY at DESC, run DESC, seq DESC LIMIT 1"
    )
    at, run, seq = project.db.execute(query, (subject, reviewer)).fetchone()
    return at, run, seq
