"""Cuttings of documents: the first from the import, later ones by hand or by a newer cutter.

The screens read them through `documents`, and start without this module.
"""

from collections.abc import Iterable, Iterator, Sequence

from annotator.model.cutting import Segment
from annotator.model.event import Change
from annotator.model.ids import canonical, sha256
from annotator.store import bulk, events, pieces
from annotator.store.project import Project

_TAKES_PARENT = ("heading", "clause")


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
        number = begin(project, cutting_id, source_sha256, cutter, clauses)
        if number is not None:
            placed = pieces.add(project, source_sha256, number, segments)
            place(project, number, placed, placements((s.kind, s.level) for s in segments))
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
        number = begin(project, cutting_id, source_sha256, cutter, clauses + more)
        if number is None:
            return cutting_id
        query = "SELECT ord, parent FROM placement WHERE cutting_no = ? AND seq = ?"
        ord_no, parent = db.execute(query, (base, first)).fetchone()
        placed = pieces.add(project, source_sha256, number, parts)
        place(project, number, placed, ((first + n, ord_no + n, parent) for n in range(len(parts))))
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


def place(
    project: Project, number: int, placed: Sequence[int], places: Iterable[tuple[int, int | None, int | None]]
) -> None:
    """Put pieces, by their local numbers, at their places in the cutting of that local number."""
    rows = ((number, piece, *at) for piece, at in zip(placed, places, strict=True))
    bulk.put(project, "placement", "cutting_no, piece_no, seq, ord, parent", rows)


def begin(project: Project, cutting_id: str, source_sha256: str, cutter: str, clauses: int) -> int | None:
    """The local number of a new cutting; None where it is there already."""
    found = project.db.execute("SELECT 1 FROM cutting WHERE cutting_id = ?", (cutting_id,)).fetchone()
    if found:
        return None
    return project.db.execute(
        "INSERT INTO cutting (cutting_id, source_sha256, cutter, clauses) VALUES (?, ?, ?, ?)",
        (cutting_id, source_sha256, cutter, clauses),
    ).lastrowid
