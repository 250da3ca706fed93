"""Where the words of a Chinese text begin and end, by jieba's dictionary: the likeliest row of words.

They are the words of `jieba.cut(text, HMM=False)`, from its dictionary without the module. That one
writes a cache under the common temporary folder and reads it back with marshal, which trusts whoever can
write there; it speaks on stderr, and takes three times as long to be ready.
"""

import re
from functools import cache
from importlib.util import find_spec
from math import log
from pathlib import Path
from typing import NamedTuple

_RUN = re.compile(r"[\u4e00-\u9fd5a-zA-Z0-9+#&._%-]+")
"""What can hold a word; of all else each character stands alone."""


class Dictionary(NamedTuple):
    """How likely each word is, as a logarithm, and a character that is none; how long a word can be that
    begins with two characters.
    """

    likely: dict[str, float]
    unknown: float
    longest: dict[str, int]


def breaks(simplified_text: str) -> set[int]:
    """The offsets, in code points, at which a word begins or ends; the first is 0, the last the length.

    Traditional characters are hardly in the dictionary: simplify a text before, code point for code
    point. The first call takes some tenths of a second.
    """
    found, at = {len(simplified_text)}, 0
    for run in _RUN.finditer(simplified_text):
        found.update(range(at, run.start() + 1))
        found.update(run.start() + end for end in _ends(run[0]))
        at = run.end()
    found.update(range(at, len(simplified_text)))
    return found


def _ends(run: str) -> list[int]:
    """Where the words of a run end. Letters and digits that stand singly are one word together."""
    after = _likeliest(run)
    found, start, before = list[int](), 0, False
    while start < len(run):
        end = after[start]
        single = end == start + 1 and run[start].isascii() and run[start].isalnum()
        if single and before:
            found[-1] = end
        else:
            found.append(end)
        start, before = end, single
    return found


def _likeliest(run: str) -> list[int]:
    """For each place in a run, where the first word ends of the likeliest row of words from there on."""
    likely, unknown, longest = _dictionary()
    value, after = [0.0] * (len(run) + 1), [0] * len(run)
    for start in range(len(run) - 1, -1, -1):
        most, best = likely.get(run[start], unknown) + value[start + 1], start + 1
        for end in range(start + 2, min(start + longest.get(run[start : start + 2], 0), len(run)) + 1):
            word = likely.get(run[start:end])
            if word is not None and word + value[end] >= most:
                most, best = word + value[end], end
        value[start], after[start] = most, best
    return after


@cache
def _dictionary() -> Dictionary:
    """The one of jieba: a word, its frequency and its class in each line."""
    found = find_spec("jieba")
    if found is None or found.origin is None:
        return Dictionary({}, 0.0, {})
    cells = Path(found.origin).with_name("dict.txt").read_text(encoding="utf-8").split()
    words, times = cells[::3], list(map(int, cells[1::3]))
    total = log(sum(times))
    longest: dict[str, int] = {}
    for word in words:
        if len(word) > longest.get(word[:2], 1):
            longest[word[:2]] = len(word)
    likely = {word: log(often) - total for word, often in zip(words, times, strict=True)}
    return Dictionary(likely, -total, longest)
