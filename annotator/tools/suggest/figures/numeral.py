"""Numbers as official texts write them: 2500, 1,000, 4300余万, 1.98万, 三百, 千余."""

import re
from decimal import Decimal

_SCALES = {"十": 10, "百": 100, "千": 1000, "万": 10_000, "亿": 100_000_000}
_ONES = {character: at for at, character in enumerate("零一二三四五六七八九")} | {"〇": 0, "○": 0, "两": 2}

# No number has so many digits; the bounds keep the patterns linear.
DIGITS = r"\d{1,3}(?:,\d{3}){1,4}(?!\d)|\d{1,15}(?:\.\d{1,6})?"
CHINESE = "(?:[一二三四五六七八九十万亿两〇零]|百(?!分)|千(?![瓦米克])){1,12}"
SCALE = "(?:[十万亿]|百(?!分)|千(?![瓦米克])){0,3}"
SOME = "[余多]"
"""余 and 多 behind a number: somewhat more than that."""

PLUS = r"[+＋](?![A-Za-z\d])"
"""A sign behind a number: that or more. In 4+X it is no such sign."""


_WHOLE = re.compile(f"({DIGITS})({SCALE})|({CHINESE})")


def number(written: str) -> float | None:
    """The number that a text is, in digits, in hanzi or in both (1.5亿); None for any other text."""
    if not (match := _WHOLE.fullmatch(written)):
        return None
    digits, scale, numeral = match.groups()
    return chinese(numeral) if numeral else value(digits, scale)


def value(written: str, scale: str = "") -> float:
    """The number that `written` and the scale behind it (万, 千万, 万亿) write; whole where it is whole."""
    number = Decimal(written.replace(",", ""))
    for character in scale:
        number *= _SCALES[character]
    return int(number) if number == int(number) else float(number)


def chinese(numeral: str) -> int:
    """The number that a Chinese numeral writes: 三百二十 is 320, 千 is 1000, 二〇二七 is 2027."""
    if not any(character in _SCALES for character in numeral):
        return int("".join(str(_ONES[character]) for character in numeral))
    total = section = 0
    one: int | None = None
    for character in numeral:
        if character in _ONES:
            one = _ONES[character]
            continue
        if character == "亿":
            total, section = (total + section + (one or 0) or 1) * _SCALES[character], 0
        elif character == "万":
            total, section = total + (section + (one or 0) or 1) * _SCALES[character], 0
        else:
            section += (1 if one is None else one) * _SCALES[character]
        one = None
    return total + section + (one or 0)


def digits(numeral: str) -> str:
    """The digits of a year or a month, in whatever way it is written: 二〇二七, 十二, 2027."""
    return numeral if numeral.isdecimal() else str(chinese(numeral))
