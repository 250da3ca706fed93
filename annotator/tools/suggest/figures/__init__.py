"""Figures in official texts: numbers that are to be reached, and dates by which.

`targets` and `deadlines` find them, `numbers` finds all that a person might take for one, `parse` reads the
one that a person marked, `number` the number that one writes. Texts come in simplified
characters; offsets count their code points. tests/gold/targets has what was measured.
"""

from annotator.tools.suggest.figures.amount import Comparator, numbers
from annotator.tools.suggest.figures.deadline import YEAR, Deadline, deadlines, has_time_limit, period_end
from annotator.tools.suggest.figures.numeral import number
from annotator.tools.suggest.figures.target import Target, parse, targets

__all__ = [
    "YEAR",
    "Comparator",
    "Deadline",
    "Target",
    "deadlines",
    "has_deadline",
    "has_indicator",
    "has_time_limit",
    "number",
    "numbers",
    "parse",
    "period_end",
    "targets",
]


def has_indicator(text: str) -> bool:
    """Whether `text` names a quantity to be reached."""
    return any(not target.achieved for target in targets(text))


def has_deadline(text: str) -> bool:
    """Whether `text` names a year, a month or the end of a plan by which something is to be done."""
    return bool(deadlines(text))
