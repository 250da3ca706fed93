"""The priority of a clause, by its numbers, dates and predicates.

Only what the issuer says of its own acts counts: the title sentence and the predicates of which the
government is the subject. Words of haste inside a purpose, a result, an attribute (重点领域) or an
act of somebody else (支持企业加快……) do not.
"""

import re

from annotator.tools.suggest.figures import has_deadline, has_indicator

_TYPES = ("goal", "task", "project", "safeguard")
LEVELS = ("exploratory", "routine", "expedited", "dated")
"""The codes that can be told, those of the default codebook."""
_AT_ONCE = re.compile(r"急用先行|限期(?:完成|办结|整改)")

# One of these words is in every text that urges, or only tries, something.
_HASTY = re.compile("率先|加快|加速|着力|全力|集中|优先|确保|尽快|超前|全面突破|重点")
_TRYING = re.compile("探索|研究|争取|力争|鼓励|引导|前瞻|待条件成熟")

# What may stand before a predicate: a subject that has to act, and adverbs.
_BEFORE = (
    r"(?:(?:市|区|县|省|各|我)[^，,]{0,16}?(?=[要应将]))?"
    r"(?:要|应|需|并|且|也|将|同时|进一步|积极|大力|持续|稳步|不断|深入|切实|有序|统筹|稳妥|择优)*"
)
_HASTE = re.compile(
    _BEFORE + r"(?:力争|争取)?(?:率先|加快|加速|着力|全力|集中(?!度|式)|优先|确保|尽快|超前|全面突破"
    r"|重点(?!领域|关注|聚焦|围绕|行业|产业|区域|地区|企业|任务|项目|工程|工作|场景|人群|人员|部位|高校|实验室|环节|方向|是))"
)
# A later part of a sentence that begins so tells what comes of the parts before it.
_RESULT = re.compile(_BEFORE + r"(?:确保|加速|(?:加快|加速)(?:实现|形成|释放|涌现|融入))")
_SOFT = re.compile(_BEFORE + r"(?:探索|研究(?!制定|编制|出台|建立|起草)|争取|力争|鼓励|引导|前瞻|待条件成熟)")
_FIRM = re.compile(
    _BEFORE + r"(?:建设|建立|建成|形成|完成|开展|推进|制定|实施|构建|打造|完善|加强|深化|健全|组织|编制|出台)"
)
_SENTENCES, _PARTS = re.compile("[。；;！!？?]"), re.compile("[，,：:]")
_SETTING = re.compile(
    r"面向|围绕|针对|依托|按照|根据|以|为|在|对|从|通过|结合|基于|聚焦|立足|借助|运用|利用|当前|其中"
)


def priority(simplified_text: str, lead: int, clause_type: str) -> tuple[str, float] | None:
    """A clause's priority as (code id, score); None for types that cannot be urgent.

    `simplified_text` is the clause's text in simplified characters, `lead` the length of its title
    sentence in code points (0: none), `clause_type` its type's code id.
    """
    if clause_type not in _TYPES:
        return None
    indicator = has_indicator(simplified_text)
    if _AT_ONCE.search(simplified_text) or (indicator and has_deadline(simplified_text)):
        return "dated", 0.95
    if indicator:
        return "expedited", 0.9
    hasty, trying = _HASTY.search(simplified_text), _TRYING.search(simplified_text, lead)
    sentences = _sentences(simplified_text[lead:]) if hasty or trying else []
    if hasty and (_HASTE.match(simplified_text[:lead].strip()) or any(map(_hastens, sentences))):
        return "expedited", 0.9
    if trying and sentences and all(map(_tries, sentences)):
        return "exploratory", 0.6
    return "routine", 0.9


def _sentences(text: str) -> list[list[str]]:
    """The sentences of a text, each as those of its parts between commas that hold a predicate."""
    sentences = (_PARTS.split(sentence) for sentence in _SENTENCES.split(text))
    predicates = ([part.strip() for part in parts] for parts in sentences)
    kept = ([part for part in parts if part and not _SETTING.match(part)] for parts in predicates)
    return [parts for parts in kept if parts]


def _hastens(predicates: list[str]) -> bool:
    """Whether a sentence urges something; the result of an earlier part does not count."""
    return any(_HASTE.match(part) and not (at and _RESULT.match(part)) for at, part in enumerate(predicates))


def _tries(predicates: list[str]) -> bool:
    """Whether a sentence only explores or encourages."""
    return bool(_SOFT.match(predicates[0])) and not any(map(_FIRM.match, predicates))
