"""Which label each item has by what is known of its raters: the model of Dawid and Skene.

Dawid and Skene, Maximum likelihood estimation of observer error-rates using the EM algorithm, Applied
Statistics 28, 1979. It says how a rater differs from the consensus, not who is right, and asks for many
judgements: with two raters, or few of each, what it gives is noise.
"""

from typing import NamedTuple

import numpy as np

from annotator.tools.agreement.coefficient import Undefined
from annotator.tools.agreement.distance import Floats, Ints
from annotator.tools.agreement.pattern import distinct
from annotator.tools.agreement.table import Table
from annotator.tools.agreement.value import Level

ENOUGH_RATERS, ENOUGH_RATINGS = 3, 50
"""Raters, and ratings of each on average, from which the estimates can be shown."""

MOST_ROUNDS = 1000
STILL = 1e-9
"""The rounds end when no share changes by more."""

_AT_ONCE = 20
"""Ratings whose chances are multiplied before they are brought back to shares. By the label that an item had
before, its own ratings have a chance, which is 1e-8 among a million; a float ends at 1e-308.
"""


class Consensus(NamedTuple):
    """What is estimated, in so many `rounds`.

    prevalence  the share of each label
    confusion   of each rater: of a true label, the shares of what was given
    classes     the likeliest label of each item
    """

    prevalence: dict[Level, float]
    confusion: dict[str, dict[Level, dict[Level, float]]]
    classes: dict[str, Level]
    rounds: int


def consensus(table: Table) -> Consensus:
    """The estimates for a table of categories; raises Undefined where it cannot carry them."""
    if table.scale.kind not in ("nominal", "ordinal"):
        raise Undefined("agreement.needs_categories")
    rated = table.codes >= 0
    used = np.flatnonzero(np.bincount(table.codes[rated]))
    if len(table.raters) < ENOUGH_RATERS:
        raise Undefined("agreement.few_raters")
    if rated.sum() < ENOUGH_RATINGS * len(table.raters):
        raise Undefined("agreement.few_ratings")
    given = np.full(table.codes.shape, -1)
    given[rated] = np.searchsorted(used, table.codes[rated])
    rows, at = distinct(given, len(used))
    times = np.bincount(at).astype(np.float64)
    shares, prior, confusion, rounds = _estimated(rows, times, len(used))
    names = [table.scale.values[code] for code in used.tolist()]
    likeliest = shares.argmax(axis=1)[at]
    levels = [name for name in names if not isinstance(name, frozenset)]
    return Consensus(
        prevalence=dict(zip(levels, prior.tolist(), strict=True)),
        confusion={
            rater: {
                true: dict(zip(levels, row, strict=True))
                for true, row in zip(levels, confusion[number].tolist(), strict=True)
            }
            for number, rater in enumerate(table.raters)
        },
        classes={item: levels[code] for item, code in zip(table.items, likeliest.tolist(), strict=True)},
        rounds=rounds,
    )


def _estimated(rows: Ints, times: Floats, size: int) -> tuple[Floats, Floats, Floats, int]:
    """By patterns of ratings (rows x raters, -1 = missing), each `times`: the shares of the true labels,
    their prior, each rater's confusion (raters x true x given), and the rounds it took. Begins with the
    majority.
    """
    columns = np.ascontiguousarray(rows.T)
    of_raters = [_runs(column) for column in columns]
    shares = np.zeros((len(rows), size))
    for at, starts, codes in of_raters:
        for start, end, code in zip(starts, [*starts[1:], len(at)], codes, strict=True):
            shares[at[start:end], code] += 1
    shares /= shares.sum(axis=1, keepdims=True)
    weights, whole, ones = np.repeat(times[:, None], size, axis=1), times.sum(), np.ones(size)
    counts = np.zeros((len(columns), size, size))  # raters x given x true
    # One more row, for the code -1: who did not rate says nothing.
    given = np.ones((len(columns), size + 1, size))
    after, weighed = np.empty_like(shares), np.empty_like(shares)
    moved, rounds = 1.0, 0
    while moved > STILL and rounds < MOST_ROUNDS:
        rounds += 1
        np.multiply(shares, weights, out=weighed)
        prior = times @ shares / whole
        for of_rater, (at, starts, codes) in zip(counts, of_raters, strict=True):
            of_rater[codes] = np.add.reduceat(weighed.take(at, axis=0), starts)
        sums = counts.sum(axis=1, keepdims=True)
        # Of a true label that a rater never met, nothing is known of what they would give.
        given[:, :size] = 1 / size
        np.divide(counts, sums, out=given[:, :size], where=sums > 0)
        (given[0] * prior).take(columns[0], axis=0, out=after, mode="wrap")
        for number in range(1, len(given)):
            after *= given[number].take(columns[number], axis=0)
            if number % _AT_ONCE == 0:
                after /= (after @ ones)[:, None]
        after /= (after @ ones)[:, None]
        shares -= after
        moved = float(np.abs(shares, out=shares).max())
        shares, after = after, shares
    return shares, prior, given[:, :size].transpose(0, 2, 1), rounds


def _runs(column: Ints) -> tuple[Ints, Ints, Ints]:
    """The rows that a rater rated, by what they gave; where each code begins among them, and the codes."""
    order = np.argsort(column, kind="stable")
    order = order[np.count_nonzero(column < 0) :]
    starts = np.flatnonzero(np.diff(column[order], prepend=-1))
    return order, starts, column[order[starts]]
