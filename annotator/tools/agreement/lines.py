"""Ratings as they come in files: one JSON object a line, {"item", "reviewer", "field", "value"}.

A rating that is missing has no line; "pass" numbers repeats from 1, "document" and "section" group items,
"at" (milliseconds since 1970, UTC) says when it was given and "codebook" under which version.
"""

import json
from codecs import BOM_UTF8
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from typing import Any

from annotator.errors import AnnotatorError
from annotator.tools.agreement.rating import Column, Numbering, Rating, Ratings, columns, numbered

_NAMES = {str, int}
"""What a name can be."""
_ASKED = ("item", "reviewer", "field", "value")
_BEYOND: dict[str, Any] = {"document": "", "pass": 1, "section": "", "at": 0, "codebook": ""}
"""What a line may tell beside these, and what holds where it does not: in the order of a rating."""

_PASSES, _END_OF_TIME = 2**31, 253_402_300_800_000
"""No pass has this number, and no calendar this millisecond: it has four figures for the year."""

_CUT = b"\0"
"""What no line of JSON holds."""

_BLOCK = 1 << 14
"""Bytes that are looked at at once, in memory that the processor has at hand."""


def ratings_in(data: bytes, field: str, path: object) -> Ratings:
    """The ratings of a field in the bytes of a file, which errors call `path`. Raises AnnotatorError for a
    line that is no rating, where the field has none, and for a file that is not UTF-8.
    """
    try:
        found = _together(data.removeprefix(BOM_UTF8), field)
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        found = None
    # What is unusual is read line by line, and so is what is wrong.
    return found or columns(_careful(data, field, path))


def _together(data: bytes, field: str) -> Ratings | None:
    """The ratings of a file whose lines all begin with the same two keys; None, or an error, for any other.

    Lines are cut behind the first value, all at once; what follows it is the same in many of them, and is
    read once. Where both parts are what they should be, so is the line: nothing else is written so.
    """
    line = next(_blocks(data), b"").partition(b"\n")[0]
    first, second = list(json.loads(line.decode()))[:2]
    comma = b", " if b'": ' in line else b","
    begin, mark = (
        b'%b"%b":%b' % (sign, key.encode(), comma[1:]) for sign, key in ((b"{", first), (comma, second))
    )
    heads, tails = Numbering[bytes](), Numbering[bytes]()
    for block in _blocks(data):
        pieces = block.replace(mark, _CUT + b"\n").split(b"\n")
        heads.add(pieces[::2])
        tails.add(pieces[1::2])
    head, tail = heads.column(), tails.column()
    if any(_CUT in one for one in tail.values):  # a line has the key twice, in the place of one that has not
        raise ValueError
    read = {first: Column(_read(_within(begin, head.values, _CUT)), head.at)}
    objects = _read([b"{" + mark[len(comma) :] + one for one in tail.values])
    keys = {*_ASKED, *_BEYOND} - {first}
    if not {*chain.from_iterable(objects)} <= keys:
        return None
    for key in keys:
        values = [one[key] if key in _ASKED else one.get(key, _BEYOND[key]) for one in objects]
        read[key] = Column(values, tail.at)
    passes, times = read["pass"].values, read["at"].values
    if {*map(type, passes), *map(type, times)} != {int}:
        return None
    if not 0 < min(passes) <= max(passes) < _PASSES or not 0 <= min(times) <= max(times) < _END_OF_TIME:
        return None
    item, reviewer, fields = (_named(read[key]) for key in ("item", "reviewer", "field"))
    document, section, codebook = (
        _named(read[key], empty=True) for key in ("document", "section", "codebook")
    )
    found = Ratings(item, reviewer, read["value"], document, read["pass"], section, read["at"], codebook)
    (mine,) = (fields.at == fields.values.index(field)).nonzero()
    return found if len(mine) == len(fields.at) else found.some(mine)


def _blocks(data: bytes) -> Iterator[bytes]:
    """Some lines at a time."""
    end = -1
    while end < len(data):
        start = end + 1
        end = data.find(b"\n", start + _BLOCK)
        end = end if end >= 0 else len(data)
        if block := data[start:end].strip(b" \t\r\n"):
            yield block.replace(b"\r\n", b"\n") if b"\r" in block else block


def _within(begin: bytes, pieces: Sequence[bytes], end: bytes) -> list[bytes]:
    """What is between the same beginnings and ends. Raises ValueError for a piece that has another."""
    lines = b"\n%b\n" % b"\n".join(pieces)
    if min(lines.count(b"\n" + begin), lines.count(end + b"\n")) < len(pieces):
        raise ValueError
    return lines[1 + len(begin) : -len(end) - 1].replace(end + b"\n" + begin, b"\n").split(b"\n")


def _read(pieces: list[bytes]) -> list[Any]:
    """What is written in JSON, one value or object in each piece; raises ValueError for any other piece."""
    found: list[Any] = json.loads((b"[%b]" % b",\n".join(pieces)).decode())
    inner = chain.from_iterable(one.values() if isinstance(one, dict) else [one] for one in found)
    if not {*map(type, inner)} <= {str, int, float, bool, type(None)}:
        # A list could begin in one piece and end in the next.
        found = [json.loads(one.decode()) for one in pieces]
    if len(found) != len(pieces):
        raise ValueError
    return found


def _named(given: Column[Any], *, empty: bool = False) -> Column[str]:
    """Names as texts, each once."""
    names = _names(given.values, empty=empty)
    if len({*names}) == len(names):
        return Column(names, given.at)
    found = numbered(names)  # one name in two spellings
    return Column(found.values, found.at[given.at])


def _names(given: Sequence[Any], *, empty: bool = False) -> list[str]:
    """Names as texts; `empty` for those that may be missing. Raises TypeError for what is none."""
    kinds = {*map(type, given)}
    if kinds <= {str}:
        return list(given)
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
