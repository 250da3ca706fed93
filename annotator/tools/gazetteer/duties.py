"""What a text says behind the units that act: that they must, that they do, and in which role."""

import re
from typing import NamedTuple

from annotator.model.cutting import Role
from annotator.tools.gazetteer.verbs import RELATIVE, REPORT, VERB
from annotator.tools.gazetteer.wording import ACT, ADVERB, MAY, MUST, SHOULD, WANTS, role_of

# Between the actors and what they do: 和重点区域, （管委会）.
BESIDE = (
    r"(?:(?:以及|及|和|与)(?:(?![未违拒见的])[一-龥]){2,10}?|、个人"
    r"|的[^，,。；;：:的\n]{2,10}人员[，,]?(?=负责)|[（(][^（()）]{1,14}[）)])?"
)
_NO_ACT = r"(?!作用|单位|部门|主体|机构|机制|体系|力度|对象|范围|同志|[的人者方下率])"
_TO = r"对(?![接内口]|外(?:开放|合作|交流|经|贸|宣|投|公|发|承|服|联))"
_AID = rf"(?:应当?|要)?{_TO}[^，。；：\n]{{1,50}}?(?P<aid>支持|指导|督办|督导|负责){_NO_ACT}"
_OFFICE = r"[的之](?:主要|具体)?(?:工作)?(?:职责|职权|职能|任务|业务范围)(?:如下|包括|是|为|[：:])"
_WORK = (
    rf"{ADVERB}*(?:继续)?{ADVERB}*(?:相关|有关|各项)?(?P<work>牵头|配合|协助)工作"
    rf"|{ADVERB}*(?:予以|给予)(?P<help>配合|协助)"
)
# What an authority may do is its task (用人单位 is none), not what somebody may have or ask for.
_CAN = r"可(?:以)?(?![能靠行持再信控研见视操由以向]|自愿|自主|申请|享受|选择|凭|参加|不)"
_IS = (
    r"(?:是|作为)[^，。；：\n]{0,30}"
    r"(?:(?P<is>责任)(?:主体|单位|部门|机构)|的(?P<kind>(?:管理|办事|执行|监督|主管)?(?:机构|机关|部门)))"
)
_ACTS = rf"{ADVERB}*(?P<act>(?:{ACT})(?:[、和]?(?:{ACT}))*){_NO_ACT}"
_DOES = (
    r"查|组成(?=[一-龥]*组)|负"
    r"|发挥[^，。；：\n]{2,40}?作用|\d{1,2}个?(?:分钟|小时|工作日|[日天])内(?:完成|办结|响应|答复|反馈|作出)"
    rf"|年度编[制列报]|{VERB}"
)
# How, to whom or when something is done: a duty of a name that is sure to be a unit's.
_UPON = rf"[接收]到(?=[^，。；\n]{{1,40}}[，,](?:{MUST}))"  # 接到通知后，要
_HOW = rf"再|按|依|{_UPON}|{_TO}|将|向|在|每|通过|从|把|围绕|根?据|会?商|以|为|自|针对|于|作为"
_HOW += r"|受[^，。；\n]{2,12}?委托"
_PERSON = r"(?:主要|有关|分管|常务)*(?:领导|负责(?:人|同志))|[主副正]任|分管|党政"
# A comma stands between long lists of subjects and their duty, but not every word goes on with it.
_BEHIND = rf"应当|必须|须|不得|[都也均]?(?:{SHOULD}|{WANTS})|"
_BEHIND += r"针对[^。；\n]{4,60}?应当|在[^，。；\n]{2,30}?[，,]?(?:应当|必须)"
_BEHIND += r"|(?:根据|按照|依照)[^，。；\n]{2,12}?(?:职权|职责|分工|规定)"
_AT = re.compile(
    rf"{BESIDE}(?:(?:{_PERSON})(?=[都也]?(?:{MUST}))|(?!{_PERSON}))(?:[，,](?={_BEHIND})|(?:[并仍还]?也?|[都均]|同时)(?=应|须|必须|要|不?得|负|可))?"
    rf"(?P<colon>\s*[：:]\s*)?(?:{_ACTS}|{_WORK}|{_AID}|{_IS}"
    rf"|设在[^，。；：\n]{{2,30}}[，,](?P<seated>{ADVERB}*负责)"
    rf"|(?P<must>{MUST}|{_OFFICE})|(?P<may>{_CAN})|(?P<does>(?:{ADVERB}|{_DOES})(?!的))|(?(colon)|(?:{_HOW})))"
)
FOLLOWS = (
    rf"[：:]|{BESIDE}(?:(?:{_PERSON})[都也]?(?:{MUST})|[并仍还也][应可]|(?:同时|[都均也])(?:{MUST})|{_OFFICE}|可|{MUST}|应对|是|{ADVERB}|{_DOES}|{_HOW}|{ACT}"
    r"|设在)"
)
"""What can stand behind a name that acts; the colon belongs to 市财政局：落实资金."""

