"""Events of a chain that are elsewhere: a bundle for one reviewer leaves out what others did."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from operator import itemgetter
from typing import NamedTuple


class Gap(NamedTuple):
    """The events from number `first` to `last` of a run, both included."""

    run: str
    first: int
    last: int


def joined(gaps: Iterable[Gap]) -> list[Gap]:
    """The same events in as few gaps as can be, in order."""
    found: list[Gap] = []
    for gap in sorted(gaps):
        before = found[-1] if found else None
        if before and before.run == gap.run and gap.first <= before.last + 1:
            found[-1] = before._replace(last=max(before.last, gap.last))
        else:
            found.append(gap)
    return found


def without(gap: Gap, numbers: Iterable[int]) -> Iterator[Gap]:
    """What is left of a gap where some of its events are there, given by number in ascending order."""
    first = gap.first
    for number in numbers:
        if number > first:
            yield Gap(gap.run, first, number - 1)
        first = number + 1
    if first <= gap.last:
        yield Gap(gap.run, first, gap.last)


def uncovered(gap: Gap, declared: Sequence[Gap]) -> list[Gap]:
    """What of a gap is in none of `declared`, which are joined and of the same run."""
    found, first = [], gap.first
    for one in declared:
        if one.last < first:
            continue
        if one.first > gap.last:
            break
        if one.first > first:
            found.append(Gap(gap.run, first, one.first - 1))
        first = one.last + 1
    return [*found, Gap(gap.run, first, gap.last)] if first <= gap.last else found


def by_run(gaps: Iterable[Gap]) -> dict[str, list[Gap]]:
    """Gaps, joined, under their runs."""
    return {run: list(one) for run, one in groupby(joined(gaps), key=itemgetter(0))}
