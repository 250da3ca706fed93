"""Whose document it is: the places that its title, issuer or front matter names.

The gazetteer's own places are known with what lies above them; for the rest of the country provinces are
a table, and cities and districts are recognised by their place in an address (杭州市西湖区人民政府).
"""

import re
from collections.abc import Iterable
from functools import cached_property

from annotator.model.organisation import Organisation

NATION = "国家"
TAIWAN = "台湾省"
"""Whose 教育部 is not the one of the nation's table."""
_PROVINCES = (
    *("北京市", "天津市", "上海市", "重庆市", "河北省", "山西省", "辽宁省", "吉林省", "黑龙江省", "江苏省"),
    *("浙江省", "安徽省", "福建省", "江西省", "山东省", "河南省", "湖北省", "湖南省", "广东省", "海南省"),
    *("四川省", "贵州省", "云南省", "陕西省", "甘肃省", "青海省", "台湾省", "内蒙古自治区", "西藏自治区"),
    *("广西壮族自治区", "宁夏回族自治区", "新疆维吾尔自治区", "香港特别行政区", "澳门特别行政区"),
)
_SUFFIX = re.compile(r"(?:省|市|(?:壮族|回族|维吾尔)?自治区|特别行政区)$")
_BY_STEM = {_SUFFIX.sub("", province): province for province in _PROVINCES}

# The autonomous prefectures are written without their peoples, too (恩施州); 苏州 and 广州 are none of them.
_PREFECTURES = (
    "延边|恩施|湘西|阿坝|甘孜|凉山|黔西南|黔东南|黔南|楚雄|红河|文山|西双版纳|大理|德宏|怒江|迪庆|临夏|甘南|海北|黄南|海南|果洛"
    "|玉树|海西|昌吉|博尔塔拉|巴音郭楞|克孜勒苏|伊犁"
)
_STATE = rf"(?:{_PREFECTURES})(?:[一-龥]{{1,8}}?自治)?州"
# 吉林 is a province and a city, 海南 a province and a prefecture.
_PROVINCE = "|".join(
    f"{stem}(?:{full.removeprefix(stem)}|(?!市|州|[一-龥]{{1,6}}自治州))" for stem, full in _BY_STEM.items()
)
_NO_PART = r"政府|关于|人民|委|局|厅"
_CITY = rf"(?:{_STATE}|(?:(?!{_NO_PART})[一-龥]){{1,4}}?(?:(?<!城)市(?!场(?!监))|盟))"
_DISTRICT = (
    rf"(?:(?!{_NO_PART}|市|各)[一-龥]){{1,8}}?[区县旗市](?!场(?!监))"
    r"(?<!社区|园区|地区|景区|校区|片区|辖区|区县|城市)"
)
# 象州县农村公路…方案: a county needs no body behind it. 县级, 县域 and 示范县 are no counties.
_COUNTY = (
    rf"(?:(?!{_NO_PART}|[省市区县各我本该和及]|示范|试点|百强|重点|贫困|脱贫|全县|国旗|党旗|红旗|军旗)[一-龥]){{1,6}}?[县旗]"
    r"(?![级域城情区、（]|(?:人民)?政府各|乡)"
)

# Words before 市 that are no city's name: 已经市政府同意, 各市; 和田市 and 本溪市 are cities.
_PREPOSITION = "按照|根据|依据|业经|[经由据在对向为与及各全我该已省市区县]|和(?![田龙])|本(?!溪)"

# An organ named directly after a place makes it the issuer rather than the topic.
_AGENCY = "行政公署|行署"
_ORGAN = (
    rf"人民政府|政府|人大|政协|{_AGENCY}|委(?![托派])"
    r"|[一-龥（）()]{0,14}?(?:局|厅|委员会|办公室|管委会|领导小组|法院|检察院)"
)
_ZONE = r"(?:(?!关于)[一-龥]){2,8}?(?:新区|开发区|高新区|园区)(?=管委会|管理委员会|党工委)"
_NATIONAL = (
    r"^[ \t\u3000]*(?:国务院|中共中央|最高人民|全国人大"
    r"|(?:国家(?:(?![省市区县])[一-龥]){1,12}?(?:局|委|委员会|办公室)|中国[一-龥]{1,10}?(?:委员会|银行|局|院)"
    r"|[^\s省市区县州委]{2,10}(?:部|总局|总署))(?=办公厅|关于|等|[\s、，,]|$))"
)


