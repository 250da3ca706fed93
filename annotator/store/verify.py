"""Whether a project file still is what it says: the log, the present, the cuttings."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from annotator.errors import AnnotatorError
from annotator.model.edit import Edit
from annotator.model.ids import sha256
from annotator.model.mapping import Clean
from annotator.store import codebooks, cuttings, documents, events
from annotator.store.project import Project
from annotator.store.upgrade import missing
from annotator.tools.codebook import parse, with_keys


class Fault(NamedTuple):
    """Something that does not hold: a key of the catalogue and the values for its sentence."""

    key: str
    values: dict[str, object]


def verify(project: Project) -> Iterator[Fault]:
    """Every fault of the file, in the order of reading: pages, log, present, content. Where a damaged
    page ends the reading, that is the last fault.
    """
    try:
        with project.snapshot():
            for part in (_pages, _log, _present, _names, _cuttings):
                yield from part(project)
    except AnnotatorError as error:
        if error.key != "store.corrupt":
            raise
        yield Fault("verify.pages", {"answer": error.__cause__})


def _pages(project: Project) -> Iterator[Fault]:
    for (answer,) in project.db.execute("PRAGMA integrity_check"):
        if answer != "ok":
            yield Fault("verify.pages", {"answer": answer})
    for name in missing(project.db):
        yield Fault("verify.schema", {"name": name})
    for table, row, parent, _ in project.db.execute("PRAGMA foreign_key_check"):
        yield Fault("verify.reference", {"table": table, "row": row, "parent": parent})


def _log(project: Project) -> Iterator[Fault]:
    """Ids are the hashes of their events, each run is a chain without gaps, and nothing that arrived
    has gone.
    """
    arrived, held = project.db.execute(
        "SELECT coalesce((SELECT seq FROM sqlite_sequence WHERE name = 'event'), 0), count(*) FROM event"
    ).fetchone()
    if arrived != held:
        yield Fault("verify.lost", {"count": arrived - held})
    query = f"SELECT id, {events.COLUMNS} FROM event ORDER BY run, seq"
    last, end, prev = "", 0, ""
    for stored, *row in project.db.execute(query):
        reviewer, _, _, run, seq, before = row[-6:]
        if not _sound(stored, row):
            yield Fault("verify.event", {"id": stored, "reviewer": reviewer})
        if run != last:
            last, end, prev = run, 0, ""
        if seq != end + 1:
            yield Fault("verify.gap", {"run": run, "first": end + 1, "last": seq - 1})
        elif before != prev:
            yield Fault("verify.chain", {"run": run, "seq": seq})
        end, prev = seq, stored


def _sound(stored: str, row: Sequence[Any]) -> bool:
    """Whether a row of the log is what its id says; one whose value is no JSON is not."""
    try:
        return events.from_row(row).id == stored
    except ValueError:
        return False


def _present(project: Project) -> Iterator[Fault]:
    columns = "subject, layer, owner, pass_no, kind, field, value, event, at, run, seq"
    both = (
        (f"SELECT {columns} FROM present EXCEPT SELECT {columns} FROM present_from_log"),
        (f"SELECT {columns} FROM present_from_log EXCEPT SELECT {columns} FROM present"),
    )
    for query in both:
        for subject, _, owner, _, kind, field, *_ in project.db.execute(query):
            yield Fault("verify.present", {"subject": subject, "owner": owner, "what": field or kind})


def _names(project: Project) -> Iterator[Fault]:
    """What is named by the hash of a text has that text."""
    for digest, text in project.db.execute("SELECT source_sha256, text FROM source"):
        if sha256(text) != digest:
            yield Fault("verify.source", {"digest": digest})
    for digest, text, parsed in project.db.execute("SELECT digest, text, parsed FROM codebook"):
        if sha256(text) != digest or not _parsed(text, parsed):
            yield Fault("verify.codebook", {"digest": digest})
    for doc_id, digest in project.db.execute("SELECT doc_id, file_sha256 FROM document"):
        if doc_id != f"doc-{digest[:12]}":
            yield Fault("verify.document", {"document": doc_id})


def _parsed(text: str, parsed: str) -> bool:
    """Whether a codebook was parsed as it reads, as far as this version of the program can tell."""
    try:
        kept = codebooks.loaded(parsed)
    except (ValueError, TypeError):
        return False
    return kept is None or kept == with_keys(parse(text, kept.name))


def _cuttings(project: Project) -> Iterator[Fault]:
    """Segments partition their source, texts are what their ranges say, ids what their hashes say."""
    query = "SELECT cutting_no, cutting_id, source_sha256, cutter, clauses FROM cutting ORDER BY cutting_no"
    for number, cutting, digest, cutter, clauses in project.db.execute(query).fetchall():
        found = project.db.execute("SELECT text FROM source WHERE source_sha256 = ?", (digest,)).fetchone()
        if found:  # else it was named as a reference to nothing
            yield from _cutting(project, number, cutting, (digest, cutter, clauses), found[0])


def _cutting(
    project: Project, number: int, cutting: str, said: tuple[str, str, int], source: str
) -> Iterator[Fault]:
    digest, cutter, clauses = said
    edits = documents.edits(project, number)
    for edit in edits:
        if source[edit.start : edit.end] != edit.before:
            yield Fault("verify.edit", {"cutting": cutting, "start": edit.start})
    stored = cuttings.stored_rows(project, number)
    segments = [cuttings.segment_of(row) for row in stored]
    counted = sum(segment.kind == "clause" for segment in segments)
    if cuttings.cutting_name(digest, cutter, segments, edits) != cutting or counted != clauses:
        yield Fault("verify.cutting", {"cutting": cutting})
    starts = [edit.start for edit in edits]
    end = 0
    for row, derived in zip(stored, cuttings.rows(number, digest, segments), strict=True):
        start, stop, seq = row["start"], row["end"], row["seq"]
        if start != end:
            yield Fault("verify.partition", {"cutting": cutting, "seq": seq})
        end = stop
        if row["clause_id"] != derived["clause_id"]:
            yield Fault("verify.clause", {"clause": row["clause_id"]})
        elif row != derived:
            yield Fault("verify.order", {"cutting": cutting, "seq": seq})
        inside = edits[bisect_left(starts, start) : bisect_right(starts, stop)]
        if not all(_reads(source, row, part, inside) for part in ("text", "tail")):
            yield Fault("verify.text", {"cutting": cutting, "seq": seq})
    if end != len(source):
        yield Fault("verify.partition", {"cutting": cutting, "seq": len(stored)})


def _reads(source: str, row: dict[str, Any], part: str, edits: Sequence[Edit]) -> bool:
    """Whether the clean text of a part of a segment is the one that is stored."""
    clean = Clean(source, row[f"{part}_start"], row[f"{part}_end"], edits)
    return clean.text == str(row[part])
