"""Documents, their cuttings and their clauses."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from annotator.errors import AnnotatorError
from annotator.model.document import Clause, Document
from annotator.model.edit import Edit
from annotator.model.mapping import Clean
from annotator.model.place import Places
from annotator.store import pieces
from annotator.store.project import Project
from annotator.words import say

DOCUMENT = "doc_id, title, file_name, cutting_no, cutting_id, source_sha256, clauses, imported_at"
IN_ORDER = (
    "present AS came INDEXED BY present_import CROSS JOIN document_in_force ON doc_id = came.subject "
    "WHERE came.kind = 'import'"
)
"""Documents as they came, for a FROM. SQLite would look for all of them by their kind and sort them."""
ORDER = "came.at, came.run, came.seq"
_TOLD = 10
"""So many of the documents that a name fits are told."""
_CLAUSE = (
    "clause_id, seq, ord, level, marker, parent, text, text_start, text_end, "
    "tail, tail_start, tail_end, lead, doubt, start, end"
)


def known(project: Project, doc_id: str) -> bool:
    """Whether the project holds this document."""
    return project.db.execute("SELECT 1 FROM document WHERE doc_id = ?", (doc_id,)).fetchone() is not None


def any_known(project: Project) -> bool:
    """Whether the project holds any document, in use or not."""
    return bool(project.db.execute("SELECT EXISTS (SELECT 1 FROM document)").fetchone()[0])


def file_name(project: Project, doc_id: str) -> str:
    """The file that a document, in use or not, came from."""
    query = "SELECT file_name FROM document WHERE doc_id = ?"
    return str(project.db.execute(query, (doc_id,)).fetchone()[0])


def find(project: Project, name: str) -> str:
    """The id of a document, in use or not, by its id or its file name.

    Raises AnnotatorError where there is none, or several files of that name.
    """
    query = "SELECT doc_id FROM document WHERE doc_id = ? OR file_name = ?"
    found = [doc_id for (doc_id,) in project.db.execute(query, (name, name))]
    if len(found) != 1:
        raise AnnotatorError("store.no_document" if not found else "store.several_documents", name=name)
    return str(found[0])


def meant(project: Project, name: str) -> str:
    """The id of the document in use that `name` means: its id or file name, or a part of its file name or
    title that no other has. Raises AnnotatorError where there is none, or several.
    """
    every = listing(project)
    fit = [one for one in every if name in (one.doc_id, one.file_name)]
    part = name.casefold()
    fit = fit or [one for one in every if part in f"{one.file_name}\n{one.title}".casefold()]
    if not fit:
        return find(project, name)
    if len(fit) > 1:
        names = [say("store.fitting", file=one.file_name, title=one.title) for one in fit[:_TOLD]]
        more = "…" * (len(fit) > _TOLD)
        told = say("review.comma").join(names) + more
        raise AnnotatorError("store.fitting_documents", name=name, count=len(fit), names=told)
    return fit[0].doc_id


def with_text(project: Project, source_sha256: str) -> str | None:
    """The document whose file reads as that text, in whatever encoding or format."""
    query = "SELECT doc_id FROM source WHERE source_sha256 = ?"
    row = project.db.execute(query, (source_sha256,)).fetchone()
    return row[0] if row else None


def listing(project: Project) -> list[Document]:
    """The documents in use, in the order in which they came."""
    query = f"SELECT {DOCUMENT} FROM {IN_ORDER} ORDER BY {ORDER}"
    return [Document(*row) for row in project.db.execute(query)]


def in_order(project: Project) -> list[tuple[int, str]]:
    """(cutting in force, document) for the documents in use that have a clause, in the order in which they
    came.
    """
    query = f"SELECT cutting_no, doc_id FROM {IN_ORDER} AND clauses > 0 ORDER BY {ORDER}"
    return project.db.execute(query).fetchall()


def without_clauses(project: Project) -> set[str]:
    """The documents that have no clause as they are cut now: nothing in them can be gone to."""
    query = (
        "SELECT cut.subject FROM cutting CROSS JOIN present AS cut "
        "ON cut.kind = 'cut' AND cut.value = '\"' || cutting.cutting_id || '\"' WHERE clauses = 0"
    )
    return {doc_id for (doc_id,) in project.db.execute(query)}


def first(project: Project) -> Document | None:
    """The first document that has a clause."""
    query = f"SELECT {DOCUMENT} FROM {IN_ORDER} AND clauses > 0 ORDER BY {ORDER} LIMIT 1"
    row = project.db.execute(query).fetchone()
    return Document(*row) if row else None


def document(project: Project, doc_id: str) -> Document | None:
    """One document in use."""
    row = project.db.execute(
        f"SELECT {DOCUMENT} FROM document_in_force WHERE doc_id = ?", (doc_id,)
    ).fetchone()
    return Document(*row) if row else None


def source_text(project: Project, source_sha256: str) -> str:
    """The whole text of a source. The last one is kept: a screen asks for it at every clause, and no
    source ever changes.
    """
    if project.source[0] != source_sha256:
        query = "SELECT text FROM source WHERE source_sha256 = ?"
        project.source = source_sha256, str(project.db.execute(query, (source_sha256,)).fetchone()[0])
    return project.source[1]


def reader(project: Project, source_sha256: str) -> str:
    """The reader that made a source, with its version and the encoding it found."""
    query = "SELECT reader FROM source WHERE source_sha256 = ?"
    return str(project.db.execute(query, (source_sha256,)).fetchone()[0])


def clause(project: Project, document: Document, ord_no: int) -> Clause | None:
    """The clause number `ord_no` of a document, counted from 0."""
    rows = _clauses(project, document, "ord = ?", (ord_no,))
    return next(rows, None)


def clauses(project: Project, document: Document, start: int = 0, count: int = -1) -> Iterator[Clause]:
    """Clauses of a document from number `start` on, `count` of them or all."""
    end = start + count if count >= 0 else document.clauses
    return _clauses(project, document, "ord >= ? AND ord < ?", (start, end))


def beginnings(
    project: Project, document: Document, start: int, count: int, length: int
) -> list[tuple[str, str, str]]:
    """(clause id, marker, first `length` characters) of clauses, for lists."""
    query = (
        "SELECT clause_id, marker, substr(text, 1, ?) FROM segment "
        "WHERE cutting_no = ? AND ord >= ? AND ord < ? ORDER BY ord"
    )
    return list(project.db.execute(query, (length, document.cutting, start, start + count)))


def clause_ids(project: Project, document: Document, start: int, end: int) -> list[str]:
    """The ids of the clauses from number `start` to before `end`."""
    query = "SELECT clause_id FROM segment WHERE cutting_no = ? AND ord >= ? AND ord < ? ORDER BY ord"
    return [clause_id for (clause_id,) in project.db.execute(query, (document.cutting, start, end))]


def sections_around(project: Project, document: Document, seq: int) -> list[tuple[str, list[str]]]:
    """The headings above a segment with the ids of all clauses under each, the innermost first."""
    above = (
        "WITH RECURSIVE above (seq, parent, text, level, depth) AS ("
        "SELECT seq, parent, text, level, 0 FROM segment WHERE cutting_no = :cutting AND seq = :seq "
        "UNION ALL "
        "SELECT s.seq, s.parent, s.text, s.level, depth + 1 FROM above JOIN segment AS s "
        "ON s.cutting_no = :cutting AND s.seq = above.parent) "
        "SELECT seq, text, level FROM above WHERE depth > 0 ORDER BY depth"
    )
    # A section ends where a heading of its level or a higher one begins, or another text.
    below = (
        "SELECT clause_id FROM segment WHERE cutting_no = :cutting AND ord IS NOT NULL AND seq > :heading "
        "AND seq < coalesce((SELECT min(seq) FROM segment WHERE cutting_no = :cutting AND seq > :heading "
        "AND (kind = 'title' OR kind = 'heading' AND level <= :level)), 1 << 62) ORDER BY seq"
    )
    place = {"cutting": document.cutting}
    return [
        (name, [one for (one,) in project.db.execute(below, {**place, "heading": heading, "level": level})])
        for heading, name, level in project.db.execute(above, {**place, "seq": seq}).fetchall()
    ]


def find_clause(project: Project, clause_id: str) -> tuple[str, int] | None:
    """The document and the number of a clause in force."""
    row = project.db.execute(
        "SELECT doc_id, ord FROM clause_in_force WHERE clause_id = ?", (clause_id,)
    ).fetchone()
    return (row[0], row[1]) if row else None


def gone(project: Project, subjects: Iterable[str]) -> bool:
    """Whether one of them was a clause and is none now: cut otherwise, or its document out of use."""
    query = (
        "SELECT 1 FROM json_each(?) AS one WHERE EXISTS (SELECT 1 FROM piece WHERE clause_id = one.value) "
        "AND NOT EXISTS (SELECT 1 FROM clause_in_force WHERE clause_id = one.value) LIMIT 1"
    )
    return project.db.execute(query, (json.dumps(list(subjects)),)).fetchone() is not None


def clause_at(project: Project, document: Document, offset: int) -> int | None:
    """The number of the clause that holds a code point of the source; else of the first clause behind it,
    or of the document's last one. None where it has no clause.
    """
    query = "SELECT ord FROM segment WHERE cutting_no = ? AND ord >= 0 AND end > ? ORDER BY ord LIMIT 1"
    row = project.db.execute(query, (document.cutting, offset)).fetchone()
    return row[0] if row else (document.clauses or None) and document.clauses - 1


def bounds(project: Project, clause_id: str) -> tuple[int, int] | None:
    """The source range of a clause in force."""
    query = "SELECT start, end FROM clause_in_force WHERE clause_id = ?"
    row = project.db.execute(query, (clause_id,)).fetchone()
    return (row[0], row[1]) if row else None


def require_inside(project: Project, clause_id: str, place: Mapping[str, Any]) -> None:
    """Raises AnnotatorError where the source range of a place does not lie in the clause."""
    start, end = bounds(project, clause_id) or (0, 0)
    if not start <= place["start"] < place["end"] <= end:
        raise AnnotatorError("store.no_place", start=place["start"], end=place["end"])


def segment_texts(project: Project, cutting: int, start: int, end: int) -> list[tuple[int, str, str, str]]:
    """(seq, kind, marker, text) of the segments from `start` to before `end`, to show the context."""
    query = (
        "SELECT seq, kind, marker, text FROM segment "
        "WHERE cutting_no = ? AND seq >= ? AND seq < ? ORDER BY seq"
    )
    return list(project.db.execute(query, (cutting, start, end)))


def original(project: Project, document: Document, clause: Clause) -> tuple[str, list[Edit]]:
    """What stands in the source for a clause, and the repairs of it, in offsets from its start."""
    start, end = clause.start, clause.end
    raw = source_text(project, document.source_sha256)[start:end]
    inside = pieces.edits(project, document.cutting, clause.seq, clause.seq)
    return raw, [edit._replace(start=edit.start - start, end=edit.end - start) for edit in inside]


def places(project: Project, document: Document, clause: Clause) -> Places:
    """The ways between the source and what a clause shows."""
    raw, inside = original(project, document, clause)
    return Places(
        (clause.text_start, clause.text_end),
        (clause.tail_start, clause.tail_end),
        lambda first, last: Clean(raw, first, last, inside),
        clause.start,
    )


def _clauses(project: Project, document: Document, where: str, values: Sequence[Any]) -> Iterator[Clause]:
    query = f"SELECT {_CLAUSE} FROM segment WHERE cutting_no = ? AND {where} ORDER BY ord"
    paths = dict[int | None, tuple[str, ...]]({None: ()})
    for identity, seq, ord_no, level, marker, parent, *rest in project.db.execute(
        query, (document.cutting, *values)
    ):
        path = _path(project, document.cutting, parent, paths)
        yield Clause(identity, document.doc_id, ord_no, seq, level, marker, path, *rest)


def _path(
    project: Project, cutting: int, parent: int | None, paths: dict[int | None, tuple[str, ...]]
) -> tuple[str, ...]:
    """The headings from the outermost to number `parent`; `paths` remembers those already read."""
    if parent not in paths:
        text, above = project.db.execute(
            "SELECT text, parent FROM segment WHERE cutting_no = ? AND seq = ?", (cutting, parent)
        ).fetchone()
        paths[parent] = (*_path(project, cutting, above, paths), text)
    return paths[parent]


def metadata(project: Project, doc_id: str) -> dict[str, Any]:
    """What is known of a document beside its text: title, issuer, date …"""
    query = (
        "SELECT field, value FROM present WHERE subject = ? AND layer = 'project' AND kind = 'metadata' "
        "AND field != 'found' AND value != 'null'"
    )
    return {name: json.loads(value) for name, value in project.db.execute(query, (doc_id,))}
