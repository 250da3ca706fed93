"""Counts that are promised in front (30项主要任务、10大示范工程) against what stands behind them."""

import re
from collections.abc import Iterator, Sequence

from annotator.tools.completeness.item import Finding, Item, nearest
from annotator.tools.completeness.ordinal import ordinal

_PROMISE = re.compile(
    r"(?<![\d.第年月])(?P<written>(?P<count>\d{1,3}|[一二三四五六七八九十]{1,3})\s?(?:项|个|大|条|类|方面)的?"
    r"(?P<noun>[\u4e00-\u9fff]{0,4}?(?:任务|工程|项目|行动|措施|举措|政策)))"
)
_EARLY = 3
"""So many clauses at the beginning speak of the document; those behind them of other things."""


def broken(items: Sequence[Item]) -> Iterator[Finding]:
    """Each promised count that the section of that name has neither in its parts nor in its items."""
    told = set[tuple[str, int]]()
    for at, item in enumerate(items):
        early = item.kind == "front_matter" or 0 < item.number <= _EARLY
        for match in _PROMISE.finditer(item.text) if early else ():
            number = ordinal(match["count"])
            noun = match["noun"]
            if number and (noun, number.number) not in told:
                told.add((noun, number.number))
                counts = _counts(items, noun)
                if counts and number.number not in counts:
                    values: dict[str, str | int] = {
                        "promise": match["written"], "noun": noun, "found": max(counts)
                    }  # fmt: skip
                    yield Finding(
                        "promise", values, (item.number,) if item.number else (), nearest(items, at)
                    )


def _counts(items: Sequence[Item], noun: str) -> set[int]:
    """How many parts and how many items the sections have whose headings end in the noun."""
    counts = set[int]()
    for at, item in enumerate(items):
        if item.kind == "heading" and item.text.rstrip("。:：").endswith(noun):
            inside = list[Item]()
            for below in items[at + 1 :]:
                if below.kind == "title" or (below.kind == "heading" and below.level <= item.level):
                    break
                inside.append(below)
            numbered = [one for one in inside if ordinal(one.marker)]
            counts.add(sum(one.level == item.level + 1 for one in numbered))
            counts.add(sum(one.kind == "clause" for one in numbered))
            counts.add(sum(one.kind == "heading" for one in numbered))
    return counts - {0}
