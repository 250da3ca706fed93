"""How far apart two codes are, on each kind of scale: 0 for the same, and symmetric.

Every chance-corrected coefficient here is 1 - (distance observed) / (distance expected); they differ
in the distance and in what they expect.
"""

from abc import ABC, abstractmethod

import numpy as np
from numpy.typing import NDArray

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]

# Numbers of a block of distances held at once.
BLOCK = 1 << 20


class Distance(ABC):
    """A distance between codes; subclasses say `between`, and `total` where they know a short cut."""

    @abstractmethod
    def between(self, a: Ints, b: Ints) -> Floats:
        """The distances of codes `a` from codes `b`, element by element, broadcast; behind a first axis of
        rows where each row has its own distance.
        """

    def total(self, first: Floats, second: Floats) -> Floats:
        """Sum over all codes c, k of first[c] * second[k] * distance(c, k), for each row of both."""
        rows, columns = _used(first), _used(second)
        found = np.zeros(first.shape[:-1])
        step = BLOCK // max(1, len(columns)) + 1
        for at in range(0, len(rows), step):
            block = rows[at : at + step]
            apart = self.between(block[:, None], columns)
            found = found + ((first[..., block] @ apart) * second[..., columns]).sum(axis=-1)
        return np.asarray(found)


def _used(counts: Floats) -> Ints:
    """The codes that occur in some row."""
    return np.flatnonzero(np.atleast_2d(counts).any(axis=0))


class Nominal(Distance):
    """1 for different codes."""

    def between(self, a: Ints, b: Ints) -> Floats:
        """[c != k]."""
        return np.asarray(a != b, np.float64)

    def total(self, first: Floats, second: Floats) -> Floats:
        """All pairs less the equal ones."""
        return np.asarray(first.sum(axis=-1) * second.sum(axis=-1) - (first * second).sum(axis=-1))


NOMINAL = Nominal()


class Squared(Distance):
    """The squared difference of the points that the codes stand at, for all rows or rows x codes."""

    def __init__(self, points: Floats) -> None:
        self.points = points

    def between(self, a: Ints, b: Ints) -> Floats:
        """(c - k)^2."""
        return np.square(self.points[..., a] - self.points[..., b])

    def total(self, first: Floats, second: Floats) -> Floats:
        """From the moments, taken about the mean so that nothing cancels."""
        both = first + second
        weight = np.maximum(both.sum(axis=-1, keepdims=True), np.finfo(float).tiny)
        at = self.points - (self.points * both).sum(axis=-1, keepdims=True) / weight

        def moment(counts: Floats, power: int) -> Floats:
            return np.asarray((counts * at**power).sum(axis=-1))

        squares = first.sum(axis=-1) * moment(second, 2) + second.sum(axis=-1) * moment(first, 2)
        return np.asarray(squares - 2 * moment(first, 1) * moment(second, 1))


class Steps(Distance):
    """A distance given by how many steps apart two levels stand in the declared order."""

    def __init__(self, by_step: Floats) -> None:
        self.by_step = by_step

    def between(self, a: Ints, b: Ints) -> Floats:
        """by_step[abs(c - k)]."""
        found: Floats = self.by_step[np.abs(a - b)]
        return found


class Ratio(Distance):
    """The squared relative difference of non-negative numbers."""

    def __init__(self, points: Floats) -> None:
        self.points = points / 2  # no effect on the quotient, and no sum is too large for a float

    def between(self, a: Ints, b: Ints) -> Floats:
        """((c - k) / (c + k))^2, and 0 between 0 and 0."""
        x, y = self.points[a], self.points[b]
        both = x + y
        return np.square(np.divide(x - y, both, out=np.zeros_like(both), where=both > 0))


class Jaccard(Distance):
    """1 - J, J = intersection / union; two empty sets are the same judgement."""

    def __init__(self, sets: tuple[frozenset[str], ...]) -> None:
        bits = {label: bit for bit, label in enumerate(sorted(frozenset().union(*sets)))}
        self.words = np.zeros((len(sets), len(bits) // 64 + 1), np.uint64)
        for row, labels in zip(self.words, sets, strict=True):
            for label in labels:
                row[bits[label] // 64] |= np.uint64(1 << bits[label] % 64)

    def shared(self, a: Ints, b: Ints) -> tuple[Floats, Floats, Floats]:
        """The sizes of intersection and union, and J."""
        x, y = self.words[a], self.words[b]
        common = np.bitwise_count(x & y).sum(axis=-1, dtype=np.float64)
        union = np.bitwise_count(x | y).sum(axis=-1, dtype=np.float64)
        return common, union, np.divide(common, union, out=np.ones_like(union), where=union > 0)

    def between(self, a: Ints, b: Ints) -> Floats:
        """1 - J."""
        return 1 - self.shared(a, b)[2]


class Masi(Jaccard):
    """1 - J M, with M = 1 for equal sets, 2/3 where one holds the other, 1/3 where they overlap.

    Passonneau, Measuring agreement on set-valued items (MASI), LREC 2006, who prints .67 and .33.
    """

    def between(self, a: Ints, b: Ints) -> Floats:
        """1 - J M."""
        common, union, jaccard = self.shared(a, b)
        size = np.bitwise_count(self.words).sum(axis=-1, dtype=np.float64)
        within = common == np.minimum(size[a], size[b])
        return 1 - jaccard * np.where(common == union, 1, np.where(within, 2 / 3, 1 / 3))
