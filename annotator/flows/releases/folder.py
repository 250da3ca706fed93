"""A release on the disk, read again: what its manifest says, and its lines one at a time."""

import gzip
import hashlib
import json
import zlib
from collections.abc import Iterator, Mapping
from errno import EACCES, ENOENT
from io import BufferedReader
from pathlib import Path, PurePosixPath
from typing import Any, NamedTuple

import orjson

from annotator.errors import AnnotatorError, reason
from annotator.flows.releases.finding import Finding
from annotator.tools.release.fit import Check, Misfit
from annotator.tools.release.layout import MANIFEST, SUMS

LONGEST = 1 << 26
"""More bytes than any line has."""
_PIECE = 1 << 20


class Listed(NamedTuple):
    """What the manifest says of a file; `records` is None where it holds none."""

    path: str
    bytes: int
    sha256: str
    records: int | None


class Released:
    """The release at `path`. Raises AnnotatorError where that is none, or its manifest cannot be read."""

    def __init__(self, path: Path) -> None:
        self.path = path
        try:
            self.manifest: Mapping[str, Any] = json.loads((path / MANIFEST).read_bytes())
            self.files = tuple(_listed(file) for file in self.manifest["files"])
            self.options: Mapping[str, Any] = self.manifest["options"]
            self.options.get("full")
        except OSError as error:
            raise AnnotatorError("releases.none", path=path, reason=reason(error)) from error
        except (ValueError, LookupError, TypeError, AttributeError, RecursionError) as error:
            raise AnnotatorError("releases.bad_manifest", path=path) from error

    @property
    def full(self) -> bool:
        """Whether a project can be made of it."""
        return bool(self.options.get("full"))

    def altered(self) -> Iterator[Finding]:
        """Every file that is not what the manifest and SHA256SUMS say, or of which they say nothing."""
        for file in self.files:
            if what := self._altered(file):
                yield Finding(file.path, 0, f"releases.file_{what}")
        known = {MANIFEST, *(file.path for file in self.files)}
        for path in sorted(self.path.rglob("*")):
            name = path.relative_to(self.path).as_posix()
            if name not in known and (path.is_symlink() or not path.is_dir()):
                yield Finding(name, 0, "releases.file_unknown")
        yield from self._sums()

    def _altered(self, file: Listed) -> str:
        """What is wrong with a file; empty where nothing is."""
        try:
            with self._opened(file.path) as data:
                if (self.path / file.path).stat().st_size != file.bytes:
                    return "size"
                return "" if hashlib.file_digest(data, "sha256").hexdigest() == file.sha256 else "hash"
        except FileNotFoundError:
            return "missing"
        except OSError:
            return "unreadable"

    def _sums(self) -> Iterator[Finding]:
        """Whether SHA256SUMS says what the manifest does."""
        due = [f"{file.sha256}  {file.path}\n" for file in self.files if file.path != SUMS]
        try:
            with self._opened(SUMS) as data:
                for number, (line, said) in enumerate(zip(due, _lines(data), strict=False), 1):
                    if line.encode() != said:
                        yield Finding(SUMS, number, "releases.sums")
                        return
        except OSError:
            return  # told above

    def _opened(self, name: str) -> BufferedReader:
        """A file of the folder, and of nowhere else. Raises OSError."""
        path, inside = self.path / name, PurePosixPath(name)
        try:
            outside = path.is_symlink() or path.resolve() != self.path.resolve() / inside
        except RuntimeError:  # links that go round in a circle
            outside = True
        if outside or inside.is_absolute():
            raise PermissionError(EACCES, "outside")
        if not path.is_file():
            raise FileNotFoundError(ENOENT, "missing")
        return path.open("rb")

    def read(self, name: str) -> bytes:
        """A whole file. Raises AnnotatorError where it cannot be read."""
        try:
            with self._opened(name) as data:
                return data.read()
        except OSError as error:
            raise AnnotatorError(
                "releases.unreadable", path=self.path / name, reason=reason(error)
            ) from error

    def lines(self, name: str) -> Iterator[bytes]:
        """The lines of a file, each with its line feed, unpacked where it is packed. Raises AnnotatorError
        where it cannot be read.
        """
        try:
            with self._opened(name) as data:
                if name.endswith(".gz"):
                    with gzip.open(data) as unpacked:
                        yield from _lines(unpacked)
                else:
                    yield from _lines(data)
        except (OSError, EOFError, zlib.error) as error:
            why = reason(error) if isinstance(error, OSError) else str(error)
            raise AnnotatorError("releases.unreadable", path=self.path / name, reason=why) from error

    def records(self, name: str, check: Check) -> Iterator[tuple[int, Any]]:
        """The records of a file with the numbers of their lines. Raises Unread at one that is none."""
        for number, line in enumerate(self.lines(name), 1):
            yield number, record(name, number, line, check)


class Unread(Exception):
    """A line that is no record; `finding` says which and why."""

    def __init__(self, finding: Finding) -> None:
        super().__init__(finding)
        self.finding = finding


def record(name: str, number: int, line: bytes, check: Check) -> Any:
    """What a line says. Raises Unread where it is not one of its shape, in the one spelling of a release."""
    try:
        if len(line) > LONGEST:
            raise Unread(Finding(name, number, "releases.line_long"))
        found = orjson.loads(line)
        if orjson.dumps(found, option=orjson.OPT_APPEND_NEWLINE) != line:
            raise Unread(Finding(name, number, "releases.line_spelt"))
        check(found)
    except orjson.JSONDecodeError:
        raise Unread(Finding(name, number, "releases.line_json")) from None
    except Misfit as error:
        raise Unread(Finding(name, number, f"releases.misfit_{error.what}", {"at": error.at})) from None
    return found


def _lines(data: BufferedReader | gzip.GzipFile) -> Iterator[bytes]:
    return iter(lambda: data.readline(LONGEST + 1), b"")


def _listed(said: Any) -> Listed:
    """Raises LookupError, TypeError and ValueError for what no manifest says."""
    path, size, digest, records = said["path"], said["bytes"], said["sha256"], said["records"]
    if type(path) is not str or type(size) is not int or type(digest) is not str or "\0" in path:
        raise ValueError
    path.encode()  # halves of characters
    if records is not None and type(records) is not int:
        raise ValueError
    return Listed(path, size, digest, records)
