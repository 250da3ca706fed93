"""Whether a project file still is what it says: the log, the present, the cuttings."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from annotator.errors import AnnotatorError
from annotator.model.cutting import Segment
from annotator.model.ids import sha256
from annotator.model.mapping import Clean
from annotator.store import bigrams, codebooks, cuttings, events, pieces
from annotator.store.project import Project
from annotator.store.referring import Referring
from annotator.store.upgrade import missing
from annotator.tools.codebook import parse, with_keys


class Fault(NamedTuple):
    """Something that does not hold: a key of the catalogue and the values for its sentence."""

    key: str
    values: Mapping[str, object]


def verify(project: Project) -> Iterator[Fault]:
    """Every fault of the file, in the order of reading: pages, log, present, content. Where a damaged
    page ends the reading, that is the last fault.
    """
    try:
        with project.snapshot():
            for part in (_pages, _log, _identities, _present, _names, _cuttings, _bigrams):
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
    known = Referring(project)
    for stored, *row in project.db.execute(query):
        subject, (reviewer, _, _, run, seq, before) = row[1], row[-6:]
        if not _sound(stored, row):
            about = {"reviewer": known.person(reviewer), "subject": known.subject(subject)}
            yield Fault("verify.event", {"id": stored, **about})
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


def _identities(project: Project) -> Iterator[Fault]:
    """Names are whose the log says they are."""
    query = (
        "SELECT alias FROM (SELECT * FROM identity EXCEPT SELECT * FROM identity_from_log) "
        "UNION SELECT alias FROM (SELECT * FROM identity_from_log EXCEPT SELECT * FROM identity)"
    )
    for (alias,) in project.db.execute(query):
        yield Fault("verify.identity", {"alias": alias})


def _present(project: Project) -> Iterator[Fault]:
    columns = "subject, layer, owner, pass_no, kind, field, value, event, at, run, seq"
    both = (
        (f"SELECT {columns} FROM present EXCEPT SELECT {columns} FROM present_from_log"),
        (f"SELECT {columns} FROM present_from_log EXCEPT SELECT {columns} FROM present"),
    )
    known = Referring(project)
    for query in both:
        for subject, _, owner, _, kind, field, *_ in project.db.execute(query):
            about = {"subject": known.subject(subject), "owner": known.person(owner)}
            yield Fault("verify.present", {**about, "what": field or kind})


def _names(project: Project) -> Iterator[Fault]:
    """What is named by the hash of a text has that text."""
    known = Referring(project)
    for digest, text in project.db.execute("SELECT source_sha256, text FROM source"):
        if sha256(text) != digest:
            yield Fault("verify.source", {"digest": digest, "document": known.source(digest)})
    for digest, text, parsed in project.db.execute("SELECT digest, text, parsed FROM codebook"):
        if sha256(text) != digest or not _parsed(text, parsed):
            yield Fault("verify.codebook", {"digest": digest})
    for doc_id, digest in project.db.execute("SELECT doc_id, file_sha256 FROM document"):
        if doc_id != f"doc-{digest[:12]}":
            yield Fault("verify.document", {"id": doc_id, "document": known.document(doc_id)})


def _parsed(text: str, parsed: str) -> bool:
    """Whether a codebook was parsed as it reads, as far as this version of the program can tell."""
    try:
        kept = codebooks.loaded(parsed)
    except (ValueError, TypeError):
        return False
    return kept is None or kept == with_keys(parse(text, kept.name))


class _Cutting(NamedTuple):
    """A row of `cutting`."""

    number: int
    name: str
    source: str
    cutter: str
    clauses: int


def _cuttings(project: Project) -> Iterator[Fault]:
    """Segments partition their source, texts are what their ranges say, ids what their hashes say."""
    query = "SELECT cutting_no, cutting_id, source_sha256, cutter, clauses FROM cutting ORDER BY cutting_no"
    absent = (
        "SELECT subject, json_extract(value, '$') AS cutting FROM present WHERE kind = 'cut' "
        "AND NOT EXISTS (SELECT 1 FROM cutting WHERE cutting_id = json_extract(value, '$'))"
    )
    for document, name in project.db.execute(absent):
        yield Fault("verify.cut", {"document": Referring(project).document(document), "cutting": name})
    seen = set[int]()
    for cutting in map(_Cutting._make, project.db.execute(query).fetchall()):
        query = "SELECT text FROM source WHERE source_sha256 = ?"
        found = project.db.execute(query, (cutting.source,)).fetchone()
        if found:  # else it was named as a reference to nothing
            yield from _cutting(project, cutting, found[0], seen)


def _cutting(project: Project, cutting: _Cutting, source: str, seen: set[int]) -> Iterator[Fault]:
    """The faults of a cutting; its segments are looked into where no cutting before had them (`seen`)."""
    query = (
        "SELECT piece_no, piece_id, clause_id, folded, kind, level, start, end, seq, ord, parent "
        "FROM placement JOIN piece USING (piece_no) WHERE placement.cutting_no = ? ORDER BY seq"
    )
    rows = project.db.execute(query, (cutting.number,)).fetchall()
    brought = pieces.brought(project, cutting.number)
    of = {"cutting": cutting.name, "document": Referring(project).source(cutting.source)}
    name = cuttings.cutting_name(cutting.source, cutting.cutter, [row[1] for row in rows])
    if name != cutting.name or sum(row[4] == "clause" for row in rows) != cutting.clauses:
        yield Fault("verify.cutting", of)
    derived = cuttings.placements((row[4], row[5]) for row in rows)
    at = 0
    for (piece, name, clause, folded, _, _, start, end, *place), wanted in zip(rows, derived, strict=True):
        where = {**of, "seq": wanted[0]}
        if start != at:
            yield Fault("verify.partition", where)
        at = end
        if tuple(place) != wanted or (piece not in brought and piece not in seen):
            yield Fault("verify.order", where)
        if segment := brought.get(piece):
            if pieces.piece_id(cutting.source, segment) != name:
                yield Fault("verify.cutting", of)
            if clause != pieces.clause_of(cutting.source, segment):
                yield Fault("verify.clause", {**where, "clause": clause})
            altered = list(_texts(source, segment, where))
            if not altered and folded != pieces.folded_of(segment):
                altered.append(Fault("verify.folded", where))
            yield from altered
    seen.update(brought)
    if at != len(source):
        yield Fault("verify.partition", {**of, "seq": len(rows)})


def _texts(source: str, segment: Segment, where: Mapping[str, object]) -> Iterator[Fault]:
    """Whether a segment reads as its source does under its repairs."""
    for edit in segment.edits:
        if source[edit.start : edit.end] != edit.before:
            yield Fault("verify.edit", {**where, "start": edit.start})
    text = Clean(source, segment.text_start, segment.text_end, segment.edits)
    tail = Clean(source, segment.tail_start, segment.tail_end, segment.edits)
    if (text.text, tail.text) != (segment.text, segment.tail):
        yield Fault("verify.text", where)


def _bigrams(project: Project) -> Iterator[Fault]:
    """What searches look up in the place of texts says of every clause what its text says."""
    for volume in bigrams.altered(project):
        yield Fault("verify.bigrams", {"volume": volume + 1})
