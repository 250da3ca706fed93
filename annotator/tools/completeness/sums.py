"""A total and its parts: 到2027年打造不少于60个应用场景, and chapter by chapter 完成3个以上应用场景."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from annotator.tools.completeness.item import Finding, Item, Quantity

_NOUN = 2
"""So many last characters of what is counted make it the same thing: 典型应用场景, AI赋能应用场景."""
_FEWEST = 4
"""Fewer numbers alike are as often thresholds."""
_NEAR = (0.5, 1.5)
"""Parts that come to less or more than so much of the total are not its parts."""

Stated = tuple[int, Quantity]


def apart(items: Sequence[Item]) -> Iterator[Finding]:
    """Each total that the parts of several other clauses do not come to."""
    groups: defaultdict[tuple[str, str], list[Stated]] = defaultdict(list)
    for item in items:
        for one in item.quantities:
            if item.number and one.unit and len(one.counted) >= _NOUN:
                groups[one.unit, one.counted.rstrip("”’）)")[-_NOUN:]].append((item.number, one))
    for stated in groups.values():
        number, total = max(stated, key=lambda one: one[1].value)
        year = total.by[:4]
        parts = [(at, one) for at, one in stated if at != number and one.by[:4] in ("", year)]
        clauses = tuple(dict.fromkeys(at for at, _ in parts))
        summed = sum(one.value for _, one in parts)
        if len(clauses) < _FEWEST or summed == total.value:
            continue
        if _NEAR[0] <= summed / total.value <= _NEAR[1]:
            values: dict[str, str | int] = {
                "clause": number, "total": total.written, "counted": total.counted, "parts": len(parts),
                "sum": f"{summed:g}{total.unit}",
            }  # fmt: skip
            yield Finding("sum", values, (number, *clauses))
