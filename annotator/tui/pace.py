"""How fast a reviewer works, in words."""

from datetime import datetime, timedelta
from typing import NamedTuple

from annotator.store import pace
from annotator.store.project import Project
from annotator.words import say

LAST = 50
"""Clauses of which the median time is told."""


class Pace(NamedTuple):
    """Clauses finished since midnight, and the median of the seconds that the last of them took."""

    today: int = 0
    seconds: float = 0.0


def pace_of(project: Project, reviewer: str) -> Pace:
    """The pace now."""
    today = pace.finished(project, reviewer, midnight(project))
    return Pace(today, median(pace.seconds(project, reviewer, LAST)))


def midnight(project: Project, days_ago: int = 0) -> int:
    """When the day began here, or one of the days before; UTC milliseconds."""
    now = datetime.fromtimestamp(project.clock() / 1000).astimezone()
    day = now.replace(hour=0, minute=0, second=0, microsecond=0) - timedelta(days=days_ago)
    return int(day.timestamp() * 1000)


def median(seconds: list[float]) -> float:
    """The middle one of some times, 0 of none."""
    return sorted(seconds)[len(seconds) // 2] if seconds else 0.0


def pace_words(pace: Pace) -> list[str]:
    """今天 40 条, 中位 21 秒/条; nothing where nothing was finished."""
    told = [say("pace.today", count=pace.today)] if pace.today else []
    return told + ([say("pace.median", time=time_words(pace.seconds))] if pace.seconds else [])


def time_words(seconds: float) -> str:
    """21 秒, 3 分 5 秒, 2 小时 10 分."""
    whole = round(seconds)
    hours, minutes = whole // 3600, whole // 60 % 60
    if hours:
        return say("pace.hours", hours=hours, minutes=minutes)
    if minutes:
        return say("pace.minutes", minutes=minutes, seconds=whole % 60)
    return say("pace.seconds", seconds=whole)
