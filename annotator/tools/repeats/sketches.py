"""Which of many texts are worth comparing: thousands are read at once, as arrays of their characters.

Each has a few keys: one of the whole, and the least hashes of some of its pieces. Texts that are much alike
share a key nearly always; those that share some are compared by a few bits of each before they are in full.
"""

from collections.abc import Sequence
from typing import Any, NamedTuple

import numpy as np

from annotator.tools.repeats import ALIKE

Array = np.ndarray[Any, Any]

SHORTEST, LONGEST = 12, 1 << 16
"""Texts of fewer characters are alike without being copies (以上意见，请遵照执行); of longer ones the
beginning is compared.
"""

_LENGTH, _EVERY, _KEPT = 6, 8, 5
_HAN, _HAN_END, _ASCII_END = 0x4E00, 0xA000, 0x80
_WHOLE = 1 << 33
"""The key of a whole text is at least this, that of a piece less."""
_BITS = 9
"""Of the hash of a pair of characters so many bits say which bit of the text stands for it."""
_FACTOR, _MIX = 0x9E3779B97F4A7C15, 0xD6E8FEB86659FD93
_SHORT_FACTOR, _SHORT_MIX = 0x9E3779B1, 0x85EBCA6B
"""Odd numbers of 64 and of 32 bits, without a pattern."""

_HOLDERS = 24
"""So many texts of one key are known, the first ones: of a form that stands everywhere they are enough."""
_SHARED = 2
"""What shares fewer keys is not compared: a sentence may stand in many clauses."""
_OTHERS = 4
"""With so many texts before it one is compared at most; through them it is alike to the rest."""


class Cores(NamedTuple):
    """What is compared of texts: their letters, digits and hanzi as code points, one text behind the other,
    and the number of the text to which each belongs. Of what is too short to tell copies from chance there
    is nothing.
    """

    points: Array
    owners: Array
    lengths: Array

    def text(self, number: int) -> str:
        """What is compared of the text of that number."""
        # In the array's own type: numpy would make another array of all of it for each search.
        ends = np.array((number, number + 1), self.owners.dtype)
        first, last = np.searchsorted(self.owners, ends)
        return str(self.points[first:last].tobytes(), "utf-32-le")


def cores(folded: Sequence[str]) -> Cores:
    """What is compared of some folded texts."""
    texts = [text[:LONGEST] for text in folded]
    points = np.frombuffer("".join(texts).encode("utf-32-le"), "<u4")
    owners = np.repeat(
        np.arange(len(texts), dtype=np.int32), np.fromiter(map(len, texts), np.int64, len(texts))
    )
    kept = _KINDS.tell(points)
    lengths = np.bincount(owners[kept], minlength=len(texts))
    kept &= (lengths >= SHORTEST)[owners]
    return Cores(points[kept], owners[kept], np.where(lengths >= SHORTEST, lengths, 0))


class _Kinds:
    """A table of all characters that learns each when it first meets it."""

    _SILENT, _COUNTS = 1, 2

    def __init__(self) -> None:
        self._table = np.zeros(0x110000, np.uint8)

    def tell(self, points: Array) -> Array:
        """Which characters are letters, digits or hanzi."""
        found = self._table[points]
        if new := set(points[found == 0].tolist()):
            for point in new:
                self._table[point] = self._COUNTS if chr(point).isalnum() else self._SILENT
            found = self._table[points]
        counting: Array = found == self._COUNTS
        return counting


_KINDS = _Kinds()


def keys(given: Cores) -> tuple[Array, Array]:
    """The keys of texts, positive, of at most 56 bits; and before them the number of the text of each."""
    pieces, wholes = _piece_keys(given), _whole_keys(given)
    return np.append(pieces[0], wholes[0]), np.append(pieces[1], wholes[1])


def _piece_keys(given: Cores) -> tuple[Array, Array]:
    """The least hashes of the pieces of each text. They begin only at certain characters, one of eight: the
    same ones wherever a text stands.
    """
    points, owners = given.points, given.owners
    han = (points >= _HAN) & (points < _HAN_END) & (points % _EVERY == 0)
    at = np.flatnonzero(han | (points < _ASCII_END))
    at = at[at + _LENGTH <= np.cumsum(given.lengths)[owners[at]]]
    found = np.zeros(len(at), np.uint64)
    for place in range(_LENGTH):
        found = found * np.uint64(_FACTOR) + points[at + place]
    hashes = (_mixed(found) >> np.uint64(33)).astype(np.int64) + 1
    coded, _ = _counted(owners[at].astype(np.int64) << 32 | hashes)
    coded = coded[_ranks(coded >> 32) < _KEPT]
    return coded >> 32, coded & 0xFFFFFFFF


