"""Targets: quantities that are to be reached, or have been, each with its deadline and what it counts."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from functools import lru_cache
from typing import Any, NamedTuple

from annotator.tools.suggest.figures.amount import Amount, Comparator, amounts, only
from annotator.tools.suggest.figures.deadline import Deadline, deadlines
from annotator.tools.suggest.figures.indicator import Span, indicator

_STOP = re.compile("[。！？!?\n]")
_PART = re.compile("[，,。；;！？\n]")
# The act is behind us: said in the same part of the sentence, or of the whole sentence.
_DONE = re.compile("已(?!有关)|荣获|获评|入选|被授予|达到了|建成了|成立")
_COUNTED = re.compile("截[至止]|现有|共(?:编制|吸引|有|计)|目前")
_PLANNED = re.compile("力争|将|拟|计划|新建|建设|打造|培育|推动|完成|争取|新增|确保|不少于|以上")
_WINDOW = 200
_FROM = re.compile(r"[由从][^，,。；;]{0,12}$")
_RISES = re.compile(r"\s?(?:提升|提高|增加|增长|扩大|上升|压缩|缩短|减少|降低|下降|降|升|增)[至到为]")


class Target(NamedTuple):
    """text[start:end] is a quantity with the words that bound it.

    `value` is None where a person marked words without a number; `value_high` is the upper end of a
    range. `unit` is in simplified characters, `unit_range` where it is written. `deadline` is the date that
    governs the quantity, `indicator` the range of the words that name what is counted. `achieved` tells
    what has been reached from what is to be.
    """

    start: int
    end: int
    value: float | None
    value_high: float | None
    unit: str
    unit_range: Span | None
    comparator: Comparator | None
    deadline: Deadline | None
    indicator: Span | None
    achieved: bool

    def told(self, text: str) -> dict[str, Any]:
        """What is told of the target, under the names that the default codebook gives its attributes.

        `text` is the text as it is shown, in whichever script: indicator and unit are its words.
        """
        return {
            "indicator": text[slice(*self.indicator)] if self.indicator else None,
            "comparator": self.comparator,
            "value": self.value,
            "value_high": self.value_high,
            "unit": text[slice(*self.unit_range)] if self.unit_range else self.unit or None,
            "deadline": self.deadline.iso or None if self.deadline else None,
            "nature": "achieved" if self.achieved else None,
        }


def targets(text: str) -> list[Target]:
    """The targets of a text in simplified characters, in order. The words around a quantity decide whether it
    has been reached, not the type of its clause: of clauses that tell what was done, none is suggested.
    """
    return list(_targets(text))


@lru_cache(2)  # whether a clause has any is asked before which
def _targets(text: str) -> tuple[Target, ...]:
    found = list(amounts(text))
    dates = deadlines(text) if found else []
    return tuple(_target(text, amount, dates) for amount in found)


def parse(text: str, start: int, end: int) -> Target:
    """The target that a person marked: text[start:end], with all that can be read from it and around it.

    The quantity inside the range is taken as it is, whatever else such words may be.
    """
    dates = deadlines(text)
    found = only(text, start, end)
    if found is None:
        governing = _governing(text, start, end, dates)
        return Target(start, end, None, None, "", None, None, governing, None, False)
    return _target(text, found, dates)._replace(start=start, end=end)


def _target(text: str, amount: Amount, dates: Sequence[Deadline]) -> Target:
    governing = _governing(text, amount.start, amount.end, dates)
    written = (amount.unit_end - len(amount.unit), amount.unit_end)
    done = _is_done(text, amount, governed=governing is not None)
    return Target(
        amount.start,
        amount.end,
        amount.value,
        amount.value_high,
        amount.unit,
        written if amount.unit and text[slice(*written)] == amount.unit else None,
        amount.comparator,
        None if done else governing,
        indicator(text, amount),
        done,
    )


def _governing(text: str, start: int, end: int, dates: Sequence[Deadline]) -> Deadline | None:
    """The last date before a quantity in its sentence, else the first behind it in its part of it."""
    number = bisect_left(dates, (start,))
    if number and not _STOP.search(text, dates[number - 1].end, start):
        return dates[number - 1]
    if number < len(dates) and not _PART.search(text, end, dates[number].start):
        return dates[number]
    return None


def _is_done(text: str, amount: Amount, *, governed: bool) -> bool:
    part = _from_last(_PART, text, amount.start)
    if _FROM.search(part) and _RISES.match(text, amount.end):
        return True
    if governed:
        return False
    sentence = _from_last(_STOP, text, amount.start)
    if _DONE.search(part) or _COUNTED.search(sentence):
        return True
    return amount.some and not _PLANNED.search(part)


def _from_last(stop: re.Pattern[str], text: str, at: int) -> str:
    """What stands between the last `stop` before `at`, as far as that matters, and `at`."""
    window = text[max(0, at - _WINDOW) : at]
    return stop.split(window)[-1]