# What the papers of one side of the strait, or of the two special regions, say and no others do.
_MAINLAND = re.compile("国务院|中共|中国共产党|中华人民共和国")
_ELSEWHERE = (
    (re.compile("香港|特区政府|立法会"), "香港特别行政区"),
    (re.compile("澳门"), "澳门特别行政区"),
    (re.compile("中华民国|行政院|立法院|司法院|考试院|监察院|台湾|直辖市、县[（(]?市|乡[（(]镇、市"), TAIWAN),
)


def elsewhere(front: str, body: str) -> tuple[str, ...]:
    """The places of a document in traditional script whose issuer names no place of the mainland: what it
    says of itself in `front`, else what stands in its `body`; both simplified. Empty where neither tells.
    """
    for text in (front, body):
        if _MAINLAND.search(text):
            break
        for sign, place in _ELSEWHERE:
            if sign.search(text):
                return (place,)
    return ()


class Map:
    """The places of the gazetteer, each with the jurisdiction above it."""

    def __init__(self, places: Iterable[Organisation]) -> None:
        self._above: dict[str, str] = {}
        self._short: dict[str, str] = {}
        for place in places:
            short = place.forms[0] if place.forms else place.name
            self._above[short] = place.jurisdiction
            self._short.update((form, short) for form in (place.name, *place.forms))
        self.forms = tuple(self._short)
        """The ways in which places are written."""

    def above(self, place: str) -> str:
        """The place around `place`; empty for a province or municipality, and where none is known."""
        above = self._above.get(place, NATION)
        return "" if above == NATION else above

    def inside(self, place: str) -> list[str]:
        """The places directly inside `place`, in the order of the table."""
        return [one for one, above in self._above.items() if above == place]

    def begins(self, name: str) -> tuple[str, str, str] | None:
        """The known place with which `name` begins, the one above it, and the rest; None without a rest."""
        forms = [form for form in self._short if name.startswith(form) and name != form]
        if not forms:
            return None
        form = max(forms, key=len)
        place = self._short[form]
        return place, self.above(place), name.removeprefix(form)

    def read(self, text: str) -> tuple[str, ...]:
        """The places of a document, inner to outer; an issuer counts for more than a place in passing."""
        addresses = list(self._address.finditer(text))
        issuer = next((found for found in addresses if self._organ.match(text, found.end())), None)
        national = re.search(_NATIONAL, text, re.M)
        if national and (issuer is None or national.start() < issuer.start()):
            return (NATION,)
        best = issuer or next((found for found in addresses if found["town"] is None), None)
        best = best or next((found for found in addresses if not found["quarter"]), None)
        return self._chain(best) if best else ()

    # Patterns are compiled when the first document asks: the picker loads this module and never does.
    @cached_property
    def _organ(self) -> re.Pattern[str]:
        return re.compile(_ORGAN)

    @cached_property
    def _address(self) -> re.Pattern[str]:
        below = sorted((form for form, short in self._short.items() if self.above(short)), key=len)
        known = "|".join(map(re.escape, reversed(below)))
        district = rf"(?:{_DISTRICT}(?={_ORGAN})|{_COUNTY})?"
        begins = r"(?:^|(?<=[^一-龥])|(?<=中共))"
        alone = rf"[一-龥]{{2,6}}?区(?:(?<![社园地景校片辖]区)(?=人民政府|政府|委)|(?<=地区)(?={_AGENCY}))"
        alone += f"|{_ZONE}"
        town = r"[一-龥]{2,4}?市(?<![城辖级]市)"
        return re.compile(
            rf"(?P<known>{known or '(?!)'})"
            rf"|(?P<province>{_PROVINCE})(?P<city>{_CITY})?(?P<district>{district})"
            rf"|{begins}(?!中共|{_PREPOSITION})(?:(?P<town>{town}|{_STATE}|[一-龥]{{2,6}}盟(?={_AGENCY}))"
            rf"(?P<quarter>{district})|(?P<alone>{_COUNTY}|{alone}))",
            re.M,
        )

    def _chain(self, found: re.Match[str]) -> tuple[str, ...]:
        if known := found["known"]:
            places = [self._short[known]]
            while above := self.above(places[-1]):
                places.append(above)
            return tuple(places)
        province = found["province"] and _BY_STEM[_SUFFIX.sub("", found["province"])]
        parts = (
            found["district"] or found["quarter"] or found["alone"],
            found["city"] or found["town"],
            province,
        )
        return tuple(part for part in parts if part)
