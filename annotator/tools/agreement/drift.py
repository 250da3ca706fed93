"""Whether agreement changes while the work goes on: by the order in which it was done, by week, by version of
the codebook; all together, each rater with the others, and with what they said themselves before.
"""

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from typing import NamedTuple

import numpy as np

from annotator.tools.agreement.coefficient import Coefficient
from annotator.tools.agreement.distance import Floats, Ints
from annotator.tools.agreement.measure import coefficients
from annotator.tools.agreement.rating import Ratings
from annotator.tools.agreement.table import Table
from annotator.tools.agreement.tally import tally
from annotator.tools.agreement.value import READERS, Kind

LEAST, MOST = 10, 10
"""Items of a window at least, and windows at most."""

_DAY = 86_400_000
_MONDAY = 4 * _DAY  # 1970 began on a Thursday


class Window(NamedTuple):
    """The `n` items that can be compared and whose last rating was given between `first` and `last` (UTC
    milliseconds); `name` is the Monday of a week, or a version of the codebook.
    """

    name: str
    first: int
    last: int
    n: int
    coefficients: tuple[Coefficient, ...]


class Share(NamedTuple):
    """Of `n` items between `first` and `last`, the share on which a rater said the same."""

    first: int
    last: int
    n: int
    same: float


class Own(NamedTuple):
    """How far a rater agrees with the others, and with their own earlier passes, in the order of work."""

    reviewer: str
    others: tuple[Share, ...]
    again: tuple[Share, ...]


class Drift(NamedTuple):
    """Windows of items in the order of their last rating, weeks, and versions of the codebook: each only
    where there are two or more. In `codebooks` the name is empty for items that were rated under several.
    """

    windows: tuple[Window, ...]
    weeks: tuple[Window, ...]
    codebooks: tuple[Window, ...]
    raters: tuple[Own, ...]


def drift(ratings: Ratings, table: Table, kind: Kind, names: Sequence[str]) -> Drift:
    """The coefficients `names` in each part of the work; nothing of ratings of which no time is known."""
    if not any(ratings.at.values) and not any(ratings.codebook.values):
        return Drift((), (), (), ())
    rated = table.chosen >= 0
    given = np.where(rated, np.array(ratings.at.values, np.int64)[ratings.at.at][table.chosen], 0)
    last = given.max(axis=1, initial=0)
    compared = np.flatnonzero(rated.sum(axis=1) > 1)
    order = compared[np.argsort(last[compared], kind="stable")]
    timed = order[last[order] > 0]
    parts = _split(timed)
    mondays = (last[timed] - _MONDAY) // (7 * _DAY)
    weeks = [timed[mondays == monday] for monday in sorted(set(mondays.tolist()))]
    versions: dict[str, list[int]] = {}
    for item in order.tolist():
        under = {*ratings.codebook.at[table.chosen[item][rated[item]]].tolist()}
        name = ratings.codebook.values[under.pop()] if len(under) == 1 else ""
        versions.setdefault(name, []).append(item)
    return Drift(
        _windows(table, last, parts, [""] * len(parts), names),
        _windows(table, last, weeks, [_monday(int(last[week[0]])) for week in weeks], names),
        _windows(table, last, [np.array(one) for one in versions.values()], list(versions), names),
        tuple(_own(ratings, table, given, kind)),
    )


def _split(items: Ints) -> list[Ints]:
    """Items in windows of the same size."""
    count = min(MOST, len(items) // LEAST)
    return list(np.array_split(items, count)) if count else []


def _windows(
    table: Table, last: Ints, parts: Sequence[Ints], titles: Sequence[str], names: Sequence[str]
) -> tuple[Window, ...]:
    if len(parts) < 2:
        return ()
    rows = coefficients(table.scale, tally(table, parts), names)
    return tuple(
        Window(title, int(last[part].min()), int(last[part].max()), len(part), row)
        for title, part, row in zip(titles, parts, rows, strict=True)
    )


def _monday(at: int) -> str:
    day = datetime.fromtimestamp(at / 1000, UTC).date()
    return (day - timedelta(days=day.weekday())).isoformat()


def _own(ratings: Ratings, table: Table, given: Ints, kind: Kind) -> Iterator[Own]:
    """Each rater's windows, those who have two or more."""
    codes, rated = table.codes, table.codes >= 0
    others = rated.sum(axis=1) - 1
    again = _again(ratings, kind) if table.retests else {}
    for at, name in enumerate(table.raters):
        items = np.flatnonzero(rated[:, at] & (others > 0) & (given[:, at] > 0))
        same = (codes[items] == codes[items, at, None]).sum(axis=1) - 1
        shares = _shares(given[items, at], same / np.maximum(1, others[items]))
        retested = _shares(*again[name]) if name in again else ()
        if shares or retested:
            yield Own(name, shares, retested)


def _again(ratings: Ratings, kind: Kind) -> dict[str, tuple[Ints, Floats]]:
    """When each rater went over an item again, and whether they said the same as the time before."""
    reader = READERS[kind][0]
    passes: dict[tuple[str, str], list[tuple[int, int, object]]] = {}
    for one in ratings.rows():
        passes.setdefault((one.reviewer, one.item), []).append((one.pass_no, one.at, reader(one.value)))
    found: dict[str, list[tuple[int, bool]]] = {}
    for (reviewer, _), several in passes.items():
        several.sort(key=lambda one: one[0])
        for before, after in pairwise(several):
            found.setdefault(reviewer, []).append((after[1], before[2] == after[2]))
    return {
        name: (np.array([at for at, _ in said], np.int64), np.array([same for _, same in said], np.float64))
        for name, said in found.items()
    }


def _shares(times: Ints, same: Floats) -> tuple[Share, ...]:
    parts = _split(np.argsort(times, kind="stable"))
    if len(parts) < 2:
        return ()
    return tuple(
        Share(int(times[part[0]]), int(times[part[-1]]), len(part), float(same[part].mean()))
        for part in parts
    )
