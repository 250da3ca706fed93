"""Ratings as they come in files: one JSON object a line, {"item", "reviewer", "field", "value"}.

A rating that is missing has no line; "pass" numbers repeats from 1, "document" and "section" group items,
"at" (milliseconds since 1970, UTC) says when it was given and "codebook" under which version.
"""

import json
from collections.abc import Iterable, Sequence
from itertools import chain, compress
from typing import Any

import numpy as np
import orjson

from annotator.errors import AnnotatorError
from annotator.tools.agreement.table import Rating, Ratings, columns

_NAMES = {str, int}
"""What a name can be."""
_ASKED = ("item", "reviewer", "field", "value")
_BEYOND: dict[str, Any] = {"document": "", "pass": 1, "section": "", "at": 0, "codebook": ""}
"""What a line may tell beside these, and what holds where it does not: in the order of a rating."""

_COLUMNS = (*_ASKED, *_BEYOND)
_PIECE = 1 << 17
"""Bytes that are read at once."""
_PASSES, _END_OF_TIME = 2**31, 253_402_300_800_000
"""No pass has this number, and no calendar this millisecond: it has four figures for the year."""

_EXACT = 2**63
"""Integers from here on are read as floats by the quick parser."""


def ratings_in(data: bytes, field: str, path: object) -> Ratings:
    """The ratings of a field in the bytes of a file, which errors call `path`. Raises AnnotatorError for a
    line that is no rating, where the field has none, and for a file that is not UTF-8.
    """
    try:
        found = _quick(data, field)
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        found = None
    # Whatever is unusual is read line by line, by a parser that takes all that JSON's first reader did.
    return found or columns(_careful(data, field, path))


def _quick(data: bytes, field: str) -> Ratings | None:
    """The ratings of a file of which every line is a usual one; None, or an error, for any other."""
    data = data.removeprefix(b"\xef\xbb\xbf").strip().replace(b"\r\n", b"\n")
    read: list[list[Any]] = [[] for _ in _COLUMNS]
    end, more = -1, False
    while end < len(data):  # a piece at a time, in memory that the processor has at hand
        start = end + 1
        end = data.find(b"\n", start + _PIECE)
        end = end if end >= 0 else len(data)
        objects = _objects(data[start:end])
        for column, name in zip(read, _ASKED, strict=False):
            column.extend([one[name] for one in objects])
        if {*map(len, objects)} != {len(_ASKED)}:
            if not {*chain.from_iterable(objects)} <= {*_COLUMNS}:
                return None
            more = True
        if more:
            for column, (name, usual) in zip(read[len(_ASKED) :], _BEYOND.items(), strict=True):
                column.extend([usual] * (len(read[0]) - len(objects) - len(column)))
                column.extend(one.get(name, usual) for one in objects)
    items, reviewers, fields, values = read[: len(_ASKED)]
    if not _usual(values):
        return None
    documents, passes, sections, times, codebooks = (
        read[len(_ASKED) :] if more else [[usual] * len(values) for usual in _BEYOND.values()]
    )
    if more:
        if {*map(type, chain(passes, times))} != {int}:
            return None
        if not 0 < min(passes) <= max(passes) < _PASSES or not 0 <= min(times) <= max(times) < _END_OF_TIME:
            return None
        documents, sections, codebooks = (_names(one, empty=True) for one in (documents, sections, codebooks))
    found = Ratings(_names(items), _names(reviewers), values, documents, passes, sections, times, codebooks)
    fields = _names(fields)
    if fields.count(field) == len(fields):
        return found
    mine = [name == field for name in fields]
    chosen: Any = (list(compress(column, mine)) for column in found)
    return Ratings(*chosen) if any(mine) else None


def _objects(lines: bytes) -> list[Any]:
    """What stands in some lines, read at once. Raises ValueError where a line is not an object of its own:
    objects of known keys and plain values hold no other, so that none of them begins in one line and ends in
    the next.
    """
    joined = bytearray(b"[%b]" % lines)
    signs = np.frombuffer(joined, np.uint8)  # numpy looks at bytes ten times as fast
    (ends,) = (signs == ord("\n")).nonzero()
    if (signs[ends - 1] != ord("}")).any() or (signs[ends + 1] != ord("{")).any():
        raise ValueError
    signs[ends] = ord(",")
    objects: list[Any] = orjson.loads(joined)
    if len(objects) != len(ends) + 1:
        raise ValueError
    return objects


def _usual(values: Sequence[object]) -> bool:
    """Whether both parsers read the values alike."""
    kinds = {*map(type, values)}
    inner = values
    if list in kinds:
        inner = list(chain.from_iterable(one if isinstance(one, list) else [one] for one in values))
        kinds = {*map(type, inner)}
    if not kinds <= {str, int, float, bool, type(None)}:
        return False
    return float not in kinds or all(abs(one) < _EXACT for one in inner if isinstance(one, float))


def _names(given: list[Any], *, empty: bool = False) -> list[str]:
    """Names as texts; `empty` for those that may be missing. Raises TypeError for what is none."""
    kinds = {*map(type, given)}
    if kinds <= {str}:
        return given
    if not kinds <= (_NAMES | {type(None)} if empty else _NAMES):
        raise TypeError
    return ["" if one is None else str(one) for one in given]


def _careful(data: bytes, field: str, path: object) -> list[Rating]:
    """The same for any file, each line on its own."""
    try:
        lines = data.decode("utf-8-sig").split("\n")
    except UnicodeDecodeError as error:
        raise AnnotatorError("filing.not_utf8", path=path) from error
    found: list[Rating] = []
    others = set[str]()
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            one = json.loads(line)
            name, rating = _one(one)
        except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
            raise AnnotatorError("agreement.bad_line", path=path, line=number) from error
        if rating.pass_no < 1:
            raise AnnotatorError("agreement.bad_pass", path=path, line=number)
        if name == field:
            found.append(rating)
        else:
            others.add(name)
    if others and not found:
        raise AnnotatorError("agreement.no_field", path=path, field=field, fields=_listed(others))
    return found


def _one(given: Any) -> tuple[str, Rating]:
    """The field and the rating of a line; a pass that is no whole number is 0."""
    item, reviewer, field = _names([given["item"], given["reviewer"], given["field"]])
    document, pass_no, section, at, codebook = [given.get(name, usual) for name, usual in _BEYOND.items()]
    document, section, codebook = _names([document, section, codebook], empty=True)
    if type(at) is not int or not 0 <= at < _END_OF_TIME:
        raise ValueError
    pass_no = pass_no if type(pass_no) is int and pass_no < _PASSES else 0
    return field, Rating(item, reviewer, given["value"], document, pass_no, section, at, codebook)


def _listed(names: Iterable[str]) -> str:
    return ", ".join(sorted(names))
