"""The documents that a file holds: itself, or the rows of its table and the files in its archive."""

from collections.abc import Callable, Iterator
from functools import partial
from io import BytesIO
from pathlib import Path, PurePath
from typing import BinaryIO

from annotator.errors import UnreadableFile
from annotator.tools.formats import delimited, jsonlines
from annotator.tools.formats.content import is_archive
from annotator.tools.formats.encoding import decode
from annotator.tools.formats.loading import MOST_BYTES, load, opened
from annotator.tools.formats.member import Member, guarded, unreadable
from annotator.tools.formats.records import header, listed

Unpack = Callable[[], bytes]
Inside = Callable[[Unpack, str], Iterator[Member]]

_LINES = (".jsonl", ".ndjson")


def members(path: Path) -> Iterator[Member]:
    """The documents of the file at `path`, one after another; each is to be loaded before the next is asked.

    Never raises: what cannot be read is a member that raises UnreadableFile when it is loaded.
    """
    return guarded(path.name, _of_file(path))


def _archived(file: BinaryIO, place: str, inside: Inside) -> Iterator[Member]:
    from annotator.tools.formats import archive  # noqa: PLC0415  (zipfile, and only for an archive)

    return archive.members(file, place, inside)


def _of_file(path: Path) -> Iterator[Member]:
    suffix = path.suffix.lower()
    if suffix in _LINES:
        with opened(path) as file:
            yield from jsonlines.lines(file, path.name, MOST_BYTES)
        return
    with opened(path) as file:
        if is_archive(file):
            yield from _archived(file, path.name, _of_member)
            return
    yield from _of_bytes(partial(load, path), path.name)


def _of_member(unpack: Unpack, place: str) -> Iterator[Member]:
    """The documents of a file in an archive; an archive in it is opened, one in that is not."""
    if PurePath(place).suffix.lower() != ".zip":
        return _of_bytes(unpack, place)
    return guarded(place, _of_archive(unpack, place))


def _of_archive(unpack: Unpack, place: str) -> Iterator[Member]:
    file: BinaryIO = BytesIO(unpack())
    if is_archive(file):
        yield from _archived(file, place, _of_bytes)
    else:
        yield from _of_bytes(file.read, place)


def _of_bytes(unpack: Unpack, place: str) -> Iterator[Member]:
    read = _TABLES.get(PurePath(place).suffix.lower())
    if read is None:
        return iter((Member(place, unpack),))
    return guarded(place, read(unpack, place))


def _of_csv(unpack: Unpack, place: str) -> Iterator[Member]:
    data = unpack()
    decoded = decode(data, place)
    head = header(delimited.rows(decoded, place))
    if head is None:
        yield Member(place, lambda: data)
    else:
        yield from listed(delimited.rows(decoded, place), head, place)


def _of_workbook(unpack: Unpack, place: str) -> Iterator[Member]:
    from annotator.tools.formats.workbook import sheets  # noqa: PLC0415  (zipfile, and only for a workbook)

    data = unpack()
    found = sheets(data, place)
    heads = [header(sheet.rows) for sheet in found]
    if not any(heads):
        yield Member(place, lambda: data)
        return
    for sheet, head in zip(found, heads, strict=True):
        name = f"{place} {sheet.name}" if len(found) > 1 else place
        if head is None:
            yield unreadable(name, UnreadableFile("reading.other_sheet", name=name))
        else:
            yield from listed(sheet.rows, head, name)


def _of_lines(unpack: Unpack, place: str) -> Iterator[Member]:
    yield from jsonlines.lines(BytesIO(unpack()), place, MOST_BYTES)


def _of_array(unpack: Unpack, place: str) -> Iterator[Member]:
    yield from jsonlines.array(unpack(), place)


_TABLES: dict[str, Inside] = {
    ".csv": _of_csv,
    ".tsv": _of_csv,
    ".xlsx": _of_workbook,
    ".json": _of_array,
    ".jsonl": _of_lines,
    ".ndjson": _of_lines,
}
