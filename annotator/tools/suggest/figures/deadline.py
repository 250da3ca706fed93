"""Dates by which something is to be done: 到2027年, 2026年底前, 到“十五五”末.

A date that tells when something was, or as of when it was counted (2021年以来, 截至2025年末共有…), is none.
"""

import re
from datetime import date, timedelta
from typing import NamedTuple

from annotator.tools.suggest.figures import numeral

YEAR = r"(?:20\d\d|二[〇○零][〇○零一二三四五六七八九]{2})年"

_MONTH = r"(?P<month>1[0-2]|0?[1-9]|十[一二]|[一二三四五六七八九十])月"
_DAY = r"(?P<day>3[01]|[12]\d|0?[1-9])日"
_DATE = re.compile(
    rf"(?P<year>{YEAR})(?:{_MONTH}(?:{_DAY}|(?P<late>底|末))?|(?P<half>[上下])半年"
    r"|第?(?P<quarter>[一二三四1-4])季度(?:底|末)?|年?(?P<end>底|末|内))?(?P<before>之?前)?"
)
_OPEN_YEAR = re.compile(
    r"(?<!每)(?:今年|明年|本年度?)?(?:(?:1[0-2]|[1-9])月|年|月|季度)(?:底|末)前|(?:今年|本年)(?:底|末)前?"
)
_PLAN = re.compile(r"(?:到|力争)(?P<plan>“?(?P<number>十[一二三四五六七八九]?)五”?期?末)")

_PERIOD = re.compile(r"20\d\d\s?年?\s?[-—–－~～至]{1,2}\s?(?P<last>20\d\d)年?")
_PLAN_OF = re.compile(r"“?(?P<number>十[一二三四五六七八九]?)五”?(?:时期|期间)?[^。]{0,20}?规划")

_TERM = re.compile(
    r"(?<!近)[\d一二三四五六七八九十两半]个?(?:工作日|自然日|日|天|小时|个?月|季度|年|周|分钟)(?:之|以)?内(?!的)"
    r"|每(?:年|半年|季度?|月|周|日)[^，。；]{0,8}前|[月旬季年]底前|\d{1,2}月\d{1,2}日(?:之|以)?前|年内(?!的)"
)
"""How long something may take, or by which day it is due again and again."""

_SIGNS = ("年", "月", "季度", "五")
"""One of these is in every deadline."""

_BY = re.compile(r"(?:(?<!年)到|力争|至迟|不晚于|不迟于|(?<![立始建发位])于|(?<![年\d])至)\s?$")
_NO_BY = re.compile(r"(?:自|从|[-—–~～])\s?$")
_DOES = re.compile(r"\s?[，,]?\s?(?:全面|基本|初步)?(?:完成|建成|实现|达到|力争|确保|新建|新增)(?!的)")
_NOT_BY = re.compile(r"\s?(?:以来|以前|度|起|印发|发布|施行|召开|成立|通过|公布|举办|开始|[-—–~～至])")
_ATTRIBUTE = re.compile("[^，,。；;]{0,4}的")
_AS_OF = re.compile(r"截(?:至|止到?|止至)\s?$")
_PLANS = re.compile("[^。]{0,80}?(?:力争|完成|建成|实现|达到|确保)")
_COUNTS = re.compile("[^。]{0,80}?(?:已|共|累计|现有)")
_QUARTERS = "一二三四"


class Deadline(NamedTuple):
    """text[start:end] is a date without the preposition before it; `iso` is YYYY, YYYY-MM or
    YYYY-MM-DD, empty where the text leaves the year open (今年底前). The end of a year is its last day.
    """

    start: int
    end: int
    iso: str


def deadlines(text: str) -> list[Deadline]:
    """The deadlines of a text in simplified characters, in order."""
    if not any(sign in text for sign in _SIGNS):
        return []
    found = [Deadline(*match.span(), _iso(match)) for match in _DATE.finditer(text) if _binds(match)]
    found += [Deadline(*match.span("plan"), _plan_end(match)) for match in _PLAN.finditer(text)]
    dates = {at for match in _DATE.finditer(text) for at in range(*match.span())}
    opens = (match.span() for match in _OPEN_YEAR.finditer(text))
    found += [Deadline(*span, "") for span in opens if dates.isdisjoint(range(*span))]
    return sorted(found)


def period_end(text: str) -> Deadline | None:
    """The last year of the period that a title names: (2026—2027年), “十五五”规划; None without one."""
    if period := _PERIOD.search(text):
        return Deadline(*period.span("last"), period["last"])
    if plan := _PLAN_OF.search(text):
        return Deadline(*plan.span(), _plan_end(plan))
    return None


def has_time_limit(text: str) -> bool:
    """Whether a text in simplified characters says by when something is to be done, or within which time."""
    return _TERM.search(text) is not None or bool(deadlines(text))


def _binds(match: re.Match[str]) -> bool:
    """Whether something is to be done by the date of `match`."""
    text, (start, end) = match.string, match.span()
    before, rest = text[max(0, start - 4) : start], text[end : end + 100]
    if _NO_BY.search(before) or _NOT_BY.match(rest):
        return False
    if _AS_OF.search(before):
        return bool(_PLANS.match(rest)) and not _COUNTS.match(rest)
    if _BY.search(before) or _DOES.match(rest):
        return True
    bounded = any(match[name] for name in ("before", "late", "half", "quarter", "end"))
    return bounded and not _ATTRIBUTE.match(rest)  # 2000年底前建成的小区


def _iso(match: re.Match[str]) -> str:
    year = int(numeral.digits(match["year"][:-1]))
    if match["end"] or match["half"] == "下":
        return _month_end(year, 12)
    if match["half"]:
        return _month_end(year, 6)
    if quarter := match["quarter"]:
        return _month_end(year, 3 * (_QUARTERS.find(quarter) + 1 or int(quarter)))
    if match["month"] is None:
        return str(year)
    month = int(numeral.digits(match["month"]))
    if match["late"]:
        return _month_end(year, month)
    day = int(match["day"] or 0)
    return f"{year}-{month:02}-{day:02}" if 0 < day <= _days(year, month) else f"{year}-{month:02}"


def _days(year: int, month: int) -> int:
    """How many days a month has."""
    return (date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)).day


def _month_end(year: int, month: int) -> str:
    return f"{year}-{month:02}-{_days(year, month)}"


def _plan_end(match: re.Match[str]) -> str:
    """The last year of a five-year plan: the fourteenth ended in 2025."""
    return str(1955 + 5 * numeral.chinese(match["number"]))
