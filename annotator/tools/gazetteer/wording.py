"""The words by which documents hand out work: roles, duties, and what ends a unit's name.

Pieces of regular expressions, shared by the two readers of this package: lists of units and running text.
"""

import re

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
ADVERB = (
    rf"(?>{BY_DUTY}|依(?:法|规|职责)|积极|主动|切实|共同|密切|认真|全力|联合|统筹|协同|协作|协调|具体|主要|分别|分头"
    r"|统一|归口|各自|进一步|同步|组织|加强|做好|各司其职|结合(?:本地|工作)?实际|要|应当?|须|总)"
)

# Collective names: which units are meant is left to the reader. The head must be an authority, so that
# 有关创新平台 and other actors without a name stay out of running text.
_WHICH = r"各级?|有关|相关|其[他它]|全体|所有"
_SORT = (
    r"成员|参与|参加|职能|主管|行业|责任|牵头|配合|业务|监管|[省市区县]级|市、区|区县|县区|市县|地方|街镇|乡镇|街道|地级以上市"
    r"|[区县市镇乡州旗、]|（[^）]{1,6}）|\([^)]{1,6}\)"
)
_HEAD = r"(?:部门|单位)(?:[和及、]单位)?|委办局|委、办、局|人民政府|政府|管委会|办事处|党委|机关|直属机构"
_TIERS = r"[省市区县](?:、(?:区县|[省市区县乡镇])(?:（[^）]{1,6}）|\([^)]{1,6}\))?)+"
COLLECTIVE = (
    rf"(?:国家|中央|国务院|[省市区县]级?|[市区]政府|本市|全市)?(?>{_WHICH})+(?>{_SORT})*(?:{_HEAD})"
    r"|(?:各|有关|相关)(?:区县?|县区|市县|县|地区|街镇|乡镇|街道)(?:（自治县）|\(自治县\))?"
    r"|[省市区县]级(?:部门|单位)|成员单位"
    rf"|{_TIERS}(?:[两三]级)?[一-龥]{{0,6}}?(?:部门|政府|管委会)"
)
_COLLECTIVE_INSIDE = re.compile(
    r"各|有关|相关|其[他它]|成员单位|全体|所有|[两三]级|\d+个(?:部门|单位)"
    r"|^[省市区县]、|^[省市区县]级(?:部门|单位)"
)

UNIT_END = (
    r"委员会|管委会|办公室|办公厅|办事处|政府|领导小组|工作组|专班|联席会议|指挥部|中心|集团|公司|协会|学会|商会"
    r"|联合会|基金会|理事会|研究院|研究所|大学|学院|银行|法院|检察院|医院|总队|支队|总工会|部门|单位|委办局"
    r"|区县|街镇|局|委|办|厅|部|署|室"
)


def role_of(words: str) -> Role:
    """The role that the words around a unit name; `unspecified` where they name none."""
    if "牵头" in words:
        return "lead"
    named = [(words.find(act), role) for act, role in _ROLES.items() if act in words]
    if named:
        return min(named)[1]
    return "responsible" if re.search(r"按照?(?:各自)?职责|职责分工", words) else "unspecified"


def is_collective(surface: str) -> bool:
    """Whether a name stands for several units that it does not list (各区政府, 市、区财政)."""
    return _COLLECTIVE_INSIDE.search(surface) is not None
