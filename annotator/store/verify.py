"""Whether a project file still is what it says: the log, the present, the cuttings."""

from collections.abc import Iterator
from typing import NamedTuple

from annotator.model.ids import clause_id, sha256
from annotator.model.mapping import Clean
from annotator.store import documents, events
from annotator.store.project import Project


class Fault(NamedTuple):
    """Something that does not hold: a key of the catalogue and the values for its sentence."""

    key: str
    values: dict[str, object]


def verify(project: Project) -> Iterator[Fault]:
    """Every fault of the file, in the order of reading: pages, log, present, content."""
    with project.snapshot():
        yield from _pages(project)
        yield from _log(project)
        yield from _present(project)
        yield from _sources(project)
        yield from _cuttings(project)


def _pages(project: Project) -> Iterator[Fault]:
    for (answer,) in project.db.execute("PRAGMA integrity_check"):
        if answer != "ok":
            yield Fault("verify.pages", {"answer": answer})
    for table, row, parent, _ in project.db.execute("PRAGMA foreign_key_check"):
        yield Fault("verify.reference", {"table": table, "row": row, "parent": parent})


def _log(project: Project) -> Iterator[Fault]:
    """Ids are the hashes of their events, and each run is a chain without gaps."""
    query = f"SELECT id, {events.COLUMNS} FROM event ORDER BY run, seq"
    run, seq, prev = "", 0, ""
    for stored, *row in project.db.execute(query):
        event = events.from_row(row)
        if event.id != stored:
            yield Fault("verify.event", {"id": stored, "reviewer": event.reviewer})
        if event.run != run:
            run, seq, prev = event.run, 0, ""
        if event.seq != seq + 1:
            yield Fault("verify.gap", {"run": run, "first": seq + 1, "last": event.seq - 1})
        elif event.prev != prev:
            yield Fault("verify.chain", {"run": run, "seq": event.seq})
        seq, prev = event.seq, stored


def _present(project: Project) -> Iterator[Fault]:
    columns = "subject, layer, owner, pass_no, kind, field, value, event, at, run, seq"
    both = (
        (f"SELECT {columns} FROM present EXCEPT SELECT {columns} FROM present_from_log"),
        (f"SELECT {columns} FROM present_from_log EXCEPT SELECT {columns} FROM present"),
    )
    for query in both:
        for subject, _, owner, _, kind, field, *_ in project.db.execute(query):
            yield Fault("verify.present", {"subject": subject, "owner": owner, "what": field or kind})


def _sources(project: Project) -> Iterator[Fault]:
    for digest, text in project.db.execute("SELECT source_sha256, text FROM source"):
        if sha256(text) != digest:
            yield Fault("verify.source", {"digest": digest})


def _cuttings(project: Project) -> Iterator[Fault]:
    """Segments partition their source, texts are what their ranges say, ids what their hashes say."""
    query = "SELECT cutting_no, cutting_id, source_sha256 FROM cutting ORDER BY cutting_no"
    for number, cutting, source_sha256 in project.db.execute(query).fetchall():
        source = documents.source_text(project, source_sha256)
        edits = documents.edits(project, number)
        for edit in edits:
            if source[edit.start : edit.end] != edit.before:
                yield Fault("verify.edit", {"cutting": cutting, "start": edit.start})
        end = 0
        rows = project.db.execute(
            "SELECT seq, clause_id, start, end, text, text_start, text_end, tail, tail_start, tail_end "
            "FROM segment WHERE cutting_no = ? ORDER BY seq",
            (number,),
        )
        first = 0
        for seq, identity, start, stop, *parts in rows:
            if start != end:
                yield Fault("verify.partition", {"cutting": cutting, "seq": seq})
            end = stop
            if identity is not None and identity != clause_id(source_sha256, start, stop):
                yield Fault("verify.clause", {"clause": identity})
            while first < len(edits) and edits[first].end <= start:
                first += 1
            inside = edits[
                first : next((i for i in range(first, len(edits)) if edits[i].start >= stop), None)
            ]
            for text, begin, close in (parts[:3], parts[3:]):
                if Clean(source, begin, close, inside).text != text:
                    yield Fault("verify.text", {"cutting": cutting, "seq": seq})
        if end != len(source):
            yield Fault("verify.partition", {"cutting": cutting, "seq": -1})