# 对所辖区域…实施监督, 按照规定…，应当: what is done stands behind how, in the same sentence.
_INSIDE = (
    r"应当|必须|不得|(?<![获取不难懂使赢所值觉])得(?=[强为令限])"
    rf"|(?<![相适响对供反效]){SHOULD}|(?<![主重需首必只]){WANTS}"
)
_BEARS = r"负责|承担[^，。；：\n]{1,24}责任|负起?(?!有)[^，。；：\n]{0,6}责"
_LATER = re.compile(
    r"(?:[^。；;：:\n]{1,40}?[，,](?=对|按|根据|在|以))?[^，,。；;：:\n“”]{1,60}?"
    rf"(?:(?P<must>{_INSIDE})|(?P<bears>{_BEARS})(?![人的])|(?P<office>行使|履行|承担)"
    r"|(?P<does>实施|进行|开展|加强|建立|设立|推进|落实|完善|提供|纳入|作为|完成|作出|给予|予以|审[核批查定]|核准))"
    r"|[^。；;：:\n]{0,80}?[，,]"
    rf"(?:(?P<then>应当|必须|须|不得|{SHOULD}|{WANTS}|{MAY})|(?P<then_bears>负责)(?!人)|(?P<acts>{ADVERB}|{_DOES}))"
)
_GOES_ON = re.compile(r"[^，。；：\n]{1,80}[，,](?!可|由|经|其|该|各|有关|未|不|并)")
# …应当加强管理，负责组织实施: whoever must do the first does the second.
_ALSO = re.compile(
    rf"[^。；;\n]{{0,100}}?[，,](?:并|{ADVERB})*(?P<act>负责(?!人)|牵头(?!人)|配合(?=[。；，]))"
)

# 成立X，由A任组长，B为成员，负责…: who is in it stands between.
_MEMBERS = (
    r"[，,](?:由[^，。；\n]{1,60}|[^，,。；;\n]{1,40}(?:任|为|挂靠)[^，,。；;\n]{0,16}"
    r"|(?:成员|委员)(?:由|包括|为)[^，,。；;\n]{1,200})(?=[，,])"
)
_FOUNDED = re.compile(
    rf"(?:[（(][^（()）]*[）)])?(?:{_MEMBERS}){{0,4}}[，,](?:[^，,。；;\n]{{1,20}}[，,](?=对))?"
    rf"(?:(?P<act>{ADVERB}*(?:负责|承担|对[^，。；\n]{{2,16}}?负责){_NO_ACT})"
    r"|(?P<leads>(?:全面|具体|集中)?(?:统筹|协调|领导|推进|推动|研究|组织|指导|制定|审议|落实)))"
)
_STEERING = ("小组", "委员会", "指挥部", "专班", "工作组", "联席会议", "办公室")
_FOUNDS = ("组织", "成立", "组建", "设立", "指定", "确定")  # 组织成立公司，负责…: the company does
STRONG = "牵头|负责|会同|参[与加]|配合|协助"
_STRONG = re.compile(STRONG)
# 加强监督管理 is no act of supervising somebody, 组织协调指导 one of many.
_NOUN_FOLLOWS = ("加强", "做好", "组织", "协调", "统筹")


_REPORT = re.compile(REPORT)
_TOLD = re.compile(rf"{REPORT}|{RELATIVE}")


class Duty(NamedTuple):
    """What units must do: their role, and what tells that it is a duty of whoever stands before it."""

    role: Role
    strong: bool  # 牵头, 负责 …
    sure: bool  # a word that hands out work, an obligation, or a colon
    does: bool  # at least a verb; otherwise how, when or to whom something is done
    may: bool = False  # no more than leave to do it


def duty(text: str, at: int) -> Duty | None:
    """The duty of the units whose names end at `at`, or None where none is said."""
    found = _AT.match(text, at)
    if found is None:
        return None
    if (
        words := found["act"]
        or found["work"]
        or found["help"]
        or found["aid"]
        or found["seated"]
        or found["is"]
    ):
        strong = found["is"] is not None or _STRONG.search(words) is not None
        noun = not strong and found["act"] is not None and text.endswith(_NOUN_FOLLOWS, 0, found.start("act"))
        return Duty("unspecified" if noun else role_of(words), strong, True, True)
    sure = bool(found["must"] or found["colon"] or found["kind"])
    if sure or found["does"] or found["may"]:
        goes_on = found["must"] or (found["does"] and not found["colon"] and found["does"] not in _FOUNDS)
        if not sure and _TOLD.match(text, found.end()):
            return None
        also = _ALSO.match(text, found.end()) if goes_on else None
        strong = also is not None and found["must"] is not None
        role = role_of(also["act"]) if also else "unspecified"
        return Duty(role, strong, sure, True, found["may"] is not None)
    return _said_later(text, found.end(), by_rule=found[0][-1] in "按据依")


def _said_later(text: str, at: int, *, by_rule: bool) -> Duty | None:
    """The duty whose words stand behind how, when or to whom (up to `at`), or None where these tell of none;
    `by_rule`: 按照, 根据, 依照 …
    """
    later = _LATER.match(text, at)
    if later is None:
        goes_on = by_rule and _GOES_ON.match(text, at) is not None
        return None if _TOLD.match(text, at) else Duty("unspecified", False, False, goes_on)
    bears = (later["bears"] or later["then_bears"]) is not None
    sure = later["does"] is None and later["acts"] is None
    if not sure and _TOLD.match(text, at):
        return None
    return Duty("responsible" if bears else "unspecified", bears, sure, True)


def reported(text: str, at: int) -> bool:
    """Whether the sentence that goes on at `at` tells what was done."""
    return _REPORT.match(text, at) is not None


def founded(text: str, at: int) -> Role | None:
    """The role of a unit that is set up (成立X，负责…), its name ending at `at`; None if it gets none."""
    found = _FOUNDED.match(text, at)
    if found is None:
        return None
    if found["leads"]:
        return "unspecified" if text.endswith(_STEERING, 0, at) else None
    return "unspecified" if found["act"].startswith("对") else role_of(found["act"])
