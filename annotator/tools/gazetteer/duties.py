"""What a text says behind the units that act: that they must, that they do, and in which role."""

import re
from typing import NamedTuple

from annotator.model.cutting import Role
from annotator.tools.gazetteer.wording import ACT, ADVERB, MUST, role_of

# Between the actors and what they do: 和重点区域, （管委会）.
BESIDE = r"(?:(?:以及|及|和|与|、)[一-龥]{2,10}?|[（(][^（()）]{1,14}[）)])?"
_NO_ACT = r"(?!作用|单位|部门|主体|机构|机制|体系|力度|对象|范围|同志|[的人者方下率])"
_AID = rf"对(?![接外内口])[^，。；：\n]{{1,50}}?(?P<aid>支持|指导|督办|督导){_NO_ACT}"
_ACTS = rf"{ADVERB}*(?P<act>(?:{ACT})(?:[、和]?(?:{ACT}))*){_NO_ACT}"
_DOES = (
    r"会同|视情|严格|加大|加快|健全|完善|优化|推进|推动|促进|制[定订]|研究|建立|落实|实施|开展|承担|承办|履行|督促"
    r"|检查|查|汇[总同]|出台|提[供出升高]|抓好|强化|深化|明确|细化|审[核批查]|受理|办理|(?:年度)?编[制列报]|组建|组成(?=[一-龥]*组)"
    r"|设[立置]|派出|发布|宣布|处置|调[查配]|打击|通报|公布|安排|保障|保证|予以|给予|负|监测|管理|维护|执行|推行|利用|指定|确定"
    r"|采取|探索|转办|批转|移送|核[转拨定]|拨付|构建|检送|[函报]送"
)
# How, to whom or when something is done: a duty of a name that is sure to be a unit's.
_HOW = r"再|按|依|对(?![接外内口])|将|向|在|每|通过|围绕|根?据|会?商|以"
_PERSON = r"(?:主要|有关|分管|常务)*(?:领导|负责(?:人|同志))|[主副正]任|分管|党政"
_AT = re.compile(
    rf"{BESIDE}(?!{_PERSON})(?P<colon>\s*[：:]\s*)?(?:{_ACTS}|{_AID}"
    rf"|设在[^，。；：\n]{{2,30}}[，,](?P<seated>{ADVERB}*负责)"
    rf"|(?P<must>{MUST})|(?P<does>{ADVERB}|{_DOES})|(?(colon)|(?:{_HOW})))"
)
FOLLOWS = rf"[：:]|{BESIDE}(?:{MUST}|{ADVERB}|{_DOES}|{_HOW}|{ACT}|设在)"
"""What can stand behind a name that acts; the colon belongs to 市财政局：落实资金."""

_FOUNDED = re.compile(
    rf"(?:[（(][^（()）]*[）)])?[，,](?:由[^，。；\n]{{1,60}}[，,])?(?P<act>{ADVERB}*(?:负责|承担){_NO_ACT})"
)
STRONG = "牵头|负责|会同|参[与加]|配合|协助"
_STRONG = re.compile(STRONG)


class Duty(NamedTuple):
    """What units must do: their role, and what tells that it is a duty of whoever stands before it."""

    role: Role
    strong: bool  # 牵头, 负责 …
    sure: bool  # a word that hands out work, an obligation, or a colon
    does: bool  # at least a verb; otherwise how, when or to whom something is done


def duty(text: str, at: int) -> Duty | None:
    """The duty of the units whose names end at `at`, or None where none is said."""
    found = _AT.match(text, at)
    if found is None:
        return None
    if words := found["act"] or found["aid"] or found["seated"]:
        return Duty(role_of(words), _STRONG.search(words) is not None, True, True)
    sure = bool(found["must"] or found["colon"])
    return Duty("unspecified", False, sure, sure or found["does"] is not None)


def founded(text: str, at: int) -> Role | None:
    """The role of a unit that is set up (成立X，负责…), its name ending at `at`; None if it gets none."""
    found = _FOUNDED.match(text, at)
    return role_of(found["act"]) if found else None
