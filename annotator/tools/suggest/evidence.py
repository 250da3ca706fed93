"""What a clause's words say for each code of a field.

Passages speak one by one, and the more terms of a code one of them holds the less each adds: a code
that runs through the sentences outweighs one that a single sentence enumerates. The title sentence and
the heading right above say what a clause is about. Inside a sentence, what follows 面向, 围绕, 依托 … up
to the comma is the setting, and what follows 赋能, 服务, 支撑 … is whom it helps: neither is the object of
the predicate, and both count half.
"""

import re
from collections import Counter
from collections.abc import Iterator

from annotator.tools.suggest.cues import Cues

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


def evidence(cues: Cues, text: str, lead: int, path: tuple[str, ...]) -> Counter[str]:
    """How much speaks for each code. `lead` is the length of the title sentence in `text`, 0 if none."""
    total = Counter[str]()
    for passage, weight, plain in _passages(text, lead, path):
        asides = [] if plain else list(_asides(passage))
        said = Counter[str]()
        for hit in cues.find(passage):
            part = _ASIDE if any(start <= hit.start < end for start, end in asides) else 1.0
            for code in hit.codes:
                said[code] += hit.weight * part
        for code, amount in said.items():
            total[code] += weight * amount / (1 + amount / _ENOUGH)
    return total


def _passages(text: str, lead: int, path: tuple[str, ...]) -> Iterator[tuple[str, float, bool]]:
    """The passages of a clause with their weights, and whether each is a title, in which nothing is an
    aside.
    """
    for heading in path[:-1]:
        yield heading, OUTER, True
    for heading in path[-1:]:
        yield heading, HEADING_ABOVE_TITLE if lead else HEADING, True
    if lead:
        yield text[:lead], TITLE, True
    for sentence in _SENTENCE.findall(text[lead:]):
        yield sentence, 1.0, False


def _asides(sentence: str) -> Iterator[tuple[int, int]]:
    """The ranges of a sentence that are beside the object of its predicates."""
    for part in _PART.finditer(sentence):
        if _SETTING.match(part[0]):
            yield part.span()
        elif helps := _HELPS.search(sentence, part.start(), part.end()):
            yield helps.end(), part.end()
