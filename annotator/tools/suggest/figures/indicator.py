"""What a quantity counts, where the text names it plainly beside it: 20个以上⟦智能体⟧, ⟦充电桩⟧3万个以上."""

import re

from annotator.tools.suggest.figures.amount import Amount
from annotator.tools.suggest.figures.unit import RATIOS

Span = tuple[int, int]

_LONGEST = 30

# A noun behind a quantity: a name in quotes may begin it or stand inside it, an account of it may not.
_NOUN = re.compile(
    r"(?:“[^“”]{1,20}”|(?=[一-龥A-Za-z]))(?:[一-龥A-Za-z/+·-]|(?<=[一-龥])“[^“”]{1,20}”(?=[一-龥])){0,30}"
)
_WORD = re.compile("[一-龥A-Za-z]")
_NO_NOUN = re.compile("和|与|及|或|的|以|等")
_OPENS = re.compile("(?:.*的|容量(?=.))")
_CLOSES = re.compile(
    "(?:被|通过|获得|成立|设置|开设|参与|到会|参会|入选|纳入|实现|(?<!公)共(?![享建同用性])|在线|(?<![方面定导意走动])向|对接|提升|落地|入驻|建成|完成|压缩|提高|降低"
    "|减少|增加).*|(?:建设|工作|等|和|与|及|以及|或)$"
)

# A noun before a quantity stands behind dates and verbs, and before what leads over to the number.
_WORDS = re.compile(r"(?:[一-龥A-Za-z0-9./+·-]|“[^“”]{1,20}”|[(（][^()（）]{1,10}[)）]){2,30}$")
_BASE = re.compile("[由从].*$")
_LEADS_OVER = re.compile(
    "(?:已|共|总|累计|现|达成|达到|达|为|是|有|突破|力争|控制在|保持在|稳定在|提升至|提高到|提高至|扩大到|降低到|降低至|降至|降到"
    r"|压缩至|增加到|增长到|增至|发展到|年均|增长|建成|新增|左右|超过|各)+\s?$"
)
_YEAR = re.compile(r".*\d年(?:底|末|前|内)?")
_ACT = (
    "(?:建设|建成|新建|完成|形成|打造|布局|推动|推进|培育|集聚|引进|实现|新增|增设|累计|改造|升级|开展|组织|举办|发布|推出|提供"
    "|部署|开放|吸引|覆盖|承载|汇聚|编制|参与|申请|支持|力争|确保|其中|各类|全市|全区|全省|本市|预计|年均|认定|评选|制定"
    "|出台|以及|具备|具有|扩大|构建|设立|接入|拥有|包括|涵盖|涉及|使|将|至)"
)
_ACTS = re.compile(f".*{_ACT}(?!{_ACT}$)(?=[^的]{{2}})|(?:.*{_ACT})?{_ACT}$")
# What is left of other words: an act alone, a number, a place (清单内, 基础上).
_NOTHING = re.compile("(?:分别|再)?(?:增加|增长|下降|降低|减少|优化为)?|[0-9]+[^A-Za-z].*|.*[内中上的时]")


def indicator(text: str, amount: Amount) -> Span | None:
    """The range of `text` that names what `amount` counts; None where it is not plain."""
    behind, before = _behind(text, amount.end), _before(text, amount.start)
    return (before or behind) if amount.unit.endswith(RATIOS) else (behind or before)


def _behind(text: str, at: int) -> Span | None:
    found = _NOUN.match(text, at)
    if found is None or _NO_NOUN.match(text, at) or _goes_on(text, at, found.end()):
        return None
    noun = _CLOSES.sub("", found[0])
    opening = _OPENS.match(noun)
    start, end = at + (opening.end() if opening else 0), at + len(noun)
    return None if _is_nothing(text[start:end]) else (start, end)


def _goes_on(text: str, at: int, end: int) -> bool:
    """Whether a noun was cut at the longest, and perhaps in the middle of a word."""
    return end - at >= _LONGEST and _WORD.match(text, end) is not None


def _before(text: str, at: int) -> Span | None:
    found = _WORDS.search(text[max(0, at - _LONGEST) : at])
    if found is None:
        return None
    noun = _LEADS_OVER.sub("", _BASE.sub("", found[0]))
    end = at - len(found[0]) + len(noun)
    for opening in (_YEAR, _ACTS):
        if skipped := opening.match(noun):
            noun = noun[skipped.end() :]
    return None if _is_nothing(noun) else (end - len(noun), end)


def _is_nothing(noun: str) -> bool:
    return len(noun) < 2 or _NOTHING.fullmatch(noun) is not None
