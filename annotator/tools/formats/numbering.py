"""The numbers that Word draws in front of paragraphs and does not keep in their text.

A paragraph names a list (w:num) and a level, itself or through its style; the list points to an
abstract one, which holds the levels' formats. Lists that share an abstract one count on together.
"""

import re
from collections import defaultdict
from dataclasses import dataclass, replace
from typing import Any

from annotator.tools.formats.numerals import numeral
from annotator.tools.formats.package import W, is_on, value, whole

_LEVELS = 9
# A bullet is often a letter, or a private code point, that its font draws as a sign.
_DRAWN_BULLET = re.compile("[A-Za-z0-9\ue000-\uf8ff\xa7\xa8\xb2-\xff]")


@dataclass(frozen=True, slots=True)
class _Level:
    """A level of a list: its first number, format, pattern (`（%1）`) and what follows it.

    `restart` is the level (from 1) whose use begins the count anew, 0 for none.
    """

    start: int
    count: str
    pattern: str
    gap: str
    legal: bool
    restart: int


class Numbering:
    """The markers of a document's paragraphs, asked for in the order of the text."""

    def __init__(self, numbering: Any, styles: Any) -> None:
        self._styles = _by_id(styles, "style", "styleId")
        self._default = next(
            (
                key
                for key, style in self._styles.items()
                if style.get(f"{W}default") in ("1", "true") and style.get(f"{W}type") == "paragraph"
            ),
            "",
        )
        self._nums = _by_id(numbering, "num", "numId")
        self._abstracts = _by_id(numbering, "abstractNum", "abstractNumId")
        self._levels: dict[str, list[_Level]] = {}
        self._counts: defaultdict[str, dict[int, int]] = defaultdict(dict)

    def marker(self, properties: Any) -> str:
        """What Word draws before the paragraph of these properties (w:pPr or None), or nothing.

        Each call counts the paragraph.
        """
        num, level = self._place(properties)
        if num not in self._nums:
            return ""
        abstract = self._abstract_of(num)
        counts = self._counts[abstract]
        if num not in self._levels:
            self._open(num, abstract)
        levels = self._levels[num]
        counts[level] = counts.get(level, levels[level].start - 1) + 1
        for deeper in range(level + 1, len(levels)):
            if level < levels[deeper].restart:
                counts.pop(deeper, None)
        return _drawn(levels, level, counts)

    def _place(self, properties: Any) -> tuple[str, int]:
        """The list and the level of a paragraph; an empty or unknown list is none."""
        num = value(properties, "numPr/numId")
        level = value(properties, "numPr/ilvl")
        style, seen = value(properties, "pStyle", self._default), set[str]()
        while style in self._styles and style not in seen and not (num and level):
            seen.add(style)
            element = self._styles[style]
            own = element.find(f"{W}pPr")
            styled = value(own, "numPr/numId")
            if not num and styled:
                num = styled
                level = level or self._level_of_style(num, style)
            level = level or value(own, "numPr/ilvl")
            style = value(element, "basedOn")
        return num, min(whole(level, 0), _LEVELS - 1)

    def _level_of_style(self, num: str, style: str) -> str:
        """The level of a list that is bound to a style, or empty."""
        if num not in self._nums:
            return ""
        levels = _level_elements(self._abstracts.get(self._abstract_of(num)))
        return next((key for key, level in levels.items() if value(level, "pStyle") == style), "")

    def _abstract_of(self, num: str) -> str:
        """The abstract list behind a list; it may in turn point to the one of a list style."""
        abstract = value(self._nums[num], "abstractNumId")
        link = value(self._abstracts.get(abstract), "numStyleLink")
        linked = value(self._styles.get(link), "pPr/numPr/numId")
        if linked in self._nums:
            return value(self._nums[linked], "abstractNumId")
        return abstract

    def _open(self, num: str, abstract: str) -> None:
        """Reads the levels of a list at its first use; one that overrides a start counts anew."""
        elements = _level_elements(self._abstracts.get(abstract))
        levels = {key: _level(element, whole(key, 0)) for key, element in elements.items()}
        for override in self._nums[num].iterfind(f"{W}lvlOverride"):
            key = override.get(f"{W}ilvl", "0")
            own = override.find(f"{W}lvl")
            if own is not None:
                levels[key] = _level(own, whole(key, 0))
            start = whole(value(override, "startOverride"), -1)
            if start >= 0 and key in levels:
                levels[key] = replace(levels[key], start=start)
                self._counts[abstract].pop(whole(key, 0), None)
        nothing = _Level(1, "none", "", "", False, 0)
        self._levels[num] = [levels.get(str(key), nothing) for key in range(_LEVELS)]


def _by_id(root: Any, tag: str, key: str) -> dict[str, Any]:
    found = () if root is None else root.iterfind(W + tag)
    return {element.get(W + key, ""): element for element in found}


def _level_elements(abstract: Any) -> dict[str, Any]:
    return {} if abstract is None else _by_id(abstract, "lvl", "ilvl")


def _level(element: Any, at: int) -> _Level:
    # A custom format has the nearest plain one as its fallback, behind it.
    formats = [one.get(f"{W}val", "decimal") for one in element.iter(f"{W}numFmt")]
    count = formats[-1] if formats else "decimal"
    pattern = value(element, "lvlText")
    if count == "bullet" and _DRAWN_BULLET.search(pattern):
        pattern = "•"
    return _Level(
        start=whole(value(element, "start"), 1),
        count=count,
        pattern=pattern,
        gap="" if value(element, "suff") == "nothing" else " ",
        legal=is_on(element, "isLgl"),
        restart=whole(value(element, "lvlRestart"), at),
    )


def _drawn(levels: list[_Level], level: int, counts: dict[int, int]) -> str:
    def number(place: re.Match[str]) -> str:
        at = int(place[1]) - 1
        count = "decimal" if levels[level].legal and levels[at].count != "none" else levels[at].count
        return "" if count == "none" else numeral(count, counts.get(at, levels[at].start))

    own = levels[level]
    drawn = re.sub(r"%([1-9])", number, own.pattern).strip()
    # A full-width sign brings its own space: 一、 and （一）.
    return drawn if not drawn or drawn[-1] in "、．。）：，" else drawn + own.gap
