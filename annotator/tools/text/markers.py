"""The grammar of numbering: what stands before an item, its style and its number.

One pattern reads every style that official documents use, in simplified script and either width.
Which style contains which is no matter of the grammar: the outline learns that from the document.
"""

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass

_DIGITS = "一二三四五六七八九"
_HAN = f"{_DIGITS}十百零〇"
_FORMAL = "壹贰叁肆伍陆柒捌玖"
_ROMAN = {"i": 1, "v": 5, "x": 10}
_STEMS = "甲乙丙丁戊己庚辛壬癸"
_SPACE = r"[ \t\u3000\xa0]"
# What is set behind a number, in either width; the small ones are other programs' for 、.
_STOPS = "、.．﹒﹑､"
# Behind a decimal these make a quantity of it (2.4万路), not the number of a section.
_MEASURE = r"[\d.．%％‰℃A-Za-z万亿千百十余多个倍元米吨公里亩平年月日时分秒人家项条次级度版座台套张股折成]"

_GRAMMAR = re.compile(
    rf"""
      (?P<division>[【〔\[]?第{_SPACE}{{0,2}}([{_HAN}\d](?:{_SPACE}?[{_HAN}\d]){{0,6}}){_SPACE}{{0,2}}
          (编|章|节|条|篇|部分|部(?={_SPACE}|$))(?:之[{_DIGITS}])?(?!规定|第|所|款|项|中的|[和及至与或，,的])
          (?!、{_SPACE}?(?:第|《|[{_HAN}\d]{{1,7}}{_SPACE}?[编章节条款项]))[】〕\]]?(?:{_SPACE}?[:：{_STOPS}])?)
    | (?P<hanzi>([{_HAN}]{{1,4}})\s?[{_STOPS}](?![{_HAN}]{{1,2}}[级类期线等次审、]))
    | (?P<hanzi_space>([{_HAN}]{{1,3}}){_SPACE}+(?=[\u4e00-\u9fff“《「]))
    | (?P<hanzi_brackets>[（(〔]\s?([{_HAN}]{{1,4}})\s?[）)〕][{_STOPS}]?)
    | (?P<hanzi_bracket>([{_HAN}]{{1,3}})\s?[）)][{_STOPS}]?)
    | (?P<formal>([{_FORMAL}参拾]{{1,3}})[、.．])
    | (?P<stem>([{_STEMS}])[、.．](?![{_STEMS}]))
    | (?P<decimal>(\d{{1,2}}(?:[.．﹒]\d{{1,2}}){{1,4}})(?:[.．﹒、]|(?={_SPACE})|(?!{_MEASURE})))
    # A dot or comma before a digit is a number's own, but for an item about a year, a month or 5G.
    | (?P<arabic>(\d{{1,3}})\s?(?:[{_STOPS}](?:(?!\d)|(?=(?:19|20)\d\d年|[3-6]G|\d{{1,2}}月))
          |。(?=[\u4e00-\u9fff“])))
    | (?P<arabic_bracket>(\d{{1,3}})\s?[）)][{_STOPS}]?)
    | (?P<arabic_brackets>[（(〔]\s?(\d{{1,3}})\s?[）)〕][{_STOPS}]?)
    | (?P<arabic_space>(\d{{1,2}}){_SPACE}+(?=[\u4e00-\u9fff“《]))
    | (?P<sign>([①-⒛㈠-㈩Ⅰ-Ⅻ㉑-㉟❶-❿➀-➓⓵-⓾])[{_STOPS}]?)
    | (?P<roman>([IVX]{{1,5}})[{_STOPS}](?![A-Za-z\d.．]))
    | (?P<roman_brackets>[（(]([ivx]{{1,5}})[）)])
    | (?P<letter>([A-Za-z])[、.．)）](?![A-Za-z\d.．]))
    | (?P<letter_brackets>[（(]([A-Za-z])[）)])
    | (?P<box>(?:专栏(?=\s?[{_HAN}\d:：])|附?表(?=\s?[{_HAN}\d]{{1,3}}(?:[\s:：]|$)))
          \s?([{_HAN}\d]{{0,3}})[:：]?)
    | (?P<dash>([—－–―─]{{1,3}}|--+|-(?=[\s\u4e00-\u9fff“])))
    | (?P<bullet>([•·●○■□◆◇▲△★☆►▶➢➤✓√※▪◼◎⚫\uf020-\uf0ff]|\*(?={_SPACE})))
    """,
    re.VERBOSE,
)
_COUNTS = re.compile(r"[\d（(一二三四五六七八九十]")
_SPACES = re.compile(f"{_SPACE}*")
_BLANKS = re.compile(_SPACE)

