"""What of a text counts in a search: neither the script, nor the case, nor the width of its characters.

Every character is folded by itself, whatever stands beside it, so that a piece of a text is always found
in the text, at the same offsets. (OpenCC's phrases would keep 乾坤 and turn 乾 into 干.)
"""

import re
from collections.abc import Iterator
from functools import cache

# The marks that Chinese writing uses in either width. Folding them in the stored copies of texts would
# make a copy of nearly every text; a search for one asks for both widths instead.
WIDE_MARKS = "，：；！？（）"
MARKS = ",:;!?()"

# What OpenCC changes although GB 2312 has it: these are simplified characters and traditional ones.
BOTH_SCRIPTS = frozenset("乾吒夥後徵捱摺於榘甯菸薹醣麴麽")


class _Folding(dict[int, int]):
    """A table for `str.translate` that learns each character when it first meets it."""

    def __init__(self, marks: str) -> None:
        super().__init__(zip(map(ord, WIDE_MARKS), map(ord, marks), strict=True))

    def __missing__(self, point: int) -> int:
        self[point] = folded = ord(_one(chr(point)))
        return folded


def folded(text: str) -> str:
    """`text` as searches compare it: simplified, Latin letters as capitals, ASCII in half width and every
    white space a plain space; code point for code point.
    """
    return text.translate(_WHOLE)


def for_search(*parts: str) -> str | None:
    """The parts of a clause folded, but for WIDE_MARKS, each on a line of its own, as the store keeps them;
    None where they read the same unfolded. No folded text holds a line break.
    """
    if not any(map(_may_fold().search, parts)):
        return None
    kept = tuple(part.translate(_BUT_MARKS) for part in parts)
    return "\n".join(kept) if kept != parts else None


def without_wide_marks(kept: str) -> str:
    """What `for_search` keeps, or leaves as it is, as `folded` gives it."""
    for wide, mark in zip(WIDE_MARKS, MARKS, strict=True):
        kept = kept.replace(wide, mark)
    return kept


_WHOLE, _BUT_MARKS = _Folding(MARKS), _Folding(WIDE_MARKS)


@cache
def _may_fold() -> re.Pattern[str]:
    """What finds any character but those that are sure to read the same folded."""
    stay = "".join(hanzi for row in _simple_hanzi() for hanzi in row if hanzi not in BOTH_SCRIPTS)
    return re.compile(f"[^ -`{{-~、。《》“”…—{WIDE_MARKS}{stay}]")


def _simple_hanzi() -> Iterator[str]:
    """The characters of GB 2312, which are simplified ones, row by row."""
    for row in range(0xB0, 0xF8):
        yield bytes(byte for cell in range(0xA1, 0xFF) for byte in (row, cell)).decode("gb2312", "ignore")


def _is_simple(text: str) -> bool:
    """Whether GB 2312 has every character of a text."""
    try:
        text.encode("gb2312")
    except UnicodeEncodeError:
        return False
    return True


def _one(character: str) -> str:
    if character.isspace() or character < " ":
        return " "
    if "！" <= character <= "～":
        character = chr(ord(character) - ord("！") + ord("!"))
    # Capitals, because the texts have 5G and AI rather than ai; by way of the small letter, so that the
    # signs which share one meet. Not where one letter would become two.
    for changed in (character.lower(), character.lower().upper()):
        if len(changed) == 1:
            character = changed
    return _simple(character) if character >= "\u2e80" else character


def _simple(character: str) -> str:
    if _is_simple(character) and character not in BOTH_SCRIPTS:
        return character
    table = _simplified()
    while character in table:
        character = table[character]
    return character


@cache
def _simplified() -> dict[str, str]:
    """OpenCC's simplified form of every single character that has another one."""
    from opencc import OpenCC  # noqa: PLC0415  only texts in the other script need it

    found = {
        word: simple.split(" ")[0]
        for _, _, table in OpenCC("t2s").dict_cache.values()
        for word, simple in table.items()
        if len(word) == 1
    }
    return {word: simple for word, simple in found.items() if word != simple}
