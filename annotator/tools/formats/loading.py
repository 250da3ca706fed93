"""Files of the disk, opened with a sentence for whatever stands in the way."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from annotator.errors import UnreadableFile, reason

# No policy document comes near; a disk image or a film would fill the memory.
_MEGABYTES = 100
MOST_BYTES = _MEGABYTES * 1_000_000


def load(path: Path) -> bytes:
    """The bytes of an ordinary file of bearable size; raises UnreadableFile for any other."""
    with _told(path):
        _check(path)
        if path.stat().st_size > MOST_BYTES:
            raise UnreadableFile("reading.too_large", name=path.name, megabytes=_MEGABYTES)
        return path.read_bytes()


@contextmanager
def opened(path: Path) -> Iterator[BinaryIO]:
    """An ordinary file of any size, to be read bit by bit; raises UnreadableFile for any other."""
    with _told(path):
        _check(path)
        file = path.open("rb")
    with file:
        yield file


def _check(path: Path) -> None:
    # Asked first, because Windows reports an opened folder as a lack of permission.
    if path.is_dir():
        closed = not os.access(path, os.R_OK | os.X_OK)
        raise UnreadableFile("reading.closed_folder" if closed else "reading.folder", name=path)
    if path.exists() and not path.is_file():
        raise UnreadableFile("reading.not_a_file", name=path)


@contextmanager
def _told(path: Path) -> Iterator[None]:
    try:
        yield
    except (FileNotFoundError, NotADirectoryError, ValueError):
        # A ValueError is a path with a NUL in it.
        raise UnreadableFile("reading.missing", name=path) from None
    except PermissionError:
        raise UnreadableFile("reading.forbidden", name=path) from None
    except OSError as error:
        raise UnreadableFile("reading.failed", name=path, reason=reason(error)) from None
