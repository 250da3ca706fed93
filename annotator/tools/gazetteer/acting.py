"""Whether the actors of a sentence act, and in which role: by the words before them and behind them."""

import re
from collections.abc import Callable

from annotator.model.cutting import Role
from annotator.tools.gazetteer.actors import Actors
from annotator.tools.gazetteer.duties import Duty, duty, founded, reported

# Whoever looks at it before it goes on; a government's consent is no such work.
_CHECKS = re.compile(
    r"(?:依法|进行|书面|统一|集体|初步)?"
    r"(?:初审|复审|审核|审查|会签|复核|核实|检查|查验|验收|综合|汇总|鉴定|认定(?!的|为|符))"
)
# 由市教育局核定的计划: no task, but how something came about.
_GIVEN = re.compile("(?!负责|牵头|承担|主管|管理|组织)[一-龥]{2}的(?![，,；。])|委托行使")
# 承办单位推诿的；: a case, of which something else is said.
_IF = re.compile(r"[^。；;：:\n]{0,60}的(?:[。；;]|$)")
_ALONE = (None, "by", "agent")
_CONTACT = re.compile(r"(?<![\d０-９][号楼室])[，,：:（(][^。；\n]{0,80}?电话[：:]")
_HANDING = ("授权", "委托", "组织")
_ANY = re.compile("各|有关|相关|其他")
_MADE = re.compile("进行|开展|实施|按照?|于|整改|予以|给予|抓紧|共同|分别|立即|及时")
_LEVEL = re.compile(
    r"国家|中央|全国|本市|[省市区县州](?!场|民|级|域|块|位)|[一-龥]{2,4}[省市区县州](?!场|民)"
)
_NO_ACTOR = re.compile(
    r"[、，。；的等]|$|(?:主要|有关|分管|常务)*(?:领导|负责(?:人|同志))|[主副正]|分管|[担兼]?任(?!命)|[组构]成"
    r"|党[组政]|同志|授权|批准|同意|核准"
)
# What an applicant must be or have is no task: 试点企业应具备下列条件.
_CONDITION = re.compile(
    r"[还都均]?(?:应当?|必?须|要)[^，。；：]{0,12}?(?:具备|具有|符合|满足|属于)"
    r"|需(?!要)[^，。；：]{0,8}?(?:提供|提交|纳入|属于|为|是)|应为"
)
_ASKED = ("企业", "单位", "机构", "公司")
_AT_WILL = ("单位", "企业", "公司", "团体")  # what they may do is no task


def role(text: str, actors: Actors, kind: str | None, start: str) -> Role | None:
    """The role in which the actors act, or None where they do not. `kind` says of which kind the words
    `start` before them are.
    """
    if kind in _ALONE and _IF.match(text, actors.end):
        return None
    if kind is None:
        return _subject(text, actors)
    if kind in _BY_WORDS:
        return _BY_WORDS[kind](text, actors, start)
    if kind not in ("call", "within") and _GIVEN.match(text, actors.end):
        return None
    does = duty(text, actors.end)
    if kind == "call":
        acts = _is_called(actors, start, does)
    elif kind == "within":
        acts = _acts_within(text, actors, does)
    else:
        acts = does is not None or _joined(actors) or not _NO_ACTOR.match(text, actors.end)
    return (does.role if does else "unspecified") if acts else None


def _found(text: str, actors: Actors, _start: str) -> Role | None:
    """Of a body that is set up, if it is told what for."""
    at, end = actors.spans[0][0], actors.end
    body = actors.authority and not _ANY.match(text, at) and not text.endswith("公司", at, end)
    return founded(text, end + text.startswith(("」", "”"), end)) if body else None


def _checks(text: str, actors: Actors, _start: str) -> Role | None:
    """Of those whom something passes (经A审核, 送A会签)."""
    checks = text[actors.spans[0][0]] != "本" and _CHECKS.match(text, actors.end)
    return "unspecified" if checks else None


def _caused(text: str, actors: Actors, start: str) -> Role | None:
    """Of those whom another body makes act."""
    made = _MADE.match(text, actors.end) if actors.sure or actors.authority else None
    return "unspecified" if made and (start != "组织" or made[0] == "进行") else None


def _joins(text: str, actors: Actors, start: str) -> Role | None:
    """Of those whom another body calls in."""
    return "participant" if duty(text, actors.end) or actors.spans[0][0] > len(start) else None


_BY_WORDS: dict[str, Callable[[str, Actors, str], Role | None]] = {
    "found": _found,
    "check": _checks,
    "cause": _caused,
    "joint": _joins,
}


def _is_called(actors: Actors, start: str, does: Duty | None) -> bool:
    """Whether a named unit is handed a task (支持A牵头, 授权A负责)."""
    if does is None:
        return False
    handed = actors.sure or (actors.authority and does.strong)
    task = handed if start in _HANDING else actors.known
    return task and (does.strong or start == "组织")


def _acts_within(text: str, actors: Actors, does: Duty | None) -> bool:
    """Whether those behind 、 act, the ones before them being no units."""
    if does is None:
        return False
    at = actors.spans[0][0]
    if text[at] == "各" and does.sure:
        return True
    return does.strong and (actors.known or _LEVEL.match(text, at) is not None)


def _joined(actors: Actors) -> bool:
    """Whether 会同 joins some of the actors to the others: it says by itself that they act."""
    return any(joint for _, _, joint in actors.spans)


def _subject(text: str, actors: Actors) -> Role | None:
    """The role of the actors with which a sentence begins."""
    does = duty(text, actors.end)
    if does is None:
        told = (_joined(actors) and not reported(text, actors.end)) or _CONTACT.match(text, actors.end)
        return "unspecified" if (actors.sure or actors.authority) and told else None
    if _is_asked(text, actors, does):
        return None
    if actors.sure or does.strong or does.sure or (does.does and actors.authority):
        return does.role
    level = _LEVEL.match(text, actors.spans[0][0])
    return does.role if (does.role != "unspecified" or does.does) and level else None


def _is_asked(text: str, actors: Actors, does: Duty) -> bool:
    """Whether the actors are no more than whom a condition is put to, or who may act if they like."""
    end = actors.end
    if not actors.known and text.endswith(_ASKED, 0, end) and _CONDITION.match(text, end):
        return True
    return does.may and text.endswith(_AT_WILL if actors.sure else (*_AT_WILL, "机构"), 0, end)
