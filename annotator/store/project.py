"""A project: one SQLite file, its connection, its transactions and its clock.

The other modules of this package are the nouns of the data, as functions over an open Project.
Transactions are our own BEGIN IMMEDIATE: a deferred one that reads before it writes fails at once
when another process writes in between, whatever the timeout.
"""

import errno
import os
import sqlite3
import stat
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from types import TracebackType
from typing import Self

from annotator.errors import AnnotatorError
from annotator.store import stamp
from annotator.store.complaints import sentence_for, sentences
from annotator.store.upgrade import VERSION, create, upgrade

APPLICATION_ID = 0x616E6E6F
_STEPS = 2000
"""Steps of the database engine, far less than a millisecond, between two looks at the clock."""


_TURN = 0.002
"""Seconds between two looks, at first, at a lock that another process holds."""


class TookLong(Exception):
    """What was read within some seconds was not all read by then."""


def utc_milliseconds() -> int:
    """The time now, UTC milliseconds since 1970."""
    return time.time_ns() // 1_000_000


def free(path: Path) -> None:
    """Raises AnnotatorError where no new project can stand: a file is there, or a log of an older one,
    which SQLite would take for the new one's.
    """
    if path.exists():
        raise AnnotatorError("store.exists", path=path)
    if any(path.with_name(path.name + end).exists() for end in ("-wal", "-journal")):
        raise AnnotatorError("store.leftover", path=path)


