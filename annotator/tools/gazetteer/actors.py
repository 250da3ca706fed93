"""The names with which a sentence begins, one after the other: A、B和C等有关部门, A会同B.

A name is one that the gazetteer knows, one that says itself that it is an authority (各…部门, 县级以上…政府,
本部), or a likely one, told by how it ends. Names that go on in a verb are none.
"""

import re
from bisect import bisect_left, bisect_right
from typing import NamedTuple

from annotator.tools.gazetteer.duties import FOLLOWS
from annotator.tools.gazetteer.index import Gazetteer
from annotator.tools.gazetteer.listing import read_list
from annotator.tools.gazetteer.shapes import INSIDE_NONE, begins_none, ends
from annotator.tools.gazetteer.wording import AUTHORITY, CLASS, COLLECTIVE, MUST, OF_CLASS, OWN, UNIT_END

_LONGEST = 26  # characters of a name that nobody knows
_LONGEST_OF_ALL = 2 * _LONGEST  # with what says for whom it stands
_FIELDS_AT_MOST = 160
_JOINT = "会同|会商|商同|商(?=[国市省财公教外有相])"
_CONNECT = re.compile(
    rf"(?:[（(][^（()）]{{1,14}}[）)])?\s*"
    rf"(?:、|以及|及其(?:所属|下属)?|及|和|与|或者?|暨|(?P<joint>{_JOINT})|联合|协同|配合|特别是|尤其是|(?=各[^级类项种方]))\s*"
)
_OTHERS = re.compile(
    rf"等(?P<rest>{COLLECTIVE}|(?:行政|综合)(?:部门|机构))?(?:[一-龥]{{0,4}}?(?:部门|单位|机构|机关|团体)(?:和单位)?)?"
)
# 公安、交通运输等部门: what stands before the departments need not end like one.
_FIELDS = re.compile(
    rf"(?P<fields>[^，,。；;：:！？\n等的（(]{{2,{_FIELDS_AT_MOST}}})等[一-龥]{{0,4}}?(?:部门|单位|机构|机关|团体)"
)
# 乡镇（街道）、开发区、园区等应当: they are told by the first of them.
_ITEMS = re.compile(rf"(?:、[一-龥]{{2,8}}){{1,20}}(?=等(?:{MUST}))")
_CLASS = re.compile(rf"(?:{CLASS}){{1,6}}|{OWN}|(?={COLLECTIVE})")
_COLLECTIVE, _OWN = re.compile(COLLECTIVE), re.compile(OWN)
# 县级以上党委 goes on in 和政府及其有关部门, 有关部门 in 和单位, 镇政府 in （街道办事处）.
_COMPOUND = re.compile(
    r"(?:(?<=党委)(?:[和、]|)(?:人民)?政府)?"
    r"(?:(?<=政府)(?:(?:有关|相关|各)[^，。；：的、]{0,6}?(?:部门|单位)|办公[室厅]))?(?:(?<=企业)、单位)?"
    r"(?:(?<=各部)(?:、(?:委|局|办|院|直属机构)){1,4})?"
    r"(?:(?<=政府|务院)(?:指定|确定|授权)的[^，。；：的]{0,10}?(?:部门|机构|单位))?"
    rf"(?:(?<=[局委办厅部院会])(?:(?![会和与及由向对将把应要负])[一-龥]){{2,8}}?"
    rf"(?:科|处|室|股|[大支]队|分局)(?=[，,、。（(]|{FOLLOWS}))?"
    r"(?:(?<=部门|单位|机构|机关)(?:[和及、]|或者?)(?:主管)?(?:部门|单位|机构|机关))?"
    # 市发展改革委（市粮食和物资储备局）: another sign on the same door.
    r"(?:(?<=[局委办厅部院会])[（(](?!以下|简称|包括|不?含|[即原详见如挂])[一-龥、]{1,16}?[局委办厅院][）)])?"
    r"(?:[（(](?!以下|简称|包括|不?含|[即原详见如])[一-龥]{0,8}?(?:政府|单位|部门|机构|机关|科室|处室|办事处|街道|社区|村|中心)[）)])?"
)
_CLASS_BEGINS = frozenset(
    "各有相其上下同共负参承本我地当属事涉县乡市省区直国中基所全成设村街部受申党州盟旗镇自"
)
_AUTHORITIES = (
    *AUTHORITY.split("|"),
    *("中心", "海关", "处", "科", "司", "队"),
    *("工会", "妇联", "残联", "共青团", "工商联", "科协"),
)
_CLASS_FOLLOWS = ("各", "有", "相")  # 国务院各有关部门 is one name
_OF_CLASS = tuple(OF_CLASS.split("|"))
_BARE = frozenset(
    (*AUTHORITY.split("|"), "中心", *_OF_CLASS, "企业", "公司", "集团", "银行", "团体")
).difference(("法院", "检察院"))
# 设计、监理单位: names with one last word in common; 纳入试点的企业: told by what it does.
_SHARED = re.compile(r"[一-龥]{2,8}(?:、[一-龥]{2,8}?){0,3}(?:、|[和及与](?!其))(?=[一-龥])")
# 各级财政、审计管理部门: fields of work behind whose they are.
_OF_FIELDS = re.compile(r"(?:[一-龥]{2,8}、){1,8}[一-龥]{2,14}?(?:部门|机关|机构)")
_ENDS_NAME = re.compile(rf"(?:{UNIT_END}|[省市区县州处科室站队司])$")
_OFFICE = re.compile(r"(?P<office>办公室)(?:[（(](?:以下)?简称[:：]?(?P<short>[^（()）]{2,12})[）)])?")
_SHORT = ("学校", "医院", "协会", "学会", "工会", "团委", "妇联", "海关", "法院", "高校", "社区")
"""Names of two characters, by themselves those of bodies."""
_SUCH = re.compile(
    r"凡?(?P<name>(?![在对为违未由其将把该])[^，,。；;：:！？\n的]{2,40}的[^，,。；;：:！？\n的、]{0,10}?(?:单位|部门|机构|机关|企业)(?:、单位)?)"
    r"(?=[，,]?[都均]?(?:应当|必须|须|不得)|应(?![急用对届])|要(?![求素])|负责)"
)
_UNIT = re.compile(
    rf"(?:{UNIT_END})(?![长员们家主制]|会(?![签商同]))(?!(?<=财政)[厅局部委])(?!(?<=办)[理公法事案学结证好人])"
    rf"(?!(?<=部)[分署位])(?!(?<=[承主协经]办)[单部方科])|(?<=[一-龥]{{2}})(?:[处科室站队司校]|(?<!地)所(?![得在]))(?=[、和及与]|{FOLLOWS})"
)
_HOLDS_BODY = re.compile("部门|政府|机[构关]|单位|委员会|小组|[和及与]|会同")
_TWO_NAMES = re.compile(rf"(?:{UNIT_END})[、和及与]")


