"""Dates as tables and pages write them, to ISO."""

import re
from datetime import UTC, date, datetime, timedelta

_WRITTEN = re.compile(r"\s*(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})(?!\d)")
_SOLID = re.compile(r"\s*(\d{4})(\d{2})(\d{2})(?:\d{6})?(?:\.0)?\s*")
# Without a day behind it a point is taken before two digits alone: to a spreadsheet 2024.10 is 2024.1.
_MONTH = re.compile(r"\s*(\d{4})\s*(?:[-/年]\s*(\d{1,2})|\.(\d{2}))\s*月?\s*")
_SECONDS = re.compile(r"\s*(1?\d{9})(\d{3})?\s*")
_CHINA = timedelta(hours=8)


def iso(text: str) -> str:
    """The day that `text` begins with, as YYYY-MM-DD, or the month that it is, as YYYY-MM; else empty.

    Seconds (or milliseconds) since 1970 are a day in China.
    """
    found = _WRITTEN.match(text) or _SOLID.fullmatch(text)
    try:
        if found:
            return date(int(found[1]), int(found[2]), int(found[3])).isoformat()
        if month := _MONTH.fullmatch(text):
            return date(int(month[1]), int(month[2] or month[3]), 1).isoformat()[:7]
        if counted := _SECONDS.fullmatch(text):
            return (datetime.fromtimestamp(int(counted[1]), UTC) + _CHINA).date().isoformat()
    except (ValueError, OverflowError, OSError):
        pass
    return ""
