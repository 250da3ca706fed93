"""Figures with their intervals, one below the other: agreement by field."""

from collections.abc import Sequence
from typing import NamedTuple

from annotator.tools.report.svg import drawing, element, fitting, width_of, words
from annotator.tools.report.ticks import ticks

_ROW, _PLOT, _RIGHT, _TOP = 30, 380, 190, 28
_MOST_NAME = 240


class Interval(NamedTuple):
    """A figure between -1 and 1 with its bounds; without one, `note` says why."""

    name: str
    value: float | None
    bounds: tuple[float, float] | None = None
    note: str = ""


def intervals(title: str, rows: Sequence[Interval], marks: Sequence[float] = ()) -> str:
    """A row for each figure on one scale; `marks` are values with a line through all rows."""
    left = min(_MOST_NAME, max((width_of(row.name) for row in rows), default=0)) + 16
    least = min(
        [0.0, *(bound for row in rows for bound in (row.bounds or ())), *(r.value or 0.0 for r in rows)]
    )
    scale = ticks(max(-1.0, least), 1.0)
    low = scale[0]

    def at(value: float) -> float:
        return left + (max(low, min(1.0, value)) - low) / (1.0 - low) * _PLOT

    height = _TOP + _ROW * len(rows) + 24
    parts = [
        element("line", x1=at(value), x2=at(value), y1=_TOP, y2=height - 24, class_="mark") for value in marks
    ]
    for tick in scale:
        parts.append(words(f"{tick:g}", at(tick), height - 6, text_anchor="middle", class_="tick"))
        parts.append(element("line", x1=at(tick), x2=at(tick), y1=_TOP, y2=height - 24, class_="grid"))
    for number, row in enumerate(rows):
        y = _TOP + _ROW * number + _ROW / 2
        parts.append(words(fitting(row.name, _MOST_NAME), left - 12, y + 4, text_anchor="end"))
        if row.value is None:
            parts.append(words(fitting(row.note, _PLOT), left + 4, y + 4, class_="note"))
            continue
        told = f"{row.value:.2f}"
        if row.bounds:
            first, last = row.bounds
            parts.append(element("line", x1=at(first), x2=at(last), y1=y, y2=y, class_="bar"))
            parts += [
                element("line", x1=at(end), x2=at(end), y1=y - 5, y2=y + 5, class_="bar")
                for end in row.bounds
            ]
            told += f"  [{first:.2f}, {last:.2f}]"
        parts.append(element("circle", cx=at(row.value), cy=y, r=5, class_="dot"))
        parts.append(words(told, left + _PLOT + 14, y + 4))
    return drawing(left + _PLOT + _RIGHT, height, title, parts)