class Name(NamedTuple):
    """Where a name ends, and how it is told: the gazetteer knows it, it calls itself an authority (alone,
    or by how it ends), or it merely ends like a unit.
    """

    end: int
    known: bool
    sure: bool
    authority: bool


class Actors(NamedTuple):
    """The units with which a sentence begins: each one's span, and whether 会同 joins it to those before;
    where they end; and what is true of all of them (see `Name`).
    """

    spans: list[tuple[int, int, bool]]
    end: int
    known: bool
    sure: bool
    authority: bool


class Reader:
    """Reads the actors of one text (clean, simplified)."""

    def __init__(self, text: str, gazetteer: Gazetteer) -> None:
        self._text = text
        self._end_of_name = gazetteer.end_of_name
        self._beginnings = gazetteer.beginnings
        self.ends = ends(text)
        """Where names may end."""

    def actors(self, start: int, *, called: bool = False) -> Actors | None:
        """The actors that begin at `start`, or None; `called` where 由 or 会同 says that a name begins."""
        text = self._text
        if text.find("等", start, start + _FIELDS_AT_MOST) > 0 and (fields := _FIELDS.match(text, start)):
            listed = self._of_fields(fields)
            if listed:
                return listed
        first = text[start : start + 1]
        if not called and not self._near(start):
            return None
        if not (
            called or first in self._beginnings or first in _CLASS_BEGINS or not begins_none(text, start)
        ):
            return None  # most of what begins here; the rest is dearer to find out
        named = self._named(start, called=called)
        if named is None:
            return None
        spans, end, joint = named.spans, named.end, named.spans[-1][2]
        if named.sure and (items := _ITEMS.match(text, end)):
            spans += [(s, e, joint) for s, e, _ in read_list(text, *items.span())]
            end = items.end()
        if others := _OTHERS.match(text, end):
            end = others.end()
            if others["rest"]:
                spans.append((*others.span("rest"), joint))
        return named._replace(end=end)

    def _named(self, start: int, *, called: bool) -> Actors | None:
        """The names that begin at `start`, one joined to the other, and fields of work behind them."""
        text, spans = self._text, list[tuple[int, int, bool]]()
        joint, at, name = False, start, self._name(start) or (self._called(start) if called else None)
        known = sure = authority = True
        while name:
            spans.append((at, name.end, joint))
            if not joint:  # whoever 会同 calls in acts with those before, whatever its name
                known, sure = known and name.known, sure and name.sure
                authority = authority and name.authority
            connect = _CONNECT.match(text, name.end)
            if connect is None:
                break
            at = connect.end()
            behind = joint or connect["joint"] is not None
            if listed := self._fields_behind(at):
                spans += [(s, e, behind or called_in) for s, e, called_in in listed.spans]
                return Actors(spans, listed.end, False, sure, authority)
            name = self._name(at) or (self._called(at) if called else None)
            joint = behind
        return Actors(spans, spans[-1][1], known, sure, authority) if spans else None

    def office(self, start: int) -> Actors | None:
        """The office that a body gets (下设办公室), by its short name where it has one, or None."""
        found = _OFFICE.match(self._text, start)
        if found is None:
            return None
        return Actors(
            [(*found.span("short" if found["short"] else "office"), False)], found.end(), False, False, True
        )

    def _fields_behind(self, start: int) -> Actors | None:
        """Fields of work that stand for bodies (公安、民政等部门) behind another name."""
        if self._text.find("等", start, start + _FIELDS_AT_MOST) < 0:
            return None
        fields = _FIELDS.match(self._text, start)
        if fields is None or _HOLDS_BODY.search(fields["fields"]):
            return None
        return self._of_fields(fields)

    def such(self, start: int) -> Actors | None:
        """Whoever a sentence that begins at `start` tells by what they do (纳入试点的企业要…), or None."""
        found = _SUCH.match(self._text, start)
        if found is None or _TWO_NAMES.search(found["name"][: found["name"].index("的")]):
            return None
        return Actors([(*found.span("name"), False)], found.end("name"), False, True, False)

    def _of_fields(self, fields: re.Match[str]) -> Actors | None:
        text = self._text
        items = read_list(text, *fields.span("fields"))
        if not items or begins_none(text, items[0][0]):
            return None
        if any(INSIDE_NONE.search(text, begin, end) for begin, end, _ in items):
            return None
        spans = [(s, e, role == "participant") for s, e, role in items]
        others = _OTHERS.match(text, fields.end("fields"))
        if others and others["rest"]:
            spans.append((*others.span("rest"), spans[-1][2]))
        end = others.end() if others else fields.end()
        return Actors(spans, end, False, True, True)

    def _name(self, start: int) -> Name | None:
        text, stops = self._text, self.ends
        known = self._end_of_name(text, start)
        if text.startswith("部门", known - 1):  # 财政部门 is not 财政部
            known = start
        # 市委 begins 市委财经办 too: a known name counts if a sentence can go on behind it.
        if known > start and self._is_end(known) and text[known : known + 1] not in _CLASS_FOLLOWS:
            return Name(_rest(text, known), True, True, True)
        first = text[start : start + 1]
        short = first == "各" or text.startswith(_SHORT, start)
        at = bisect_right(stops, start + (1 if short else 2))
        likely = None
        if begins := _CLASS.match(text, start) if first in _CLASS_BEGINS else None:
            likely = self._of_class(start, begins.end(), at)
        elif self._may_be_shaped(start):
            likely = self._shaped(start, stops[at])
        if likely and likely.end > known:
            return likely
        return Name(known, True, True, True) if known > start else None

    def _called(self, start: int) -> Name | None:
        """A name behind 由 or 会同, whatever its sentence goes on with."""
        text = self._text
        if begins_none(text, start):
            return None
        for end in (found.end() for found in _UNIT.finditer(text, start, start + _LONGEST)):
            if INSIDE_NONE.search(text, start, end):
                return None
            if text[start:end] not in _BARE:
                return Name(_rest(text, end), False, False, text.endswith(_AUTHORITIES, start, end))
        return None

    def _may_be_shaped(self, start: int) -> bool:
        """Whether a name that nobody knows can begin at `start`: one ends near, and no verb stands there."""
        at = bisect_right(self.ends, start + (1 if self._text.startswith(_SHORT, start) else 2))
        near = at < len(self.ends) and self.ends[at] <= start + _LONGEST
        return near and not begins_none(self._text, start)

    def _is_end(self, at: int) -> bool:
        number = bisect_left(self.ends, at)
        return number < len(self.ends) and self.ends[number] == at

    def _near(self, start: int) -> bool:
        """Whether the longest name that begins at `start` could have come to an end."""
        at = bisect_right(self.ends, start + 1)
        return at < len(self.ends) and self.ends[at] <= start + _LONGEST_OF_ALL

    def _of_class(self, start: int, inside: int, at: int) -> Name | None:
        """A name that says itself that it is an authority's, up to the first end from number `at` on."""
        text = self._text
        if (fields := _OF_FIELDS.match(text, inside)) and self._is_end(fields.end()):
            words = fields[0].split("、")
            if not any(
                word != "财政" and _ENDS_NAME.search(word) for word in words[:-1]
            ) and not INSIDE_NONE.search("".join(words)):
                return Name(_rest(text, fields.end()), False, True, True)
        end = next((end for end in self.ends[at : at + 3] if end >= inside), inside + _LONGEST + 1)
        if end <= inside + _LONGEST and not INSIDE_NONE.search(text, inside, end):
            return Name(_rest(text, end), False, True, True)
        alone = _COLLECTIVE.match(text, start) or _OWN.match(text, start)
        return Name(_rest(text, alone.end()), False, True, True) if alone else None

    def _shaped(self, start: int, end: int) -> Name | None:
        """A name told by its end, the first one behind which a sentence can go on."""
        text = self._text
        inside = start + (text[start] == "被")
        # 设计、监理单位, 财政和审计部门 have one last word in common.
        if (shared := _SHARED.match(text, start, end)) and not _ENDS_NAME.search(
            text, start, shared.end() - 1
        ):
            if INSIDE_NONE.search(shared[0].replace("、", "")):
                return None
            inside = shared.end()
        if INSIDE_NONE.search(text, inside, end) or text.endswith(_OF_CLASS, start, end):
            return None
        if text[inside:end] in _BARE or text.find("的", start, end) > 0:
            return None
        return Name(_rest(text, end), False, False, text.endswith(_AUTHORITIES, start, end))


def _rest(text: str, end: int) -> int:
    """Where a name ends with what its compound adds to it."""
    more = _COMPOUND.match(text, end)
    return more.end() if more else end
