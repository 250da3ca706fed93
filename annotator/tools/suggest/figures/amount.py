"""Quantities in a text: a number with its unit and the words that bound it (不少于60个, 100P-300P左右).

Official texts are full of digits that are no quantity: generations of a technique (5G, L4, IPv6), names
(“4+X”, 《…》), years of plans, numbers of documents, ranks, the hours of a service, sums of a subsidy.
"""

import re
from collections.abc import Iterator
from typing import Literal, NamedTuple

from annotator.tools.suggest.figures import numeral
from annotator.tools.suggest.figures.deadline import YEAR
from annotator.tools.suggest.figures.unit import MONEY, unit

Comparator = Literal["at_least", "at_most", "equal", "about", "range"]

_NAMED = re.compile(r"[“《「〔第前二A-Za-z\d]")
"""What the names below begin with."""
_NAMES = re.compile(
    r"“[^“”]{0,80}”|《[^《》]{0,120}》|「[^「」]{0,80}」|〔[^〔〕]{0,20}〕|(?:第|(?<![年底末日月之])前)\d{1,4}(?![\d.])"
    r"|(?<!\d)[A-Za-z][A-Za-z-]{0,20}\d[\d.]{0,8}|\d{1,6}\s?(?:[×xX]\s?[A-Za-z\d]{0,6}|[+＋]\s?[A-Za-z\d]{1,6})"
    r"|(?<![\d.])(?<!达到)(?<!超过)(?<!升至)\d{1,4}G(?![A-Za-z]|及?以[上内])|24\s?小时(?!以?内)|365天"
    rf"|20\d\d\s?[-—–~～至]+\s?20\d\d年?|{YEAR}|\d{{1,4}}年|\d{{1,2}}月(?:\d{{1,2}}日)?"
)
_DATES = re.compile(
    rf"20\d\d\s?[-—–~～至]+\s?20\d\d年?|{YEAR}|\d{{1,4}}年|\d{{1,2}}月(?:\d{{1,2}}日)?|第\d{{1,4}}(?![\d.])"
)
# A part of a sentence with one of these tells the terms of a policy, not what is to be reached.
_TERMS = re.compile(
    r"给予|补贴|补助|奖励|资助|贴息|罚款|调整为|门槛|起征|注册资本|为限|最高(?=[以不可给按达为\d])"
)
_PARTS = re.compile(r"(?:[^，,。；;\n]+|(?<=\d),(?=\d{3}(?!\d)))+")
_COUNTS = re.compile("[0-9０-９一二三四五六七八九十百千万亿两]")
_DIGIT, _NUMERAL = re.compile(r"\d"), re.compile("[一二三四五六七八九十万亿两〇零百千]")

_FIGURES = re.compile(
    rf"(?<![\d.A-Za-z])({numeral.DIGITS})\s?({numeral.SCALE})({numeral.SOME}?)({numeral.SCALE})({numeral.PLUS})?"
)
_UP_TO = re.compile(rf"\s?[-—–~～至到]\s?({numeral.DIGITS})\s?({numeral.SCALE})")
_WORDS = re.compile(rf"(?<![\d一二三四五六七八九十百千万亿两])(百分之)?({numeral.CHINESE})({numeral.SOME}?)")
# 翻一番 is twice as much, 九成 nine tenths.
_FOLD = re.compile(
    "翻(?P<doubled>[一两二三])番|(?P<tenths>[一二三四五六七八九])成(?=以[上下内]|左右|[，,。；;、）)]|$)"
)
_LARGE = re.compile("[一二三四五六七八九十两].*[百千万亿]")
_LEADS = re.compile(
    "(?:(?P<at_least>不少于|不低于|不小于|至少|超过|超|高于|多于|大于|逾)"
    r"|(?P<at_most>不超过|不高于|不多于|不大于|低于|少于|小于)|(?P<about>大约|约|接近|近))\s?$"
)
_FOLLOWS = re.compile(
    rf"\s?(?:(?P<at_least>及?以上|之上|{numeral.PLUS})|(?P<at_most>及?以[内下]|之内)|(?P<about>左右|上下))"
)
_VERB = re.compile(r"(?:(?P<at_least>突破)|(?P<at_most>控制在))\s?$")
_THRESHOLD = re.compile("的?[^，,。；;的]{0,4}(?:企业|项目|单位|集群|园区)")
_LONGEST_LEAD = 5
_SURELY_MUCH = 100  # 突破千亿元 tells how much, 突破三项技术 what


class Amount(NamedTuple):
    """text[start:end] says `value` (to `value_high`) of `unit`, which stands before `unit_end`. `bounded`
    tells whether words in it say on which side; `some` whether 余 or 多 adds to it.
    """

    start: int
    end: int
    value: float
    value_high: float | None
    unit: str
    unit_end: int
    comparator: Comparator
    bounded: bool
    some: bool


