"""Units in running text: whoever is the subject of a duty (由A牵头, A会同B, A指导支持…), and brackets.

A name counts only where it acts. Known names need a duty behind them; unknown ones, told by their ending,
need a word that hands out work (牵头, 负责 …) and, for the weaker words, a level in front (市, 省 …).
Places, and actors without a name, are neither.
"""

import re
from typing import NamedTuple

from annotator.model.cutting import Role
from annotator.tools.gazetteer.index import Gazetteer
from annotator.tools.gazetteer.listing import Span, brackets, read_list
from annotator.tools.gazetteer.wording import ACT, ADVERB, COLLECTIVE, UNIT_END, is_collective, role_of

# Where an actor can begin. `call` hands a task to a named unit: 支持同济大学牵头….
_START = re.compile(
    r"(?:^|[。；;：:，,！？\n])\s*(?:同时|其中|此外|原则上|并)?[，,]?\s*(?P<agent>由|请)?"
    r"|(?P<by>(?<!自)由(?![此于]))"
    r"|(?P<within>、)"
    r"|(?P<call>支持|推动|鼓励|依托|督促|委托|授权)"
    r"|(?P<joint>会同)"
)
_CONNECT = re.compile(r"\s*(?:、|以及|及|和|与|或|暨|(?P<joint>会同)|联合|协同|配合)\s*")
_OTHERS = re.compile(rf"等(?P<rest>{COLLECTIVE})?(?:部门|单位|机构)?")
# Between the actors and what they do: 和重点区域, （管委会）, the colon of 市财政局：负责….
_BESIDE = r"(?:(?:以及|及|和|与|、)[一-龥]{2,10}?|\s*[：:]\s*|（[^）]{1,8}）)?"

_STRONG = "牵头|负责|会同|参与|配合"
_NO_ACT = r"(?!作用|单位|部门|主体|机构|机制|体系|力度|对象|范围|[的人者方下率])"
_ACTS = (
    rf"{ADVERB}*(?P<act>(?:{ACT})(?:[、和]?(?:{ACT}))*){_NO_ACT}"
    rf"|对(?![接外内口])[^，。；：\n]{{1,50}}?(?P<aid>支持|指导|督办|督导){_NO_ACT}"
)
_ROLE = re.compile(rf"{_BESIDE}(?:{_ACTS})")
_DUTY = re.compile(
    rf"{_BESIDE}(?:{ADVERB}|会同|对(?![接外内口])|将|可|应|定期|及时|加强|加大|加快|健全|完善|推进|推动|制定|研究|建立|落实|实施"
    r"|开展|承担|督促|检查|会商|汇总|汇同|出台|提供|抓好|强化|明确|细化|审[核批查]|受理|编制|组建|设立|提出|向|为|与|在|每"
    r"|安排|保障|予以|给予|依托|通过|以|负|据)"
)
_STRONG_ACT = re.compile(rf"(?:\s*[：:]\s*)?{ADVERB}*(?:{_STRONG}){_NO_ACT}")

_COLLECTIVE = re.compile(COLLECTIVE)
_SHAPE = rf"(?:[一-龥A-Za-z0-9·—-]|(?<=[一-龥])[（(][一-龥]{{1,8}}[）)](?=[一-龥])){{1,24}}?(?:{UNIT_END})"
_ENDS = rf"、|以及|及|和|与|会同|等|(?:\s*[：:]\s*)?{ADVERB}*(?:{ACT}){_NO_ACT}"
# An unknown name goes on until a word that hands out work; behind 由 and 会同 any duty will do.
_SHAPED = re.compile(rf"{_SHAPE}(?={_ENDS})")
_SHAPED_ACTOR = re.compile(rf"{_SHAPE}(?={_ENDS}|{_DUTY.pattern})")
_LEVEL = re.compile(
    r"国家|中央|全国|本市|[省市区县州](?!场|民|级|域|块|位)|[一-龥]{2,4}[省市区县州](?!场|民)"
)
# Words that begin a sentence without a subject; what follows them is no name.
_NO_NAME = re.compile(
    r"支持|鼓励|推[动进]|加[强快大]|建[立设]|组织|完善|通过|按|根据|结合|联合|发挥|围绕|依[托靠法]|引导|明确|成立|设立"
    r"|探索|开展|实施|强化|深化|优化|提升|促进|落实|健全|制定|培育|打造|构建|进一步|充分|积极|全面|统筹|创新|扩大|支撑"
    r"|聚焦|面向|实现|形成|确保|[做抓用]好|搭建|汇聚|整合|[以在对向为与和从由将把各每凡经如若当其该并且及可应要须需不]"
    r"|有关|相关"
)
_UNIT_END = re.compile(rf"(?:{UNIT_END})$")
_ANYONE = re.compile(r"(?:部门|单位)$")
_NO_LIST = re.compile(r"以下|简称|即|如|含|包括|不|详?见|原")
_LABEL = (
    r"(?:牵头|责任|主责|配合|协同|协助|参与|支持|指导|督办|主办|协办|承办|实施|落实)"
    r"[^：:、，,。；;\n]{0,8}(?:单位|部门|主体|机构)"
)
_LABELLED = re.compile(rf"\s*[^：:、，,。；;\n]{{0,4}}?{_LABEL}[：:]")
_LINE = re.compile(rf"(?:^|(?<=[。；;\n]))\s*{_LABEL}[：:][^。\n]+")


