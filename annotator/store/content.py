"""Whether the content of a project is what its ids say: texts, codebooks, cuttings with their segments."""

from collections.abc import Collection, Iterator, Mapping
from typing import NamedTuple

from annotator.model.cutting import Segment
from annotator.model.ids import sha256
from annotator.model.mapping import Clean
from annotator.store import codebooks, cuttings, pieces
from annotator.store.project import Project
from annotator.store.referring import Referring
from annotator.tools.codebook import parse, with_keys


class Fault(NamedTuple):
    """Something that does not hold: a key of the catalogue and the values for its sentence."""

    key: str
    values: Mapping[str, object]


def names(project: Project) -> Iterator[Fault]:
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


def cuttings_of(project: Project, sources: Collection[str] | None = None) -> Iterator[Fault]:
    """Segments partition their source, texts are what their ranges say, ids what their hashes say; of all
    cuttings, or of those of some sources.
    """
    query = "SELECT cutting_no, cutting_id, source_sha256, cutter, clauses FROM cutting ORDER BY cutting_no"
    absent = (
        "SELECT subject, json_extract(value, '$') AS cutting FROM present WHERE kind = 'cut' "
        "AND EXISTS (SELECT 1 FROM document WHERE doc_id = subject) "
        "AND NOT EXISTS (SELECT 1 FROM cutting WHERE cutting_id = json_extract(value, '$'))"
    )
    for document, name in project.db.execute(absent) if sources is None else ():
        yield Fault("verify.cut", {"document": Referring(project).document(document), "cutting": name})
    seen = set[int]()
    for cutting in map(_Cutting._make, project.db.execute(query).fetchall()):
        if sources is not None and cutting.source not in sources:
            continue
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
