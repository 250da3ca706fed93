"""The content of another project file, gathered beside the project: what is not there yet, and found to be
what its ids say.
"""

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from annotator.errors import AnnotatorError
from annotator.model.ids import sha256
from annotator.store import codebooks, content
from annotator.store.incoming_tables import EDIT, PIECE, batch
from annotator.store.project import Project
from annotator.store.suggestions import COLUMNS as SUGGESTION
from annotator.tools.codebook import CodebookError, parse, with_keys


def gather(
    project: Project, other: Project, path: Path, documents: Sequence[tuple[str, str, str]] | None = None
) -> None:
    """Gather the documents of `other` (rows of `document`, else all) with all that hangs on them, and its
    codebooks. Raises AnnotatorError, naming `path`, where content is not what its id says.
    """
    every = other.db.execute("SELECT doc_id, file_sha256, file_name FROM document ORDER BY doc_id").fetchall()
    wanted = every if documents is None else documents
    ids = {row[0] for row in wanted}
    with batch(project.db):
        take_documents(project.db, path, wanted)
        sources = _sources(project.db, other.db, path, ids)
        take_codebooks(
            project.db, path, other.db.execute("SELECT digest, name, text FROM codebook").fetchall()
        )
    _cuttings(project, other, path, sources)
    with batch(project.db):
        _suggestions(project.db, other.db, None if documents is None else (sources, ids))
        settled = [row for row in other.db.execute("SELECT doc_id FROM suggested") if row[0] in ids]
        _copy(project.db, "incoming_suggested", settled)


def take_documents(db: sqlite3.Connection, path: Path, rows: Iterable[tuple[str, str, str]]) -> None:
    """Gather documents (id, hash of the file, its name)."""
    known = dict(
        db.execute(
            "SELECT doc_id, file_sha256 FROM document UNION ALL SELECT doc_id, file_sha256 "
            "FROM temp.incoming_document"
        )
    )
    for row in rows:
        if row[0] != f"doc-{row[1][:12]}" or known.get(row[0], row[1]) != row[1]:
            raise AnnotatorError("merging.content", path=path, what=row[2])
        db.execute(
            "INSERT INTO temp.incoming_document VALUES (?, ?, ?) "
            "ON CONFLICT DO UPDATE SET file_name = min(file_name, excluded.file_name)",
            row,
        )


def _sources(db: sqlite3.Connection, other: sqlite3.Connection, path: Path, documents: set[str]) -> list[str]:
    """Gather the texts of documents; the names of all that they have, those known before included."""
    found = []
    query = "SELECT source_sha256, doc_id, reader FROM source ORDER BY source_sha256"
    for digest, doc_id, reader in other.execute(query).fetchall():
        if doc_id not in documents:
            continue
        found.append(digest)
        if db.execute("SELECT 1 FROM source WHERE source_sha256 = ?", (digest,)).fetchone():
            text = None  # that it is the same text, its hash says
        else:
            (text,) = other.execute("SELECT text FROM source WHERE source_sha256 = ?", (digest,)).fetchone()
            if sha256(text) != digest:
                raise AnnotatorError("merging.content", path=path, what=doc_id)
        db.execute(
            "INSERT INTO temp.incoming_source VALUES (?, ?, ?, ?) "
            "ON CONFLICT DO UPDATE SET doc_id = excluded.doc_id, reader = excluded.reader "
            "WHERE (excluded.doc_id, excluded.reader) < (doc_id, reader)",
            (digest, doc_id, reader, text),
        )
    return found


