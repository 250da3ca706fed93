"""The key terms of a field, found in a text and weighed by how much they say.

A long term says more than a short one, and one that several codes claim says less of each. A short term
may stand in a longer word by accident: of two characters it counts half where it only begins or ends a
word (标准 in 高标准), of one character it has to be the word (港 is not in 香港).
"""

import re
from collections.abc import Callable, Iterator
from string import ascii_lowercase, ascii_uppercase
from typing import NamedTuple

from annotator.model.codebook import Field

Simplify = Callable[[str], str]
Breaks = Callable[[str], set[int]]

_SHORT = 2
_LONGEST = 4
"""Beyond four characters a term gets no more special."""

# Latin letters of either case and width are one, each still one character.
_WIDE = "".join(chr(ord(letter) + 0xFEE0) for letter in ascii_lowercase + ascii_uppercase)
_FOLD = str.maketrans(ascii_uppercase + _WIDE, ascii_lowercase * 3)


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
        longest_first = sorted(self._codes, key=lambda cue: (-len(cue), cue))
        self._pattern = re.compile("|".join(map(re.escape, longest_first)))

    def __bool__(self) -> bool:
        return bool(self._codes)

    def find(self, text: str) -> Iterator[Hit]:
        """The terms in a text from left to right; of those that overlap the first, the longest."""
        ends: set[int] | None = None
        for match in self._pattern.finditer(text.translate(_FOLD)):
            cue, codes = match[0], self._codes[match[0]]
            weight = min(len(cue), _LONGEST) / _SHORT / len(codes)
            if len(cue) <= _SHORT:
                ends = self._breaks(text) if ends is None else ends
                shared = (match.start() in ends) + (match.end() in ends)
                weight *= shared / 2 if shared == 2 or len(cue) == _SHORT else 0
            if weight:
                yield Hit(match.start(), codes, weight)


def _folded(cue: str) -> str:
    return cue.strip().translate(_FOLD)
