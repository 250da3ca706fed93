"""Of which level and region a document is, and whether it is a draft."""

import re
from collections.abc import Sequence

_MUNICIPALITIES = ("北京市", "天津市", "上海市", "重庆市")
_TOWNSHIP = re.compile(r"(?:街道办事处|街道党工委|[镇乡](?:人民政府|党委))$")
# Governments, party committees, people's congresses and their own offices speak for the whole place.
_WHOLE = re.compile(
    r"(?:国务院|中共中央|中(?:国共产党|共)[\u4e00-\u9fff]{2,12}委员会|人民政府|[省市区县州旗盟]政府|[省市区县州旗盟]委|省委员会|市委员会|区委员会|县委员会"
    r"|人民代表大会|人大|政治协商会议|政协)(?:常务委员会|常委会)?(?:办公厅|办公室)?$"
)
_DRAFT = re.compile(
    r"征[求集](?:《[^》]{2,120}》|[^《》。]{0,30}?)(?:的?意见|建议)|公开征求|公示稿"
    r"|(?:修订|修正)?草案|送审稿|讨论稿|审议稿|审核稿|初稿|建议稿|代拟稿|草稿"
)
NATION = "国家"


def level(places: Sequence[str], issuer: str) -> str:
    """The level of who issued a document of `places` (inner to outer): one of LEVELS, empty where unknown."""
    if _TOWNSHIP.search(issuer):
        return "township"
    base = _base(places)
    whole = not issuer or all(_WHOLE.search(one) for one in issuer.split("、"))
    return base if whole or not base else f"{base}.department"


def region(places: Sequence[str]) -> str:
    """The place itself with what lies above it: 上海市黄浦区; empty for the nation."""
    return "" if tuple(places) == (NATION,) else "".join(reversed(places))


def stage(titles: Sequence[str]) -> str:
    """`draft` where a title says so, else `final`; titles are simplified."""
    return "draft" if any(map(_DRAFT.search, titles)) else "final"


def _base(places: Sequence[str]) -> str:
    if not places:
        return ""
    inner, above = places[0], places[1:]
    if inner == NATION:
        return "nation"
    if inner.endswith(("省", "自治区", "特别行政区")) or inner in _MUNICIPALITIES:
        return "province"
    in_city = any(one.endswith(("市", "州", "盟")) for one in above)
    return "city" if inner.endswith(("市", "州", "盟", "地区")) and not in_city else "county"
