"""Lists of units: a bracket (责任单位：A、B), a unit line, the unit cell of a table.

A list is read piece by piece. A label (牵头单位：) sets the role of what follows; a predicate (配合,
按职责分工负责) that of the names before it that have none yet; notes (下同, 2025年底前) are left out.
"""

import re
from dataclasses import dataclass, field
from functools import lru_cache

from annotator.model.cutting import Role
from annotator.tools.gazetteer.wording import ACT, ADVERB, BY_DUTY, COLLECTIVE, UNIT_END, role_of

Span = tuple[int, int, Role]
"""Start and end of a name in the text that was read, and its role."""

_WORD = re.compile(r"[^\W_]")
_OPEN, _CLOSE = "（(〔[【［《", "）)〕]】］》"
_BREAK = "；;。\n"
_DELIMITERS = "、，,/／\t" + _BREAK
_BRACKET = re.compile(rf"[{re.escape(_OPEN + _CLOSE)}]")
_SIGN = re.compile(rf"[{re.escape(_OPEN + _CLOSE + _DELIMITERS)}]")

# Delimiters that belong to a name: 各委、办、局; 市、区财政局; 各市、县政府. But 各区、市财政局 are two.
_PROTECTED = re.compile(
    r"各[委办局部厅院](?:、[委办局部厅院]){1,8}"
    r"|(?<![一-龥])[省市区县](?:、[省市区县乡镇]){1,8}(?=[^、，,；;：:\s])"
    r"|各[省市区县州](?:、[市区县州旗]){1,8}(?=人民政府|政府|党委|[两三]级|[（(])"
    # 各区、县级市 are all there are of both, where nothing stands behind.
    r"|各(?:有关|相关)?[市区县州旗](?:、(?:县级市|自治县|自治州|[市区县旗])){1,3}(?=[，,；;。）)〕】\s]|$)"
)
_LABEL = re.compile(r"[^：:]{1,16}[：:]\s*")
# 甲镇人民政府承办单位：the line break between a name and the next label was lost.
_RUN_ON = re.compile(
    rf"(?P<name>.{{2,30}}?(?:{UNIT_END}))(?=(?:牵头|责任|配合|主办|协办|承办|参与|协同|指导|支持|督办|实施|组织)(?:单位|部门)[：:])"
)
_NO_UNITS = re.compile(
    r"时限|时间|期限|领导|责任人|联系人|负责人|电话|目标|指标|备注|进度|成果|资金|依据|来源|措施|内容"
)
_NOTE = re.compile(
    r"下同|为牵头|为责任|为第一|不再|涉及|以下|上述|详见|参见|排名|排序|列第|第一位|首位|年底|年内|全年|底前|季度"
    r"|\d{4}年|\d月|^(?:时限|期限|完成|持续|长期|适时|每年|按(?:期|时序|进度|计划)(?:推进|完成|实施)?$)"
)
_DONE = (
    rf"(?>{ACT}|负总责|主办|承办|抓?落实|落地|实施|推进|推动|执行|办理|完成|承担|抓好|统筹|协调|{BY_DUTY}"
    r"|职责|分工)"
)
_PREDICATE = re.compile(rf"(?>{_DONE}|{ADVERB})*{_DONE}(?:(?:相关|有关|各项)?工作)?$")
_LONGEST_LINE = 30  # code points of a line of a cell
_LONGEST_PREDICATE = 60  # code points: a bound on the work, far above 按照各自职责分工抓好工作落实
# 市直有关单位, 驻市进驻单位
_OF_MANY = r"[^等、，；]{0,24}?(?:各|有关|相关|成员|[市县区省]直|驻)[^等、，；]{0,12}?(?:部门|单位|机构)"
_REST = re.compile(
    rf"(?<!高)等(?:(?P<rest>{COLLECTIVE}|(?:部门|单位|机构)[和及](?:企业|社会团体)|{_OF_MANY})|(?:\d+个?)?(?:部门|单位|机构))$"
)
_REMARK = re.compile(rf"[（(](?P<words>(?>{_DONE}|{ADVERB}|单位|部门)+)[）)]$")
_JOINT = re.compile(r"(?:以及|及|和|与|会同|联合|[^\S\n]+)(?!单位|机构|(?<=等部门和)企业)")
_CLASS = re.compile(r"各|有关|相关|其他")
# Most pieces are a name and nothing else: none of their signs could be part of anything but a name.
_NAME_ALONE = re.compile(r"[^\W\d_a-zA-Z和与及同合等由请责头协督指支参下见列]{2,16}(?:[局委厅部]|政府)")
_LONGEST_END = 8  # code points of the longest word by which a name ends, and more
_NAME_END = re.compile(rf"(?:{UNIT_END}|[）)])$")


# 市大数据管⏎理中心: a narrow cell breaks its lines inside names. 市委⏎网信办 is one body as well.
_ENDS_BODY = ")(?<!".join(UNIT_END.split("|"))
_LINE_OPEN = re.compile(
    rf"(?:[一-龥、，,]{{3,}}|[市省区县][一-龥]?)[一-龥](?<!{_ENDS_BODY})"
    r"(?<![省市区县州盟旗镇乡街道处科室站队所司社会院园校厂场负责合头等])|(?:.*[、，,])?[省市区县州]委$"
)
_GOES_ON = re.compile(
    rf"(?![市省区县州各国中本有相])[一-龥]{{1,12}}?(?:{UNIT_END})(?:[、，,；;。\s]|等|有关|$)"
)


