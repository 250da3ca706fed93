"""Which clauses hold which two characters: the index that finds a rare word among a million clauses.

Two characters are enough for a word of any length: the clauses that hold all its pairs are few, and are
read. An index of words would miss what is cut otherwise, one of three characters most words of Chinese,
which have two. Numbers are stored as distances from the one before, in one byte below 128, in two above.
"""

from collections.abc import Iterator, Sequence
from typing import Any

VOLUME = 1 << 14
"""How many texts are indexed together: their numbers, and so the distances, fit into two bytes."""

BREAK = "\n"
"""Ends every part of a text, so that its last character begins a pair too; no part holds it."""

_SEVEN, _POINT = 7, 21
_STEP = 1 << 18
"""So many pairs are written at once, so that little is in memory."""
_HIGH = bytes(range(1 << _SEVEN, 1 << 8))
"""First bytes of two."""


def key(first: str, second: str = "\0") -> int:
    """The number by which a pair is stored. Those that begin with one character stand together, the
    lowest of them without a second.
    """
    return ord(first) << _POINT | ord(second)


def pairs(word: str) -> list[int]:
    """The keys of the pairs in a word, each once."""
    return list(dict.fromkeys(map(key, word, word[1:])))


def indexed(texts: str, lengths: Sequence[int]) -> Iterator[tuple[int, bytes]]:
    """(key, numbers) of every pair in at most VOLUME texts of some lengths, one behind the other, by key. The
    parts of a text end with BREAK.

    All is counted before the first one is given, and so little is kept of it that they need not be at once
    in memory.
    """
    for keys, stored, ends in _volume(texts, lengths):
        for pair, start, end in zip(keys.tolist(), ends, ends[1:], strict=False):
            yield pair, stored[start:end]


def _volume(texts: str, lengths: Sequence[int]) -> list[tuple[Any, bytes, list[int]]]:
    """`_stored` of the pairs in all texts, part by part."""
    import numpy as np  # noqa: PLC0415  (only where a project has grown large)

    found, at, kept = _pairs(texts, lengths), 0, []
    while at < len(found):
        end = at + _STEP
        if end < len(found):  # no pair stands in two parts
            pair = int(found[end]) >> 2 * _SEVEN
            end = int(np.searchsorted(found, pair << 2 * _SEVEN))
            end = end if end > at else int(np.searchsorted(found, (pair + 1) << 2 * _SEVEN))
        kept.append(_stored(found[at:end]))
        at = end
    return kept


def _pairs(texts: str, lengths: Sequence[int]) -> Any:
    """All pairs in all texts, in order: each as its key, and behind it the number of its text."""
    import numpy as np  # noqa: PLC0415  (see above)

    points = np.frombuffer(texts.encode("utf-32-le"), "<u4")
    found = points[:-1].astype(np.int64)
    found <<= _POINT
    found |= points[1:]
    found <<= 2 * _SEVEN
    found |= np.repeat(np.arange(len(lengths), dtype=np.int16), lengths)[:-1]
    found.sort()
    # A folded text has no character below BREAK, which begins no pair.
    return found[np.searchsorted(found, key(chr(ord(BREAK) + 1)) << 2 * _SEVEN) :]


def _stored(found: Any) -> tuple[Any, bytes, list[int]]:
    """The keys in an array of keys and numbers, in order; the numbers of all of them as they are stored; and
    where those of each begin, and the last ones end.
    """
    import numpy as np  # noqa: PLC0415  (see above)

    found = found[np.diff(found, prepend=-1) != 0]
    numbers = (found & (VOLUME - 1)).astype(np.int16)
    found >>= 2 * _SEVEN
    starts = np.flatnonzero(np.diff(found, prepend=-1))
    distances = np.diff(numbers, prepend=np.int16(0))
    distances[starts] = numbers[starts]
    long = distances >> _SEVEN
    written = np.stack([long | 128, distances & 127], axis=1).astype(np.uint8)
    stored = written[np.stack([long > 0, np.ones_like(long, bool)], axis=1)].tobytes()
    ends = np.cumsum(1 + (long > 0))
    return found[starts], stored, np.append(np.append(0, ends)[starts], len(stored)).tolist()


def numbers(stored: bytes) -> list[int]:
    """The numbers of the texts that hold a pair, rising."""
    found, at, high = [], 0, 0
    for byte in stored:
        if byte > 127:
            high = (byte & 127) << _SEVEN
        else:
            at += high | byte
            high = 0
            found.append(at)
    return found


def count(stored: bytes) -> int:
    """How many texts hold a pair, without reading which."""
    return len(stored.translate(None, _HIGH))
