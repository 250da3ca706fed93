"""JSON Lines and JSON arrays of documents: an object each, with the keys that a table has as columns."""

import json
from collections.abc import Iterator
from io import BytesIO
from typing import Any, BinaryIO

from annotator.errors import UnreadableFile
from annotator.tools.formats.columns import columns
from annotator.tools.formats.encoding import decode
from annotator.tools.formats.member import Member, unreadable
from annotator.tools.formats.records import record
from annotator.words import say


def lines(file: BinaryIO, name: str, most: int) -> Iterator[Member]:
    """The documents of a file of lines, read one at a time; a line is at most `most` bytes long."""
    number = 0
    while line := file.readline(most + 1):
        number += 1
        place = say("reading.row", name=name, number=number)
        if len(line) > most:
            yield unreadable(
                place, UnreadableFile("reading.too_large", name=place, megabytes=most // 1_000_000)
            )
            return
        if not line.strip(b"\xef\xbb\xbf \t\r\n"):
            continue
        try:
            yield _object(_parsed(line, place), place)
        except UnreadableFile as error:
            yield unreadable(place, error)
            if error.key == "reading.own_export":
                return


def array(data: bytes, name: str) -> Iterator[Member]:
    """The documents of an array, or of the one array in an object. Raises UnreadableFile for other JSON."""
    try:
        whole = _parsed(data, name)
    except UnreadableFile:
        if b"\n" not in data.strip():
            raise
        yield from lines(BytesIO(data), name, len(data))
        return
    if isinstance(whole, dict) and columns(list(whole)) is None:
        lists = [value for value in whole.values() if isinstance(value, list)]
        whole = lists[0] if len(lists) == 1 else None
    if isinstance(whole, dict):
        whole = [whole]
    if not isinstance(whole, list) or not any(isinstance(one, dict) for one in whole):
        raise UnreadableFile("reading.no_documents", name=name)
    for number, one in enumerate(whole, start=1):
        place = say("reading.row", name=name, number=number)
        try:
            yield _object(one, place)
        except UnreadableFile as error:
            yield unreadable(place, error)


def _parsed(data: bytes, place: str) -> Any:
    try:
        return json.loads(decode(data, place).text)
    except (ValueError, RecursionError) as error:
        raise UnreadableFile("reading.not_json", name=place) from error


def _object(value: Any, place: str) -> Member:
    """The member that an object is; its metadata may stand in an object of their own."""
    if not isinstance(value, dict):
        raise UnreadableFile("reading.no_text", name=place)
    if str(value.get("doc_id", "")).startswith("doc-"):
        raise UnreadableFile("reading.own_export", name=place)
    flat = dict(value)
    for inner in (value.get("meta"), value.get("metadata")):
        if isinstance(inner, dict):
            flat = {**inner, **flat}
    names = columns(list(flat))
    if names is None:
        raise UnreadableFile("reading.no_column", name=place)
    values = [_text(one) for one in flat.values()]
    return record(
        values[names.text], {what: values[at].strip() for what, at in names.metadata.items()}, place
    )


def _text(value: Any) -> str:
    """A value as text: a list of paragraphs is one text."""
    if isinstance(value, list):
        return "\n".join(map(_text, value))
    return "" if value is None or isinstance(value, dict | bool) else str(value)
