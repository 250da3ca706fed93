"""ZIP containers: their members, unpacked in memory and within limits; nothing is written to a disk."""

import zipfile
from typing import BinaryIO

from annotator.errors import UnreadableFile

# Text and XML pack well, but not so well; small members may.
_MOST_RATIO = 200
_SMALL_BYTES = 10_000_000


def opened(file: BinaryIO, name: str, damaged: str = "reading.damaged") -> zipfile.ZipFile:
    """The container in `file`. Raises UnreadableFile, the sentence `damaged`, where its list is damaged."""
    try:
        return zipfile.ZipFile(file)
    except Exception as error:
        # BadZipFile, and whatever a damaged list of members makes zipfile run into: struct.error …
        raise UnreadableFile(damaged, name=name) from error


def unpacked(
    container: zipfile.ZipFile,
    member: zipfile.ZipInfo,
    name: str,
    most: int,
    damaged: str = "reading.damaged",
) -> bytes:
    """The bytes of a member; `name` is what sentences call it.

    Raises UnreadableFile where it is damaged (the sentence `damaged`), protected by a password, larger
    than `most` bytes or of an abnormal size.
    """
    if member.flag_bits & 1:
        raise UnreadableFile("reading.encrypted", name=name)
    size, packed = member.file_size, max(member.compress_size, 1)
    if size > most or (size > _SMALL_BYTES and size > packed * _MOST_RATIO):
        raise UnreadableFile("reading.inflated", name=name)
    try:
        # Never gives more than the size that the container declares.
        return container.read(member)
    except Exception as error:
        # BadZipFile, zlib.error, LZMAError, EOFError, RuntimeError: each packing has exceptions of its own.
        raise UnreadableFile(damaged, name=name) from error
