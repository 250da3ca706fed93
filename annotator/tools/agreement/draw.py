"""Resamples of many units, of which there are few kinds: how often each kind is drawn.

Drawing with replacement gives the kinds a multinomial distribution. Independent Poisson counts have the same
one once their sum is known; so most units are drawn as such counts, and the few that are still missing one by
one. A count costs a look into a table, however many units it stands for.
"""

import math

import numpy as np
from numpy.typing import NDArray

from annotator.tools.agreement.bits import Bits
from annotator.tools.agreement.distance import Floats, Ints

_CELLS = 1 << 12
"""Into so many cells the numbers from 0 to 1 are cut: in most of them every number means the same count."""

_WIDE = 4
"""So many standard deviations of their sum the counts are expected to stay below the number of units."""

_AT_ONCE = 64
"""Resamples that are made complete at once, in memory that the processor has at hand."""

_FAR = 10
"""No count is so many standard deviations, and so many units more, away from what is expected."""


def draw(bits: Bits, occurs: Ints, count: int) -> Floats:
    """How often each kind comes in each of `count` resamples (rows), where there are `occurs` units of it."""
    units = int(occurs.sum())
    share = max(0.0, units - _WIDE * math.sqrt(units)) / max(1, units)
    expected = occurs.astype(np.float64) * share
    drawn = _counts(bits, expected, count)
    # A sum that is too large tells nothing of the other rows: that row is drawn anew.
    while len(over := np.flatnonzero(drawn.sum(axis=0) > units)):
        drawn[:, over] = _counts(bits, expected, len(over))
    missing = (units - drawn.sum(axis=0)).astype(np.int64)
    kinds = np.repeat(np.arange(len(occurs)), occurs)
    for start in range(0, count, _AT_ONCE):
        some = missing[start : start + _AT_ONCE]
        keys = kinds.take((bits.floats(int(some.sum())) * units).astype(np.int64)) * len(some)
        keys += np.repeat(np.arange(len(some)), some)
        found = np.bincount(keys, minlength=len(occurs) * len(some))
        drawn[:, start : start + len(some)] += found.reshape(-1, len(some))
    return drawn.T


def _counts(bits: Bits, expected: Floats, count: int) -> Floats:
    """For each of the `expected` numbers (rows) `count` numbers with a Poisson distribution about it."""
    found = np.zeros((len(expected), count))
    order = np.argsort(expected, kind="stable")
    alike = np.split(order, np.flatnonzero(np.diff(expected[order])) + 1)
    for rows in alike:
        if len(rows) and (mean := float(expected[rows[0]])) > 0:
            found[rows] = _poisson(bits, mean, len(rows) * count).reshape(-1, count)
    return found


def _poisson(bits: Bits, mean: float, count: int) -> NDArray[np.int32]:
    """Numbers with a Poisson distribution: the quantiles of random numbers, by a guide table (Chen and Asau,
    On generating random variates from an empirical distribution, AIIE Transactions 6, 1974). It takes no
    function that machines round in ways of their own.
    """
    reach = _FAR * (math.sqrt(mean) + 1)
    least = max(0, int(mean - reach))
    ratios = mean / np.arange(least + 1, int(mean + reach) + 1)
    shares = np.cumsum(np.cumprod(np.append(1.0, ratios)))
    bounds = shares[:-1] / shares[-1]
    inside = np.bincount((bounds * _CELLS).astype(np.int64), minlength=_CELLS)[:_CELLS]
    guide = np.where(inside, -1, np.cumsum(inside)).astype(np.int32)
    numbers = bits.shorts(count)
    found = guide.take(numbers >> 4)
    split = np.flatnonzero(found < 0)
    exact = (numbers[split] + bits.floats(len(split))) / (1 << 16)
    found[split] = np.searchsorted(bounds, exact, side="right")
    found += least
    return found
