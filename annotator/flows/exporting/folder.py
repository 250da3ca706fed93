"""A folder that appears whole or not at all.

Files are written into a folder of another name beside it, which takes its place at the end. A process
that dies on the way leaves that folder, whose name ends in `.partial` and which has no manifest. Who
writes one holds a lock on it, so that the next export to the same name knows the dead and removes them.
"""

import contextlib
import hashlib
import json
import os
import secrets
import shutil
import zlib
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import BinaryIO, Self

from annotator.errors import AnnotatorError
from annotator.store.beside import locked, remove_dead
from annotator.tools.release.arrow import ParquetFile
from annotator.tools.release.layout import MANIFEST, SUMS
from annotator.tools.release.shape import Struct

_TOGETHER = 1 << 18
"""So many bytes wait to be hashed and written together."""


@dataclass(frozen=True, slots=True)
class File:
    """A finished file: its path in the folder, its size, its SHA-256, and how many records it holds
    (None where it does not hold records).
    """

    path: str
    bytes: int
    sha256: str
    records: int | None


class Stream:
    """A file being written, hashed on the way. What is written to it are records, or are not."""

    def __init__(self, root: Path, name: str, *, records: bool, gzip: bool = False) -> None:
        self.name = name
        self._root, self._path = root, root / name
        self._path.parent.mkdir(parents=True, exist_ok=True)
        self._file: BinaryIO = self._path.open("xb")
        self._hash = hashlib.sha256()
        self._bytes = self._written = self._waits = 0
        self._waiting = list[bytes]()
        self._records = records
        # Neither a time nor a name in its head: the same lines give the same bytes.
        self._deflate = zlib.compressobj(6, zlib.DEFLATED, 31) if gzip else None

    def write(self, data: bytes) -> None:
        """Append one record, or any bytes."""
        self._waiting.append(data)
        self._waits += len(data)
        self._written += 1
        if self._waits >= _TOGETHER:
            self._flush()

    def _flush(self) -> None:
        data = b"".join(self._waiting)
        self._waiting.clear()
        self._waits = 0
        self._put(self._deflate.compress(data) if self._deflate else data)

    def _put(self, data: bytes) -> None:
        self._file.write(data)
        self._hash.update(data)
        self._bytes += len(data)

    def rename(self, name: str) -> None:
        """Give it another path in the folder."""
        self.name = name

    def finish(self) -> File:
        """Bring the file to the disk and close it."""
        self._flush()
        if self._deflate:
            self._put(self._deflate.flush())
        self._file.flush()
        os.fsync(self._file.fileno())
        self._file.close()
        self._path.rename(self._root / self.name)
        return File(self.name, self._bytes, self._hash.hexdigest(), self._written if self._records else None)

    def abandon(self) -> None:
        """Close the file, whatever became of it."""
        with contextlib.suppress(OSError):  # a full disk complains again at closing
            self._file.close()


class Foreign:
    """A Parquet file, which its own library writes, hashed when it stands."""

    def __init__(self, root: Path, name: str, shape: Struct) -> None:
        self.name, self._path = name, root / name
        self._path.parent.mkdir(parents=True, exist_ok=True)
        self.file = ParquetFile(self._path, shape)

    def finish(self) -> File:
        """Bring the file to the disk and close it."""
        self.file.close()
        with self._path.open("rb+") as data:
            os.fsync(data.fileno())
            digest = hashlib.file_digest(data, "sha256").hexdigest()
        return File(self.name, self._path.stat().st_size, digest, self.file.lines)

    def abandon(self) -> None:
        """Close the file, whatever became of it."""
        with contextlib.suppress(OSError):
            self.file.abandon()


class Folder:
    """The folder `out` in the making, a context in which files are written: `seal` ends them and
    `publish` makes the folder appear. Without that nothing remains.

    Raises AnnotatorError where `out` is a file, where it is not empty and `force` is not given, and
    where it holds anything that no export made, which `force` does not override.
    """

    def __init__(self, out: Path, *, force: bool) -> None:
        self._out = out.resolve()
        self._replaces = _replaceable(self._out, force=force)
        token = secrets.token_hex(4)
        self._partial = self._out.with_name(f"{self._out.name}.{token}.partial")
        self._replaced = self._out.with_name(f"{self._out.name}.{token}.replaced")
        self._streams: list[Stream | Foreign] = []
        self._files: list[File] = []

    def __enter__(self) -> Self:
        self._partial.mkdir(parents=True)
        self._lock = locked(self._partial)
        return self

    def stream(self, name: str, *, records: bool = True, gzip: bool = False) -> Stream:
        """A new file; `name` is its path in the folder, with slashes."""
        stream = Stream(self._partial, name, records=records, gzip=gzip)
        self._streams.append(stream)
        return stream

    def parquet(self, name: str, shape: Struct) -> ParquetFile:
        """A new Parquet file for lines of a shape."""
        made = Foreign(self._partial, name, shape)
        self._streams.append(made)
        return made.file

    def write(self, name: str, data: bytes) -> File:
        """A whole file that does not hold records, ended at once: there may be very many."""
        self.stream(name, records=False).write(data)
        self._files.append(self._streams.pop().finish())
        return self._files[-1]

    def settle(self) -> tuple[File, ...]:
        """End all files written so far, and tell of all that are ended."""
        self._files += [stream.finish() for stream in self._streams]
        self._streams.clear()
        return tuple(sorted(self._files, key=lambda file: file.path))

    def seal(self) -> tuple[File, ...]:
        """End all files and write their SHA256SUMS, which `sha256sum --check` reads; returns them with
        it. Only the manifest can come after.
        """
        files = self.settle()
        sums = "".join(f"{file.sha256}  {file.path}\n" for file in files)
        return (*files, self.write(SUMS, sums.encode()))

    def publish(self, manifest: bytes) -> None:
        """Put the sealed folder in its place; what was there before goes, whole, when this one stands."""
        self.write(MANIFEST, manifest)
        for folder, _, _ in os.walk(self._partial):
            _sync(Path(folder))
        try:
            if self._replaces:
                self._out.rename(self._replaced)
            self._partial.rename(self._out)
        except BaseException:  # a key pressed to stop it, too
            if self._replaced.exists() and not self._out.exists():
                self._replaced.rename(self._out)
            raise
        _sync(self._out.parent)
        shutil.rmtree(self._replaced, ignore_errors=True)
        remove_dead(self._out, self._out.name)

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for stream in self._streams:
            stream.abandon()
        shutil.rmtree(self._partial, ignore_errors=True)
        if self._lock is not None:
            os.close(self._lock)


def _replaceable(out: Path, *, force: bool) -> bool:
    """Whether there is a folder `out` to be replaced; raises AnnotatorError where it may not be."""
    if not out.exists():
        return False
    if not out.is_dir():
        raise AnnotatorError("export.not_a_folder", path=out)
    if not force and any(out.iterdir()):
        raise AnnotatorError("export.not_empty", path=out)
    ours = {MANIFEST, *_made(out / MANIFEST)}
    for path in out.rglob("*"):
        name = path.relative_to(out).as_posix()
        if name not in ours and (path.is_symlink() or not path.is_dir()):
            raise AnnotatorError("export.not_a_release", path=out, name=name)
    return True


def _made(manifest: Path) -> list[str]:
    """The files that an earlier export says it made."""
    try:
        return [file["path"] for file in json.loads(manifest.read_bytes())["files"]]
    except (OSError, ValueError, LookupError, TypeError):
        return []


def _sync(folder: Path) -> None:
    """Bring a folder's names to the disk, where the system lets a folder be opened."""
    if os.name == "posix":
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
