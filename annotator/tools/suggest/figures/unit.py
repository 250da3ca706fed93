"""Measure words and units of quantity, and the words that only begin like one (台账, 项目, 元宇宙)."""

import re

# What may not follow a unit: with it the two are another word.
_MEASURES = {
    "部": "门分委署", "名": "企校录单牌品优", "家": "庭具电居乡园长政", "所": "有属在需得", "项": "目",
    "条": "例款", "件": "套", "台": "账阶风湾", "支": "持撑付出援部行线", "张": "江家",
    "处": "理置罚于室长", "次": "级生序", "批": "发复准", "种": "植子业质苗", "类": "型别似脑", "款": "项",
    "例": "如外会行", "倍": "增", "天": "然气津基网地空文线际", "日": "常益前均报", "度": "假过数量",
    "套": "餐路", "户": "外籍口均", "位": "置于列居数次", "元": "宇素器旦", "米": "料粉",
    "路": "径线口由演网段灯面侧桥", "门": "户槛店诊票禁牌类", "场": "景所地馆站域", "间": "隔接",
    "片": "区段", "人": "才工民员口均", "份": "额", "头": "部", "只": "有能", "口": "岸径", "根": "据本",
    "块": "链", "本": "市区县省级次", "页": "面", "箱": "包", "枚": "举", "棵": "", "株": "", "瓶": "颈",
    "座": "谈", "艘": "", "架": "构", "辆": "", "幢": "", "栋": "", "个": "", "篇": "章", "册": "",
}  # fmt: skip
_UNIT = re.compile(
    r"\s?(个百分点|百分点|个工作日|工作日|个月|人次|[件条台架车班场批户]次|[大小]类|标箱|床位|学时|课时|吨标准煤"
    r"|平方(?:公里|千米|米)|立方米|公里|千米|海里|公顷|[千兆吉]瓦时?|[微毫]克|公斤|千克|毫秒|分钟|小时|[美欧港]元"
    r"|[%％‰亩吨斤克秒升床]"
    r"|(?:[EPTGMK]?FLOPS|[TGMKk]bps|[EPTGM]B|[kMGT]?Wh?|TEU|ms|P|T|G)(?![A-Za-z])"
    rf"|[{''.join(_MEASURES)}])"
)
_PER = re.compile("/(?:平方米|立方米|万人|人|年|月|天|日)")
MONEY = "元"
RATIOS = ("%", "％", "‰", "百分点", MONEY, "秒", "分钟", "小时", "工作日", "千瓦", "微克", "bps", "G", "W")
"""Units that measure what is named before them: their noun does not follow."""


def unit(text: str, at: int) -> tuple[str, int]:
    """The unit or measure word behind text[:at], a space between them allowed, and where it ends; an empty
    text and `at` where none stands there.
    """
    found = _UNIT.match(text, at)
    if found is None or (text[found.end() : found.end() + 1] or " ") in _MEASURES.get(found[1], ""):
        return "", at
    per = _PER.match(text, found.end())
    return found[1] + (per[0] if per else ""), per.end() if per else found.end()
