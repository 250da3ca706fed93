"""What was gathered is put into the project: set union, in one transaction, by ids alone. Merging in another
order, in other parts or once more ends in the same.
"""

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from typing import NamedTuple

from annotator.errors import AnnotatorError
from annotator.store import bigrams, left_out, repeating
from annotator.store.events import COLUMNS
from annotator.store.incoming import Incoming
from annotator.store.incoming_content import BETTER
from annotator.store.incoming_tables import CODEBOOK, EDIT, PIECE
from annotator.store.merge_checks import CHECKS, require_content
from annotator.store.merge_told import Told
from annotator.store.people import PERSON

_EVENTS = (
    f"INSERT INTO event (id, {COLUMNS}) SELECT id, {COLUMNS} FROM temp.incoming_event AS new "
    "WHERE NOT EXISTS (SELECT 1 FROM event WHERE event.id = new.id) ORDER BY new.run, new.seq"
)
_FIRST = ", ".join(f"new.{name}" for name in PIECE.split(", "))
_CONTENT = (
    "INSERT INTO document SELECT doc_id, file_sha256, file_name FROM temp.incoming_document WHERE 1 "
    "ON CONFLICT (doc_id) DO UPDATE SET file_name = excluded.file_name "
    "WHERE excluded.file_name < document.file_name",
    "INSERT INTO source SELECT source_sha256, doc_id, reader, text FROM temp.incoming_source "
    "WHERE text IS NOT NULL ON CONFLICT (source_sha256) DO NOTHING",
    "UPDATE source SET doc_id = new.doc_id, reader = new.reader FROM temp.incoming_source AS new "
    "WHERE new.source_sha256 = source.source_sha256 "
    "AND (new.doc_id, new.reader) < (source.doc_id, source.reader)",
    "INSERT INTO cutting (cutting_id, source_sha256, cutter, clauses) "
    "SELECT cutting_id, source_sha256, cutter, clauses FROM temp.incoming_cutting WHERE 1 ORDER BY place "
    "ON CONFLICT (cutting_id) DO NOTHING",
    f"INSERT INTO piece (piece_id, cutting_no, {PIECE}) SELECT new.piece_id, cutting.cutting_no, {_FIRST} "
    "FROM temp.incoming_piece AS new CROSS JOIN cutting USING (cutting_id) WHERE 1 ORDER BY new.place "
    "ON CONFLICT (piece_id) DO NOTHING",
    "INSERT INTO placement SELECT cutting.cutting_no, new.seq, piece.piece_no, new.ord, new.parent "
    "FROM temp.incoming_placement AS new CROSS JOIN cutting USING (cutting_id) "
    "CROSS JOIN piece ON piece.piece_id = new.piece_id WHERE 1 ON CONFLICT DO NOTHING",
    f"INSERT INTO edit SELECT piece_no, {EDIT} FROM temp.incoming_edit AS new CROSS JOIN "
    "(SELECT piece_id, piece_no FROM piece) USING (piece_id) WHERE 1 ON CONFLICT DO NOTHING",
    f"INSERT INTO codebook SELECT digest, {CODEBOOK} FROM temp.incoming_codebook WHERE 1 "
    "ON CONFLICT (digest) DO NOTHING",
    f"INSERT INTO suggestion SELECT * FROM temp.incoming_suggestion WHERE 1 {BETTER}",
    "INSERT INTO suggested SELECT doc_id FROM temp.incoming_suggested WHERE 1 ON CONFLICT DO NOTHING",
)
_CAME = (
    f"SELECT {PERSON.format('reviewer')} AS person, count(DISTINCT subject) FROM event "
    "WHERE n > ? AND kind = 'label' AND layer = 'review' GROUP BY person ORDER BY person"
)
_COUNTED = ("event", "document", "source", "cutting", "codebook", "suggestion")


class Merged(NamedTuple):
    """How many rows of each kind came in, what the people should hear of, and of how many clauses labels came
    from whom, by their ids.
    """

    counts: dict[str, int]
    told: tuple[Told, ...]
    came: dict[str, int]


class _Only(Exception):
    """Ends the transaction of a merge that was only to be looked at."""


def merge(incoming: Incoming, *, dry_run: bool = False, searched: bool = True) -> Merged:
    """Put in what was gathered, all or nothing; with `dry_run` nothing. What searches look up is made where
    the project will be `searched`. Raises AnnotatorError where it does not go together with what is there.
    """
    project, merged = incoming.project, Merged({}, (), {})
    with suppress(_Only), project.transaction() as db:
        incoming.check_ends()
        checks = [check(incoming) for check in CHECKS]
        before = _counts(db)
        (last,) = db.execute("SELECT coalesce(max(n), 0) FROM event").fetchone()
        with _consistent(incoming):
            for statement in (*_CONTENT, _EVENTS):
                db.execute(statement)
        require_content(incoming)
        told = [*_elsewhere(incoming, db), *(one for after in checks for one in after())]
        counts = {name: count - before[name] for name, count in _counts(db).items()}
        merged = Merged(counts, tuple(told), dict(db.execute(_CAME, (last,))))
        if dry_run:
            raise _Only
    if searched and not dry_run and merged.counts["cutting"]:
        bigrams.extend(project)
        repeating.extend(project)
    return merged


def _counts(db: sqlite3.Connection) -> dict[str, int]:
    return {name: db.execute(f"SELECT count(*) FROM {name}").fetchone()[0] for name in _COUNTED}


def _elsewhere(incoming: Incoming, db: sqlite3.Connection) -> Iterable[Told]:
    if gaps := left_out.declare(db, incoming.gaps):
        count = sum(gap.last - gap.first + 1 for gap in gaps)
        yield Told("merging.left_out", {"count": count, "runs": len({gap.run for gap in gaps})})


@contextmanager
def _consistent(incoming: Incoming) -> Iterator[None]:
    """A block in which rows that the tables refuse are no defect: a file was tampered with."""
    try:
        yield
    except sqlite3.IntegrityError as error:
        paths = ", ".join(str(one.path) for one in incoming.brought)
        raise AnnotatorError("merging.refused", path=paths, reason=error) from error
