"""Where raters differ: which items most, which values are taken for each other, and in which items."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from annotator.tools.agreement.coefficient import Undefined
from annotator.tools.agreement.distance import NOMINAL, Distance, Floats, Ints
from annotator.tools.agreement.measure import METRICS
from annotator.tools.agreement.pattern import Patterns
from annotator.tools.agreement.table import Table
from annotator.tools.agreement.tally import tally
from annotator.tools.agreement.value import HEADLINE, Level, Value
from annotator.words import say

Side = Level | None
"""A value, or None: nothing, where a set lacks what another has."""

Cell = tuple[Side, Side]


def called(value: object, names: Mapping[str, str]) -> str:
    """What people call a value, by `names` where they know it; any other is called as it is."""
    return say("audit.nothing_there") if value is None else names.get(str(value), str(value))


class Disagreement(NamedTuple):
    """An item and how far its ratings are apart: their mean distance over that expected by chance. 0 where
    all agree; 1 is as far as two ratings of any items; alpha is 1 less the mean over all ratings.
    """

    item: str
    times_chance: float


class CodePair(NamedTuple):
    """Two values taken for each other so many `times`, two raters of an item counting once, in `items`."""

    a: Side
    b: Side
    times: int
    items: tuple[str, ...]


class Confusion(NamedTuple):
    """Of raters `a` and `b`, or of each two where both are empty: how often one gave the row's value and the
    other the column's, and in which items. Of sets what both have stands on the diagonal, and what only one
    of them has beside what only the other has.
    """

    a: str
    b: str
    values: tuple[Side, ...]
    times: dict[Cell, int]
    items: dict[Cell, tuple[str, ...]]


def disagreements(table: Table) -> list[Disagreement]:
    """The items on which ratings differ, most first."""
    counts = tally(table)
    distance: Distance
    try:
        distance = METRICS[HEADLINE[table.scale.kind]](table.scale, counts.frequency[0])
    except Undefined:
        distance = NOMINAL
    each, n = _means(counts.patterns, distance), counts.frequency.sum()
    expected = float(distance.total(counts.frequency[0], counts.frequency[0])) / max(1.0, n * (n - 1))
    if not expected:
        return []
    of_item = each[counts.patterns.of_item] / expected
    order = np.argsort(-of_item, kind="stable")
    return [Disagreement(table.items[at], float(of_item[at])) for at in order.tolist() if of_item[at] > 0]


def _means(found: Patterns, distance: Distance) -> Floats:
    """The mean distance of two ratings in each pattern."""
    sums = np.bincount(found.pair, distance.between(found.left, found.right), len(found))
    return np.asarray(sums / np.maximum(1, found.ratings * (found.ratings - 1) / 2))


def code_pairs(table: Table) -> list[CodePair]:
    """Each two values that stand against each other in an item, most often first."""
    found = confusion(table)
    order = {value: at for at, value in enumerate(found.values)}
    pairs = [
        CodePair(a, b, times, found.items[a, b])
        for (a, b), times in found.times.items()
        if order[a] < order[b]
    ]
    return sorted(pairs, key=lambda one: -one.times)


def confusion(table: Table, a: str = "", b: str = "") -> Confusion:
    """The matrix of two raters; without their names that of each two, the same both ways."""
    if a and b:
        columns: Iterable[tuple[int, int]] = [(table.raters.index(a), table.raters.index(b))]
    else:
        columns = combinations(range(len(table.raters)), 2)
    times: dict[Cell, int] = {}
    items: dict[Cell, set[int]] = {}
    for left, right in columns:
        for (x, y), where in _met(table.codes[:, left], table.codes[:, right], len(table.scale.values)):
            for cell in _cells(table.scale.values[x], table.scale.values[y]):
                for one in {cell} if a or cell[0] == cell[1] else {cell, cell[::-1]}:
                    times[one] = times.get(one, 0) + len(where)
                    items.setdefault(one, set()).update(where.tolist())
    used = {side for cell in times for side in cell}
    values: tuple[Side, ...] = tuple(level for level in table.scale.levels if level in used)
    if None in used:
        values = (*values, None)
    named = {cell: tuple(table.items[at] for at in sorted(where)) for cell, where in items.items()}
    return Confusion(a, b, values, times, named)


def _met(
    left: NDArray[np.integer], right: NDArray[np.integer], size: int
) -> list[tuple[tuple[int, int], Ints]]:
    """The codes that two raters gave to the same items, and these items."""
    (both,) = ((left >= 0) & (right >= 0)).nonzero()
    keys = left[both].astype(np.int64) * size + right[both]
    order = np.argsort(keys, kind="stable")
    keys, both = keys[order], both[order]
    starts = np.flatnonzero(np.diff(keys, prepend=-1))
    parts = np.split(both, starts[1:]) if len(starts) else []
    return [(divmod(int(keys[start]), size), part) for start, part in zip(starts, parts, strict=True)]


def _cells(x: Value, y: Value) -> Sequence[Cell]:
    if not isinstance(x, frozenset) or not isinstance(y, frozenset):
        return [(x, y)] if not isinstance(x, frozenset) and not isinstance(y, frozenset) else []
    if not x and not y:
        return [(None, None)]
    only_x: Sequence[Side] = sorted(x - y) or [None]
    only_y: Sequence[Side] = sorted(y - x) or [None]
    apart = [(one, other) for one in only_x for other in only_y] if x != y else []
    return [*((one, one) for one in sorted(x & y)), *apart]
