"""Personal data in a text: numbers of telephones and identity cards, e-mail addresses, names behind 联系人.

Documents are full of numbers that are none of these: 文号, dates, postal codes, amounts, codes of firms.
A number counts by its form only where nothing else has that form, and else by the word before it.
"""

import re
from collections.abc import Iterator
from datetime import date
from typing import Literal, NamedTuple

from annotator.tools.release.surnames import DOUBLE, SINGLE

Kind = Literal["identity", "email", "mobile", "landline", "person", "address"]
"""An `address` is one that leads into an office; it is looked for in metadata alone."""


class Found(NamedTuple):
    """text[start:end] is personal."""

    start: int
    end: int
    kind: Kind


_NARROW = {wide: wide - 0xFEE0 for wide in range(0xFF01, 0xFF5F)} | dict.fromkeys(
    map(ord, "–—‐‑−―"), ord("-")
) | {0x3000: 0x20, 0xA0: 0x20}  # fmt: skip
"""Wide letters, digits and marks, one for one, so that places stay."""
_MAY = re.compile(r"\d{4}|[@:]")
"""Without any of these there is nothing, and most words are without."""
_IDENTITY = re.compile(r"(?<![0-9A-Za-z])[1-8]\d{16}[\dXx](?![0-9A-Za-z])")
_OLD = re.compile(r"身份证[^0-9\n]{0,12}([1-8]\d{14})(?!\d)")
_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_EMAIL = re.compile(
    r"(?<![\w.+-])[A-Za-z0-9][A-Za-z0-9._+-]*\s?@\s?(?:[A-Za-z0-9-]+\.)+[A-Za-z]{2,}(?![A-Za-z0-9])", re.A
)
_BEFORE = r"(?<![\dA-Za-z_./=%&-])(?<!\d )(?<!号)(?<!号:)(?<!號)"
_COUNTED = r"(?!\d|\s?(?:[亿万千元吨户亿萬億噸戶%]|平方|立方|公里|公斤|号(?!码)|號(?!碼)|\.\d)|[A-Za-z_/=])"
"""What is counted, and what runs on as a code, is no telephone."""
_MOBILE = re.compile(_BEFORE + r"(?:\+?86[- ]?)?1[3-9]\d(?:\d{8}|-\d{4}-\d{4}| \d{4} \d{4})" + _COUNTED)
_AREA = r"(?:10|2[0-57-9]|[3-9]\d{2})"
_MORE = r"(?:[-转]\d{1,6}(?!\d))?"
_LANDLINE = re.compile(
    _BEFORE + rf"(?:\+?86 ?- ?0?{_AREA} ?- ?|\(0{_AREA}\) ?-? ?|0{_AREA} ?- ?|0{_AREA} )"
    rf"\d{{4}}[- ]?\d{{3,4}}{_COUNTED}{_MORE}"
)
_HEADS = (
    *("电 ?话", "電 ?話", "手 ?机", "手 ?機", "传 ?真", "傳 ?真", "座机", "热线", "熱線"),
    *("联系方式", "聯絡方式", "聯繫方式", "(?i:tel|fax|phone|mobile)"),
)
_RUN = r"[(+\d][\d() -]{4,20}\d(?:转\d{1,6})?"
_BEHIND = re.compile(
    rf"(?:{'|'.join(_HEADS)})(?:号码|號碼)?(?:\([^)\n]{{0,12}}\))?\)?\s{{0,4}}[:为是]?\s{{0,4}}"
    rf"({_RUN}(?:\s?[、,/;和或及]\s?{_RUN})*)"
)
_YEARS = re.compile(r"(?:19|20)\d\d ?- ?(?:19|20)\d\d(?!\d)")
_ONE = re.compile(_RUN)
_CONTACT = re.compile(
    r"(?:联系|聯繫|聯絡|联络|经办|經辦|承办|承辦|咨询)(?:人员|人|員)"
    r"(?:姓名)?(?:及(?:其)?(?:联系)?(?:电话|方式))?\s?[:]\s{0,4}"
)
_HAN = r"[\u3400-\u4dbf\u4e00-\u9fff]"
_FAR = rf"{_HAN}{{1,10}}(?:[·•]{_HAN}{{1,10}})+"
_NAME = re.compile(
    rf"(?:{_FAR}|(?:{'|'.join(DOUBLE)}) ?{_HAN}(?: ?{_HAN})?|"
    rf"[{SINGLE}] {{0,3}}{_HAN}{{1,2}}|[{SINGLE}](?= ?(?:先生|女士|同志|主任|科长|处长|老师)))"
)
_TITLE = re.compile(r"(?: ?(?:先生|女士|同志|副?(?:主任|科长|处长|局长|部长|所长)|老师))?")
_UNIT = re.compile(rf"{_HAN}{{2,24}}?[部委局厅办处科室院会所站队司组心] {{1,4}}")
_NO_NAME = "科处室局办部站队组委厅司会所院话址箱式真机"
"""A unit's name or the head of the next line ends so."""
_BETWEEN = re.compile(r" ?[、,/和及] ?| {1,3}")


