"""Events as lines of a file, for version control: one JSON object each, spelt in one way.

A line {"left_out": [run, first, last]} says which events of a run the file has not.
"""

import json
from collections.abc import Iterable, Iterator
from typing import Any

from annotator.errors import AnnotatorError
from annotator.model.event import FORMAT, Event
from annotator.model.gaps import Gap
from annotator.model.ids import canonical
from annotator.model.logged import LATEST, Malformed, Row, checked

LONGEST = 1 << 26
"""More bytes than any line has: an assignment of 100,000 clauses has 3 MB."""

_NAMES = ("id", *Event._fields)
_KEYS = frozenset((*_NAMES, "format"))


def line(row: Row) -> str:
    """The line of an event."""
    said: dict[str, Any] = {"format": FORMAT, **dict(zip(_NAMES, row, strict=True))}
    said |= {"value": json.loads(row[6]), "suggested": bool(row[10])}
    return canonical(said)


def gap_line(gap: Gap) -> str:
    """The line that says which events of a run are elsewhere."""
    return canonical({"left_out": list(gap)})


def read(lines: Iterable[bytes], path: object) -> Iterator[Row | Gap]:
    """What the lines of a file say; empty ones are left aside. Whether a row is what
    its id says is not looked at. Raises AnnotatorError, naming the line, for one that is no event.
    """
    for number, raw in enumerate(lines, 1):
        where = {"path": path, "line": number}
        if len(raw) > LONGEST:
            raise AnnotatorError("merging.long_line", **where)
        if number == 1:
            raw = raw.removeprefix(b"\xef\xbb\xbf")  # noqa: PLW2901  (some editors write it)
        if not raw.strip():
            continue
        try:
            said = json.loads(raw.decode())
        except UnicodeDecodeError as error:
            raise AnnotatorError("merging.not_utf8", **where) from error
        except (ValueError, RecursionError) as error:
            raise AnnotatorError("merging.not_json", **where) from error
        if not isinstance(said, dict):
            raise AnnotatorError("merging.not_json", **where)
        if said.keys() == {"left_out"}:
            yield _gap(said["left_out"], where)
        elif type(said.get("format")) is int and said["format"] > FORMAT:
            raise AnnotatorError("merging.newer", path=path, found=said["format"], known=FORMAT)
        elif said.keys() != _KEYS or said["format"] != FORMAT:
            raise AnnotatorError("merging.no_event", **where)
        else:
            yield _row(said, where)


def _row(said: dict[str, Any], where: dict[str, object]) -> Row:
    try:
        value = canonical(said["value"])
        canonical(said).encode()  # halves of characters, which nothing can store
        if type(said["suggested"]) is not bool or type(said["seconds"]) not in (int, float):
            raise ValueError
        # As SQLite gives it back: never 5, never -0.0.
        said |= {"value": value, "suggested": int(said["suggested"]), "seconds": said["seconds"] + 0.0}
    except (ValueError, OverflowError, RecursionError) as error:
        raise AnnotatorError("merging.no_event", **where) from error
    row = tuple(said[name] for name in _NAMES)
    try:
        return checked(row)
    except Malformed as error:
        raise AnnotatorError("merging.bad_part", **where, part=error) from error


def _gap(said: Any, where: dict[str, object]) -> Gap:
    if isinstance(said, list) and len(said) == 3:
        run, first, last = said
        numbers = type(first) is int and type(last) is int and 1 <= first <= last <= LATEST
        if isinstance(run, str) and run.isprintable() and numbers:
            return Gap(run, first, last)
    raise AnnotatorError("merging.no_event", **where)
