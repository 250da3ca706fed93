"""Constructions in which official documents charge units, each in a small sentence."""

import pytest

from annotator.tools import gazetteer
from annotator.tools.gazetteer.units import find_units

KNOWN = gazetteer.load()
SHORT = {"lead": "牵", "participant": "配", "responsible": "责", "supervisor": "督", "unspecified": "—"}


def found(text="", tail=""):
    """Units as `name/role`."""
    return " ".join(f"{u.surface}/{SHORT[u.role]}" for u in find_units(text, tail, KNOWN))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # another name for the same, in brackets, is a part of the name
        ("镇人民政府（街道办事处）应当公布名单。", "镇人民政府（街道办事处）/—"),
        (
            "户籍所在地镇人民政府（街道办事处）、区民政部门应当核实。",
            "镇人民政府（街道办事处）/— 区民政部门/—",
        ),
        ("街道办事处（镇政府）受理申请，应当告知结果。", "街道办事处（镇政府）/—"),
        ("市级各部门（单位）负责本部门的工作。", "市级各部门（单位）/责"),
        ("水利局会同县有关部门（单位）制定方案。", "水利局/— 县有关部门（单位）/配"),
        ("由承办单位（科室）负责答复。", "承办单位（科室）/责"),
        ("监理单位（项目部）应当巡查。", "监理单位/—"),
        ("工单交有关部门（单位）办理。", "有关部门（单位）/—"),
        # a sign inside brackets begins no name
        ("有关部门、各沿海省（区、市）人民政府要落实责任。", "有关部门/— 各沿海省（区、市）人民政府/—"),
        # 都, 均 before the duty
        ("所有餐饮企业都要建立台账。", "所有餐饮企业/—"),
        ("运输单位均应当购买保险。", "运输单位/—"),
        ("任何部门、单位都不得截留资金。", ""),
        # whom the law lets act
        ("市规划主管部门可以根据需要调整范围。", "市规划主管部门/—"),
        ("市档案部门、区档案部门可依法公布信息。", "市档案部门/— 区档案部门/—"),
        ("居民可向街道办事处申请。", ""),
        ("企业可以自愿申报。", ""),
        ("可由市教育局组织评审。", "市教育局/—"),
        # persons who stand for their bodies
        ("总指挥：国家林业局主要负责人。", "国家林业局/—"),
        ("成员：公安部、财政部、中国气象局有关负责人。", "公安部/— 财政部/— 中国气象局/—"),
        ("副组长：县水利局局长、县公安局分管负责同志。", "县水利局/— 县公安局/—"),
        # fields of work with one last word, behind the level
        (
            "各级公安、财政、交通运输管理部门和市总工会按各自职责实施本办法。",
            "各级公安、财政、交通运输管理部门/— 市总工会/—",
        ),
        (
            "省、自治区、直辖市林业、水利和农业部门，应当立即报告。",
            "省、自治区、直辖市林业、水利和农业部门/—",
        ),
        # a duty after another act of the same body
        ("市水务局及市气象局按照各自职能，负责供水工作。", "市水务局/责 市气象局/责"),
        ("市水务局会同市财政局制订预案，负责组织演练。", "市水务局/责 市财政局/配"),
        ("其他有关部门做好相关配合工作。", "其他有关部门/配"),
        ("有关单位应当予以配合。", "有关单位/配"),
        ("财政部要继续做好牵头工作。", "财政部/牵"),
        # an office that is played
        ("市节水联席会议发挥统筹协调作用，研究重大问题。", "市节水联席会议/—"),
        ("市水务局发挥行业主管部门作用，负责督促检查。", "市水务局/责"),
        ("行业主管部门会同行业协会加强自律教育。", "行业主管部门/— 行业协会/配"),
        # a verb inside ends the name
        ("审核后由区住建局通知企业在七日内签约。", "区住建局/—"),
        ("由监督机关提请理事会表决。", "监督机关/—"),
        ("组织全市企业积极参与培训。", ""),
        ("联系成员单位开展工作。", ""),
        # numbers in names, and before sentences
        ("12345热线中心负责解答。", "12345热线中心/责"),
        ("1.各级政府应将物资登记。", "各级政府/—"),
        ("2024年企业应当报告。", ""),
    ],
)
def test_the_units_of_a_construction_are_found(text, expected):
    assert found(text) == expected


@pytest.mark.parametrize(
    ("tail", "expected"),
    [
        (
            "〔牵头单位：市审批局；配合单位：市公安局、市商务局等市直（驻市）进驻单位，各县（市、区）人民政府；完成时限：2023年12月底前〕",
            "市审批局/牵 市公安局/配 市商务局/配 市直（驻市）进驻单位/配 各县（市、区）人民政府/配",
        ),
        ("（责任单位：市水利局等市直各有关单位）", "市水利局/责 市直各有关单位/责"),
        (
            "（市发改委、市住建局等市工程改革领导小组有关成员单位）",
            "市发改委/— 市住建局/— 市工程改革领导小组有关成员单位/—",
        ),
        ("市公安局\t—", "市公安局/—"),
        (
            "责任科室：法规科、办公室牵头，各科室、各直属单位配合",
            "法规科/牵 办公室/牵 各科室/配 各直属单位/配",
        ),
        (
            "（责任单位：市发改委牵头，市有关部门,各区政府按职责分工负责）",
            "市发改委/牵 市有关部门/责 各区政府/责",
        ),
    ],
)
def test_the_units_of_a_tail_are_found(tail, expected):
    assert found("落实工作。", tail) == expected
