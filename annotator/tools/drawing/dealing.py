"""Dealing: each lot of clauses goes to so many reviewers, and nobody gets more than another."""

from collections.abc import Sequence
from typing import NamedTuple


class Lot(NamedTuple):
    """Clauses that stay together: one, or those of a document. `to` is how many reviewers get them, `turn`
    decides among reviewers who are equal otherwise.
    """

    size: int
    to: int
    turn: int


TAKEN = 1 << 60
"""More than any load: who has the lot already does not get it twice."""


def deal(lots: Sequence[Lot], reviewers: int) -> list[list[int]]:
    """The numbers of the reviewers who get each lot.

    Whoever has least gets the next one, the greatest first, so that loads differ by one lot at most; of
    those with the same load, who has shared least with the reviewers chosen before.
    """
    loads = [0] * reviewers
    pairs = [[0] * reviewers for _ in range(reviewers)]
    dealt: list[list[int]] = [[] for _ in lots]
    for number in sorted(range(len(lots)), key=lambda n: (-lots[n].size, -lots[n].to, lots[n].turn)):
        size, to, turn = lots[number]
        chosen, free, shared = list[int](), loads.copy(), [0] * reviewers
        for _ in range(to):
            least = min(free)
            near = [one for one in range(reviewers) if free[one] == least]
            one = (
                min(near, key=lambda one: (shared[one], (one + turn) % reviewers))
                if len(near) > 1
                else near[0]
            )
            chosen.append(one)
            free[one] = TAKEN
            shared = [before + now for before, now in zip(shared, pairs[one], strict=True)]
        for one in chosen:
            loads[one] += size
            for other in chosen:
                pairs[one][other] += size
        dealt[number] = sorted(chosen)
    return dealt
