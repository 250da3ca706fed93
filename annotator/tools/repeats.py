"""When two clauses are the same text, or nearly: what texts are compared by, and how like they are.

Compared is what is left of a text without white space and punctuation; script, case and width are the
caller's to fold. Texts are looked up by a few keys: one of the whole, and the least hashes of some of their
pieces. Texts that are much alike share a key nearly always; those that share one are compared in full.

A library for this (datasketch) would bring numpy to every import, for texts that are short enough to compare.
"""

import re
from functools import lru_cache
from hashlib import blake2b
from zlib import crc32

ALIKE = 0.9
"""From this likeness on one text is a copy of another."""
SHORTEST = 12
"""Texts of fewer characters are alike without being copies (以上意见，请遵照执行)."""

_SILENT = re.compile(r"[\W_]+")
_LENGTH, _EVERY, _KEPT = 6, 8, 5
# Pieces begin only at certain characters, one of eight: the same ones wherever the text stands.
_BEGINS = "".join(chr(point) for point in range(0x4E00, 0xA000) if point % _EVERY == 0)
_STARTS = re.compile(f"[{_BEGINS}0-9A-Za-z]")
_RATIO = (2 - ALIKE) / ALIKE
"""A text that is longer than another by more than this cannot be so alike."""


def core(folded: str) -> str:
    """What of a folded text is compared; empty where that is too short to tell copies from chance."""
    text = _SILENT.sub("", folded)
    return text if len(text) >= SHORTEST else ""


def keys(text: str) -> tuple[int, ...]:
    """The keys of a text by `core`, the one of the whole first: positive numbers of at most 56 bits."""
    points, last = text.encode("utf-32-le"), max(0, len(text) - _LENGTH + 1)
    starts = [4 * found.start() for found in _STARTS.finditer(text, 0, last)]
    pieces = {crc32(points[at : at + 4 * _LENGTH]) + 1 for at in starts}
    whole = int.from_bytes(blake2b(text.encode(), digest_size=7).digest()) | 1 << 33
    return whole, *sorted(pieces)[:_KEPT]


def likeness(one: str, other: str) -> float:
    """How alike two texts by `core` are, from 0 to 1: the share of their pairs of characters that they have
    in common (Dice's coefficient of sets).
    """
    if one == other:
        return 1.0
    shorter, longer = sorted((len(one), len(other)))
    if longer > shorter * _RATIO:
        return 0.0
    ours, theirs = _pairs(one), _pairs(other)
    return 2 * len(ours & theirs) / (len(ours) + len(theirs))


@lru_cache(1024)
def _pairs(text: str) -> frozenset[int]:
    """The pairs of characters in a text, as numbers: in memory two neighbours are one of eight bytes."""
    points = memoryview(text.encode("utf-32-le"))
    first, second = points[: len(text) // 2 * 8], points[4 : 4 + (len(text) - 1) // 2 * 8]
    return frozenset(first.cast("Q").tolist() + second.cast("Q").tolist())
