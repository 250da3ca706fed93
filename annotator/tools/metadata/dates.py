"""When a document was made (成文日期): the date below its signature, else what else tells of it."""

import re
from collections.abc import Iterator, Sequence
from datetime import date

from annotator.model.metadata import Found
from annotator.tools.metadata.front import Line

_CHINESE = {sign: n % 10 for n, sign in enumerate("〇一二三四五六七八九")} | {"零": 0, "○": 0, "О": 0, "O": 0}
_D = r"[\d〇○零ＯOО一二三四五六七八九十]"
# The years of the Republic begin with 1912.
_YEAR = rf"(?:(?P<year>{_D}{{4}})|民国\s?(?P<republic>{_D}{{1,4}}))\s?年"
DATE = rf"{_YEAR}\s?(?P<month>{_D}{{1,3}})\s?月(?:\s?(?P<day>{_D}{{1,3}})\s?日)?"
_LINE = re.compile(rf"[（(]?\s?{DATE}\s?(?:印发)?[）)]?$")
_SIGNED = re.compile(rf"[^，。；：]{{2,70}}\s+{DATE}(?:\s?印发)?$")
_ENACTED = re.compile(rf"[（(]?\s?{DATE}[^。；]{{0,200}}?(?:通过|公布|批准|发布)")
_BEHIND = r"\s?[】\]]?\s?(?:[:：]|\t|\s(?=\d))\s*"
_WRITTEN = rf"(?:{DATE}|(?P<y>(?:19|20)\d\d)(?P<sep>[-/.]?)(?P<m>\d{{1,2}})(?P=sep)(?P<d>\d{{1,2}})(?!\d))"
_MADE = re.compile(
    rf"(?:成文日期|印发日期|发文日期|成文时间|印发时间|制发日期|修正日期|制定日期|公布日期){_BEHIND}{_WRITTEN}"
)
_SHOWN = re.compile(rf"(?:(?:发布|公开|公布)(?:日期|时间){_BEHIND})?{_WRITTEN}")
_TOLD = re.compile(rf"{DATE}[，,][^。；]{{2,80}}?(?:印发|发布|公布|出台)")
_PERIOD = re.compile(r"(?P<year>20\d\d)\s?(?:年\s?)?[-—–－~～至]{1,2}\s?20\d\d")
_MONTH_DAY = re.compile(r"(?P<month>1?\d)月(?P<day>[123]?\d)日[，,][^。；]{2,120}?(?:印发|发布|公布|出台)")


def made(around: Sequence[Line]) -> Iterator[Found]:
    """What tells when the document was made, the best first."""
    front = [line for line in around if line.kind == "front_matter"]
    for pattern in (_LINE, _SIGNED):
        for line in front:
            if (match := pattern.match(line.text.strip())) and (day := _iso(match)):
                yield Found(day, "signature", 0.95, line.start, line.end)
    for line in front:
        if (match := _ENACTED.match(line.text.strip())) and (day := _iso(match)):
            yield Found(day, "enactment", 0.85, line.start, line.end)
    for line in around:
        if (match := _MADE.search(line.text)) and (day := _iso(match)):
            yield Found(day, "page", 0.85, line.start, line.end)
    for line in front:
        if (match := _TOLD.match(line.text)) and (day := _iso(match)):
            yield Found(day, "lead", 0.7, line.start, line.end)


def shown(around: Sequence[Line]) -> Iterator[Found]:
    """When the page was shown."""
    for line in around:
        match = _SHOWN.match(line.text.strip()) if line.kind == "boilerplate" else None
        if match and (day := _iso(match)):
            yield Found(day, "page", 0.5, line.start, line.end)


def planned(around: Sequence[Line], title: str) -> Iterator[Found]:
    """What a plan's first year lets one think, with the day that the news tell; only ever a proposal.

    `title` is simplified.
    """
    if period := _PERIOD.search(title):
        for line in around:
            told = _MONTH_DAY.match(line.text) if line.kind == "front_matter" else None
            if told and (day := _day(int(period["year"]), int(told["month"]), int(told["day"]))):
                yield Found(day, "period", 0.35, line.start, line.end)
        yield Found(period["year"], "period", 0.3)


def _iso(match: re.Match[str]) -> str:
    parts = match.groupdict()
    if parts.get("y"):
        return _day(int(parts["y"]), int(parts["m"]), int(parts["d"]))
    if parts["republic"]:
        year = str(1911 + _number(parts["republic"]))
    else:
        year = "".join(str(_CHINESE.get(sign, sign)) for sign in parts["year"])
    if not year.isdecimal():
        return ""
    return _day(int(year), _number(parts["month"]), _number(parts["day"]) if parts["day"] else None)


def _number(text: str) -> int:
    """A month or a day: 12, 十二, 二十一."""
    if text.isascii() and text.isdecimal():
        return int(text)
    tens, ten, ones = text.rpartition("十")
    value = 10 * (_CHINESE.get(tens, 1) if tens else 1) if ten else 0
    return value + sum(_CHINESE.get(sign, 99) for sign in ones)


def _day(year: int, month: int, day: int | None) -> str:
    """ISO; empty where there is no such day, or none on which a document that is read today was made."""
    try:
        date(year, month, day or 1)
    except ValueError:
        return ""
    return f"{year}-{month:02}" + (f"-{day:02}" if day else "") if 1911 < year < 2100 else ""
