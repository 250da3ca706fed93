"""A ZIP archive of documents: each file in it is a member, and an archive in it is opened once more.

Nothing is unpacked onto a disk, so that no path in it leads anywhere.
"""

import posixpath
import re
import zipfile
from collections.abc import Callable, Iterator
from functools import partial
from typing import BinaryIO

from annotator.errors import UnreadableFile
from annotator.tools.formats.member import Member, unreadable
from annotator.tools.formats.unpacking import opened, unpacked

_DAMAGED = "reading.damaged_archive"

MOST_BYTES = 100_000_000
"""The largest member that is unpacked; one is in memory at a time."""

# Thousands of long documents; what goes beyond is made to go beyond.
_MOST_IN_ALL = 5_000_000_000
_MOST_MEMBERS = 100_000
# What macOS, Windows and Office leave beside documents.
_LEFT_BEHIND = re.compile(r"(?:^|/)(?:__MACOSX/|\.|~\$|(?:Thumbs\.db|desktop\.ini)$)", re.IGNORECASE)


def members(
    file: BinaryIO, name: str, inside: Callable[[Callable[[], bytes], str], Iterator[Member]]
) -> Iterator[Member]:
    """The documents of the archive in `file`, by their names; each is to be loaded before the next one.

    `inside` gives the documents of a member. Raises UnreadableFile where the list of members is damaged.
    """
    with opened(file, name, _DAMAGED) as container:
        left = _MOST_IN_ALL
        listed = sorted((_path(one), at) for at, one in enumerate(container.infolist()) if not one.is_dir())
        if len(listed) > _MOST_MEMBERS:
            raise UnreadableFile("reading.too_many", name=name, most=_MOST_MEMBERS)
        for path, at in listed:
            if _LEFT_BEHIND.search(path):
                continue
            member, place = container.infolist()[at], f"{name}/{path}"
            if member.flag_bits & 1:
                yield unreadable(place, UnreadableFile("reading.locked", name=place))
                continue
            most = min(left, MOST_BYTES)
            left -= min(member.file_size, most)
            yield from inside(partial(unpacked, container, member, place, most, _DAMAGED), place)


def _path(member: zipfile.ZipInfo) -> str:
    """The path of a member in the archive, in whatever encoding the packing program wrote it."""
    path = member.orig_filename
    if not member.flag_bits & 0x800:
        # Neither Chinese Windows nor older macOS say which one; zipfile takes it for the first PC's.
        raw = path.encode("cp437", "replace")
        for encoding in ("utf-8", "gb18030"):
            try:
                path = raw.decode(encoding)
                break
            except UnicodeDecodeError:
                continue
    path = path.partition("\0")[0].replace("\\", "/")
    return posixpath.normpath("/" + path).lstrip("/")
