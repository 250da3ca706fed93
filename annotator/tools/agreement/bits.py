"""Random numbers from a seed: the same on every machine and with every release of numpy, which keeps those of
its own for one release only (NEP 19) and takes 10 ms to load them.

SplitMix64: Steele, Lea and Flood, Fast splittable pseudorandom number generators, OOPSLA 2014.
"""

import numpy as np
from numpy.typing import NDArray

from annotator.tools.agreement.distance import Floats

Words = NDArray[np.uint64]

_STEP, _FIRST, _SECOND = 0x9E3779B97F4A7C15, 0xBF58476D1CE4E5B9, 0x94D049BB133111EB
_MODULUS = 1 << 64


class Bits:
    """The numbers that follow from `seed`, each of them given out once."""

    def __init__(self, seed: int) -> None:
        self._state = seed % _MODULUS

    def words(self, count: int) -> Words:
        """`count` words of 64 random bits."""
        found = np.arange(1, count + 1, dtype=np.uint64)
        found *= np.uint64(_STEP)
        found += np.uint64(self._state)
        self._state = (self._state + count * _STEP) % _MODULUS
        shifted = np.empty_like(found)
        for shift, factor in ((30, _FIRST), (27, _SECOND)):
            found ^= np.right_shift(found, np.uint64(shift), out=shifted)
            found *= np.uint64(factor)
        found ^= np.right_shift(found, np.uint64(31), out=shifted)
        return found

    def shorts(self, count: int) -> NDArray[np.uint16]:
        """`count` whole numbers below 2^16."""
        words = self.words(-(-count // 4)).astype("<u8", copy=False)
        return words.view("<u2")[:count]

    def floats(self, count: int) -> Floats:
        """`count` numbers from 0 to below 1."""
        words = self.words(count)
        words >>= np.uint64(11)
        return words.astype(np.float64) * 2.0**-53
