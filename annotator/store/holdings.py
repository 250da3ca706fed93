"""What a project holds beside its log, as rows without local numbers: for files from which it comes back."""

from collections.abc import Callable, Iterable, Iterator
from itertools import groupby
from operator import itemgetter
from typing import Any

from annotator.store.project import Project

Row = tuple[Any, ...]

_PIECE = (
    "kind, clause_id, level, marker, start, end, text, text_start, text_end, tail, tail_start, tail_end, "
    "lead, doubt"
)
_EDIT = ("start", "end", "rule", "before", "after", "confidence", "state")


def sources(project: Project) -> Iterator[tuple[str, str]]:
    """Every text with its hash, one at a time."""
    digests = project.db.execute("SELECT source_sha256 FROM source ORDER BY source_sha256").fetchall()
    for (digest,) in digests:
        query = "SELECT text FROM source WHERE source_sha256 = ?"
        yield digest, project.db.execute(query, (digest,)).fetchone()[0]


def rows(project: Project, name: str) -> Iterator[Row]:
    """The rows of one kind, which `ROWS` names."""
    return ROWS[name](project)


def _documents(project: Project) -> Iterator[Row]:
    query = (
        "SELECT doc_id, file_sha256, file_name, suggested.doc_id IS NOT NULL FROM document "
        "LEFT JOIN suggested USING (doc_id) ORDER BY doc_id"
    )
    return ((*row, bool(suggested)) for *row, suggested in project.db.execute(query))


def _segments(project: Project) -> Iterator[Row]:
    """With the repairs inside each."""
    inside = groupby(
        project.db.execute(
            f"SELECT piece_no, {', '.join(_EDIT)} FROM edit ORDER BY piece_no, edit.start, edit.end"
        ),
        key=itemgetter(0),
    )
    number, edits = next(inside, _NONE)
    query = (
        f"SELECT piece_no, piece_id, cutting_id, {_PIECE} FROM piece JOIN cutting USING (cutting_no) "
        "ORDER BY piece_no"
    )
    for piece, *row in project.db.execute(query):
        found = []
        if piece == number:
            found = [dict(zip(_EDIT, edit[1:], strict=True)) for edit in edits]
            number, edits = next(inside, _NONE)
        yield (*row, found)


_NONE: tuple[int, Iterable[Row]] = (0, ())


def _all(query: str) -> Callable[[Project], Iterator[Row]]:
    return lambda project: iter(project.db.execute(query))


ROWS: dict[str, Callable[[Project], Iterator[Row]]] = {
    "documents": _documents,
    "sources": _all("SELECT source_sha256, doc_id, reader FROM source ORDER BY source_sha256"),
    "cuttings": _all("SELECT cutting_id, source_sha256, cutter, clauses FROM cutting ORDER BY cutting_no"),
    "segments": _segments,
    "placements": _all(
        "SELECT cutting_id, seq, piece_id, ord, parent FROM placement JOIN cutting USING (cutting_no) "
        "JOIN piece USING (piece_no) ORDER BY placement.cutting_no, seq"
    ),
    "suggestions": _all(
        "SELECT subject, field, source, version, value, score FROM suggestion "
        "ORDER BY subject, field, source, version"
    ),
}
