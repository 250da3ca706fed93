"""Whole groups of documents to parts, so that every part has its share of everything that is counted.

Greedy: who holds most of what is rare goes first, each to where the parts come nearest to their shares; then
groups move, and pairs of them change places, as long as that brings them nearer still.
"""

from collections.abc import Hashable, Mapping, Sequence
from typing import TypeVar

from annotator.model.ids import sha256

Part = TypeVar("Part", bound=Hashable)
Counts = Mapping[str, int]
"""How often what is counted stands in something."""
Pairs = Sequence[tuple[int, int]]
"""The same with what is counted as its number."""

_EMPTY = 15.0
"""What it costs that a part has nothing of something: as much as almost five times its share."""
_ROUNDS = 8
_PAIRS = 20_000
"""About so many pairs are tried a round: all of 200 groups, of more other ones each time."""


def stratified(
    groups: Mapping[str, Counts],
    shares: Mapping[Part, float],
    held: Mapping[Part, Counts],
    seed: int = 0,
) -> dict[str, Part]:
    """The part of each group. `shares` are what the parts are to have, above 0 and together 1; `held` is what
    is in them already and stays. The order of `groups` makes no difference; `seed` decides between equals.
    """
    every = [*groups.values(), *held.values()]
    number = {name: at for at, name in enumerate(sorted({name for counts in every for name in counts}))}
    pairs = {name: [(number[one], count) for one, count in sorted(counts.items()) if count]
             for name, counts in groups.items()}  # fmt: skip
    totals = [0] * len(number)
    for counts in every:
        for name, count in counts.items():
            totals[number[name]] += count
    parts = list(shares)
    bins = [_Bin([shares[part] * total for total in totals]) for part in parts]
    for part, one in zip(parts, bins, strict=True):
        one.add([(number[name], count) for name, count in held.get(part, {}).items()])
    order = sorted(groups, key=lambda name: (-_weight(pairs[name], totals), sha256(f"{seed}:{name}")))
    place = dict[str, int]()
    for name in order:
        place[name] = min(range(len(bins)), key=lambda at: bins[at].change(pairs[name], 1))
        bins[place[name]].add(pairs[name])
    step = 1 + len(order) ** 2 // (2 * _PAIRS)
    for turn in range(_ROUNDS):
        better = [_moved(name, pairs[name], bins, place) for name in order]
        for at, name in enumerate(order):
            others = order[at + 1 + turn % step :: step]
            better += [_exchanged(name, other, pairs, bins, place) for other in others]
        if not any(better):
            break
    return {name: parts[place[name]] for name in groups}


class _Bin:
    """What is in a part, and what should be."""

    def __init__(self, wanted: list[float]) -> None:
        self._wanted = wanted
        self._now = [0] * len(wanted)

    def add(self, pairs: Pairs, sign: int = 1) -> None:
        """Put a group in, or (-1) take it out."""
        for at, count in pairs:
            self._now[at] += sign * count

    def change(self, pairs: Pairs, sign: int) -> float:
        """What it would cost to put a group in, or take it out: the squares of how far each count is from its
        share, in shares.
        """
        cost = 0.0
        for at, count in pairs:
            now, wanted = self._now[at], self._wanted[at]
            new = now + sign * count
            cost += (new - now) * (new + now - 2 * wanted) / (wanted * wanted)
            cost += _EMPTY * ((new == 0) - (now == 0))
        return cost


def _weight(pairs: Pairs, totals: Sequence[int]) -> float:
    """How much of everything a group holds."""
    weight = 0.0
    for at, count in pairs:
        weight += count / totals[at]
    return weight


_GAIN = -1e-9


def _moved(name: str, pairs: Pairs, bins: Sequence[_Bin], place: dict[str, int]) -> bool:
    """Put a group where it is better; False where it is best where it stands."""
    here = place[name]
    leaving = bins[here].change(pairs, -1)
    costs = [leaving + one.change(pairs, 1) if at != here else _GAIN for at, one in enumerate(bins)]
    best = costs.index(min(costs))
    if best == here:
        return False
    bins[here].add(pairs, -1)
    bins[best].add(pairs)
    place[name] = best
    return True


def _exchanged(
    one: str, two: str, pairs: Mapping[str, Pairs], bins: Sequence[_Bin], place: dict[str, int]
) -> bool:
    """Let two groups change places where that is better."""
    here, there = place[one], place[two]
    if here == there:
        return False
    cost = 0.0
    for at, goes, comes in ((here, one, two), (there, two, one)):
        cost += bins[at].change(pairs[goes], -1)
        bins[at].add(pairs[goes], -1)
        cost += bins[at].change(pairs[comes], 1)
        bins[at].add(pairs[comes])
    if cost < _GAIN:
        place[one], place[two] = there, here
        return True
    for at, goes, comes in ((here, one, two), (there, two, one)):
        bins[at].add(pairs[comes], -1)
        bins[at].add(pairs[goes])
    return False
