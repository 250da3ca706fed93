"""Which log belongs to which file. SQLite reads whatever -wal stands beside a database into it, also the
one that a deleted file left behind, and the mixture is ruined without a word.

So every transaction leaves a stamp, random, together with the stamp before it. A file whose own stamp is in
the chain of the log is one that the log continues; whatever a checkpoint has taken over, this holds.
"""

import os
import re
import sqlite3
import time
from contextlib import closing
from pathlib import Path
from urllib.parse import quote

_HEADER, _FRAME = 32, 24
_STAMP = re.compile(rb"stamp:([0-9a-f]{16})>([0-9a-f]{16})")

_LOOKS, _BETWEEN = 5, 0.02
"""How often a file and its log are looked at, and seconds between: others may write both meanwhile."""


def mark(db: sqlite3.Connection) -> None:
    """Stamp the transaction that is open."""
    db.execute("UPDATE stamp SET value = 'stamp:' || substr(value, -16) || '>' || lower(hex(randomblob(8)))")


def alone(path: Path) -> sqlite3.Connection:
    """A database as its file has it: not locked, not made where it is missing, without the log beside it."""
    name = quote(os.fsencode(path), safe="")
    return sqlite3.connect(f"file:{name}?mode=ro&immutable=1", uri=True)


def continued(path: Path) -> bool:
    """Whether the -wal beside a project, if there is one, is its own."""
    log = path.with_name(path.name + "-wal")
    for _ in range(_LOOKS):
        if not log.exists():
            return True
        with closing(alone(path)) as db:
            if _continues(log, db):
                return True
        time.sleep(_BETWEEN)
    return False


def _continues(log: Path, db: sqlite3.Connection) -> bool:
    """Whether a -wal may go on from the database, which is read without it. Nothing speaks against a log
    without a stamp: none of our transactions is in it.
    """
    (stamp,) = db.execute("SELECT value FROM stamp").fetchone()
    chain = _chain(log)
    return not chain or stamp[-16:].encode() in chain


def _chain(log: Path) -> set[bytes]:
    """The stamps in a -wal. Frames of another salt than its head's are remains of former turns."""
    try:
        data = log.read_bytes()
    except FileNotFoundError:
        return set()
    page, salt, at = int.from_bytes(data[8:12]) or 1, data[16:24], _HEADER
    while len(salt) == 8 and data[at + 8 : at + 16] == salt:
        at += _FRAME + page
    return {stamp for both in _STAMP.findall(data, _HEADER, at) for stamp in both}
