"""Where a text stops and the statement of who is responsible begins.

`（责任单位：市科委）`, `（市科委、各区政府按职责分工负责）`, `〔牵头单位：…〕` at the end of a text, in
either width, or a line of its own. Who is meant is not read here: that needs a gazetteer.
"""

import re

_ROLE = "责任|牵头|配合|主办|协办|承办|参与|参加|督办|指导|支持|落实|实施|完成|主管|协同|协作|会同|分管|负责"
_LABEL = rf"(?:(?:{_ROLE}|考核){{1,3}}(?:单位|部门|机构|处室|科室|领导|主体|人|方)|责任分工|职责分工|分工)"
_DEADLINE = r"(?:完成|实施|办理|落实|推进)?(?:时限|时间|期限|进度|时间节点)(?:要求|安排)?"
_BY_LABEL = re.compile(rf"(?:{_LABEL}|{_DEADLINE}为?)\s?[:：]")
# （6月底前完成，牵头单位：市科委）
_BEHIND_TIME = re.compile(rf"[^。；;：:]{{1,40}}[，,；;]\s?{_LABEL}\s?[:：]")
_BY_VERB = re.compile(
    r"(?:负责|牵头|配合|参与|参加|协助|协同|落实|按职责分工|主办|协办|承办|指导|督办)(?:实施|推进|落实|配合|办理|完成)?$"
)
_DEADLINE_ONLY = re.compile(rf"{_DEADLINE}为?\s?[:：][^;；]{{0,40}}$")
_DEADLINE_LINE = re.compile(
    r"[（(〔【]?(?:(?:完成|实施|办理|落实|推进|整改)(?:时限|时间|期限|进度|时间节点)|时限|时间节点)(?:要求|安排)?\s?[:：].{1,60}$"
)
# Names alone are units where nothing else can stand: （市教育局、市财政局等） behind the last sentence.
_NAME = re.compile(
    r"(?!以下|简称|详|见|附)[\u4e00-\u9fff]{1,20}(?:[局委办厅部院会署行社联室处科所站县区市镇乡]|政府|中心|公司|集团|单位|部门|街道|大学"
    r"|[总支大]队)(?:等(?:部门|单位)?)?"
)
_ASIDE = re.compile(r"[（(][^（()）]{1,20}[)）]")
_BETWEEN = re.compile("[、，,；;]")
_WHO = re.compile(r"[省市区县各委局厅部办院校府位门司会团处署所心]")
_OPENERS, _CLOSERS = "（(〔【[［", "）)〕】]］"
_SENTENCE_ENDS = frozenset("。；！")
_STOPS = " \t\u3000\xa0。.；;"
_LONGEST = 600
_BARE = re.compile(rf"(?:(?<=[。；;！])|^)\s?(?={_LABEL}\s?[:：])[^。]{{3,{_LONGEST}}}。?$")
_LINE_LONGEST = 400


def tail(text: str) -> int:
    """Where the units at the end of `text` (simplified script) begin; len(text) where none are named.

    Several brackets in a row are one tail if one of them names units (the others a deadline).
    """
    end = len(text)
    start = end
    while True:
        opening = _last_bracket(text, end)
        if opening < 0:
            break
        inner = text[opening:end].strip(_STOPS)[1:-1]
        if not (
            _is_attribute(inner) or (opening and text[opening - 1] in _SENTENCE_ENDS and _are_names(inner))
        ):
            break
        if not _DEADLINE_ONLY.match(text, opening + 1, end):
            start = opening
        end = opening
    if start < len(text):
        return start
    if "：" not in text and ":" not in text:
        return len(text)
    window = max(0, len(text) - _LONGEST)
    bare = _BARE.search(text[window:])
    if bare is None or (window and not bare.start()):
        return len(text)
    return window + bare.start() + len(bare[0]) - len(bare[0].lstrip())


def is_unit_line(text: str) -> bool:
    """Whether a line of its own (simplified script, no marker) says who is responsible, or by when."""
    if not text or len(text) > _LINE_LONGEST:
        return False
    return tail(text) == 0 or _DEADLINE_LINE.match(text) is not None


def _is_attribute(inner: str) -> bool:
    if _BY_LABEL.match(inner) or _BEHIND_TIME.match(inner):
        return True
    return _BY_VERB.search(inner) is not None and _WHO.search(inner) is not None and "。" not in inner


def _are_names(inner: str) -> bool:
    """Whether a bracket holds nothing but the names of bodies."""
    names = _BETWEEN.split(_ASIDE.sub("", inner))
    return all(_NAME.fullmatch(name.strip()) for name in names)


def _last_bracket(text: str, end: int) -> int:
    """Where the bracket opens that closes `text[:end]`, stops and spaces behind it set aside; or -1."""
    at = end - 1
    while at >= 0 and text[at] in _STOPS:
        at -= 1
    if at < 0 or text[at] not in _CLOSERS:
        return -1
    opening = max(text.rfind(opener, max(0, at - _LONGEST + 1), at) for opener in _OPENERS)
    if opening < 0 or not any(text.count(closer, opening, at) for closer in _CLOSERS):
        return opening  # as nearly always
    depth = 0
    for place in range(at, max(-1, at - _LONGEST), -1):
        if text[place] in _CLOSERS:
            depth += 1
        elif text[place] in _OPENERS:
            depth -= 1
            if not depth:
                return place
    return -1