def _cuttings(project: Project, other: Project, path: Path, sources: Sequence[str]) -> None:
    """Gather the cuttings of some sources that are new, with those segments that are."""
    db, wanted = project.db, set(sources)
    known = {
        row[0]
        for table in ("main.cutting", "temp.incoming_cutting")
        for row in db.execute(f"SELECT cutting_id FROM {table}")
    }
    query = "SELECT cutting_no, cutting_id, source_sha256, cutter, clauses FROM cutting ORDER BY cutting_no"
    fresh = [row for row in other.db.execute(query) if row[1] not in known and row[2] in wanted]
    if not fresh:
        return
    for fault in (*_dangling(other.db), *content.cuttings_of(other, {row[2] for row in fresh})):
        what = fault.values.get("document") or fault.values.get("table")
        raise AnnotatorError("merging.content", path=path, what=what)
    for number, *cutting in fresh:
        _copy(db, "incoming_cutting (cutting_id, source_sha256, cutter, clauses)", [cutting])
        pieces = (
            f"SELECT piece_id, ?1, {PIECE} FROM piece WHERE cutting_no = ?2 ORDER BY piece_no",
            f"SELECT piece_id, {_prefixed('edit', EDIT)} FROM edit JOIN piece USING (piece_no) "
            "WHERE piece.cutting_no = ?2 AND ?1 != ''",
            "SELECT ?1, seq, piece_id, ord, parent FROM placement JOIN piece USING (piece_no) "
            "WHERE placement.cutting_no = ?2 ORDER BY seq",
        )
        tables = (f"incoming_piece (piece_id, cutting_id, {PIECE})", "incoming_edit", "incoming_placement")
        with batch(db):
            for query, table in zip(pieces, tables, strict=True):
                _copy(db, table, other.db.execute(query, (cutting[0], number)))


def _dangling(db: sqlite3.Connection) -> Iterator[content.Fault]:
    """Rows of the content that point to nothing."""
    for table, row, parent, _ in db.execute("PRAGMA foreign_key_check"):
        yield content.Fault("verify.reference", {"table": table, "row": row, "parent": parent})


def take_codebooks(db: sqlite3.Connection, path: Path, rows: Iterable[tuple[str, str, str]]) -> None:
    """Gather codebooks (digest, name, text); what else is known of one is read from its text anew."""
    for digest, name, text in rows:
        if db.execute("SELECT 1 FROM codebook WHERE digest = ?", (digest,)).fetchone():
            continue
        try:
            codebook = with_keys(parse(text, name))
        except CodebookError as error:
            raise AnnotatorError("merging.content", path=path, what=name) from error
        if codebook.digest != digest:
            raise AnnotatorError("merging.content", path=path, what=name)
        _copy(db, "incoming_codebook", [(digest, *codebooks.row(codebook, text)[1:])])


def _suggestions(
    db: sqlite3.Connection, other: sqlite3.Connection, only: tuple[Sequence[str], set[str]] | None
) -> None:
    """Gather suggestions that are not there so; `only` those of clauses of some sources and of documents."""
    order = f"SELECT {SUGGESTION} FROM suggestion ORDER BY subject, field, source, version"
    rows = _news(iter(db.execute(order)), iter(other.execute(order)))
    if only is not None:
        sources, subjects = only
        query = (
            "SELECT DISTINCT clause_id FROM cutting JOIN piece USING (cutting_no) "
            "WHERE source_sha256 = ? AND clause_id IS NOT NULL"
        )
        subjects = subjects | {row[0] for digest in sources for row in other.execute(query, (digest,))}
        rows = (row for row in rows if row[0] in subjects)
    db.executemany(f"INSERT INTO temp.incoming_suggestion VALUES (?, ?, ?, ?, ?, ?) {BETTER}", rows)


BETTER = (
    "ON CONFLICT DO UPDATE SET value = excluded.value, score = excluded.score "
    "WHERE (excluded.score, excluded.value) > (score, value)"
)
"""Of two values that one version of a source suggests, the one of the better score stands, then the greater
text: the same whatever came first.
"""


def _news(ours: Iterator[Any], theirs: Iterator[Any]) -> Iterator[Any]:
    """What of `theirs` is not in `ours`, both in order."""
    here = next(ours, None)
    for row in theirs:
        while here is not None and here[:4] < row[:4]:
            here = next(ours, None)
        if here != row:
            yield row


def _prefixed(table: str, columns: str) -> str:
    return ", ".join(f"{table}.{name}" for name in columns.split(", "))


def _copy(db: sqlite3.Connection, table: str, rows: Iterable[Sequence[Any]]) -> None:
    """Put rows into a table of what comes in, but for those that are there already."""
    for row in rows:
        db.execute(f"INSERT OR IGNORE INTO temp.{table} VALUES ({', '.join('?' * len(row))})", row)
