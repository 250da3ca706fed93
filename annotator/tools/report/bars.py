"""Amounts as bars, one below the other: who did how much, how fast."""

from collections.abc import Sequence
from typing import NamedTuple

from annotator.tools.report.svg import drawing, element, fitting, width_of, words

_ROW, _PLOT, _TOP, _MOST_NAME, _TOLD = 26, 360, 8, 240, 200


class Bar(NamedTuple):
    """An amount and the words that tell it."""

    name: str
    amount: float
    told: str


def bars(title: str, rows: Sequence[Bar]) -> str:
    """A bar for each amount, the greatest as long as the plot."""
    left = min(_MOST_NAME, max((width_of(row.name) for row in rows), default=0)) + 16
    most = max((row.amount for row in rows), default=0) or 1
    parts = []
    for number, row in enumerate(rows):
        y = _TOP + _ROW * number
        long = row.amount / most * _PLOT
        parts.append(words(fitting(row.name, _MOST_NAME), left - 12, y + 17, text_anchor="end"))
        parts.append(element("rect", x=left, y=y + 4, width=long, height=_ROW - 8, class_="amount"))
        parts.append(words(row.told, left + long + 8, y + 17))
    return drawing(left + _PLOT + _TOLD, _TOP + _ROW * len(rows) + 8, title, parts)
