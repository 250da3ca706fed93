"""Documents as they come in: the text of a file and its cutting, stored as rows.

Only an import writes these; the screens read them through `documents`, and start without this module.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from annotator.model.cutting import Segment
from annotator.model.edit import Edit
from annotator.model.event import Change
from annotator.model.ids import canonical, clause_id, sha256
from annotator.model.review import Suggestion
from annotator.model.source import Source
from annotator.store import bulk, events, suggestions
from annotator.store.project import Project

_TAKES_PARENT = ("heading", "clause")
_STORED = (
    "kind", "level", "marker", "start", "end", "text", "text_start", "text_end",
    "tail", "tail_start", "tail_end", "lead", "doubt",
)  # fmt: skip


def add_document(
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


def retire(project: Project, reviewer: str, doc_id: str, *, back: bool = False) -> bool:
    """Take a document out of use, or back; nothing of it is erased. False where it stands so already."""
    with project.transaction() as db:
        row = db.execute(
            "SELECT value FROM present WHERE subject = ? AND layer = 'project' AND kind = 'retire'", (doc_id,)
        ).fetchone()
        if (row is not None and row[0] == "true") != back:
            return False
        change = Change("retire", doc_id, value=None if back else True, layer="project")
        events.record(project, reviewer, [change], origin="command")
    return True


def add_cutting(project: Project, source_sha256: str, cutter: str, segments: Sequence[Segment]) -> str:
    """Store a cutting, unless it is there already; returns its id."""
    edits = [edit for segment in segments for edit in segment.edits]
    cutting_id = cutting_name(source_sha256, cutter, segments, edits)
    with project.transaction() as db:
        if db.execute("SELECT 1 FROM cutting WHERE cutting_id = ?", (cutting_id,)).fetchone():
            return cutting_id
        number = db.execute(
            "INSERT INTO cutting (cutting_id, source_sha256, cutter, clauses) VALUES (?, ?, ?, ?)",
            (cutting_id, source_sha256, cutter, sum(s.kind == "clause" for s in segments)),
        ).lastrowid
        bulk.insert(project, "segment", rows(number, source_sha256, segments))
        bulk.insert(project, "edit", ({"cutting_no": number, **edit._asdict()} for edit in edits))
    return cutting_id


def cutting_name(source_sha256: str, cutter: str, segments: Iterable[Segment], edits: Iterable[Edit]) -> str:
    """The id of a cutting: `cut-` and 16 hex of the hash of everything that is stored of it."""
    # Numbers that are stored as REAL are read back as 1.0, whatever was given.
    body = [[*(getattr(s, name) for name in _STORED if name != "doubt"), float(s.doubt)] for s in segments]
    repaired = sorted(edit._replace(confidence=float(edit.confidence)) for edit in edits)
    return "cut-" + sha256(canonical([source_sha256, cutter, body, repaired]))[:16]


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