class _Actors(NamedTuple):
    """The units with which a sentence starts: each one's span, and whether 会同 joins it to those before;
    whether all are more than shapes of a name; where they end.
    """

    spans: list[tuple[int, int, bool]]
    known: bool
    end: int


def read_prose(text: str, gazetteer: Gazetteer) -> list[Span]:
    """The units that act in `text` (clean, simplified) and those in its brackets, in order."""
    lists = _lists(text, gazetteer)
    spans = [span for inside in lists for span in read_list(text, *inside)]
    done = 0
    for match in _START.finditer(text):
        at = match.end()
        if at < done:
            continue
        surely = match["agent"] or match["by"] or match["joint"]
        actors = _actors(text, at, gazetteer, _SHAPED_ACTOR if surely else _SHAPED)
        if actors is None:
            continue
        done = actors.end
        role = _duty(text, actors, match) if _apart(at, actors.end, lists) else None
        if role:
            spans += [(s, e, "participant" if joint else role) for s, e, joint in actors.spans]
    return sorted(spans)


def _lists(text: str, gazetteer: Gazetteer) -> list[tuple[int, int]]:
    """The stretches of `text` that are lists of units: lines with a label, brackets."""
    lists = [line.span() for line in _LINE.finditer(text)]
    for start, end in brackets(text):
        if _apart(start, end, lists) and _is_list(text[start:end], gazetteer):
            lists.append((start, end))
    return lists


def _apart(start: int, end: int, others: list[tuple[int, int]]) -> bool:
    return all(end <= begin or stop <= start for begin, stop in others)


def _is_list(inside: str, gazetteer: Gazetteer) -> bool:
    """Whether a bracket in the text lists units: it has their label, or a role and a name."""
    if _NO_LIST.match(inside):
        return False
    if _LABELLED.match(inside):
        return True
    spans = read_list(inside, 0, len(inside))
    named = any(_is_name(inside, start, end, gazetteer) for start, end, _ in spans)
    return named and any(role != "unspecified" for _, _, role in spans)


def _is_name(text: str, start: int, end: int, gazetteer: Gazetteer) -> bool:
    if gazetteer.end_of_name(text, start) == end or _COLLECTIVE.fullmatch(text, start, end):
        return True
    return _UNIT_END.search(text, start, end) is not None


def _actors(text: str, at: int, gazetteer: Gazetteer, shaped: re.Pattern[str]) -> _Actors | None:
    spans: list[tuple[int, int, bool]] = []
    known, joint = True, False
    while unit := _unit(text, at, gazetteer, shaped):
        end, named = unit
        spans.append((at, end, joint))
        known = known and named
        connect = _CONNECT.match(text, end)
        if not connect or not _unit(text, connect.end(), gazetteer, shaped):
            break
        joint = joint or bool(connect["joint"])
        at = connect.end()
    if not spans:
        return None
    end = spans[-1][1]
    if others := _OTHERS.match(text, end):
        end = others.end()
        if others["rest"]:
            spans.append((*others.span("rest"), joint))
    return _Actors(spans, known, end)


def _unit(text: str, at: int, gazetteer: Gazetteer, shaped: re.Pattern[str]) -> tuple[int, bool] | None:
    """Where the unit's name that begins at `at` ends, and whether it is more than a likely shape."""
    end = gazetteer.end_of_name(text, at)
    if collective := _COLLECTIVE.match(text, at):
        end = max(end, collective.end())
    # 市委 begins 市委财经办 too: a known name counts if a sentence can go on behind it.
    if end > at and (_CONNECT.match(text, end) or _OTHERS.match(text, end) or _goes_on(text, end)):
        return end, True
    shape = None if _NO_NAME.match(text, at) else shaped.match(text, at)
    if shape:
        return shape.end(), False
    return (end, True) if end > at else None


def _goes_on(text: str, at: int) -> bool:
    return bool(_ROLE.match(text, at) or _DUTY.match(text, at))


def _duty(text: str, actors: _Actors, start: re.Match[str]) -> Role | None:
    """The role in which the actors act, or None where they do not."""
    if start["joint"]:
        # 上海会同有关部门: the actor was no unit, and whoever joins it has no name either.
        before = text[start.start() - 1 : start.start()]
        nobody = before.isalpha() and is_collective(text[slice(*actors.spans[0][:2])])
        return None if nobody else "participant"
    if start["call"]:
        acts = _STRONG_ACT.match(text, actors.end) if actors.known else None
        return role_of(acts[0]) if acts else None
    by = bool(start["by"] or start["agent"])
    if acts := _ROLE.match(text, actors.end):
        sure = actors.known or by or _LEVEL.match(text, actors.spans[0][0])
        anyone = _ANYONE.search(text, actors.spans[0][0], actors.end)
        likely = not anyone and _STRONG_ACT.match(text, actors.end)
        return role_of(acts["act"] or acts["aid"]) if sure or likely else None
    if start["within"]:
        return None
    if _DUTY.match(text, actors.end):
        return "unspecified" if actors.known or by else None
    return "unspecified" if by and actors.known and text[actors.end : actors.end + 1] not in "的等" else None
