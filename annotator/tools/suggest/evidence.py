"""What a clause's words say for each code of a field.

Passages speak one by one, and the more terms of a code one of them holds the less each adds: a code
that runs through the sentences outweighs one that a single sentence enumerates. The title sentence and
the heading right above say what a clause is about. Inside a sentence, what follows 面向, 围绕, 依托 … up
to the comma is the setting, and what follows 赋能, 服务, 支撑 … is whom it helps: neither is the object of
the predicate, and both count half.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator

from annotator.tools.suggest.cues import Cues

Part = tuple[str, int]
"""A piece of a passage, and from which of its characters on it is an aside."""

TITLE, HEADING, HEADING_ABOVE_TITLE, OUTER = 2.0, 2.0, 1.0, 0.5
"""Weights of passages, where a sentence has 1: the title sentence; the heading right above a clause, and
the same where the clause has a title sentence of its own; the headings above that.
"""
_ASIDE = 0.5
_ENOUGH = 3.0

_SENTENCE = re.compile(r"[^。；;！!？?\n]+")
_PART = re.compile(r"[^，,：:]+")
_SETTING = re.compile(
    r"\s*(?:面向|围绕|针对|依托|按照|根据|以|为|在|对|从|通过|结合|基于|聚焦|立足|借助|运用|利用)"
)
_HELPS = re.compile(r"赋能|服务|支撑|助力|促进")


def evidence(cues: Cues, text: str, lead: int, path: tuple[str, ...]) -> dict[str, float]:
    """How much speaks for each code. `lead` is the length of the title sentence in `text`, 0 if none."""
    total = defaultdict[str, float](float)
    for weight, parts in _passages(text, lead, path):
        said = defaultdict[str, float](float)
        for part, aside in parts:
            for hit in cues.find(part):
                for code in hit.codes:
                    said[code] += hit.weight * (_ASIDE if hit.start >= aside else 1.0)
        for code, amount in said.items():
            total[code] += weight * amount / (1 + amount / _ENOUGH)
    return total


def _passages(text: str, lead: int, path: tuple[str, ...]) -> Iterator[tuple[float, Iterable[Part]]]:
    """The passages of a clause with their weights. Nothing in a title is an aside."""
    for heading in path[:-1]:
        yield OUTER, [(heading, len(heading))]
    for heading in path[-1:]:
        yield HEADING_ABOVE_TITLE if lead else HEADING, [(heading, len(heading))]
    if lead:
        yield TITLE, [(text[:lead], lead)]
    for sentence in _SENTENCE.findall(text[lead:]):
        yield 1.0, _parts(sentence)


def _parts(sentence: str) -> Iterator[Part]:
    """The parts of a sentence between its commas."""
    for part in _PART.findall(sentence):
        if _SETTING.match(part):
            yield part, 0
        else:
            helps = _HELPS.search(part)
            yield part, helps.end() if helps else len(part)
