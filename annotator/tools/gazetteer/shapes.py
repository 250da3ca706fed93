"""What a unit's name looks like that nobody knows: how it ends, what it neither holds nor begins with."""

import re

from annotator.tools.gazetteer.duties import FOLLOWS
from annotator.tools.gazetteer.wording import MAY, OF_CLASS, SHOULD, UNIT_END

# Signs that end a name only where it is plain that the body must do something (学生事务处应, 性平会得), but
# for the words in which they mean no body. What the body must do is looked for: it is rarer than the sign.
_LOWER = "会处所科司队组馆院校社"
_BRACKETED = "道）|区）|县）|市）|镇）|乡）|村）|自治区|直辖市"  # 村（社区）, 各县（市、区）
_NO_BODY = re.compile("机组|.所(?=[要得])|[社机大]会|[好用益害各何随]处|[场处厕]所|[学本专内外儿妇]科|公司")
_PLAINLY = re.compile(
    "|".join(
        rf"{word}(?<=[{_LOWER}]{word}){behind}"
        for word, behind in {
            **{sign[0]: sign[1:] for sign in (SHOULD, MAY)},
            "，": r"(?=[^。；\n]{0,60}?电话[：:])",
            "依": "(?=[本照据法])",
            "对": "(?=[^，。；：\\n]{1,40}?(?:实施|进行))",
            "要": "(?![求素点闻])",
            **dict.fromkeys(("须", "负责", "牵头", "会同", "配合", "主管", "实施", "进行", "派人"), ""),
        }.items()
    )
)


def _either(words: str) -> str:
    """A pattern for `words`, quick to leave where none begins: two signs are looked up before all words
    are gone through.
    """
    every = words.split("|")
    longer = [word for word in every if len(word) > 1]
    first, second = ("".join({word[at] for word in longer}) for at in (0, 1))
    single = "".join(word for word in every if len(word) == 1)
    rest = "|".join(f"{word[1]}(?<={word[:2]}){word[2:]}" for word in longer)
    return (
        rf"[{first}{single}各](?:(?=[{second}])(?:{rest})|(?<=[{single}])"
        r"|(?<=各)[一-龥]{0,4}?[地区县市州旗镇乡])"
    )


# 财政和审计部门 is one name, 县财政 another.
_ENDS = re.compile(
    rf"{_either(f'{UNIT_END}|{OF_CLASS}|{_BRACKETED}')}(?!(?<=财政)[、和及与])"
    rf"(?=[、，等或各和及与暨」]|以及|联合|\s*[：:（(]|{FOLLOWS})"
)
_NO_END = re.compile("[格布结全大]局|[主承举创开协督合]办|[全内外东西南北中局干底顶]部|签署|[教温]室|大厅")

INSIDE_NONE = re.compile(
    r"[，,。；;：:！？\n、“”「」《》将把被从或不已未该让并且也须至到于为向是]|(?<![许认])可|再(?![担生保制])|(?<!自)由|按|以(?![上下内外])|会同|(?<!高)等(?!教育)|(?<![资基日])本(?=部门|单位|机构)|报(?![社道])"
    r"|(?<![供响反适])应(?![急用对变])|要(?![素闻])|(?<!所)在(?!线)|时(?![代空尚间装])|经(?![济信贸营委开发管办])|对(?![外口台接])|[和与及](?:各|有关|相关|其)"
    r"|依(?!法)|(?:组成|组建|成立|设[立置]|负责|牵头(?!医院|高校|院校)|加[强快大]|完善|健全|建立|开展|落实|实施|提[升高供]|强化|推动|促进(?![办会中局委])|鼓励|引导|确保"
    r"|深化|优化|明确|制定|决定|授权|委托|根据|通过|实[行现]|采取|派[出驻](?!所))(?!单位|部门|机构|机关|企业|科室|处室|编)"
    r"|受(?![理灾益援助补])|(?<![输配运护派])送(?!变)|通知(?!书)|下设|内设|征求|统筹|没收|违反|请求|(?<![善前])后(?![勤备台])|迫使|支持(?!中心|单位|机构|部门)|提请|召集|捐赠|前往|打通|交(?=有关|相关|各)"
)
"""Words that no name holds; the look-arounds except what only contains them (应急, 经信, 自由)."""