# Characters that are a whole marker, by the style that they stand for.
_SIGNS = (("①", "⑳", "circled"), ("⑴", "⒇", "arabic_brackets"), ("⒈", "⒛", "arabic"),
          ("㈠", "㈩", "hanzi_brackets"), ("Ⅰ", "Ⅻ", "roman"))  # fmt: skip


@dataclass(frozen=True, slots=True)
class Marker:
    """The number or sign before an item: text[start:end], white space behind it included.

    `style` is equal for items that may be siblings; `numbers` has one number, several for a decimal
    (4.2.3), none for a sign that does not count (——).
    """

    style: str
    numbers: tuple[int, ...]
    start: int
    end: int

    @property
    def number(self) -> int:
        """The item's place among its siblings; 0 for a sign that does not count."""
        return self.numbers[-1] if self.numbers else 0


def parse(text: str, start: int = 0, end: int | None = None) -> Marker | None:
    """The marker at `start` of `text` (simplified script), or None."""
    found = _GRAMMAR.match(text, start, len(text) if end is None else end)
    if found is None or found.lastgroup is None or found.lastindex is None:
        return None
    style, written = found.lastgroup, found[found.lastindex + 1]
    numbers = _numbers(style, written)
    if style == "division":
        style = found[found.lastindex + 2]
    elif style == "decimal":
        style = f"decimal{len(numbers)}"
    elif style == "sign":
        style = next((name for first, last, name in _SIGNS if first <= written <= last), "sign")
    elif (
        style == "bullet"
        and _COUNTS.match(text, found.end())
        and (inner := parse(text, found.end(), end))
        and inner.number
    ):
        # A sign that sets a numbered item apart: ★3.
        return Marker(inner.style, inner.numbers, start, inner.end)
    behind = _SPACES.match(text, found.end(), len(text) if end is None else end)
    return Marker(style, numbers, start, behind.end() if behind else found.end())


def _numbers(style: str, written: str) -> tuple[int, ...]:
    written = _BLANKS.sub("", written)
    if style in ("dash", "bullet"):
        return ()
    if style == "decimal":
        return tuple(int(part) for part in re.split("[.．﹒]", written))
    read = _READERS.get(style.partition("_")[0])
    if read:
        return (read(written),)
    return (int(written) if written.isdecimal() else _hanzi(written),)


def _roman(written: str) -> int:
    """The value of a Roman number below forty."""
    values = [_ROMAN[letter] for letter in written.lower()]
    return sum(
        -value if value < following else value
        for value, following in zip(values, [*values[1:], 0], strict=True)
    )


def _hanzi(written: str) -> int:
    """The value of a number in characters below a thousand; 0 where it makes no sense."""
    total = digit = 0
    for character in written.translate(str.maketrans(_FORMAL + "参拾", _DIGITS + "三十")):
        if character == "百":
            total, digit = total + max(digit, 1) * 100, 0
        elif character == "十":
            total, digit = total + max(digit, 1) * 10, 0
        else:
            digit = _DIGITS.find(character) + 1
    return total + digit


# How the number is read that a style of its own writes; the others are written in digits or Han numbers.
_READERS: dict[str, Callable[[str], int]] = {
    "sign": lambda written: int(unicodedata.numeric(written)),
    "letter": lambda written: ord(written.lower()) - ord("a") + 1,
    "roman": _roman,
    "stem": lambda written: _STEMS.index(written) + 1,
}