def _whole_keys(given: Cores) -> tuple[Array, Array]:
    starts = _starts(given.owners)
    powers = np.full(given.lengths.max(initial=0), _FACTOR, np.uint64)
    np.multiply.accumulate(powers, out=powers)
    sums = np.add.reduceat(powers[_ranks(given.owners)] * given.points, starts)
    return given.owners[starts], (_mixed(sums) >> np.uint64(8)).astype(np.int64) | _WHOLE


def _mixed(numbers: Array) -> Array:
    """Numbers whose high bits hang on all bits of those given."""
    mixed: Array = (numbers ^ (numbers >> np.uint64(32))) * np.uint64(_MIX)
    return mixed


def _counted(numbers: Array) -> tuple[Array, Array]:
    """Numbers in order, each once, and how often each is there. (np.unique takes longer.)"""
    numbers = np.sort(numbers)
    starts = _starts(numbers)
    return numbers[starts], np.diff(starts, append=len(numbers))


def _starts(groups: Array) -> Array:
    """Where each group begins; a group stands together."""
    return np.flatnonzero(np.diff(groups, prepend=-1))


def _ranks(groups: Array) -> Array:
    """The place of each among those of its group, from 0."""
    starts = _starts(groups)
    ranks: Array = np.arange(len(groups)) - np.repeat(starts, np.diff(starts, append=len(groups)))
    return ranks


class Met(NamedTuple):
    """The keys under which new texts are to be known, with their numbers, and pairs of texts that may be
    alike: a new one and one before it.
    """

    keys: Array
    numbers: Array
    ones: Array
    others: Array


def met(new: tuple[Array, Array], known: tuple[Array, Array]) -> Met:
    """What is to be kept of new texts, and the texts before each that share the most with it, given their
    numbers and keys and those of the `known` ones that have some of these. Numbers rise from the known to
    the new ones.
    """
    numbers, every = np.append(known[0], new[0]), np.append(known[1], new[1])
    order = np.lexsort((numbers, every))
    numbers, every = numbers[order], every[order]
    ranks, fresh = _ranks(every), order >= len(known[0])
    kept = fresh & (ranks < _HOLDERS)
    meeting = np.flatnonzero(fresh & (ranks > 0))
    count = np.minimum(ranks[meeting], _HOLDERS)
    ones = np.repeat(meeting, count)
    others = ones - np.repeat(ranks[meeting], count) + _ranks(ones)
    # What has the key of the whole reads the same: it counts twice.
    twice = every[ones] >= _WHOLE
    pairs = numbers[np.append(ones, ones[twice])] << 32 | numbers[np.append(others, others[twice])]
    pairs, shared = _counted(pairs)
    enough = shared >= np.minimum(_SHARED, _pieces(pairs >> 32, new))
    pairs, shared = pairs[enough], shared[enough]
    order = np.lexsort((pairs, -shared, pairs >> 32))
    pairs = pairs[order]
    pairs = pairs[_ranks(pairs >> 32) < _OTHERS]
    return Met(every[kept], numbers[kept], pairs >> 32, pairs & 0xFFFFFFFF)


def _pieces(numbers: Array, new: tuple[Array, Array]) -> Array:
    """How many keys of pieces each of some new texts has."""
    which, count = _counted(new[0])
    found: Array = count[np.searchsorted(which, numbers)] - 1
    return found


def may_be_alike(given: Cores, ones: Array, others: Array) -> Array:
    """For pairs of texts, by their numbers, whether they can be ALIKE: a bit in which they differ is at least
    one pair of characters that the two do not share.
    """
    found, lengths = _bits(given), given.lengths
    differing = np.bitwise_count(found[ones] ^ found[others]).sum(axis=1, dtype=np.int64)
    possible: Array = differing <= (1 - ALIKE) * (lengths[ones] + lengths[others])
    return possible


def _bits(given: Cores) -> Array:
    """For each text the hashes of its pairs of characters, as bits."""
    points, owners = given.points, given.owners
    inside = np.flatnonzero(owners[1:] == owners[:-1])
    hashes = points[inside] * np.uint32(_SHORT_FACTOR) + points[inside + 1]
    hashes *= np.uint32(_SHORT_MIX)
    hashes >>= np.uint32(32 - _BITS)
    found = np.zeros(len(given.lengths) << _BITS, bool)
    found[(owners[inside] << _BITS) + hashes] = True
    return np.packbits(found).view(np.uint64).reshape(-1, (1 << _BITS) // 64)