def personal(text: str) -> list[Found]:
    """What is personal in a text, in its order; nothing of it is told twice."""
    plain = text.translate(_NARROW)
    if not _MAY.search(plain):
        return []
    taken: list[Found] = []
    for found in _every(plain):
        if not any(found.start < one.end and one.start < found.end for one in taken):
            taken.append(found)
    return sorted(taken)


def _every(text: str) -> Iterator[Found]:
    """All of it, what is surest first."""
    for hit in _IDENTITY.finditer(text):
        if _is_identity(hit[0]):
            yield Found(*hit.span(), "identity")
    for hit in _OLD.finditer(text):
        yield Found(*hit.span(1), "identity")
    for kind, form in (("email", _EMAIL), ("mobile", _MOBILE), ("landline", _LANDLINE)):
        for hit in form.finditer(text):
            yield Found(*hit.span(), kind)  # type: ignore[arg-type]
    for line in _BEHIND.finditer(text):
        for hit in _ONE.finditer(text, *line.span(1)):
            digits = re.sub(r"转.*|\D", "", hit[0])
            if _is_number(digits) and not _YEARS.match(hit[0]):
                yield Found(*hit.span(), "mobile" if re.fullmatch("1[3-9]\\d{9}", digits) else "landline")
    yield from _people(text)


def _is_identity(number: str) -> bool:
    """Whether the date in it is one, and the last figure that of the others."""
    try:
        born = date(int(number[6:10]), int(number[10:12]), int(number[12:14]))
    except ValueError:
        return False
    total = sum(int(figure) * weight for figure, weight in zip(number, _WEIGHTS, strict=False))
    return born.year >= 1900 and "10X98765432"[total % 11] == number[17].upper()


def _is_number(digits: str) -> bool:
    """Whether so many figures behind the word for a telephone are one; those that all may call are not."""
    return 7 <= len(digits) <= 16 and not digits.startswith(("400", "800"))


def _people(text: str) -> Iterator[Found]:
    for head in _CONTACT.finditer(text):
        at = head.end()
        if unit := _UNIT.match(text, at):
            at = unit.end()
        while (name := _NAME.match(text, at)) and _is_name(text, name):
            yield Found(*name.span(), "person")
            told = _TITLE.match(text, name.end())
            between = _BETWEEN.match(text, told.end() if told else name.end())
            if between is None:
                break
            at = between.end()


def _is_name(text: str, name: re.Match[str]) -> bool:
    """Whether nothing but a title runs on behind it, and it is no unit."""
    told = _TITLE.match(text, name.end())
    behind = text[told.end() if told else name.end() :][:1]
    return name[0][-1] not in _NO_NAME and behind != ":" and not re.match(_HAN, behind)
