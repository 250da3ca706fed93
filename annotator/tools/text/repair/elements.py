"""Lines that a page's elements broke: what was set in bold, or in a box of its own, stands apart.

An item of a list may have its title sentence on one line and the rest below; that is the way of a list
only where its items have it one after the other. A box's number may stand below the word for it.
"""

import re
from collections.abc import Sequence
from itertools import pairwise

from annotator.tools.text import forms
from annotator.tools.text.lines import Line

_BOX = re.compile(r"专栏|附?表")
_NUMERAL = re.compile(r"[\d一二三四五六七八九十]{1,3}")
_NAME = re.compile(r"[^，。；：]{4,50}")
_PHRASE = re.compile(r"[^。；！？]{2,50}。")
_ITEMS = ("dash", "bullet")
_FEWEST = 2


def apart(lines: Sequence[Line]) -> frozenset[int]:
    """Where the lines start that the next goes on with."""
    found: set[int] = set()
    for at, line in enumerate(lines[:-1]):
        if _BOX.fullmatch(line.plain) and _NUMERAL.fullmatch(lines[at + 1].plain):
            found.add(line.start)
            named = at + 2 < len(lines) and lines[at + 2].marker is None
            if named and _NAME.fullmatch(lines[at + 2].plain):
                found.add(lines[at + 1].start)
    row: list[Line] = []
    for at, (line, below) in enumerate(pairwise(lines)):
        if not (line.marker and line.marker.style in _ITEMS):
            continue
        goes_on = below.marker is None and forms.is_prose(below.plain) and forms.is_ended(below.plain)
        if not (goes_on and _PHRASE.fullmatch(line.words) and len(below.plain) > len(line.words)):
            row = []
            continue
        if not row or lines[at - 2] is not row[-1]:
            row = []
        row.append(line)
        if len(row) >= _FEWEST:
            found.update(one.start for one in row[-_FEWEST:])
    return frozenset(found)
