"""An event as the log keeps it, a row whose value is text: its id and its form, without making the event.

Whoever reads a million of them has no time for more. `Event.id` is what an id means; this says the same.
"""

import json
from functools import lru_cache
from hashlib import sha256
from json.encoder import encode_basestring
from typing import Any, get_args

from annotator.model.event import EVENT_KINDS, FORMAT, Event, Layer, Origin
from annotator.model.ids import canonical
from annotator.model.shapes import BY_FIELD, fits

Row = tuple[Any, ...]
"""The id of an event, then its fields in the order of Event, `value` as JSON and `suggested` as 0 or 1."""

AT, RUN, SEQ, PREV = 16, 17, 18, 19
"""Where the clock and the chain stand in a row."""
LATEST = 253_402_300_799_999
"""The last millisecond that a calendar has, that of the year 9999."""
DEEPEST = 200
"""So deep may a value be nested; SQLite and every reader can follow."""

_TEXTS = (0, 1, 2, 3, 4, 6, 7, 8, 9, 11, 13, 14, 15, 17, 19)
_NUMBERS = (5, 10, 16, 18)
_LAYERS, _ORIGINS = frozenset(get_args(Layer)), frozenset(get_args(Origin))
_KINDS = frozenset(EVENT_KINDS)


class Malformed(Exception):
    """A row that no version of the program could have written; the text says which part of it."""


def identity(row: Row) -> str:
    """The id that the event of a row has, its value being canonical JSON. Raises ValueError for halves of
    characters.
    """
    (_, kind, subject, field, layer, pass_no, value, act, undoes, origin, suggested, seen, seconds, codebook,
     reviewer, os_user, at, run, seq, prev) = row  # fmt: skip
    said = encode_basestring
    told = (
        f'{{"act":{said(act)},"at":{at},"codebook":{said(codebook)},"field":{said(field)},"format":{FORMAT},'
        f'"kind":{said(kind)},"layer":{said(layer)},"origin":{said(origin)},"os_user":{said(os_user)},'
        f'"pass_no":{pass_no},"prev":{said(prev)},"reviewer":{said(reviewer)},"run":{said(run)},'
        f'"seconds":{float(seconds)!r},"seen":{said(seen)},"seq":{seq},"subject":{said(subject)},'
        f'"suggested":{"true" if suggested else "false"},"undoes":{said(undoes)},"value":{value}}}'
    )
    return "ev-" + sha256(told.encode()).hexdigest()[:32]


def checked(row: Row) -> Row:
    """The row with its value as canonical JSON, which is what its id covers. Raises Malformed where it is
    none that the program writes; the id is not looked at.
    """
    for place in _TEXTS:
        if type(row[place]) is not str or "\0" in row[place]:
            raise Malformed(_NAMES[place])
    for place in _NUMBERS:
        if type(row[place]) is not int or not 0 <= row[place] <= LATEST:
            raise Malformed(_NAMES[place])
    kind, layer, pass_no, seconds = row[1], row[4], row[5], row[12]
    if type(seconds) is not float or not 0 <= seconds < float("inf"):
        raise Malformed("seconds")
    if kind not in _KINDS:
        raise Malformed("kind")
    if layer not in _LAYERS or pass_no < 1 or (layer != "review" and pass_no != 1):
        raise Malformed("layer")
    if row[9] not in _ORIGINS:
        raise Malformed("origin")
    if row[10] > 1 or row[SEQ] < 1:
        raise Malformed("seq" if row[SEQ] < 1 else "suggested")
    value = spelt(kind, row[3] if kind in BY_FIELD else "", row[6])
    return row if value == row[6] else (*row[:6], value, *row[7:])


_NAMES = ("id", *Event._fields)


@lru_cache(8192)
def spelt(kind: str, field: str, value: object) -> str:
    """A value's JSON in its one spelling. Raises Malformed where readers of that kind could not follow it."""
    try:
        read = json.loads(value) if isinstance(value, str) else value
        if _depth(read) > DEEPEST or not fits(kind, field, read):
            raise Malformed("value")
        text = canonical(read)
        text.encode()
    except (ValueError, TypeError, RecursionError) as error:
        raise Malformed("value") from error
    return text


def _depth(value: Any) -> int:
    """How deep a value is nested."""
    deep, level = 0, [value]
    while level and deep <= DEEPEST:
        deep += 1
        level = [
            inner
            for one in level
            if isinstance(one, list | dict)
            for inner in (one.values() if isinstance(one, dict) else one)
            if isinstance(inner, list | dict)
        ]
    return deep
