"""Documents as they come in: first made into rows, without the project, then put in, many at once.

To make the rows is most of the work, and asks nothing of the project: other processes can do it.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from annotator.model.cutting import Segment
from annotator.model.event import Change
from annotator.model.review import Suggestion
from annotator.model.source import Source
from annotator.store import bulk, cuttings, events, pieces, suggestions
from annotator.store.project import Project

Row = tuple[Any, ...]


class Arrival(NamedTuple):
    """A document with its first cutting, as values that travel between processes.

    `pieces` are the rows of its segments without the numbers that only the project can give; a row of
    `edits` begins with the place of its segment among them; `places` is `cuttings.placements` of them.
    """

    doc_id: str
    file_sha256: str
    file_name: str
    source: tuple[str, str, str]
    cutter: str
    cutting_id: str
    clauses: int
    pieces: tuple[Row, ...]
    edits: tuple[Row, ...]
    places: tuple[tuple[int, int | None, int | None], ...]
    suggested: tuple[Row, ...]
    settled: bool
    metadata: Mapping[str, Any]

    @property
    def source_sha256(self) -> str:
        """The hash of its text."""
        return self.source[0]


def arrival(
    *,
    doc_id: str,
    file_sha256: str,
    file_name: str,
    source: Source,
    cutter: str,
    segments: Sequence[Segment],
    metadata: Mapping[str, Any],
    suggested: Iterable[Suggestion] = (),
    settled: bool = True,
) -> Arrival:
    """The rows of a document. `settled` says that nothing else is to be suggested (see `owed`)."""
    digest = source.sha256
    rows = tuple(pieces.row(digest, segment) for segment in segments)
    return Arrival(
        doc_id,
        file_sha256,
        file_name,
        (digest, source.reader, source.text),
        cutter,
        cuttings.cutting_name(digest, cutter, [row[0] for row in rows]),
        sum(segment.kind == "clause" for segment in segments),
        rows,
        tuple((at, *edit) for at, segment in enumerate(segments) for edit in segment.edits),
        tuple(cuttings.placements((segment.kind, segment.level) for segment in segments)),
        tuple(map(suggestions.as_row, suggested)),
        settled,
        metadata,
    )


def put(project: Project, reviewer: str, one: Arrival) -> bool:
    """Store a document; False, and nothing written, where it is there already."""
    with project.transaction() as db:
        if db.execute("SELECT 1 FROM document WHERE doc_id = ?", (one.doc_id,)).fetchone():
            return False
        db.execute("INSERT INTO document VALUES (?, ?, ?)", (one.doc_id, one.file_sha256, one.file_name))
        digest, reader, text = one.source
        new = db.execute(
            "INSERT INTO source VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING",
            (digest, one.doc_id, reader, text),
        )
        _put_cutting(project, one, fresh=new.rowcount > 0)
        bulk.put(project, "suggestion", suggestions.COLUMNS, one.suggested, or_="REPLACE")
        if one.settled:
            db.execute("INSERT INTO suggested VALUES (?)", (one.doc_id,))
        events.record(
            project,
            reviewer,
            [
                Change(
                    "import", one.doc_id, value={"file": one.file_name, "reader": reader}, layer="project"
                ),
                *(
                    Change("metadata", one.doc_id, field=name, value=value, layer="project")
                    for name, value in one.metadata.items()
                ),
                Change("cut", one.doc_id, value=one.cutting_id, layer="project"),
            ],
            origin="import",
        )
    return True


def _put_cutting(project: Project, one: Arrival, *, fresh: bool) -> None:
    """Store the cutting, unless it is there already; of a text that is new nothing can be there."""
    number = cuttings.begin(project, one.cutting_id, one.source_sha256, one.cutter, one.clauses)
    if number is None:
        return
    numbers = pieces.put(project, number, one.pieces, one.edits, fresh=fresh)
    cuttings.place(project, number, numbers, one.places)
