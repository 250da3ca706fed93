"""What resamples are made of: random bits, and how often each kind of unit is drawn."""

import math

import numpy as np
import pytest

from annotator.tools.agreement.bits import Bits
from annotator.tools.agreement.draw import draw


def test_random_bits_are_those_of_splitmix64() -> None:
    first = [6457827717110365317, 3203168211198807973, 9817491932198370423, 4593380528125082431]
    bits = Bits(1234567)
    assert [*bits.words(1).tolist(), *bits.words(3).tolist()] == first  # published with the algorithm
    assert Bits(1234567).shorts(5).tolist() == [first[0] >> 16 * at & 0xFFFF for at in range(4)] + [
        first[1] & 0xFFFF
    ]
    assert Bits(1234567).floats(2).tolist() == [(one >> 11) / 2**53 for one in first[:2]]


@pytest.mark.parametrize("factor", [1, 60])
def test_kinds_are_drawn_alike_whether_they_are_rare_or_not(factor: int) -> None:
    occurs = factor * np.array([1, 1, 2, 5, 0, 6, 7, 40, 150])
    drawn = draw(Bits(1), occurs, 4000)
    n, shares = occurs.sum(), occurs / occurs.sum()
    assert (drawn.sum(axis=1) == n).all()
    covariance = n * (np.diag(shares) - np.outer(shares, shares))
    assert drawn.mean(axis=0) == pytest.approx(occurs, rel=0.06)
    assert np.cov(drawn.T) == pytest.approx(covariance, abs=0.06 * covariance.max(), rel=0.15)


@pytest.mark.parametrize(("rare", "rest"), [(1, 1), (1, 4), (2, 700), (30, 60), (900, 900)])
def test_a_kind_is_drawn_with_a_binomial_distribution(rare: int, rest: int) -> None:
    n, count = rare + rest, 100_000
    drawn = draw(Bits(5), np.array([rare, rest]), count)[:, 0].astype(int)
    for times, found in enumerate(np.bincount(drawn, minlength=n + 1).tolist()):
        share = math.comb(n, times) * rare**times * rest ** (n - times) / n**n
        assert abs(found - count * share) < 4.5 * math.sqrt(count * share) + 2, times
