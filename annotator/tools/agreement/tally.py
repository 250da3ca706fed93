"""How often each pattern of ratings occurs, and the sums that coefficients are made of.

Every row of a tally is a set of items: all of them, those of a document, a resample. What is computed from a
tally has one value a row, NaN where the row gives none.
"""

from collections.abc import Sequence
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from annotator.tools.agreement.distance import Distance, Floats, Ints
from annotator.tools.agreement.pattern import Patterns, patterns
from annotator.tools.agreement.table import Table

DENSE = 1 << 24
"""Numbers of a matrix of patterns by codes that may be held; beyond that rows are counted one by one."""


class Tally:
    """`times` says how often each of the `patterns` occurs, rows x patterns; `raters` how many people rated,
    by row.
    """

    def __init__(self, patterns: Patterns, times: Floats, raters: Ints) -> None:
        self.patterns = patterns
        self.times = times
        self.raters = raters
        self._over_items: dict[Distance, Floats] = {}

    @cached_property
    def _compared(self) -> Floats:
        """1 for the patterns that can be compared: those of two ratings or more."""
        return (self.patterns.ratings > 1).astype(np.float64)

    @cached_property
    def items(self) -> Floats:
        """Items with two ratings or more."""
        return self.times @ self._compared

    @cached_property
    def frequency(self) -> Floats:
        """Ratings of each code among the items that can be compared, rows x codes."""
        return self._by_code(self._compared)

    @cached_property
    def shares(self) -> Floats:
        """Mean share of each code over all items, those with one rating included (Gwet), rows x codes."""
        rated = self.times @ (self.patterns.ratings > 0)
        return self._by_code(1 / np.maximum(1, self.patterns.ratings)) / np.maximum(1, rated)[:, None]

    @cached_property
    def varied(self) -> NDArray[np.bool_]:
        """Where two of the compared ratings differ."""
        return np.asarray(np.count_nonzero(self.frequency, axis=1) > 1)

    @cached_property
    def equal(self) -> NDArray[np.bool_]:
        """Where all compared items have the same number of ratings."""
        counts = self.patterns.ratings
        kinds = [
            self.times @ (counts == count) > 0 for count in np.flatnonzero(np.bincount(counts)) if count > 1
        ]
        return np.asarray(np.sum(kinds, axis=0) <= 1) if kinds else np.ones(len(self.times), bool)

    def unanimous(self) -> Floats:
        """The share of compared items on which all ratings agree."""
        return np.asarray((self.times @ self.patterns.unanimous) / self.items)

    def over_items(self, distance: Distance) -> Floats:
        """Mean over items of the mean distance between an item's ratings; several coefficients ask for it."""
        if distance not in self._over_items:
            m = self.patterns.ratings
            self._over_items[distance] = self._weighed(distance, 2 / np.maximum(1, m * (m - 1))) / self.items
        return self._over_items[distance]

    def over_pairs(self, distance: Distance) -> Floats:
        """Mean distance over all pairs of ratings of one item."""
        m = self.patterns.ratings
        return self._weighed(distance, np.ones(len(m))) / (self.times @ (m * (m - 1) / 2))

    def over_ratings(self, distance: Distance) -> Floats:
        """Mean distance in Krippendorff's coincidence matrix, where each rating weighs the same."""
        m = self.patterns.ratings
        return np.asarray(self._weighed(distance, 2 / np.maximum(1, m - 1)) / self.frequency.sum(axis=1))

    def incomparable(self, row: int) -> str:
        """Why no ratings of a row can be compared (a key of the catalogue), empty where some can."""
        if self.items[row]:
            return ""
        if self.raters[row] > 1:
            return "agreement.no_overlap"
        return "agreement.one_rater" if self.raters[row] else "agreement.no_ratings"

    def _weighed(self, distance: Distance, weight: Floats) -> Floats:
        """The distances between two ratings of an item, summed; those of a pattern weigh `weight`."""
        found = self.patterns
        between = distance.between(found.left, found.right) * weight[found.pair]
        if not len(found.pair):
            return np.zeros(len(self.times))
        starts = np.flatnonzero(np.diff(found.pair, prepend=-1))
        each = np.zeros((*between.shape[:-1], len(found)))
        each[..., found.pair[starts]] = np.add.reduceat(between, starts, axis=-1)
        return np.asarray(self.times @ each if each.ndim == 1 else (self.times * each).sum(axis=1))

    def _by_code(self, weight: Floats) -> Floats:
        """The ratings of each code, those of a pattern weighing `weight`; rows x codes."""
        found, size = self.patterns, self.patterns.size
        weights = weight[found.entry]
        if len(self.times) > 1 and len(found) * size <= DENSE:
            keys = found.entry * size + found.code
            weighed = np.bincount(keys, weights, len(found) * size).reshape(-1, size)
            return np.asarray((weighed.T @ self.times.T).T)  # resamples stand as columns in memory
        each = [np.bincount(found.code, row[found.entry] * weights, size) for row in self.times]
        return np.array(each, np.float64).reshape(len(self.times), size)


def tally(table: Table, groups: Sequence[Ints] = ()) -> Tally:
    """The tally of all items of a table, or a row for each of some `groups` of them (their numbers)."""
    found = patterns(table.codes, len(table.scale.values))
    rated = table.codes >= 0
    parts = groups or [np.arange(len(table.items))]
    times = [np.bincount(found.of_item[part], minlength=len(found)) for part in parts]
    raters = [np.count_nonzero(rated[part].any(axis=0)) for part in parts]
    return Tally(found, np.array(times, np.float64), np.array(raters, np.int64))
