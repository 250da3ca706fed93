"""Which label each item has by what is known of its raters: the model of Dawid and Skene.

Dawid and Skene, Maximum likelihood estimation of observer error-rates using the EM algorithm, Applied
Statistics 28, 1979. It says how a rater differs from the consensus, not who is right, and asks for many
judgements: with two raters, or few of each, what it gives is noise.
"""

from dataclasses import dataclass

import numpy as np

from annotator.tools.agreement.coefficient import Undefined
from annotator.tools.agreement.distance import Floats
from annotator.tools.agreement.table import Table
from annotator.tools.agreement.value import Level

ENOUGH_RATERS, ENOUGH_RATINGS = 3, 50
"""Raters, and ratings of each on average, from which the estimates can be shown."""

MOST_ROUNDS = 1000
STILL = 1e-9
"""The rounds end when no share changes by more."""

_TINY = 1e-300


@dataclass(frozen=True, slots=True)
class Consensus:
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
    used = np.unique(table.codes[rated])
    if len(table.raters) < ENOUGH_RATERS:
        raise Undefined("agreement.few_raters")
    if rated.sum() < ENOUGH_RATINGS * len(table.raters):
        raise Undefined("agreement.few_ratings")
    given = np.full(table.codes.shape, -1)
    given[rated] = np.searchsorted(used, table.codes[rated])
    rows, at, times = np.unique(given, axis=0, return_inverse=True, return_counts=True)
    shares, prior, confusion, rounds = _estimated(rows, times.astype(np.float64), len(used))
    names = [table.scale.values[code] for code in used.tolist()]
    likeliest = shares.argmax(axis=1)[at.reshape(-1)]
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


def _estimated(rows: np.ndarray, times: Floats, size: int) -> tuple[Floats, Floats, Floats, int]:
    """By patterns of ratings (rows x raters, -1 = missing), each `times`: the shares of the true labels,
    their prior, each rater's confusion (raters x true x given), and the rounds it took. Begins with the
    majority.
    """
    one_hot = (rows[:, :, None] == np.arange(size)).astype(np.float64)
    flat = one_hot.reshape(len(rows), -1)
    votes = one_hot.sum(axis=1)
    shares = votes / votes.sum(axis=1, keepdims=True)
    moved, rounds = 1.0, 0
    while moved > STILL and rounds < MOST_ROUNDS:
        rounds += 1
        weighed = shares * times[:, None]
        prior = weighed.sum(axis=0) / times.sum()
        counts = (weighed.T @ flat).reshape(size, -1, size)
        sums = counts.sum(axis=2, keepdims=True)
        # Of a true label that a rater never met, nothing is known of what they would give.
        confusion = np.divide(counts, sums, out=np.full_like(counts, 1 / size), where=sums > 0)
        given = np.log(np.maximum(confusion, _TINY)).reshape(size, -1)
        likely = np.log(np.maximum(prior, _TINY)) + flat @ given.T
        after = np.exp(likely - likely.max(axis=1, keepdims=True))
        after /= after.sum(axis=1, keepdims=True)
        moved, shares = float(np.abs(after - shares).max()), after
    return shares, prior, confusion.transpose(1, 0, 2), rounds
