"""The type of a clause, by where it stands and how it begins."""

import re
from functools import lru_cache

from annotator.model.cutting import Segment
from annotator.tools.suggest.figures import YEAR

Guess = tuple[str, float]

TYPES = (
    "background", "status", "challenge", "principle", "goal", "intro", "task", "project", "safeguard",
)  # fmt: skip
"""The codes that can be told, those of the default codebook."""

# Titles that name a place in a document, and the type of what stands there.
_PLACES = (
    ("goal", re.compile(r"目标(?:要求|定位|愿景|任务)?$|(?:发展|工作|主要|总体)目标")),
    ("principle", re.compile(r"指导思想|(?:基本|工作|总体)原则|总体(?:要求|思路|考虑)|指导方针")),
    ("challenge", re.compile(r"形势|机遇|挑战|瓶颈|短板|趋势|(?:存在|主要|突出).{0,4}问题|发展环境|面临")),
    ("status", re.compile(r"(?:发展|工作|建设|现实|现有)(?:基础|情况)$|(?:现状|成效|成就|回顾)$")),
)
# The titles of tasks use the same words after a verb (夯实发展基础, 应对风险挑战) and name no place.
_VERB = re.compile(
    r"(?:进一步|持续|不断|全面|加快|深入|积极|着力|切实|有效|有力|主动|科学)*"
    r"(?:夯实|筑牢|巩固|打牢|强化|优化|改善|营造|提升|增强|完善|构建|打造|加强|推动|推进"
    r"|建立|健全|抢抓|把握|补齐|破解|应对)"
)
_SAFEGUARD = re.compile(
    r"保障措施|(?:组织|实施|政策|要素|资金|综合|工作)保障|^(?:强化|加强|完善)?保障(?:机制)?$"
    r"|组织(?:领导|实施)|实施机制|工作要求"
)
_PROJECT = re.compile(
    r"(?:工程|行动|专项|试点|攻坚战?)$|(?:示范|重点|重大)(?:工程|专项|项目)|专项(?:任务|行动)"
)

_ISSUED = re.compile(
    r"(?:制定|编制|制订|拟定|起草)(?:本|该|此|如下|以下|《)"
    r"|(?:提出|通知|公告|明确)(?:如下|以下)|如下(?:意见|措施|通知)"
)
_PURPOSE = re.compile("为|根据|按照|依据")
_GUIDED = re.compile(r"(?:坚持)?(?:高举|以习近平|以[^，,。]{2,40}为(?:指导|指引|统领))")
_BY_YEAR = re.compile(rf"[^。；;]{{0,16}}?到(?:{YEAR}|“[^”]{{2,4}}”期?末)")
_LACKING = re.compile(
    r"面临.{0,24}(?:问题|挑战|瓶颈)"
    r"|(?:一是|二是|三是|首先|其次)[^。]{0,20}(?:不足|不够|不高|不强|缺|滞后|尚未|有待|仍需)"
)


def clause_type(
    segment: Segment,
    simplified_text: str,
    simplified_path: tuple[str, ...],
    following: Segment | None = None,
) -> Guess | None:
    """A clause's type as (code id, score); None for a segment that is no clause.

    `simplified_text` and `simplified_path` are the segment's text and path in simplified characters.
    `following` is the segment after it: only this tells a chapter's opening paragraph from a task, and
    without it openings pass for tasks.
    """
    if segment.kind != "clause":
        return None
    text = simplified_text.strip()
    title = text[: segment.lead].rstrip("。：: ")
    return (
        _by_formula(text, simplified_path)
        or _by_place(text, (*simplified_path, title))
        or _by_opening(segment, text, simplified_path, following)
        or _by_measure(segment, (*simplified_path, title))
    )


def _by_formula(text: str, path: tuple[str, ...]) -> Guess | None:
    """Grounds and guiding thought have fixed wordings wherever they stand."""
    if (not path or _PURPOSE.match(text)) and _ISSUED.search(text):
        return "background", 0.95
    return ("principle", 0.9) if _GUIDED.match(text) else None


def _by_place(text: str, titles: tuple[str, ...]) -> Guess | None:
    """What the innermost title that names a place says, unless the text speaks against it."""
    place = next((found for title in reversed(titles) if (found := _place(title))), "")
    if place == "status" and _LACKING.search(text):
        return "challenge", 0.9
    if place in ("principle", "") and _BY_YEAR.match(text):
        return "goal", 0.9
    return (place, 0.95) if place else None


@lru_cache(512)  # the clauses below a heading ask for it one after the other
def _place(title: str) -> str:
    title = title.strip().rstrip("。.：:")
    if _VERB.match(title):
        return ""
    return next((place for place, pattern in _PLACES if pattern.search(title)), "")


def _by_opening(
    segment: Segment, text: str, path: tuple[str, ...], following: Segment | None
) -> Guess | None:
    """A paragraph that only leads to what stands below it."""
    if not (text.endswith(("：", ":")) or _opens(segment, text, following)):
        return None
    return ("intro", 0.8) if path else ("background", 0.6)


def _opens(segment: Segment, text: str, following: Segment | None) -> bool:
    if following is None or segment.marker or segment.lead:
        return False
    if following.kind == "heading":
        return following.level >= segment.level
    if following.kind != "clause" or following.path != segment.path:
        return False
    sentences = len(re.findall("[。；;]", text))
    return sentences <= 2 if following.marker else sentences <= 1 and following.lead > 0


def _by_measure(segment: Segment, titles: tuple[str, ...]) -> Guess:
    """A clause that lays something down: safeguard, project or task."""
    if any(map(_safeguards, titles[:-1])):
        return "safeguard", 0.95
    if any(map(_projects, titles)):
        return "project", 0.9
    if segment.marker.startswith("—"):
        return "goal", 0.6
    return "task", 0.85


@lru_cache(512)
def _safeguards(title: str) -> bool:
    return _SAFEGUARD.search(title.strip().rstrip("。.：:")) is not None


@lru_cache(512)
def _projects(title: str) -> bool:
    return _PROJECT.search(title.strip().rstrip("。.：:")) is not None
