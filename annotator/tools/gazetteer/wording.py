"""The words by which documents hand out work: roles, duties, and what ends a unit's name.

Pieces of regular expressions, shared by the two readers of this package: lists of units and running text.
"""

import re
from functools import lru_cache

from annotator.model.cutting import Role

# Acts that name a role. 牵头 wins wherever it stands (牵头负责); of the others, the first counts.
_ROLES: dict[str, Role] = {
    "负责": "responsible",
    "责任": "responsible",
    "主责": "responsible",
    "配合": "participant",
    "参与": "participant",
    "参加": "participant",
    "协助": "participant",
    "协办": "participant",
    "协同": "participant",
    "指导": "supervisor",
    "督办": "supervisor",
    "督导": "supervisor",
    "监督": "supervisor",
    "支持": "supervisor",
}
ACT = "牵头|负责|配合|参与|参加|协助|协办|指导|督办|督导|支持|监督"

# Atomic, like every repeated group here: a word is read in one way, or a text of nothing but such words
# would be read in all combinations.
_DUTY = "职责|职能|分工|任务|要求|规定"
BY_DUTY = rf"按照?[^、，；。：\n]{{0,12}}?(?:{_DUTY})(?:{_DUTY})*"
SHOULD, WANTS, MAY = "应(?![急用对届])", "要(?![求素点闻])", "得(?!分(?!别)|[到以出益失奖票])"
"""Words of duty, but for those in which they mean none (应急, 要求, 得到). In Taiwan, what a body may do (得)
is its office."""
# 应对 is a word of its own.
_DONE_TO = r"应(?=对[^，。；：\n]{1,40}?(?:作出|进行|实施|承担|负责|提出|开展|给予))"
MUST = rf"应当|{SHOULD}|{_DONE_TO}|必?须|{WANTS}|需(?!要)|不得|{MAY}"
ADVERB = (
    rf"(?>{BY_DUTY}|依(?:法|规|职责)|积极|主动|切实|共同|密切|认真|全力|联合|统筹|协同|协作|协调|具体|主要(?![由领内包]|负责)"
    rf"|分别|分头|统一|归口|各自|进一步|同步|组织(?!委员|部)|加强|做好|各司其职|结合(?:本地|工作)?实际|定期|及时|立即|迅速|适时|分级|{MUST}|总)"
)

