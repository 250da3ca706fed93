"""The holdings of a project out of a release, gathered like any other content that comes in. A fresh project
is made of them, and checked before it stands.
"""

import json
import sqlite3
from collections.abc import Callable, Iterable, Iterator
from itertools import chain, islice
from pathlib import Path
from typing import Any, Protocol

from annotator.errors import AnnotatorError
from annotator.model.gaps import Gap
from annotator.model.ids import sha256
from annotator.model.logged import Row as Event
from annotator.store import content, incoming_content, merging, repair_checks
from annotator.store.fresh_project import fresh_project
from annotator.store.incoming import Incoming
from annotator.store.incoming_files import event_file
from annotator.store.incoming_tables import PIECE, batch
from annotator.store.merging import Merged
from annotator.store.project import Project
from annotator.tools.query.folding import for_search
from annotator.words import say

_BATCH = 4096


class Held(Protocol):
    """A release from which a project can be made, each thing read when it is asked for."""

    path: Path

    def rows(self, name: str) -> Iterator[tuple[Any, ...]]:
        """The rows of one of `annotator.store.holdings.ROWS`, of the right types."""

    def source(self, digest: str) -> str:
        """The text of that hash."""

    def codebooks(self) -> Iterator[tuple[str, str]]:
        """Every version of the codebook with its hash."""

    def events(self) -> Iterator[Event | Gap]:
        """The log."""


def restored(
    held: Held, target: Path, exists: str, clock: Callable[[], int], *, searched: bool = True
) -> Merged:
    """Make the project at `target`, whole or not at all. Raises AnnotatorError where a file stands there,
    told by `exists`, and where the release is not what its ids say. One that will not be `searched` is made
    sooner.
    """
    with fresh_project(target, exists, clock) as made:
        with Incoming(made, ahead=1 << 62) as incoming:
            event_file(incoming, held.path, held.events())
            _gather(made.db, held)
            try:
                merged = merging.merge(incoming, searched=searched)
            except AnnotatorError as error:
                if error.key != "merging.refused":
                    raise
                raise AnnotatorError(
                    "releases.refused", path=held.path, reason=error.values["reason"]
                ) from error
        for fault in _faults(made):
            raise AnnotatorError("releases.unsound", path=held.path, fault=say(fault.key, **fault.values))
    return merged


def _faults(project: Project) -> Iterator[content.Fault]:
    """What is not what its id says. The log was looked into on its way, and the rest was made here."""
    for part in (content.names, content.cuttings_of, repair_checks.faults):
        yield from part(project)
    for table, row, parent, _ in project.db.execute("PRAGMA foreign_key_check"):
        yield content.Fault("verify.reference", {"table": table, "row": row, "parent": parent})


def _gather(db: sqlite3.Connection, held: Held) -> None:
    """Put all but the log into the tables of what comes in."""
    documents = list(held.rows("documents"))
    with batch(db):
        incoming_content.take_documents(db, held.path, (row[:3] for row in documents))
        named = ((digest, digest[:12], text) for digest, text in held.codebooks())
        incoming_content.take_codebooks(db, held.path, named)
        try:
            _put(db, "incoming_suggested", ((row[0],) for row in documents if row[3]))
            _put(db, "incoming_source", _sources(held))
            _put(db, "incoming_cutting (cutting_id, source_sha256, cutter, clauses)", held.rows("cuttings"))
            _segments(db, held)
            _put(db, "incoming_placement", held.rows("placements"))
            _put(db, "incoming_suggestion", _suggestions(held))
        except sqlite3.IntegrityError as error:  # the same thing twice
            raise AnnotatorError("releases.refused", path=held.path, reason=error) from error


def _sources(held: Held) -> Iterator[tuple[str, str, str, str]]:
    for digest, doc_id, reader in held.rows("sources"):
        text = held.source(digest)
        if sha256(text) != digest:
            raise AnnotatorError("merging.content", path=held.path, what=doc_id)
        yield digest, doc_id, reader, text


def _segments(db: sqlite3.Connection, held: Held) -> None:
    """Segments, each with what a search reads, and their repairs; some thousands at a time."""
    rows = held.rows("segments")
    while some := list(islice(rows, _BATCH)):
        _put(db, f"incoming_piece (piece_id, cutting_id, {PIECE})", map(_piece, some))
        _put(db, "incoming_edit", ((name, *edit.values()) for name, *_, edits in some for edit in edits))


def _piece(row: tuple[Any, ...]) -> tuple[Any, ...]:
    name, cutting, *said, _ = row
    kind, _, _, marker, _, _, text, _, _, tail, *_ = said
    return name, cutting, *said, for_search(marker, text, tail) if kind == "clause" else None


def _suggestions(held: Held) -> Iterator[tuple[Any, ...]]:
    for row in held.rows("suggestions"):
        try:
            json.loads(row[4])
        except (ValueError, RecursionError) as error:
            raise AnnotatorError("releases.refused", path=held.path, reason=error) from error
        yield row


def _put(db: sqlite3.Connection, table: str, rows: Iterable[tuple[Any, ...]]) -> None:
    rows = iter(rows)
    if first := next(rows, None):
        statement = f"INSERT INTO temp.{table} VALUES ({', '.join('?' * len(first))})"
        db.executemany(statement, chain([first], rows))
