"""Files that come to stand beside a project: whole or not at all, and never in another one's place."""

import os
import re
import secrets
import shutil
import sqlite3
import sys
from collections.abc import Collection, Iterator
from contextlib import closing, contextmanager, suppress
from itertools import count
from pathlib import Path
from typing import TextIO


@contextmanager
def whole(path: Path, *, over: bool = False) -> Iterator[Path]:
    """A name to write a new file under; it becomes `path` when the block ends, and is gone where that
    raises. Raises FileExistsError where a file stands at `path` by then, unless it is written `over`.
    """
    with _workroom(path) as partial:
        yield partial
        if over:
            partial.replace(path)
            return
        try:
            os.link(partial, path)  # refuses to replace a file that appeared meanwhile
        except FileExistsError:
            raise
        except (OSError, AttributeError):  # a file system or a Windows without hard links
            partial.rename(path)


@contextmanager
def replaced(path: Path) -> Iterator[TextIO]:
    """A text file to write, which takes the place of the one at `path` when the block ends, and is gone
    where that raises.
    """
    with _workroom(path) as partial:
        with partial.open("w", encoding="utf-8", newline="\n") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        partial.replace(path)


@contextmanager
def whole_folder(path: Path, replaces: Collection[str] = ()) -> Iterator[Path]:
    """The same for a new folder: it is there to be filled, and becomes `path` when the block ends. It takes
    the place of a folder in which there is nothing but files of the names that it `replaces`.
    """
    with _workroom(path) as partial:
        partial.mkdir()
        yield partial
        former = partial.with_name("former")
        if os.path.lexists(path):
            if not replaceable(path, replaces):
                raise FileExistsError(path)
            path.rename(former)
        try:
            partial.rename(path)
        except BaseException:  # a key pressed to stop it, too
            if former.exists():
                former.rename(path)
            raise


def replaceable(path: Path, names: Collection[str]) -> bool:
    """Whether a folder stands at `path` in which there is nothing but files of some names."""
    if not names or path.is_symlink() or not path.is_dir():
        return False
    return all(one.name in names and one.is_file() for one in path.iterdir())


@contextmanager
def _workroom(path: Path) -> Iterator[Path]:
    """The name of `path` in a hidden folder beside it, which goes with all that is in it when the block ends.
    Where the process is killed it stays, and the next one that writes `path` removes it.
    """
    remove_dead(path, f".{path.name}")
    while True:
        room = path.with_name(f".{path.name}.{secrets.token_hex(4)}.partial")
        room.mkdir()
        lock = locked(room, wait=True)
        if room.exists():
            break
        if lock is not None:  # another process was here before the lock, and took it for dead
            os.close(lock)
    try:
        yield room / path.name
    finally:
        shutil.rmtree(room, ignore_errors=True)
        if lock is not None:
            os.close(lock)


def locked(folder: Path, *, wait: bool = False) -> int | None:
    """A handle that holds the lock of a folder, to be closed at the end: the system gives it back when the
    process dies. None where another process has it (unless one is to `wait`), or there are no locks.
    """
    if sys.platform == "win32":
        return None
    import fcntl  # noqa: PLC0415  (Windows has none)

    try:
        handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW)
    except OSError:
        return None
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | (0 if wait else fcntl.LOCK_NB))
    except OSError:
        os.close(handle)
        return None
    return handle


def remove_dead(path: Path, name: str) -> None:
    """Remove what processes that died have left beside `path` as `<name>.<8 hex>.partial`; what cannot be
    locked is somebody's.
    """
    left = re.compile(re.escape(name) + r"\.[0-9a-f]{8}\.partial")
    with suppress(OSError):  # a folder that can be written and not listed
        for one in [beside for beside in path.parent.iterdir() if left.fullmatch(beside.name)]:
            if (lock := locked(one)) is not None:
                shutil.rmtree(one, ignore_errors=True)
                os.close(lock)


def copy_database(db: sqlite3.Connection, target: Path) -> None:
    """Copy a database to `target`, as it is at one moment, into a file that needs no other beside it."""
    with closing(sqlite3.connect(target)) as copy:
        db.backup(copy)
        copy.execute("PRAGMA journal_mode = DELETE")


def unused(path: Path, word: str) -> Path:
    """A name beside `path` that says `word` and under which nothing stands."""
    names = (path.with_name(f"{path.stem}.{word}-{n}{path.suffix}") for n in count(1))
    return next(name for name in names if not name.exists())
