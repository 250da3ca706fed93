"""Files that come to stand beside a project: whole or not at all, and never in another one's place."""

import os
import secrets
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from itertools import count
from pathlib import Path
from typing import TextIO


@contextmanager
def whole(path: Path) -> Iterator[Path]:
    """A name to write a new file under; it becomes `path` when the block ends, and is gone where that
    raises. Raises FileExistsError where a file stands at `path` by then.
    """
    partial = path.with_name(f".{path.name}.{secrets.token_hex(4)}.partial")
    try:
        yield partial
        try:
            os.link(partial, path)  # refuses to replace a file that appeared meanwhile
        except FileExistsError:
            raise
        except (OSError, AttributeError):  # a file system or a Windows without hard links
            partial.rename(path)
    finally:
        with suppress(OSError):
            partial.unlink()


@contextmanager
def replaced(path: Path) -> Iterator[TextIO]:
    """A text file to write, which takes the place of the one at `path` when the block ends, and is gone
    where that raises.
    """
    partial = path.with_name(f".{path.name}.{secrets.token_hex(4)}.partial")
    try:
        with partial.open("w", encoding="utf-8", newline="\n") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        partial.replace(path)
    finally:
        with suppress(OSError):
            partial.unlink()


@contextmanager
def whole_folder(path: Path) -> Iterator[Path]:
    """The same for a new folder: it is there to be filled, and becomes `path` when the block ends."""
    partial = path.with_name(f".{path.name}.{secrets.token_hex(4)}.partial")
    partial.mkdir()
    try:
        yield partial
        if os.path.lexists(path):
            raise FileExistsError(path)
        partial.rename(path)
    finally:
        shutil.rmtree(partial, ignore_errors=True)


def copy_database(db: sqlite3.Connection, target: Path) -> None:
    """Copy a database to `target`, as it is at one moment, into a file that needs no other beside it."""
    with whole(target) as partial, closing(sqlite3.connect(partial)) as copy:
        db.backup(copy)
        copy.execute("PRAGMA journal_mode = DELETE")


def unused(path: Path, word: str) -> Path:
    """A name beside `path` that says `word` and under which nothing stands."""
    names = (path.with_name(f"{path.stem}.{word}-{n}{path.suffix}") for n in count(1))
    return next(name for name in names if not name.exists())
