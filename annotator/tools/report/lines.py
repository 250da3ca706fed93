"""Figures along time as lines, each with its own mark."""

from collections.abc import Sequence
from typing import NamedTuple

from annotator.tools.report.svg import drawing, element, fitting, words
from annotator.tools.report.ticks import ticks

_WIDTH, _HEIGHT, _LEFT, _TOP, _LEGEND, _ROW = 520, 220, 46, 16, 190, 20
_SIGNS = "●■▲◆○□△◇"


class Line(NamedTuple):
    """A name and a value for each step, None where there is none."""

    name: str
    values: Sequence[float | None]


def lines(title: str, steps: Sequence[str], several: Sequence[Line]) -> str:
    """The values of `several` at the `steps`, which are told below."""
    values = [value for line in several for value in line.values if value is not None]
    scale = ticks(min([0.0, *values]), max([1.0, *values]))
    low, high = scale[0], scale[-1]

    def x(step: int) -> float:
        return _LEFT + (step + 0.5) * _WIDTH / max(1, len(steps))

    def y(value: float) -> float:
        return _TOP + (high - value) / (high - low) * _HEIGHT

    parts = []
    for tick in scale:
        parts.append(element("line", x1=_LEFT, x2=_LEFT + _WIDTH, y1=y(tick), y2=y(tick), class_="grid"))
        parts.append(words(f"{tick:.2f}", _LEFT - 6, y(tick) + 4, text_anchor="end", class_="tick"))
    wide = _WIDTH / max(1, len(steps)) - 6
    for number, step in enumerate(steps):
        told = fitting(step, wide)
        parts.append(words(told, x(number), _TOP + _HEIGHT + 20, text_anchor="middle", class_="tick"))
    for number, line in enumerate(several):
        known = [(x(step), y(value)) for step, value in enumerate(line.values) if value is not None]
        way = " ".join(f"{a:.1f},{b:.1f}" for a, b in known)
        kind = f"line s{number % len(_SIGNS)}"
        parts.append(element("polyline", points=way, class_=kind))
        sign = _SIGNS[number % len(_SIGNS)]
        parts += [words(sign, a, b + 4, text_anchor="middle", class_=kind) for a, b in known]
        row = _TOP + 10 + _ROW * number
        parts.append(
            words(f"{sign} {fitting(line.name, _LEGEND - 30)}", _LEFT + _WIDTH + 14, row, class_=kind)
        )
    height = max(_TOP + _HEIGHT + 30, _TOP + 20 + _ROW * len(several))
    return drawing(_LEFT + _WIDTH + _LEGEND, height, title, parts)
