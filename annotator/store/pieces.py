"""Segments as they are stored: each is a value with an id of its own, kept once for all cuttings that
have it.
"""

import json
from collections.abc import Iterable, Sequence
from itertools import groupby
from operator import attrgetter, itemgetter
from typing import Any

from annotator.model.cutting import Segment
from annotator.model.edit import Edit
from annotator.model.ids import clause_id, sha256
from annotator.store import bulk
from annotator.store.project import Project

_STORED = (
    "kind", "level", "marker", "start", "end", "text", "text_start", "text_end",
    "tail", "tail_start", "tail_end", "lead", "doubt",
)  # fmt: skip
_COLUMNS = ", ".join(_STORED)
_EDIT = "start, end, rule, before, after, confidence, state"
_values = attrgetter(*_STORED)

Row = tuple[Any, ...]


def piece_id(source_sha256: str, segment: Segment) -> str:
    """`seg-` and 16 hex of the hash of everything that is stored of a segment, its edits included."""
    return _name(source_sha256, *stored(segment))


def stored(segment: Segment) -> tuple[list[Any], list[Edit]]:
    """Everything that is stored of a segment, its edits apart."""
    # Numbers that are stored as REAL are read back as 1.0, whatever was given.
    *body, doubt = _values(segment)
    body.append(float(doubt))
    return body, sorted(edit._replace(confidence=float(edit.confidence)) for edit in segment.edits)


def _name(source_sha256: str, body: list[Any], edits: Iterable[Edit]) -> str:
    import orjson  # noqa: PLC0415  (the same JSON, fifteen times as fast as `canonical`; screens need none)

    return "seg-" + sha256(orjson.dumps((source_sha256, body, [tuple(edit) for edit in edits])))[:16]


def clause_of(source_sha256: str, segment: Segment) -> str | None:
    """The id of the clause that a segment is; None where it is none."""
    return clause_id(source_sha256, segment.start, segment.end) if segment.kind == "clause" else None


def folded_of(segment: Segment) -> str | None:
    """What a search reads in the place of a clause's texts; None where that would be the same."""
    if segment.kind != "clause":
        return None
    from annotator.tools.query.folding import for_search  # noqa: PLC0415  (the screens start without it)

    return for_search(segment.marker, segment.text, segment.tail)


def row(source_sha256: str, segment: Segment) -> Row:
    """A segment as the table holds it, behind the two numbers that only a project can give; its id first."""
    body, edits = stored(segment)
    name = _name(source_sha256, body, edits)
    return (name, clause_of(source_sha256, segment), *body, folded_of(segment))


def add(project: Project, source_sha256: str, cutting: int, segments: Sequence[Segment]) -> list[int]:
    """Store those segments that are not there yet, as brought by the cutting of that local number.

    Returns the local number of each, in their order.
    """
    edits = [(at, *edit) for at, segment in enumerate(segments) for edit in segment.edits]
    return put(project, cutting, [row(source_sha256, segment) for segment in segments], edits)


def put(
    project: Project, cutting: int, rows: Sequence[Row], edits: Iterable[Row], *, fresh: bool = False
) -> list[int]:
    """The same for segments that are rows already; a row of `edits` begins with the place of its segment
    among them. `fresh` says that none can be there yet.
    """
    with project.transaction() as db:
        query = "SELECT piece_id, piece_no FROM piece WHERE piece_id IN (SELECT value FROM json_each(?))"
        known: dict[str, int] = {}
        if not fresh:
            known.update(db.execute(query, (json.dumps([one[0] for one in rows]),)))
        last = db.execute("SELECT coalesce(max(piece_no), 0) FROM piece").fetchone()[0]
        new = [one for one in rows if one[0] not in known]
        numbers = dict(zip((one[0] for one in new), range(last + 1, last + 1 + len(new)), strict=True))
        bulk.put(
            project,
            "piece",
            f"piece_no, cutting_no, piece_id, clause_id, {_COLUMNS}, folded",
            [(numbers[one[0]], cutting, *one) for one in new],
        )
        inside = ((rows[at][0], *edit) for at, *edit in edits)
        bulk.put(
            project,
            "edit",
            f"piece_no, {_EDIT}",
            [(numbers[one], *edit) for one, *edit in inside if one not in known],
        )
    return [numbers.get(one[0]) or known[one[0]] for one in rows]


def ids(project: Project, cutting: int) -> list[str]:
    """The ids of a cutting's segments, in their order."""
    query = (
        "SELECT piece_id FROM placement JOIN piece USING (piece_no) "
        "WHERE placement.cutting_no = ? ORDER BY seq"
    )
    return [row[0] for row in project.db.execute(query, (cutting,))]


def read(project: Project, cutting: int, first: int = 0, last: int = 1 << 62) -> list[Segment]:
    """A cutting's segments from number `first` to `last`, both included.

    Their paths and mentions are left empty.
    """
    where = "placement.cutting_no = ? AND seq BETWEEN ? AND ? ORDER BY seq"
    return list(_read(project, where, (cutting, first, last)).values())


def brought(project: Project, cutting: int) -> dict[int, Segment]:
    """The segments that no cutting had before this one, by their local numbers."""
    where = "placement.cutting_no = ? AND piece.cutting_no = placement.cutting_no ORDER BY seq"
    return _read(project, where, (cutting,))


def of_clause(project: Project, clause: str) -> Segment | None:
    """The segment that was a clause of that id when it came up last; None where none ever was."""
    where = (
        "piece_no = (SELECT max(piece_no) FROM piece WHERE clause_id = ?) "
        "AND placement.cutting_no = piece.cutting_no ORDER BY seq"
    )
    return next(iter(_read(project, where, (clause,)).values()), None)


def edits(project: Project, cutting: int, first: int = 0, last: int = 1 << 62) -> list[Edit]:
    """The repairs inside a cutting's segments from number `first` to `last`, both included, in order."""
    where = "placement.cutting_no = ? AND seq BETWEEN ? AND ? ORDER BY seq"
    return [edit for inside in _edits(project, where, (cutting, first, last)).values() for edit in inside]


def edits_between(project: Project, cutting: int, start: int, end: int) -> list[Edit]:
    """The repairs of a cutting that lie in a range of the source."""
    where = "placement.cutting_no = ? AND edit.start >= ? AND edit.end <= ? ORDER BY seq"
    return [edit for inside in _edits(project, where, (cutting, start, end)).values() for edit in inside]


def _read(project: Project, where: str, values: Sequence[int | str]) -> dict[int, Segment]:
    repairs = _edits(project, where, values)
    query = f"SELECT piece_no, {_COLUMNS} FROM placement JOIN piece USING (piece_no) WHERE {where}"
    found = dict[int, Segment]()
    for number, *row in project.db.execute(query, values):
        stored: dict[str, Any] = dict(zip(_STORED, row, strict=True))
        found[number] = Segment(path=(), edits=repairs.get(number, ()), **stored)
    return found


def _edits(project: Project, where: str, values: Sequence[int | str]) -> dict[int, tuple[Edit, ...]]:
    query = (
        "SELECT piece_no, edit.start, edit.end, rule, before, after, confidence, state "
        "FROM placement JOIN piece USING (piece_no) JOIN edit USING (piece_no) "
        f"WHERE {where}, edit.start, edit.end"
    )
    rows = project.db.execute(query, values)
    return {
        number: tuple(Edit(*row[1:]) for row in inside) for number, inside in groupby(rows, key=itemgetter(0))
    }
