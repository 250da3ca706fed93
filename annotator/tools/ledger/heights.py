"""How high a row has to be: no program but the spreadsheet itself knows, and it does not look at merged or
printed rows, so it is estimated from the widths of the columns.
"""

import math
from collections.abc import Mapping
from unicodedata import east_asian_width

from annotator.tools.ledger.columns import VISIBLE

LINE = 15.2
"""Points that a line of the body's font takes."""
PADDING = 6.0
HIGHEST = 409.0
"""No row of a spreadsheet is higher."""

_WIDE = 1.98
"""Widths of the standard character that a full-width one of the body's font takes."""
_NARROW = 1.1
_MARGIN = 1.2


def height(cells: Mapping[str, str | int], *, scale: float = 1.0) -> float:
    """The height of a row in points."""
    most = max((lines(str(cells.get(one.name, "")), one.width) for one in VISIBLE), default=1)
    return min(HIGHEST, (most * LINE + PADDING) * scale)


def lines(text: str, width: float) -> int:
    """Into how many lines a column of that width breaks a text."""
    room = max(width - _MARGIN, 2)
    return sum(_broken(one, room) for one in text.split("\n")) if text else 1


def _broken(text: str, room: float) -> int:
    """A line is full before the first sign that has no room; a sign of punctuation may not begin one, and
    takes the one before it along.
    """
    return max(1, math.ceil(measured(text) / max(room - _WIDE, _WIDE)))


def measured(text: str) -> float:
    """How wide a text is, in widths of the standard character."""
    return sum(_WIDE if east_asian_width(sign) in "WFA" else _NARROW for sign in text)
