"""The tables, gone with the connection, in which a merge gathers what comes in. They name things by the ids
that are the same on every machine; the local numbers are given when it is put into the project.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from annotator.store.events import COLUMNS

PIECE = (
    "kind, clause_id, level, marker, start, end, text, text_start, text_end, tail, tail_start, tail_end, "
    "lead, doubt, folded"
)
EDIT = "start, end, rule, before, after, confidence, state"
CODEBOOK = "name, version, parent, meaning, text, parsed"

TABLES = {
    name: f"CREATE TEMP TABLE {name} ({columns}) {rest}"
    for name, columns, rest in (
        ("incoming_event", f"id, {COLUMNS}, PRIMARY KEY (run, seq)", "WITHOUT ROWID"),
        ("incoming_document", "doc_id PRIMARY KEY, file_sha256, file_name", ""),
        ("incoming_source", "source_sha256 PRIMARY KEY, doc_id, reader, text", ""),
        (
            "incoming_cutting",
            "place INTEGER PRIMARY KEY, cutting_id UNIQUE, source_sha256, cutter, clauses",
            "",
        ),
        ("incoming_piece", f"place INTEGER PRIMARY KEY, piece_id UNIQUE, cutting_id, {PIECE}", ""),
        (
            "incoming_placement",
            "cutting_id, seq, piece_id, ord, parent, PRIMARY KEY (cutting_id, seq)",
            "WITHOUT ROWID",
        ),
        ("incoming_edit", f"piece_id, {EDIT}, PRIMARY KEY (piece_id, start, end)", "WITHOUT ROWID"),
        ("incoming_codebook", f"digest PRIMARY KEY, {CODEBOOK}", ""),
        (
            "incoming_suggestion",
            "subject, field, source, version, value, score, PRIMARY KEY (subject, field, source, version)",
            "WITHOUT ROWID",
        ),
        ("incoming_suggested", "doc_id PRIMARY KEY", "WITHOUT ROWID"),
    )
}


@contextmanager
def batch(db: sqlite3.Connection) -> Iterator[None]:
    """A block whose rows go into these tables together, which takes a hundredth of the time."""
    db.execute("BEGIN")
    try:
        yield
    except BaseException:
        if db.in_transaction:  # some errors end it
            db.execute("ROLLBACK")
        raise
    db.execute("COMMIT")
