"""Documents as they come in, and their cuttings: the first from the import, later ones by hand.

The screens read them through `documents`, and start without this module.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from annotator.model.cutting import Segment
from annotator.model.event import Change
from annotator.model.ids import canonical, sha256
from annotator.model.review import Suggestion
from annotator.model.source import Source
from annotator.store import bulk, events, pieces, suggestions
from annotator.store.project import Project

_TAKES_PARENT = ("heading", "clause")


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
    cutting_id = cutting_name(source_sha256, cutter, [pieces.piece_id(source_sha256, s) for s in segments])
    clauses = sum(segment.kind == "clause" for segment in segments)
    with project.transaction():
        number = _begin(project, cutting_id, source_sha256, cutter, clauses)
        if number is not None:
            placed = pieces.add(project, source_sha256, number, segments)
            places = placements((segment.kind, segment.level) for segment in segments)
            rows = zip(placed.values(), places, strict=True)
            bulk.insert(project, "placement", (_row(number, piece, *place) for piece, place in rows))
    return cutting_id


def recut(
    project: Project, base: int, cutter: str, replaced: tuple[int, int], parts: Sequence[Segment]
) -> str:
    """Store the cutting that has the clauses `parts` in place of some clauses of another; returns its id.

    `base` is the local number of the other one, `replaced` the numbers of the first and the last of its
    segments that go.
    """
    first, last = replaced
    more = len(parts) - (last + 1 - first)
    with project.transaction() as db:
        query = "SELECT source_sha256, clauses FROM cutting WHERE cutting_no = ?"
        source_sha256, clauses = db.execute(query, (base,)).fetchone()
        names = pieces.ids(project, base)
        names[first : last + 1] = [pieces.piece_id(source_sha256, part) for part in parts]
        cutting_id = cutting_name(source_sha256, cutter, names)
        number = _begin(project, cutting_id, source_sha256, cutter, clauses + more)
        if number is None:
            return cutting_id
        query = "SELECT ord, parent FROM placement WHERE cutting_no = ? AND seq = ?"
        ord_no, parent = db.execute(query, (base, first)).fetchone()
        placed = enumerate(pieces.add(project, source_sha256, number, parts).values())
        rows = (_row(number, piece, first + n, ord_no + n, parent) for n, piece in placed)
        bulk.insert(project, "placement", rows)
        db.execute(_COPY, {"number": number, "base": base, "first": first, "last": last, "more": more})
    return cutting_id


_COPY = (
    "INSERT INTO placement SELECT :number, seq + shift, piece_no, ord + shift, "
    "parent + CASE WHEN parent > :last THEN :more ELSE 0 END "
    "FROM (SELECT *, CASE WHEN seq > :last THEN :more ELSE 0 END AS shift FROM placement) "
    "WHERE cutting_no = :base AND (seq < :first OR seq > :last)"
)


def cutting_name(source_sha256: str, cutter: str, names: Sequence[str]) -> str:
    """The id of a cutting: `cut-` and 16 hex of the hash of its source, its cutter and the ids of its
    segments, which are hashes of all that is stored of them.
    """
    return "cut-" + sha256(canonical([source_sha256, cutter, names]))[:16]


def placements(segments: Iterable[tuple[str, int]]) -> Iterator[tuple[int, int | None, int | None]]:
    """(number, number among the clauses, number of the heading above) for each segment of a cutting,
    given by its kind and level.

    The heading above is the last one whose level is lower.
    """
    ord_no, above = 0, list[tuple[int, int]]()
    for seq, (kind, level) in enumerate(segments):
        is_clause = kind == "clause"
        parent = None
        if kind == "title":
            above.clear()
        elif kind in _TAKES_PARENT:
            while above and above[-1][0] >= level:
                above.pop()
            parent = above[-1][1] if above else None
            if kind == "heading":
                above.append((level, seq))
        yield seq, ord_no if is_clause else None, parent
        ord_no += is_clause


def _begin(project: Project, cutting_id: str, source_sha256: str, cutter: str, clauses: int) -> int | None:
    """The local number of a new cutting; None where it is there already."""
    found = project.db.execute("SELECT 1 FROM cutting WHERE cutting_id = ?", (cutting_id,)).fetchone()
    if found:
        return None
    return project.db.execute(
        "INSERT INTO cutting (cutting_id, source_sha256, cutter, clauses) VALUES (?, ?, ?, ?)",
        (cutting_id, source_sha256, cutter, clauses),
    ).lastrowid


def _row(cutting: int, piece: int, seq: int, ord_no: int | None, parent: int | None) -> dict[str, Any]:
    return {"cutting_no": cutting, "seq": seq, "piece_no": piece, "ord": ord_no, "parent": parent}
