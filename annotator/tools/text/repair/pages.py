"""What a page carried besides its text: its number, and the head that comes again on every page."""

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from annotator.tools.text import forms
from annotator.tools.text.lines import Line

_LONGEST, _BESIDE, _FEWEST = 60, 6, 3
_PAGE = 10
_BARE = re.compile(r"\d{1,3}")
_DIGITS = re.compile(r"\d+")


def furniture(lines: Sequence[Line]) -> frozenset[int]:
    """The places in `lines` of page marks, and of what comes again beside them in the same words."""
    marks = [number for number, line in enumerate(lines) if forms.is_page_mark(line.plain[:_LONGEST])]
    found = set(marks or _bare(lines))
    marks = sorted(found)
    for step in (-1, 1):
        beside = marks
        for _ in range(_BESIDE):
            beside = [at for mark in beside if 0 <= (at := mark + step) < len(lines) and at not in found]
            heads = Counter(_shape(lines[at]) for at in beside)
            beside = [at for at in beside if heads[_shape(lines[at])] >= max(_FEWEST, len(marks) // 3)]
            found.update(beside)
    if not found:
        return frozenset()
    # What comes again has to come once: the title, the head of a table.
    first: dict[str, int] = {}
    for at, line in enumerate(lines):
        first.setdefault(_shape(line), at)
    return frozenset(found.difference(set(first.values()).difference(marks)))


def _bare(lines: Sequence[Line]) -> list[int]:
    """The places of bare numbers that count the pages: each one more than the last, a page apart."""
    numbers = [(at, int(line.plain)) for at, line in enumerate(lines) if _BARE.fullmatch(line.plain)]
    counting = all(
        after == before + 1 and below - above >= _PAGE
        for (above, before), (below, after) in pairwise(numbers)
    )
    return [at for at, _ in numbers] if counting and len(numbers) >= _FEWEST else []


def _shape(line: Line) -> str:
    return _DIGITS.sub("0", line.plain[:_LONGEST])
