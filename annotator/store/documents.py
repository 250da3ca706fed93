"""Documents, their cuttings and their clauses."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, replace
from typing import Any

from annotator.model.cutting import Edit, Segment
from annotator.model.document import Clause, Document
from annotator.model.event import Change
from annotator.model.ids import canonical, clause_id, sha256
from annotator.model.mapping import Clean
from annotator.model.review import Suggestion
from annotator.model.source import Source
from annotator.store import bulk, events, suggestions
from annotator.store.project import Project

_DOCUMENT = "doc_id, title, file_name, cutting_no, cutting_id, source_sha256, clauses, imported_at"
_ARRIVAL = "ORDER BY imported_at, imported_run, imported_seq"
_CLAUSE = (
    "clause_id, seq, ord, level, marker, parent, text, text_start, text_end, "
    "tail, tail_start, tail_end, lead, doubt, start, end"
)
_TAKES_PARENT = ("heading", "clause")
_STORED = (
    "kind", "level", "marker", "start", "end", "text", "text_start", "text_end",
    "tail", "tail_start", "tail_end", "lead", "doubt",
)  # fmt: skip


def add(
    project: Project,
    reviewer: str,
    *,
    doc_id: str,
    file_sha256: str,
    file_name: str,
    source: Source,
    cutter: str,
    segments: Sequence[Segment],
    metadata: Mapping[str, Any],
    suggested: Sequence[Suggestion] = (),
) -> bool:
    """Store a document with its first cutting; False, and nothing written, where it is there already."""
    with project.transaction() as db:
        if db.execute("SELECT 1 FROM document WHERE doc_id = ?", (doc_id,)).fetchone():
            return False
        db.execute("INSERT INTO document VALUES (?, ?, ?)", (doc_id, file_sha256, file_name))
        db.execute(
            "INSERT INTO source VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING",
            (source.sha256, doc_id, source.reader, source.text),
        )
        cutting = add_cutting(project, source.sha256, cutter, segments)
        suggestions.add(project, suggested)
        events.record(
            project,
            reviewer,
            [
                Change("import", doc_id, value={"file": file_name, "reader": source.reader}, layer="project"),
                *(
                    Change("metadata", doc_id, field=name, value=value, layer="project")
                    for name, value in metadata.items()
                ),
                Change("cut", doc_id, value=cutting, layer="project"),
            ],
            origin="import",
        )
    return True


def add_cutting(project: Project, source_sha256: str, cutter: str, segments: Sequence[Segment]) -> str:
    """Store a cutting, unless it is there already; returns its id."""
    edits = [edit for segment in segments for edit in segment.edits]
    cutting_id = cutting_name(source_sha256, segments, edits)
    with project.transaction() as db:
        if db.execute("SELECT 1 FROM cutting WHERE cutting_id = ?", (cutting_id,)).fetchone():
            return cutting_id
        number = db.execute(
            "INSERT INTO cutting (cutting_id, source_sha256, cutter, clauses) VALUES (?, ?, ?, ?)",
            (cutting_id, source_sha256, cutter, sum(s.kind == "clause" for s in segments)),
        ).lastrowid
        bulk.insert(project, "segment", rows(number, source_sha256, segments))
        bulk.insert(project, "edit", ({"cutting_no": number, **asdict(edit)} for edit in edits))
    return cutting_id


def cutting_name(source_sha256: str, segments: Iterable[Segment], edits: Iterable[Edit]) -> str:
    """The id of a cutting: `cut-` and 16 hex of the hash of its source, segments and repairs."""
    body = [[s.kind, s.level, s.marker, s.start, s.end, s.text_start, s.text_end, s.tail_start, s.tail_end]
            for s in segments]  # fmt: skip
    repaired = sorted([e.start, e.end, e.rule, e.after, e.state] for e in edits)
    return "cut-" + sha256(canonical([source_sha256, body, repaired]))[:16]


def rows(number: int | None, source_sha256: str, segments: Sequence[Segment]) -> Iterator[dict[str, Any]]:
    """Rows of `segment` for a cutting. The heading above is the last one whose level is lower."""
    ord_no, above = 0, list[tuple[int, int]]()
    for seq, s in enumerate(segments):
        is_clause = s.kind == "clause"
        parent = None
        if s.kind == "title":
            above.clear()
        elif s.kind in _TAKES_PARENT:
            while above and above[-1][0] >= s.level:
                above.pop()
            parent = above[-1][1] if above else None
            if s.kind == "heading":
                above.append((s.level, seq))
        yield {
            "cutting_no": number,
            "seq": seq,
            "ord": ord_no if is_clause else None,
            "clause_id": clause_id(source_sha256, s.start, s.end) if is_clause else None,
            "parent": parent,
            **{name: getattr(s, name) for name in _STORED},
        }
        ord_no += is_clause


def stored_rows(project: Project, cutting: int) -> list[dict[str, Any]]:
    """The rows of `segment` that a cutting has, with the keys of `rows`."""
    names = ("cutting_no", "seq", "ord", "clause_id", "parent", *_STORED)
    query = f"SELECT {', '.join(names)} FROM segment WHERE cutting_no = ? ORDER BY seq"
    return [dict(zip(names, row, strict=True)) for row in project.db.execute(query, (cutting,))]


def segment_of(row: Mapping[str, Any]) -> Segment:
    """The segment that a row of `segment` holds: without its path, edits and mentions."""
    return Segment(path=(), **{name: row[name] for name in _STORED})


def known(project: Project, doc_id: str) -> bool:
    """Whether the project holds this document."""
    return project.db.execute("SELECT 1 FROM document WHERE doc_id = ?", (doc_id,)).fetchone() is not None


def listing(project: Project) -> list[Document]:
    """The documents in use, in the order in which they came."""
    query = f"SELECT {_DOCUMENT} FROM document_in_force {_ARRIVAL}"
    return [Document(*row) for row in project.db.execute(query)]


def first(project: Project) -> Document | None:
    """The first document that has a clause."""
    query = f"SELECT {_DOCUMENT} FROM document_in_force WHERE clauses > 0 {_ARRIVAL} LIMIT 1"
    row = project.db.execute(query).fetchone()
    return Document(*row) if row else None


def document(project: Project, doc_id: str) -> Document | None:
    """One document in use."""
    row = project.db.execute(
        f"SELECT {_DOCUMENT} FROM document_in_force WHERE doc_id = ?", (doc_id,)
    ).fetchone()
    return Document(*row) if row else None


def source_text(project: Project, source_sha256: str) -> str:
    """The whole text of a source."""
    query = "SELECT text FROM source WHERE source_sha256 = ?"
    return str(project.db.execute(query, (source_sha256,)).fetchone()[0])


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


def find_clause(project: Project, clause_id: str) -> tuple[str, int] | None:
    """The document and the number of a clause in force."""
    row = project.db.execute(
        "SELECT doc_id, ord FROM clause_in_force WHERE clause_id = ?", (clause_id,)
    ).fetchone()
    return (row[0], row[1]) if row else None


def segment_texts(project: Project, cutting: int, start: int, end: int) -> list[tuple[int, str, str, str]]:
    """(seq, kind, marker, text) of the segments from `start` to before `end`, to show the context."""
    query = (
        "SELECT seq, kind, marker, text FROM segment "
        "WHERE cutting_no = ? AND seq >= ? AND seq < ? ORDER BY seq"
    )
    return list(project.db.execute(query, (cutting, start, end)))


def cleaned(project: Project, document: Document, clause: Clause) -> tuple[Clean, Clean]:
    """The ways between source and clean for a clause's text and its tail, in offsets from its start."""
    query = "SELECT substr(text, ? + 1, ? - ?) FROM source WHERE source_sha256 = ?"
    start, end = clause.start, clause.end
    raw = project.db.execute(query, (start, end, start, document.source_sha256)).fetchone()[0]
    inside = [
        replace(edit, start=edit.start - start, end=edit.end - start)
        for edit in edits(project, document.cutting, start, end)
    ]
    text = Clean(raw, clause.text_start - start, clause.text_end - start, inside)
    return text, Clean(raw, clause.tail_start - start, clause.tail_end - start, inside)


def edits(project: Project, cutting: int, start: int = 0, end: int = 1 << 62) -> list[Edit]:
    """The repairs of a cutting inside a range of its source."""
    query = (
        "SELECT start, end, rule, before, after, confidence, state FROM edit "
        "WHERE cutting_no = ? AND start >= ? AND end <= ? ORDER BY start"
    )
    return [Edit(*row) for row in project.db.execute(query, (cutting, start, end))]


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
    query = "SELECT field, value FROM present WHERE subject = ? AND layer = 'project' AND kind = 'metadata'"
    return {name: json.loads(value) for name, value in project.db.execute(query, (doc_id,))}