# Words that begin a sentence without a subject; what follows them is no name.
_VERBS = """
以 在 对 因 得 依 自 向 为 与 和 从 由 将 把 每 凡 如 若 其 该 并 且 及 可 应 要 须 需 不 按 跨 多 无
非 哪 某 谁 推 继续 不断 持续 支持 鼓励 深入 加强 加快 加大 建立 建设 建成 组织 组建 完善 通过 根据
结合 联合 发挥 围绕 依托 依靠 依法 引导 明确 成立 设立 配合 协调 协助 探索 开展 实施 强化 深化 优化
提升 提高 提供 促进 落实 健全 制定 培育 打造 构建 进一 充分 积极 全面 统筹 创新 扩大 支撑 参与 参加
聚焦 面向 实现 形成 确保 做好 抓好 用好 搭建 汇聚 整合 有关 相关 接受 接到 委托 授权 督促 定期 严格
规范 充实 纳入 负责 作为 属于 使用 利用 指导 监督 涉及 包括 违反 发布 启动 研究 决定 确定 指定 超出
带动 命令 责令 要求 请求 提请 报请 报送 报告 通知 商请 干预 影响 违反 妨碍 危害 满足 方便 赋予 给予 移送
交由 提交 上报 抄送 抄报 告知 反馈 任何 一个 上述 许多 一些 部分 我国 分别
坚持 合理 优先 率先 带头 严厉 掌握 领导 了解 熟悉 下同 以下 保障 部署 颁发 取得 交回 检查 代表 确保 保证 送
交给 立即 及时 迅速 联系 邀请 责成 承诺 确因 择优 遴选 吸引 引进 供本 供各 新建 新设 新增
"""
_PASSIVE = re.compile("被[一-龥]{2,4}?(?:单位|部门|机构|机关)")
_LINE = re.compile(r"\d{3,5}[一-龥]{0,4}(?:热线|报警|指挥)")  # 12345热线中心
# 经济部 and 应急局 are names, 经批准 and 应报告 are none.
_NAMES_OF = {
    "经": "济信贸办营",
    "应": "急",
    "自": "然治贸",
    "无": "线",
    "对": "外",
    "非": "遗",
    "商": "务业会标检联丘洛南河",
}
_BEGINS_NONE = frozenset(_VERBS.split())
# 建设单位, 使用部门, 设计、监理单位: what a body is called by what it does.
_CALLED = re.compile(
    r"组织(?:人事|单位|部门|机构|机关)|领导小组|(?:建设|实施|使用|参与|参加|负责|监督|研究|利用|提供)"
    r"(?:[、和][一-龥]{2,4}){0,3}[一-龥]{0,4}?(?:单位|部门|机构|机关|企业|公司)"
    r"|(?:支持|指导|协助|配合|督促|协调|引导|联合)(?:单位|部门|机构)"
)


def begins_none(text: str, start: int) -> bool:
    """Whether a word stands at `start` with which no name begins."""
    first = text[start : start + 1]
    if first in _NAMES_OF:
        return text[start + 1 : start + 2] not in _NAMES_OF[first]
    if first in _BEGINS_NONE or (first.isdecimal() and not _LINE.match(text, start)):
        return True
    if first == "被":
        return _PASSIVE.match(text, start) is None
    return text[start : start + 2] in _BEGINS_NONE and not _CALLED.match(text, start)


def ends(text: str) -> list[int]:
    """Where a name may end in `text`: at a word for units behind which a sentence can go on."""
    found = [end.end() for end in _ENDS.finditer(text) if not _NO_END.match(text, end.end() - 2)]
    plain = [act.start() for act in _PLAINLY.finditer(text) if not _NO_BODY.match(text, act.start() - 2)]
    return sorted({*found, *plain}) if plain else found
