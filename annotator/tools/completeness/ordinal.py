"""The number that a marker tells, and the style in which it tells it: （三） is 3 in the style (#)."""

import re
from typing import NamedTuple

_DIGITS = {sign: n for n, sign in enumerate("〇一二三四五六七八九")} | {"零": 0}
_CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"
_NUMBER = re.compile(rf"\d+(?:[.．]\d+)+|\d+|[〇零一二三四五六七八九十百]+|[{_CIRCLED}]")
_SAME = str.maketrans("（）．、０１２３４５６７８９", "().,0123456789")


class Ordinal(NamedTuple):
    """`style` is the marker with # for its number; of 4.2.3 the number is 3 in the style 4.2.#."""

    style: str
    number: int


def ordinal(marker: str) -> Ordinal | None:
    """What a marker counts; None where it counts nothing."""
    text = re.sub(r"\s", "", marker).translate(_SAME)
    match = _NUMBER.search(text)
    if not match:
        return None
    prefix, _, last = match[0].rpartition(".")
    number = _value(last)
    style = text[: match.start()] + (f"{prefix}." if prefix else "") + _script(last) + text[match.end() :]
    return Ordinal(style.rstrip(".,"), number) if number else None


def _script(written: str) -> str:
    return "#" if written.isdecimal() else "○" if written in _CIRCLED else "十"


def _value(written: str) -> int:
    if written.isdecimal():
        return int(written)
    if written in _CIRCLED:
        return _CIRCLED.index(written) + 1
    value, digit = 0, 0
    for sign in written:
        if sign in "十百":
            value += (digit or 1) * (10 if sign == "十" else 100)
            digit = 0
        else:
            digit = _DIGITS[sign]
    return value + digit