class Project:
    """An open project file. Use it in the thread that opened it, and close it.

    `wait` is how long a write waits for another process, in seconds, before it raises Busy. `clock`
    gives UTC milliseconds. `lying` lets a file whose folder cannot be written be read as it lies, which is
    for a short while: what others write meanwhile is not seen. It is kept where that was done.
    """

    def __init__(
        self,
        path: Path,
        *,
        wait: float = 5.0,
        clock: Callable[[], int] = utc_milliseconds,
        lying: bool = False,
    ) -> None:
        self.path = path
        self.clock = clock
        self._wait = wait
        self.runs: dict[str, str] = {}
        self.source = ("", "")  # the last source read: its hash and its text
        with sentences(self.path):
            self._look()
            self.db = sqlite3.connect(path, timeout=wait, isolation_level=None, cached_statements=256)
        try:
            with sentences(self.path):
                self.lying = lying and self._cannot_share()
                if self.lying:
                    self.db.close()
                    self.db = stamp.alone(path)
                    if self._version(self.db) < VERSION:
                        raise AnnotatorError("store.readonly", path=path)
                else:
                    self._prepare()
            found = path.stat()
            self._file = (found.st_dev, found.st_ino)
        except BaseException:
            self.db.close()
            raise

    @classmethod
    def create(cls, path: Path, *, wait: float = 5.0, clock: Callable[[], int] = utc_milliseconds) -> Self:
        """Make a new project file and open it; AnnotatorError where something stands there already."""
        try:
            with sentences(path):
                free(path)
                create(path)
        except FileExistsError as error:
            raise AnnotatorError("store.exists", path=path) from error
        except OSError as error:
            full = error.errno in (errno.ENOSPC, errno.EDQUOT)
            raise AnnotatorError("store.full" if full else "store.cannot_open", path=path) from error
        return cls(path, wait=wait, clock=clock)

    @classmethod
    def open(
        cls,
        path: Path,
        *,
        wait: float = 5.0,
        clock: Callable[[], int] = utc_milliseconds,
        lying: bool = False,
    ) -> Self:
        """Open an existing project; AnnotatorError names what is wrong with it."""
        try:
            mode = path.stat().st_mode
        except (FileNotFoundError, NotADirectoryError) as error:
            raise AnnotatorError("store.missing", path=path) from error
        except OSError as error:
            raise AnnotatorError("store.cannot_open", path=path) from error
        if not stat.S_ISREG(mode):
            raise AnnotatorError("store.folder" if stat.S_ISDIR(mode) else "store.foreign", path=path)
        return cls(path, wait=wait, clock=clock, lying=lying)

    def _look(self) -> None:
        """Refuse a file that is not ours before SQLite writes to it, as it may do when it opens one, and
        one beside which the log of another file stands.
        """
        try:
            with closing(stamp.alone(self.path)) as db:
                self._version(db)
            if not stamp.continued(self.path):
                raise AnnotatorError("store.other_log", path=self.path)
        except sqlite3.DatabaseError as error:
            # This look takes no lock, and may see a file that another process is half way through.
            if error.sqlite_errorcode != sqlite3.SQLITE_CORRUPT:
                raise

    def _cannot_share(self) -> bool:
        """Whether SQLite cannot read the file, as it can put nothing beside it; AnnotatorError where what
        stands beside it would be missed then.
        """
        try:
            self._version(self.db)
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode & 0xFF not in (sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN):
                raise
            if any(self.path.with_name(self.path.name + end).exists() for end in ("-wal", "-journal")):
                raise AnnotatorError("store.not_here", path=self.path) from error
            return os.access(self.path, os.R_OK, effective_ids=os.access in os.supports_effective_ids)
        return False

    def _prepare(self) -> None:
        db = self.db
        version = self._version(db)
        db.execute("PRAGMA foreign_keys = ON")
        db.execute("PRAGMA recursive_triggers = ON")
        db.execute("PRAGMA synchronous = FULL")
        # A folder where shared memory does not work keeps the rollback journal: slower, as safe.
        with suppress(sqlite3.OperationalError):
            db.execute("PRAGMA journal_mode = WAL")
        if version < VERSION:
            upgrade(db, self.path)

    def _version(self, db: sqlite3.Connection) -> int:
        """The version of the file's schema; AnnotatorError where the file is not ours, or too new."""
        if db.execute("PRAGMA application_id").fetchone()[0] != APPLICATION_ID:
            raise AnnotatorError("store.foreign", path=self.path)
        version = int(db.execute("PRAGMA user_version").fetchone()[0])
        if version > VERSION:
            raise AnnotatorError("store.newer", path=self.path, found=version, known=VERSION)
        return version

    @property
    def wal(self) -> bool:
        """Whether several processes can read while one writes (not on most network shares)."""
        return bool(self.db.execute("PRAGMA journal_mode").fetchone()[0] == "wal")

    @contextmanager
    def transaction(self) -> Iterator[sqlite3.Connection]:
        """All or nothing, on the disk when the block ends. Raises Busy, or a sentence for the disk.

        A block inside a block belongs to the outer one. Finish every iterator over the project before:
        one that has begun to read cannot write once another process has.
        """
        if self.db.in_transaction:
            yield self.db
            return
        try:
            with sentences(self.path):
                self._begin()
                self._still_there()
                before = self.db.total_changes
                yield self.db
                if self.db.total_changes != before:
                    stamp.mark(self.db)
                self.db.execute("COMMIT")
        except BaseException:
            if self.db.in_transaction:
                self.db.execute("ROLLBACK")
            raise

    def _begin(self) -> None:
        """Take the lock to write, in turn with other processes: the longer one has waited, the oftener one
        looks. SQLite's own waiting is the other way round, and who is unlucky waits for seconds.
        """
        begun = time.monotonic()
        self.db.execute("PRAGMA busy_timeout = 0")
        try:
            while True:
                try:
                    self.db.execute("BEGIN IMMEDIATE")
                    return
                except sqlite3.OperationalError as error:
                    if (
                        error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_BUSY
                        or time.monotonic() > begun + self._wait
                    ):
                        raise
                time.sleep(_TURN / (1 + (time.monotonic() - begun) / _TURN))
        finally:
            self.db.execute(f"PRAGMA busy_timeout = {round(self._wait * 1000)}")

    def _still_there(self) -> None:
        """Raises AnnotatorError where the file was moved or deleted: what is written would be lost."""
        try:
            now = self.path.stat()
        except OSError as error:
            raise AnnotatorError("store.vanished", path=self.path) from error
        if (now.st_dev, now.st_ino) != self._file:
            raise AnnotatorError("store.vanished", path=self.path)

    @contextmanager
    def snapshot(self) -> Iterator[sqlite3.Connection]:
        """Reads that all see the same moment, while others go on writing."""
        if self.db.in_transaction:
            yield self.db
            return
        with sentences(self.path):
            self.db.execute("BEGIN")
            try:
                yield self.db
            finally:
                if self.db.in_transaction:  # some errors end it
                    self.db.execute("ROLLBACK")

    def interrupt(self) -> None:
        """Stop what is being read; another thread may do that."""
        self.db.interrupt()

    @contextmanager
    def within(self, seconds: float) -> Iterator[None]:
        """A block whose reading ends after so many seconds; raises TookLong then."""
        end = time.monotonic() + seconds
        self.db.set_progress_handler(lambda: time.monotonic() > end, _STEPS)
        try:
            yield
        except sqlite3.OperationalError as error:
            if getattr(error, "sqlite_errorcode", None) == sqlite3.SQLITE_INTERRUPT:
                raise TookLong from error
            raise
        finally:
            self.db.set_progress_handler(None, 0)

    @contextmanager
    def interruptible(self) -> Iterator[None]:
        """A block that just ends where it is interrupted; raises a sentence for the disk."""
        try:
            with sentences(self.path):
                yield
        except sqlite3.OperationalError as error:
            if getattr(error, "sqlite_errorcode", None) != sqlite3.SQLITE_INTERRUPT:
                raise

    def close(self) -> None:
        """Close the file; the last one to do so leaves no -wal beside it."""
        self.db.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()
        if error and (sentence := sentence_for(error, self.path)):
            raise sentence from error
