"""What a clause's words say for each code of a field.

Passages speak one by one, and the more terms of a code one of them holds the less each adds: a code
that runs through the sentences outweighs one that a single sentence enumerates. The title sentence and
the heading right above say what a clause is about. Inside a sentence, what follows 面向, 围绕, 依托 … up
to the comma is the setting, and what follows 赋能, 服务, 支撑 … is whom it helps: neither is the object of
the predicate, and both count half.
"""

import re
from collections import defaultdict
from collections.abc import Mapping
from functools import lru_cache

from annotator.tools.suggest.cues import Cues

TITLE, HEADING, HEADING_ABOVE_TITLE, OUTER = 2.0, 2.0, 1.0, 0.5
"""Weights of passages, where a sentence has 1: the title sentence; the heading right above a clause, and
the same where the clause has a title sentence of its own; the headings above that.
"""
_ASIDE = 0.5
_ENOUGH = 3.0

_PART = re.compile(r"[^。；;！!？?\n，,：:]*([。；;！!？?\n]|[，,：:]|$)")
_SETTING = re.compile(
    r"\s*(?:面向|围绕|针对|依托|按照|根据|以|为|在|对|从|通过|结合|基于|聚焦|立足|借助|运用|利用)"
)
_HELPS = re.compile(r"赋能|服务|支撑|助力|促进")
_COMMAS = "，,：:"

Said = Mapping[str, float]
"""How much a passage says of each code."""


def evidence(cues: Cues, text: str, lead: int, path: tuple[str, ...]) -> dict[str, float]:
    """How much speaks for each code. `lead` is the length of the title sentence in `text`, 0 if none."""
    total = defaultdict[str, float](float)
    for heading in path[:-1]:
        _add(total, OUTER, _of_title(cues, heading))
    for heading in path[-1:]:
        _add(total, HEADING_ABOVE_TITLE if lead else HEADING, _of_title(cues, heading))
    if lead:
        _add(total, TITLE, _of_title(cues, text[:lead]))
    _sentences(total, cues, text[lead:])
    return total


def _add(total: dict[str, float], weight: float, said: Said) -> None:
    for code, amount in said.items():
        total[code] += weight * amount / (1 + amount / _ENOUGH)


@lru_cache(512)  # the clauses below a heading ask for it one after the other
def _of_title(cues: Cues, title: str) -> Said:
    """What a title says; nothing in it is an aside."""
    said = defaultdict[str, float](float)
    for hit in cues.find(title):
        for code in hit.codes:
            said[code] += hit.weight
    return said


def _sentences(total: dict[str, float], cues: Cues, text: str) -> None:
    """Adds what each sentence of a text says."""
    hits = cues.inside(text)
    hit = next(hits, None)
    said = defaultdict[str, float](float)
    for part in _PART.finditer(text):
        if hit is None:
            break
        if hit.start < part.end():
            aside = _aside(text, *part.span())
            while hit is not None and hit.start < part.end():
                for code in hit.codes:
                    said[code] += hit.weight * (_ASIDE if hit.start >= aside else 1.0)
                hit = next(hits, None)
        if said and part[1] not in _COMMAS:
            _add(total, 1.0, said)
            said.clear()
    _add(total, 1.0, said)


def _aside(text: str, start: int, end: int) -> int:
    """From which character on a part of a sentence is an aside."""
    if _SETTING.match(text, start, end):
        return start
    helps = _HELPS.search(text, start, end)
    return helps.end() if helps else end
