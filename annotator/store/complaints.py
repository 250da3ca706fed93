"""What SQLite complains of, as sentences for the person at the keyboard."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from annotator.errors import AnnotatorError, Busy
from annotator.store.upgrade import schema


@contextmanager
def sentences(path: Path) -> Iterator[None]:
    """A block whose complaints about the file at `path` become sentences; a defect goes through."""
    try:
        yield
    except sqlite3.Error as error:
        if sentence := sentence_for(error, path):
            raise sentence from error
        raise


def sentence_for(error: BaseException, path: Path) -> AnnotatorError | None:
    """What SQLite's complaint means to the person at the keyboard; None where it is a defect, or not its."""
    if not isinstance(error, sqlite3.Error):
        return None
    code = getattr(error, "sqlite_errorcode", None)
    # Without a code it is the module's own complaint about a text that is no UTF-8.
    undecoded = code is None and isinstance(error, sqlite3.OperationalError)
    primary = sqlite3.SQLITE_CORRUPT if undecoded else code and code & 0xFF
    if primary in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
        return Busy("store.busy", path=path)
    if code == sqlite3.SQLITE_IOERR_SHMSIZE:  # how a full disk is told where a project is opened
        return AnnotatorError("store.full", path=path)
    keys = {
        sqlite3.SQLITE_NOTADB: "store.foreign",
        sqlite3.SQLITE_CORRUPT: "store.corrupt",
        sqlite3.SQLITE_FULL: "store.full",
        sqlite3.SQLITE_READONLY: "store.readonly",
        sqlite3.SQLITE_CANTOPEN: "store.cannot_open",
        sqlite3.SQLITE_IOERR: "store.disk",
    }
    _, lost, table = str(error).partition("no such table: ")
    if lost and f"CREATE TABLE {table.removeprefix('main.')} (" in schema():
        return AnnotatorError("store.corrupt", path=path)  # a project without it is none
    return AnnotatorError(keys[primary], path=path) if primary in keys else None
