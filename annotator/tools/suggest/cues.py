"""The key terms of a field, found in a text and weighed by how much they say.

A long term says more than a short one, and one that several codes claim says less of each. A short term
may stand in a longer word by accident: of two characters it counts half where it only begins or ends a
word (标准 in 高标准), of one character it has to be the word (港 is not in 香港).
"""

import re
from collections.abc import Callable, Container, Iterator
from string import ascii_lowercase, ascii_uppercase
from typing import NamedTuple

from annotator.model.codebook import Field
from annotator.tools.suggest.trie import longest_of

Simplify = Callable[[str], str]
Breaks = Callable[[str], Container[int]]

_SHORT = 2
_LONGEST = 4
"""Beyond four characters a term gets no more special."""

# Latin letters of either case and width are one, each still one character.
_WIDE = "".join(chr(ord(letter) + 0xFEE0) for letter in ascii_lowercase + ascii_uppercase)
_FOLD = str.maketrans(ascii_uppercase + _WIDE, ascii_lowercase * 3)
_UNFOLDED = re.compile("[A-ZＡ-Ｚａ-ｚ]")
_SEPARATOR = re.compile("[。；;！!？?\n，,：:]")
"""What ends a sentence or a part of it: no term of a text is looked for across one."""


class Hit(NamedTuple):
    """A key term that begins at `start`, the codes that claim it, and what it says of each."""

    start: int
    codes: tuple[str, ...]
    weight: float


class Cues:
    """The key terms of one field, ready to be found; false where it has none."""

    def __init__(self, field: Field, simplified: Simplify, breaks: Breaks) -> None:
        self._breaks = breaks
        self._codes: dict[str, tuple[str, ...]] = {}
        for code in field.codes:
            for cue in dict.fromkeys(_folded(simplified(cue)) for cue in code.cues):
                if cue:
                    self._codes[cue] = (*self._codes.get(cue, ()), code.id)
        self._pattern = longest_of(self._codes)
        inner = [cue for cue in self._codes if not _SEPARATOR.search(cue)]
        self._inner = self._pattern if len(inner) == len(self._codes) else longest_of(inner)
        self._weights = {
            cue: min(len(cue), _LONGEST) / _SHORT / len(codes) for cue, codes in self._codes.items()
        }

    def __bool__(self) -> bool:
        return bool(self._codes)

    def find(self, text: str) -> Iterator[Hit]:
        """The terms in a text from left to right; of those that overlap the first, the longest."""
        return self._found(self._pattern, text)

    def inside(self, text: str) -> Iterator[Hit]:
        """The same, but for terms with a mark that ends a sentence or a part of it."""
        return self._found(self._inner, text)

    def _found(self, pattern: re.Pattern[str], text: str) -> Iterator[Hit]:
        ends: Container[int] | None = None
        for match in pattern.finditer(text.translate(_FOLD) if _UNFOLDED.search(text) else text):
            cue = match[0]
            weight = self._weights[cue]
            if len(cue) <= _SHORT:
                ends = self._breaks(text) if ends is None else ends
                shared = (match.start() in ends) + (match.end() in ends)
                weight *= shared / 2 if shared == 2 or len(cue) == _SHORT else 0
            if weight:
                yield Hit(match.start(), self._codes[cue], weight)


def _folded(cue: str) -> str:
    return cue.strip().translate(_FOLD)
