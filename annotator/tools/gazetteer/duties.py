"""What a text says behind the units that act: that they must, that they do, and in which role."""

import re
from typing import NamedTuple

from annotator.model.cutting import Role
from annotator.tools.gazetteer.wording import ACT, ADVERB, MUST, role_of

# Between the actors and what they do: 和重点区域, （管委会）.
BESIDE = r"(?:(?:以及|及|和|与)(?:(?![未违拒])[一-龥]){2,10}?|[（(][^（()）]{1,14}[）)])?"
_NO_ACT = r"(?!作用|单位|部门|主体|机构|机制|体系|力度|对象|范围|同志|[的人者方下率])"
_TO = r"对(?![接内口]|外(?:开放|合作|交流|经|贸|宣|投|公|发|承|服|联))"
_AID = rf"(?:应当?|要)?{_TO}[^，。；：\n]{{1,50}}?(?P<aid>支持|指导|督办|督导|负责){_NO_ACT}"
_IS = r"(?:是|作为)[^，。；：\n]{0,30}(?P<is>责任)(?:主体|单位|部门|机构)"
_ACTS = rf"{ADVERB}*(?P<act>(?:{ACT})(?:[、和]?(?:{ACT}))*){_NO_ACT}"
_DOES = (
    r"会同|成立|视情|严格|加大|加快|健全|完善|优化|推进|推动|促进|制[定订]|研究|建立|落实|实施|开展|承担|承办|履行|督促"
    r"|检查|查|汇[总同]|出台|提[供出升高]|抓好|强化|深化|明确|细化|审[核批查]|受理|办理|(?:年度)?编[制列报]|组建|组成(?=[一-龥]*组)"
    r"|设[立置]|派出|发布|宣布|处置|调[查配]|打击|通报|公布|安排|保障|保证|予以|给予|负|监测|管理|维护|执行|推行|利用|指定|确定"
    r"|采取|探索|转办|批转|移送|核[转拨定]|拨付|构建|检送|[函报]送"
)
# How, to whom or when something is done: a duty of a name that is sure to be a unit's.
_HOW = rf"再|按|依|{_TO}|将|向|在|每|通过|围绕|根?据|会?商|以|为|自|针对|于|作为"
_PERSON = r"(?:主要|有关|分管|常务)*(?:领导|负责(?:人|同志))|[主副正]任|分管|党政"
# A comma stands between long lists of subjects and their duty, but not every word goes on with it.
_BEHIND = r"应当|必须|须|不得|针对[^。；\n]{4,60}?应当|在[^，。；\n]{2,30}?[，,]?(?:应当|必须)"
_BEHIND += r"|(?:根据|按照|依照)[^，。；\n]{2,12}?(?:职权|职责|分工|规定)"
_AT = re.compile(
    rf"{BESIDE}(?!{_PERSON})(?:[，,](?={_BEHIND})|[并仍]?也?(?=应|须|要|得|负))?(?P<colon>\s*[：:]\s*)?(?:{_ACTS}|{_AID}|{_IS}"
    rf"|设在[^，。；：\n]{{2,30}}[，,](?P<seated>{ADVERB}*负责)"
    rf"|(?P<must>{MUST})|(?P<does>(?:{ADVERB}|{_DOES})(?!的))|(?(colon)|(?:{_HOW})))"
)
FOLLOWS = rf"[：:]|{BESIDE}(?:[并仍]应|{MUST}|应对|是|{ADVERB}|{_DOES}|{_HOW}|{ACT}|设在)"
"""What can stand behind a name that acts; the colon belongs to 市财政局：落实资金."""

# 对所辖区域…实施监督, 按照规定…，应当: what is done stands behind how, in the same sentence.
_LATER = re.compile(
    r"(?:[^。；;：:\n]{1,40}?[，,](?=对|按|根据|在|以))?[^，,。；;：:\n“”]{1,60}?(?:(?P<must>应当|必须|不得|(?<![相适响对供反效])应(?![急用对届])|(?<![主重需首必只])要(?![求素点闻]))"
    r"|(?P<bears>负责|承担[^，。；：\n]{1,24}责任|负起?(?!有)[^，。；：\n]{0,6}责)(?!人)"
    r"|(?P<office>行使|履行|承担)|(?P<does>实施|进行|开展|作出|给予|予以|审[核批查定]|核准))"
    r"|[^。；;：:\n]{1,80}?[，,](?:(?P<then>应当|必须|须|不得|应(?![急用对届])|要(?![求素点闻])|得(?![到分以出益失奖票]))"
    rf"|(?P<bears2>负责)(?!人)|(?P<acts>{ADVERB}|{_DOES}))"
)
_GOES_ON = re.compile(r"[^，。；：\n]{1,80}[，,](?!可|由|经|其|该|各|有关|未|不|并)")
# …应当加强管理，负责组织实施: whoever must do the first does the second.
_ALSO = re.compile(
    rf"[^。；;\n]{{0,100}}?[，,](?:并|{ADVERB})*(?P<act>负责(?!人)|牵头(?!人)|配合(?=[。；，]))"
)

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
    if words := found["act"] or found["aid"] or found["seated"] or found["is"]:
        return Duty(role_of(words), found["is"] is not None or _STRONG.search(words) is not None, True, True)
    sure = bool(found["must"] or found["colon"])
    if sure or found["does"]:
        also = _ALSO.match(text, found.end()) if found["must"] else None
        return Duty(role_of(also["act"]) if also else "unspecified", also is not None, sure, True)
    later = _LATER.match(text, found.end())
    if later is None and found[0][-1] in "按据依" and _GOES_ON.match(text, found.end()):
        return Duty("unspecified", False, False, True)
    if later is None:
        return Duty("unspecified", False, False, False)
    bears = (later["bears"] or later["bears2"]) is not None
    return Duty(
        "responsible" if bears else "unspecified",
        bears,
        later["does"] is None and later["acts"] is None,
        True,
    )


def founded(text: str, at: int) -> Role | None:
    """The role of a unit that is set up (成立X，负责…), its name ending at `at`; None if it gets none."""
    found = _FOUNDED.match(text, at)
    return role_of(found["act"]) if found else None
