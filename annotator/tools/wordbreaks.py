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

_SIGNS = r"\u4e00-\u9fd5a-zA-Z0-9+#&._%\-"
"""What can hold a word; of all else each character stands alone."""
_ODD = re.compile(rf"^[{_SIGNS}]*[^{_SIGNS}\s]\S*", re.MULTILINE)

_MARKS = frozenset("，。、；：（）“”《》,;:()\n")
"""The most frequent of all else."""


_BLOCK = 1 << 19
"""So many characters of the dictionary are read at once: all of it would take more memory than its words."""


class Dictionary(NamedTuple):
    """How likely each word is, as a logarithm, and a character that is none; how long a word can be that
    begins with two characters, and any word.
    """

    likely: dict[str, float]
    unknown: float
    longest: dict[str, int]
    most: int


def breaks(simplified_text: str) -> set[int]:
    """The offsets, in code points, at which a word begins or ends; the first is 0, the last the length.

    Traditional characters are hardly in the dictionary: simplify a text before, code point for code
    point. The first call takes some tenths of a second.
    """
    found, at = {0}, 0
    while at < len(simplified_text):
        ends = _stretch(simplified_text, at)
        found.update(ends)
        at = ends[-1]
    return found


class Breaks:
    """The same offsets, found where they are asked for: `4 in Breaks(text)`. Ask from left to right, and
    no place is looked at twice.
    """

    def __init__(self, simplified_text: str) -> None:
        self._text = simplified_text
        self._first = self._last = 0
        self._found = {0}

    def __contains__(self, at: object) -> bool:
        assert isinstance(at, int)
        if not self._first <= at <= self._last:
            known = self._last if at > self._last else 0
            start = _left(self._text, at, known)
            if start != self._last:
                self._first, self._last, self._found = start, start, {start}
            while self._last < at:
                ends = _stretch(self._text, self._last)
                self._found.update(ends)
                self._last = ends[-1]
        return at in self._found


def _left(text: str, at: int, known: int) -> int:
    """The last place at or before `at`, and not before `known`, that no word can cross."""
    while at > known:
        start = _crossing(text, at, known)
        if start == at:
            if not _joined(text, at):
                break
            start -= 1
        at = start
    return at


def _crossing(text: str, at: int, known: int) -> int:
    """Where the nearest word begins that crosses a place; that place if none does."""
    _, _, longest, most = _dictionary()
    for start in range(at - 1, max(at - most, known - 1), -1):
        if text[start] in _MARKS:
            break
        if longest.get(text[start : start + 2], 0) > at - start and _ends(text, start, at - start):
            return start
    return at


def _stretch(text: str, start: int) -> list[int]:
    """The ends of the words from `start`, which no word crosses, to the next such place."""
    likely, unknown, longest, _ = _dictionary()
    words, reach = list[list[int]](), start + 1
    while start + len(words) < reach:
        at = start + len(words)
        found = _ends(text, at) if text[at : at + 2] in longest else []
        words.append(found)
        if found and found[-1] > reach:
            reach = found[-1]
        if at + 1 == reach and _joined(text, reach):
            reach += 1
    if len(words) == 1:
        return [reach]
    value, after = [0.0] * (len(words) + 1), [0] * len(words)
    for place in range(len(words) - 1, -1, -1):
        at = start + place
        most, best = likely.get(text[at], unknown) + value[place + 1], at + 1
        for end in words[place]:
            chance = likely[text[at:end]] + value[end - start]
            if chance >= most:
                most, best = chance, end
        value[place], after[place] = most, best
    return _row(text, start, after)


def _row(text: str, start: int, after: list[int]) -> list[int]:
    """Where the words of a stretch end, given where the one ends that begins at each of its places.
    Letters and digits that stand singly are one word together.
    """
    found, at, before = list[int](), start, False
    while at < start + len(after):
        end = after[at - start]
        single = end == at + 1 and text[at].isascii() and text[at].isalnum()
        if single and before:
            found[-1] = end
        else:
            found.append(end)
        at, before = end, single
    return found


def _joined(text: str, at: int) -> bool:
    """Whether two letters or digits meet at a place."""
    pair = text[at - 1 : at + 1]
    return len(pair) == 2 and pair.isascii() and pair.isalnum()


def _ends(text: str, start: int, beyond: int = 1) -> list[int]:
    """Where the words of more than `beyond` characters end that begin at a place."""
    likely, _, longest, _ = _dictionary()
    most = min(start + longest.get(text[start : start + 2], 0), len(text))
    return [end for end in range(start + beyond + 1, most + 1) if text[start:end] in likely]


@cache
def _dictionary() -> Dictionary:
    """The one of jieba: a word, its frequency and its class in each line."""
    found = find_spec("jieba")
    if found is None or found.origin is None:
        return Dictionary({}, 0.0, {}, 0)
    times, total = dict[str, int](), 0
    with Path(found.origin).with_name("dict.txt").open(encoding="utf-8") as file:
        while lines := "".join(file.readlines(_BLOCK)):
            entries = lines.split()
            often = list(map(int, entries[1::3]))
            total += sum(often)
            times.update(zip(entries[::3], often, strict=True))
            for odd in _ODD.findall(lines):
                times.pop(odd, None)
    # Few frequencies are of one word alone: each is one number, which all its words share.
    shared = {often: log(often) - log(total) for often in set(times.values())}
    likely = {word: shared[often] for word, often in times.items()}
    longest = {word[:2]: len(word) for word in sorted(likely, key=len) if len(word) > 1}
    return Dictionary(likely, -log(total), longest, max(longest.values()))