def brackets(text: str) -> list[tuple[int, int]]:
    """The insides of the outermost round and square brackets of `text`; titles are passed over."""
    found, depth, begin = [], 0, 0
    for sign in _BRACKET.finditer(text):
        if sign[0] in _OPEN:
            depth += 1
            if depth == 1:
                begin = sign.end()
        elif depth:
            depth -= 1
            if depth == 0 and text[begin - 1] != "《":
                found.append((begin, sign.start()))
    return found


@lru_cache(2048)
def read_tail(tail: str) -> tuple[Span, ...]:
    """The names in a clause's tail: brackets one after the other, unit lines, or bare names. The same units
    stand behind many clauses.
    """
    spans, at = list[Span](), 0
    for start, end in brackets(tail):
        before, after = tail[at : start - 1].rstrip(), tail[end + 1 : end + 2]
        # 中国（上海）自由贸易试验区 has its bracket inside the name.
        if not _WORD.match(before[-1:]) and not _WORD.match(after):
            spans += read_list(tail, at, start - 1) + read_list(tail, start, end)
            at = end + 1
    return (*spans, *read_list(tail, at, len(tail)))


def read_list(text: str, start: int, end: int) -> list[Span]:
    """The names in text[start:end], which holds a list of units and nothing else."""
    reader = _Reader(text)
    for begin, stop in _pieces(text, start, end):
        reader.piece(begin, stop)
        if stop < end and text[stop] in _BREAK:
            reader.close()
    reader.close()
    return reader.spans


def _pieces(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """text[start:end] cut at the delimiters outside brackets and names."""
    whole = {at for match in _PROTECTED.finditer(text, start, end) for at in range(*match.span())}
    pieces, depth, begin = [], 0, start
    for sign in _SIGN.finditer(text, start, end):
        at, mark = sign.start(), sign[0]
        if mark in _OPEN:
            depth += 1
        elif mark in _CLOSE:
            depth = max(0, depth - 1)
        elif at not in whole and (depth == 0 or mark == "\n"):
            if mark == "\n" and _is_wrapped(text, start, at, end):
                continue
            pieces.append((begin, at))
            begin, depth = at + 1, 0
    return [*pieces, (begin, end)]


def _is_wrapped(text: str, start: int, at: int, end: int) -> bool:
    """Whether the line that ends at `at` goes on in the next, in the middle of a name."""
    line = max(start, text.rfind("\n", start, at) + 1)
    return (
        at - line < _LONGEST_LINE
        and _LINE_OPEN.fullmatch(text, line, at) is not None
        and _GOES_ON.match(text, at + 1, end) is not None
    )


@dataclass
class _Reader:
    """The state of a list between its pieces."""

    text: str
    spans: list[Span] = field(default_factory=list)
    label: Role = "unspecified"
    listing: bool = True  # False behind a label whose content is no units (完成时限：)
    joined: bool = False  # behind 会同, until a predicate
    waiting: list[tuple[int, int, Role | None]] = field(default_factory=list)

    def piece(self, start: int, end: int) -> None:
        if self.listing and _NAME_ALONE.fullmatch(self.text, start, end):
            self.waiting.append((start, end, "participant" if self.joined else None))
            return
        if run_on := _RUN_ON.match(self.text, start, end) if "：" in self.text[start:end] else None:
            self.piece(*run_on.span("name"))
            start = run_on.end()
        if label := _LABEL.match(self.text, start, end):
            self.close()
            self.listing = not _NO_UNITS.search(label[0])
            self.label = role_of(label[0])
            start = label.end()
        start, end = self._trim(start, end)
        if not self.listing or start >= end or _NOTE.search(self.text[start:end]):
            return
        predicate = _PREDICATE.search(self.text, max(start, end - _LONGEST_PREDICATE), end)
        self._names(start, predicate.start() if predicate else end)
        if predicate:
            role = role_of(predicate[0])
            self.close(self.label if role == "unspecified" else role)

    def close(self, role: Role | None = None) -> None:
        """Names that wait for a role get `role`, or that of the label."""
        self.spans += [(start, end, own or role or self.label) for start, end, own in self.waiting]
        self.waiting.clear()
        self.joined = False

    def _names(self, start: int, end: int) -> None:
        """The names of a piece without its predicate: A, A和B, A会同B."""
        begin = start
        for joint in _JOINT.finditer(self.text, start, end):
            stop = joint.start()
            ends = (
                _NAME_END.search(self.text, max(begin, stop - _LONGEST_END), stop) if stop > begin else None
            )
            # 市妇联和有关部门: how the first ends is no matter where the second surely begins.
            if ends or (stop > begin + 2 and _CLASS.match(self.text, joint.end())):
                self._name(begin, stop)
                self.joined = self.joined or joint[0] == "会同"
                begin = joint.end()
        self._name(begin, end)

    def _name(self, start: int, end: int) -> None:
        """One name with what hangs on it: A（牵头）, A等有关部门."""
        start, end = self._trim(start, end)
        role: Role | None = "participant" if self.joined else None
        if remark := _REMARK.search(self.text[start:end]):
            role = role_of(remark["words"])
            end = start + remark.start()
        parts = [(start, end)]
        if rest := _REST.search(self.text[start:end]):
            parts = [(start, start + rest.start())]
            if rest["rest"]:
                parts.append((start + rest.start("rest"), end))
        trimmed = (self._trim(*part) for part in parts)
        self.waiting += [(begin, stop, role) for begin, stop in trimmed if stop - begin > 1]

    def _trim(self, start: int, end: int) -> tuple[int, int]:
        while start < end and (self.text[start].isspace() or self.text[start] in "由请"):
            start += 1
        while start < end and (self.text[end - 1].isspace() or self.text[end - 1] in "等*＊"):
            end -= 1
        return start, end
