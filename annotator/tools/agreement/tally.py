"""Every pair of ratings of one item, counted: the little that all coefficients are computed from.

A hundred thousand items by five raters come down to some thousand counts in one pass, after which
each coefficient is a sum over these. All sums are linear in the items, so that a resample of items
is another tally.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations

import numpy as np
from numpy.typing import NDArray

from annotator.tools.agreement.coefficient import Undefined
from annotator.tools.agreement.distance import Distance
from annotator.tools.agreement.table import Table

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]


@dataclass(frozen=True, eq=False, slots=True)
class Cells:
    """Pairs of ratings of one item by two raters: `times` items of `ratings` ratings each have the
    code `left` by the one and `right` by the other.
    """

    ratings: Ints
    left: Ints
    right: Ints
    times: Ints


@dataclass(frozen=True, eq=False, slots=True)
class Tally:
    """All pairs of ratings of a table, and what else its coefficients need.

    raters      number of raters
    items       number of items with at least two ratings: only these can be compared
    unanimous   how many of them have one value only
    frequency   ratings of each code among the compared items
    shares      mean share of each code over all items, those with one rating included (Gwet)
    """

    cells: Cells
    raters: int
    items: int
    unanimous: int
    frequency: Ints
    shares: Floats

    def comparable(self) -> None:
        """Raise Undefined where there is no pair of ratings."""
        if not self.raters:
            raise Undefined("agreement.no_ratings")
        if self.raters == 1:
            raise Undefined("agreement.one_rater")
        if not self.items:
            raise Undefined("agreement.no_overlap")

    def varied(self) -> None:
        """Raise Undefined where there is no pair of ratings, or all compared ratings are the same."""
        self.comparable()
        if np.count_nonzero(self.frequency) < 2:
            raise Undefined("agreement.no_variation")

    def over_items(self, distance: Distance) -> float:
        """Mean over items of the mean distance between an item's ratings."""
        cells = self.cells
        share = cells.times / (cells.ratings * (cells.ratings - 1) / 2)
        return float(share @ distance.between(cells.left, cells.right)) / self.items

    def over_pairs(self, distance: Distance) -> float:
        """Mean distance over all pairs of ratings of one item."""
        cells = self.cells
        return float(cells.times @ distance.between(cells.left, cells.right)) / float(cells.times.sum())

    def over_ratings(self, distance: Distance) -> float:
        """Mean distance in Krippendorff's coincidence matrix, where each rating weighs the same."""
        cells = self.cells
        share = cells.times / ((cells.ratings - 1) / 2)
        return float(share @ distance.between(cells.left, cells.right)) / float(self.frequency.sum())


def pairs(table: Table) -> dict[tuple[int, int], Cells]:
    """The cells of each two raters, by their columns."""
    # Missing becomes 0, so that no row needs to be picked out before the counting.
    columns = np.ascontiguousarray(table.codes.T, dtype=np.int64) + 1
    ratings = np.count_nonzero(columns, axis=0)
    base = len(table.scale.values) + 1
    found = {}
    for a, b in combinations(range(len(table.raters)), 2):
        keys, times = _count(
            (ratings * base + columns[a]) * base + columns[b], (len(table.raters) + 1) * base**2
        )
        keys, right = np.divmod(keys, base)
        size, left = np.divmod(keys, base)
        both = (left > 0) & (right > 0)
        found[a, b] = Cells(size[both], left[both] - 1, right[both] - 1, times[both])
    return found


def _count(keys: Ints, size: int) -> tuple[Ints, Ints]:
    """The distinct keys (each below `size`) and how often each occurs."""
    if size > 4 * len(keys):  # beyond that, looking through all possible keys is slower than sorting
        return np.unique(keys, return_counts=True)
    counts = np.bincount(keys, minlength=size)
    (distinct,) = counts.nonzero()
    return distinct, counts[distinct]


def tally(table: Table, cells: Sequence[Cells]) -> Tally:
    """The tally of a table whose pairs of raters have `cells`."""
    every = Cells(*(_join([getattr(one, part) for one in cells]) for part in Cells.__slots__))
    columns = np.ascontiguousarray(table.codes.T)
    rated = columns >= 0
    ratings = np.count_nonzero(rated, axis=0)
    highest = columns.max(axis=0, initial=-1)
    same = ((columns == highest) | ~rated).all(axis=0)
    size = len(table.scale.values)

    def by_code(weights: Floats) -> Floats:
        left, right = np.bincount(every.left, weights, size), np.bincount(every.right, weights, size)
        return np.asarray(left + right, np.float64)

    # A rating of an item with m ratings is in m - 1 of the pairs.
    frequency = np.rint(by_code(every.times / (every.ratings - 1))).astype(np.int64)
    shares = by_code(every.times / (every.ratings * (every.ratings - 1)))
    alone = np.bincount(highest[ratings == 1], minlength=size)
    return Tally(
        cells=every,
        raters=len(table.raters),
        items=int((ratings >= 2).sum()),
        unanimous=int(((ratings >= 2) & same).sum()),
        frequency=frequency,
        shares=(shares + alone) / max(1, len(table.items)),
    )


def _join(parts: list[Ints]) -> Ints:
    return np.concatenate([np.empty(0, np.int64), *parts])