# Collective names: which units are meant is left to the reader. The head must be an authority, so that
# 有关创新平台 and other actors without a name stay out of running text.
_WHICH = r"各该|各级?各类|各级?|各类|有关|相关|其[他它]|全体|所有"
_SORT = (
    r"成员|参与|参加|职能|主管|行业|责任|牵头|配合|业务|监管|[省市区县]级|市、区|区县|县区|市县|地方|街镇|乡镇|街道|地级以上市"
    r"|[区县市镇乡州旗、]|（[^）]{1,6}）|\([^)]{1,6}\)"
)
_HEAD = r"(?:部门|单位)(?:[和及、]单位)?|委办局|委、办、局|人民政府|政府|管委会|办事处|党委|机关|直属机构"
_SOME = r"（[^（）]{1,8}）|\([^()]{1,8}\)"  # 乡镇（街道）, 县（市、区）
_TIER = rf"(?:直辖市|自治[区州县]|区县|乡镇|[省市区县州盟旗乡镇])(?:{_SOME})?"
_TIERS = rf"{_TIER}(?:、{_TIER}){{1,8}}"
COLLECTIVE = (
    rf"(?:国家|中央|国务院|[省市区县]级?|[市区]政府|本市|全市)?(?>{_WHICH})+(?>{_SORT})*(?:{_HEAD})"
    r"|(?:各|有关|相关)(?:区县?|县区|市县|县|地区|街镇|乡镇|街道)(?:（自治县）|\(自治县\))?"
    r"|[省市区县]级(?:部门|单位)|成员单位"
    rf"|{_TIERS}(?:[两三]级)?[一-龥]{{0,6}}?(?:部门|政府|管委会)"
)
_COLLECTIVE_INSIDE = re.compile(
    r"各|有关|相关|其[他它]|成员单位|全体|所有|[两三]级|\d{1,6}个(?:部门|单位)|(?:部门|单位|学校)$"
    r"|^(?:[省市区县州盟旗]|直辖市)、|^[省市区县乡]级|^(?:县级以上|地方(?=各|有关|党委|人民|政府)|上一?级|下级|同级|基层|事发地|相邻|涉事|乡镇|村)"
)
_ABOVE = r"(?:上|下)一?级|同级|本级|(?:县级|乡镇|区县)以上|设区的市级?|[省市区县乡]级(?:、[省市区县乡]级)*"
_WHERE = r"地方|基层|当地|属地|事发地|所在地|相邻|涉事|共同的|市县|区县"
_WHOSE = r"中央和(?=地方)|(?:中央(?:和国家机关)?|国家|国务院)(?=有关|相关|各)"
_DOING = r"(?:负责|负有|参与|承担|受)[^，。；：、的之]{1,14}[的之]"  # 负责牵头处置的部门
CLASS = (
    rf"(?:各?(?:乡镇|街道|[乡镇村县市区旗])(?:{_SOME})|各[一-龥]{{0,6}}?省(?:{_SOME})|{_DOING}|{_WHICH}|{_WHOSE}|{_ABOVE}|{_WHERE}"
    rf"|{_TIER}(?:、{_TIER}){{1,8}})"
)
"""What says of a name that it stands for whoever is of that kind."""
OWN = (
    r"[本我](?:部(?![门分位落队级])|局|厅|委(?!托)|府|署|院|校|会(?!议|计)|中心)|党中央(?!国务院)"
    rf"|各?(?:省|自治区|直辖市)(?:、(?:省|市|自治区|直辖市)){{1,3}}|各?省(?:{_SOME})"
    rf"|(?:乡镇|街道|村|各[乡镇村县市区旗])(?:{_SOME})(?!区)"
)
"""Names whole by themselves: how a document calls its issuer, 党中央, 乡镇（街道）."""

AUTHORITY = (
    r"委员会|管委会|办公室|办公厅|办事处|政府|党委|党组|小组|工作组|专班|联席会议|指挥部|总队|支队|大队|法院|检察院|总工会"
    r"|部门|单位|机构|机关|委办局|部会|区县|街镇|乡镇|街道|财政|局|委|办|厅|部|署|室"
)
"""How bodies that may be told what to do are called; no pattern but words."""
_OTHERS = (
    "中心|集团|公司|企业|协会|学会|商会|联合会|基金会|理事会|专委会|居委会|村委会|董事会|证监会|研究院|研究所|科院|工程院|科协|大学|学院"
    "|学校|院校|小学|中学|幼儿园|银行|分行|支行|医院|卫生院|海关|工会|群团组织|社会组织|党组织|团体|社区|中队|队伍|专家组|调查组|督导组|工作站|服务站|派出所|司法所|公所"
    "|税务所|交易所|实验室|联盟|共青团|青年团|妇联|残联|工商联|人大|政协|高院|国务院|行政院|立法院|司法院|监察院|中共中央|党中央"
)
UNIT_END = f"{AUTHORITY}|{_OTHERS}"
OF_CLASS = "地区|方面|地方|行政区域|市县"
"""What ends a name only of those that say themselves that they stand for many: 各地区, 有关方面."""


@lru_cache(1024)
def role_of(words: str) -> Role:
    """The role that the words around a unit name; `unspecified` where they name none."""
    if "牵头" in words:
        return "lead"
    named = [(words.find(act), role) for act, role in _ROLES.items() if act in words]
    if named:
        return min(named)[1]
    return "responsible" if re.search(r"按照?(?:各自)?职责|职责分工", words) else "unspecified"


@lru_cache(4096)
def is_collective(surface: str) -> bool:
    """Whether a name stands for several units that it does not list (各区政府, 市、区财政)."""
    return _COLLECTIVE_INSIDE.search(surface) is not None
