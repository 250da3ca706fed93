"""Numbers that are to be reached, and dates by which.

Official texts are full of digits that are neither: generations of a technique (5G, L4, IPv6), names
(“4+X”, 《…》), years of plans, numbers of documents, amounts of a subsidy.
"""

import re

YEAR = r"(?:20\d\d|二[〇○零][〇○零一二三四五六七八九]{2})年"

_NAMES = re.compile(
    r"“[^”]*”|《[^》]*》|〔[^〕]*〕|第\d+"
    r"|[A-Za-z][A-Za-z-]*\d[\d.]*|\d+\s*[×xX+＋]\s*[A-Za-z\d]*|\d+G(?!以[上内])"
)
_DATES = re.compile(r"20\d\d\s*[-—–~至]+\s*20\d\d年?|\d+年|\d+月(?:\d+日)?")
# A part of a sentence with one of these tells the terms of a policy, not what is to be reached.
_TERMS = re.compile("给予|补贴|补助|奖励|资助|贴息|罚款|调整为|门槛|起征")
_UNITS = (
    "%|％|个|家|项|座|幢|栋|条|所|件|台|套|辆|架|艘|人|名|户|支|张|处|次|批|篇|种|类|款|例|部|册|倍"
    "|元|公里|千米|米|平方|亩|公顷|吨|克|微克|千瓦|兆瓦|度|毫秒|秒|分钟|小时|天|日"
    "|[kKMGT]?Wh?|[PTG]B?|[EPT]FLOPS|[KMGT]bps"
)
_AMOUNT = re.compile(
    rf"\d\s?[余多]?[十百千万亿]*[余多]?\s?(?:{_UNITS})"
    "|[一二三四五六七八九十百千万亿两]+(?:个|家|项|座|所|件|台|人|名|处|种|类|倍)(?:以上|左右)"
)
_DEADLINE = re.compile(
    rf"(?:到|至|于|在|截至|力争)\s?{YEAR}(?!以来|度?以前)"
    rf"|{YEAR}(?:底|末|前|内|年底|上半年|下半年|\d{{1,2}}月)"
    "|(?:今年|本年|年|月|季度)(?:底|末)前"
)
_PERIOD_END = re.compile("到“[^”]{2,4}”期?末")


MOST = 200
_RUN = re.compile(f"[0-9A-Za-z.,%]{{{MOST}}}")


def has_indicator(text: str) -> bool:
    """Whether `text` names a quantity to be reached; what follows a run of MOST digits or letters, which
    no text has, is not looked at.
    """
    text = _RUN.split(text, 1)[0]
    return any(
        _AMOUNT.search(_DATES.sub("", part))
        for part in re.split("[，,。；;]", _NAMES.sub("", text))
        if not _TERMS.search(part)
    )


def has_deadline(text: str) -> bool:
    """Whether `text` names a year, a month or the end of a plan by which something is to be done."""
    text = _RUN.split(text, 1)[0]
    return bool(_PERIOD_END.search(text) or _DEADLINE.search(_NAMES.sub("", text)))