def amounts(text: str) -> Iterator[Amount]:
    """The quantities of a text in simplified characters, in order."""
    if not _COUNTS.search(text):
        return
    bare = _NAMES.sub(_blank, text) if _NAMED.search(text) else text
    for part in _PARTS.finditer(bare):
        if _COUNTS.search(part[0]) and not _TERMS.search(part[0]):
            start, end = part.span()
            figures = list(_in_figures(bare, start, end)) if _DIGIT.search(bare, start, end) else []
            if not _NUMERAL.search(bare, start, end):
                yield from figures
                continue
            taken = {at for amount in figures for at in range(amount.start, amount.end)}
            words = (amount for amount in _in_words(bare, start, end) if amount.start not in taken)
            yield from sorted([*figures, *words])


def _blank(match: re.Match[str]) -> str:
    return "\0" * len(match[0])


def numbers(text: str) -> Iterator[Amount]:
    """Every number that is no date and no rank, whatever else it may be: what a person may have in mind who
    looks for a quantity. One in characters counts where a unit follows and it is in no name (“一张图”).
    """
    bare, nameless = (one.sub(_blank, text) for one in (_DATES, _NAMES))
    done = 0
    found = [_figures(match) for match in _FIGURES.finditer(bare)]
    found += [amount for match in _WORDS.finditer(nameless) if (amount := _words(match)).unit]
    for amount in sorted(found):
        if amount.start >= done:  # else the upper end of a range
            yield amount
            done = amount.end


def only(text: str, start: int, end: int) -> Amount | None:
    """The first number in text[start:end], of which somebody says that it is a quantity: whatever else it
    may be, and without a unit too. Its unit and its bounds may stand outside the range.
    """
    if figures := _FIGURES.search(text, start, end):
        return _figures(figures)
    words = _WORDS.search(text, start, end)
    return _words(words) if words else None


def _in_figures(text: str, start: int, end: int) -> Iterator[Amount]:
    done = start
    for match in _FIGURES.finditer(text, start, end):
        if match.start() < done:
            continue  # the upper end of a range
        amount = _figures(match)
        large = "万" in match[0] or "亿" in match[0]
        threshold = amount.bounded and amount.unit.endswith(MONEY) and _THRESHOLD.match(text, amount.end)
        if (amount.unit or large) and not threshold:
            yield amount
            done = amount.end


def _figures(match: re.Match[str]) -> Amount:
    text, (low, scale, some, more, plus) = match.string, match.groups()
    scale += more
    measure, end = unit(text, match.end())
    value_high = None
    if high := _UP_TO.match(text, end):
        value_high = numeral.value(high[1], high[2])
        scale = scale or high[2]  # 2-3万个
        behind, end = unit(text, high.end())
        measure = behind or measure
    value = numeral.value(low, scale)
    amount = _bounded(text, match.start(), end, (value, value_high), measure, some=bool(some))
    return amount._replace(comparator="at_least", bounded=True) if plus else amount


def _in_words(text: str, start: int, end: int) -> Iterator[Amount]:
    """Numbers in characters count where they are large or bounded: 九个领域 only counts off what follows."""
    for fold in _FOLD.finditer(text, start, end):
        yield _fold(fold)
    for match in _WORDS.finditer(text, start, end):
        amount = _words(match)
        large = _LARGE.match(match[2]) or (amount.value >= _SURELY_MUCH and amount.comparator == "at_least")
        if match[1] or (amount.unit and (amount.bounded or amount.some or large)):
            yield amount


def _fold(match: re.Match[str]) -> Amount:
    if times := match["doubled"]:
        ends, measure = 2 ** numeral.chinese(times), "倍"
    else:
        ends, measure = 10 * numeral.chinese(match["tenths"]), "%"
    return _bounded(match.string, match.start(), match.end(), (ends, None), measure, some=False)


def _words(match: re.Match[str]) -> Amount:
    percent, number, some = match.groups()
    measure, end = unit(match.string, match.end())
    if percent:
        measure, end = "%", match.end()
    ends = (numeral.chinese(number), None)
    return _bounded(match.string, match.start(), end, ends, measure, some=bool(some))


def _bounded(
    text: str, start: int, end: int, ends: tuple[float, float | None], measure: str, *, some: bool
) -> Amount:
    """The quantity text[start:end] with the words around it that bound it."""
    window = text[max(0, start - _LONGEST_LEAD) : start]
    lead, follows, verb = _LEADS.search(window), _FOLLOWS.match(text, end), _VERB.search(window)
    said = {found.lastgroup for found in (lead, follows, verb) if found} | ({"at_least"} if some else set())
    comparator: Comparator = "range" if ends[1] is not None else "equal"
    for name in _ORDER:
        if name in said:
            comparator = name
            break
    return Amount(
        start - len(lead[0]) if lead else start,
        follows.end() if follows else end,
        *ends,
        measure,
        end,
        comparator,
        bool(lead or follows),
        some,
    )


_ORDER: tuple[Comparator, ...] = ("at_least", "at_most", "about")
"""Which word counts where several bound a quantity."""
