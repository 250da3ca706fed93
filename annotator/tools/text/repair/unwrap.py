"""Texts that a program broke into lines of one length, made whole before anything else is repaired.

A residue may itself be broken there ([bookmark: _Toc5⏎5903599]), and what the other rules take away would
hide the length. Texts that were set in lines by hand or by a typesetter are for `joins`.
"""

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from annotator.model.edit import Edit
from annotator.tools.text import forms
from annotator.tools.text.markers import parse
from annotator.tools.text.script import simplified

RULE = "line_join"
_LINE = re.compile(r"[^\r\n]+")
_NARROWEST, _WIDEST, _FEWEST = 12, 120, 6
# Of all lines so many are full, and of those so many stop in the middle of a sentence.
_FULL, _OPEN = 0.3, 0.6

_BREAKS_OFF = tuple("，、,（(《“‘")
# Numbers that a line seldom begins with by chance in the middle of a sentence.
# What Word leaves before the headings that its table of contents names.
_HEADING_MARK = "[bookmark: _Toc"
_SURE = ("编", "章", "节", "条", "hanzi", "hanzi_brackets", "arabic", "arabic_brackets")


def unwrapped(source: str) -> list[Edit]:
    """An edit for each line break that goes: all lines that are full, in a text of which many are as long
    as the longest. None for any other text.
    """
    lines = list(_LINE.finditer(source))
    length = _length([line[0] for line in lines])
    if not length:
        return []
    set_in = sum(line[0][0].isspace() for line in lines)
    indented = len(lines) // 10 < set_in < len(lines) * 4 // 5
    return [
        Edit(above.end(), below.start(), RULE, source[above.end() : below.start()], "")
        for above, below in pairwise(lines)
        if len(above[0]) == length
        and source.count("\n", above.end(), below.start()) <= 1
        and _goes_on(above[0], below[0], indented=indented)
    ]


def _length(lines: Sequence[str]) -> int:
    """The code points of a full line; 0 where the text was not wrapped at a fixed length."""
    lengths = Counter(map(len, lines))
    longest = max(lengths, default=0)
    full = lengths[longest]
    if not _NARROWEST <= longest <= _WIDEST or full < max(_FEWEST, _FULL * len(lines)):
        return 0
    broken = sum(not forms.is_ended(line[-8:]) for line in lines if len(line) == longest)
    return longest if broken >= _OPEN * full else 0


def _goes_on(above: str, below: str, *, indented: bool) -> bool:
    """Whether a line goes on with the full line above it. Where paragraphs are indented, that tells; else
    a number begins one, unless the line above breaks off before it.
    """
    if indented:
        return not below[0].isspace() or not below.strip()
    if below.startswith(_HEADING_MARK):
        return False
    marker = parse(simplified(below))
    if marker is None or above.endswith(_BREAKS_OFF):
        return True
    return not forms.is_ended(above[-8:]) and marker.style not in _SURE
