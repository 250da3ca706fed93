"""Items with the same ratings, whoever gave them, counted as one: what coefficients over all raters need.

A hundred thousand items by five raters come down to some thousand patterns. Every sum of a coefficient is
linear in the items, so that a group of items, or a resample of them, is the same patterns in other numbers.
"""

from itertools import combinations

import numpy as np
from numpy.typing import NDArray

Ints = NDArray[np.int64]

_KEYS = 1 << 62
"""Rows are sorted by one number each where that is large enough."""


class Patterns:
    """The distinct rows of a table of codes, in no order of raters.

    size       number of codes
    of_item    the pattern of each item
    rows       the codes of each pattern, highest first, -1 behind them
    ratings    how many codes each has
    entry      for every rating in a pattern: the pattern
    code       and its code
    pair       for every two ratings of different codes in a pattern: the pattern
    left       the higher code
    right      and the lower one
    """

    def __init__(self, size: int, of_item: Ints, rows: Ints) -> None:
        self.size = size
        self.of_item = of_item
        self.rows = rows
        self.ratings: Ints = (rows >= 0).sum(axis=1)
        self.entry, column = (rows >= 0).nonzero()
        self.code: Ints = rows[self.entry, column]
        pair, left, right = _apart(rows)
        order = np.argsort(pair, kind="stable")
        self.pair, self.left, self.right = pair[order], left[order], right[order]

    def __len__(self) -> int:
        return len(self.rows)

    @property
    def unanimous(self) -> NDArray[np.bool_]:
        """Which have two ratings or more, all of one code."""
        same = ((self.rows == self.rows[:, :1]) | (self.rows < 0)).all(axis=1)
        found: NDArray[np.bool_] = same & (self.ratings > 1)
        return found


def patterns(codes: NDArray[np.integer], size: int) -> Patterns:
    """The patterns of items x raters `codes`, each below `size`, -1 where a rating is missing."""
    rows = np.sort(codes, axis=1)[:, ::-1]
    width = int((rows >= 0).sum(axis=1).max(initial=1))
    rows = rows[:, :width] if rows.shape[1] else np.full((len(rows), 1), -1)
    rows, of_item = distinct(rows, size)
    return Patterns(size, of_item, rows)


def _apart(rows: Ints) -> list[Ints]:
    """Every two ratings of different codes in a row: the row, the higher code, the lower one."""
    found = [np.empty((3, 0), np.int64)]
    for a, b in combinations(range(rows.shape[1]), 2):
        (at,) = ((rows[:, b] >= 0) & (rows[:, a] != rows[:, b])).nonzero()
        found.append(np.stack([at, rows[at, a], rows[at, b]]))
    return list(np.concatenate(found, axis=1))


def distinct(rows: NDArray[np.integer], size: int) -> tuple[Ints, Ints]:
    """The distinct rows of codes (each below `size`, or -1), and which of them each row is."""
    base = size + 1
    if base ** rows.shape[1] >= _KEYS:
        found, at = np.unique(rows, axis=0, return_inverse=True)
        return found, at.reshape(-1)
    keys = np.zeros(len(rows), np.int64)
    for column in rows.T:
        keys *= base
        keys += column + 1
    keys, at = np.unique(keys, return_inverse=True)
    found = np.empty((len(keys), rows.shape[1]), np.int64)
    for column in reversed(range(rows.shape[1])):
        keys, found[:, column] = np.divmod(keys, base)
    return found - 1, at.reshape(-1)
