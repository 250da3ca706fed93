"""Whose a 文号 is, by its sign: 国办发 is of the State Council's office, 沪府 of Shanghai's government."""

import re

_NATION = {
    "中发": "中共中央", "国发": "国务院", "国函": "国务院",
    "中办发": "中共中央办公厅", "国办发": "国务院办公厅", "国办函": "国务院办公厅",
}  # fmt: skip
# The signs of provinces are those of their cars.
_PROVINCES = {
    "京": "北京市", "津": "天津市", "沪": "上海市", "渝": "重庆市", "冀": "河北省", "晋": "山西省",
    "辽": "辽宁省", "吉": "吉林省", "黑": "黑龙江省", "苏": "江苏省", "浙": "浙江省", "皖": "安徽省",
    "闽": "福建省", "赣": "江西省", "鲁": "山东省", "豫": "河南省", "鄂": "湖北省", "湘": "湖南省",
    "粤": "广东省", "琼": "海南省", "川": "四川省", "黔": "贵州省", "云": "云南省", "陕": "陕西省",
    "甘": "甘肃省", "青": "青海省", "桂": "广西壮族自治区", "内": "内蒙古自治区", "藏": "西藏自治区",
    "宁": "宁夏回族自治区", "新": "新疆维吾尔自治区",
}  # fmt: skip
_OF_PROVINCE = re.compile(
    rf"(?P<place>[{''.join(_PROVINCES)}])(?:政府|府|政)(?P<office>办)?(?:发|规|函|字|明电)?〔"
)
_ORDER = re.compile("(?P<who>.+)令第")


def signing(number: str) -> str:
    """Who issues under such a number; empty where its sign does not tell."""
    if order := _ORDER.match(number):
        return order["who"]
    if found := _OF_PROVINCE.match(number):
        return f"{_PROVINCES[found['place']]}人民政府{'办公厅' if found['office'] else ''}"
    return _NATION.get(number.partition("〔")[0], "")
