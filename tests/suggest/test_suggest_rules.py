"""What the first suggestions go by."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.model.cutting import KINDS, Segment
from annotator.tools.codebook import parse, shipped
from annotator.tools.suggest import clause_type, priority
from annotator.tools.suggest.figures import has_deadline, has_indicator

DEFAULT = parse(shipped("default"), "default")


def clause(text, path=(), marker="", lead=0, kind="clause"):
    return Segment(kind, len(path) + 1, marker, path, 0, 1, text, 0, 1, lead=lead)


HEADING = clause("下级标题", ("一章",), kind="heading")
ITEM = clause("甲事项。办甲事。", ("一章",), marker="1.", lead=4)

TYPES = [
    ("background", clause("为加快转型，根据有关规定，制定本方案。"), None),
    ("background", clause("为规范管理，根据有关法律，制定本办法。", ("总则",), "第一条"), None),
    ("background", clause("现提出如下意见。"), None),
    ("principle", clause("以习近平新时代中国特色社会主义思想为指导，推进各项工作。", ("总体要求",)), None),
    ("principle", clause("坚持创新引领。培育发展生态。", ("总体思路", "基本原则"), "1.", 7), None),
    ("principle", clause("生态优先。牢记理念。", ("总体要求", "工作原则"), "——", 5), None),
    ("goal", clause("体系更加完善。", ("总体要求", "发展目标")), None),
    ("goal", clause("到2027年，建成体系。", ("总体要求",)), None),
    ("goal", clause("到二〇二八年，建成体系。", ("总体要求",)), None),
    ("goal", clause("到“十五五”末，建成体系。", ("总体要求",)), None),
    ("goal", clause("产业规模翻番。", ("重点方向",), "——"), None),
    ("status", clause("建成基站2500个。", ("发展基础", "设施优势进一步凸显")), None),
    ("status", clause("发展取得的成就。实力增强。", ("开启新征程",), "1.", 8), None),
    ("challenge", clause("竞争加剧。", ("发展基础", "发展环境与机遇")), None),
    ("challenge", clause("也面临一些瓶颈问题：一是缺少成果。", ("产业发展情况",)), None),
    ("challenge", clause("今后五年任务繁重。", ("面临的形势。",)), None),
    ("intro", clause("围绕三级中心，建设底座。", ("一章",)), HEADING),
    ("intro", clause("围绕三级中心，建设底座。", ("一章",)), ITEM),
    (
        "intro",
        clause("围绕三级中心，建设底座。", ("保障措施",)),
        clause("子题", ("保障措施",), kind="heading"),
    ),
    ("intro", clause("重点抓好以下工作：", ("一章",)), None),
    ("task", clause("围绕三级中心，建设底座。", ("一章",)), None),
    ("task", clause("围绕三级中心，建设底座。", ("一章", "一节")), clause("二章", kind="heading")),
    ("task", clause("建设底座。围绕三级中心。", ("一章",), "1.", 5), HEADING),
    ("task", clause("建设平台。", ("夯实产业发展基础",)), None),
    ("task", clause("防范风险。", ("有效应对风险挑战", "应对风险挑战")), None),
    ("task", clause("做好应急保障。", ("筑牢数字安全保障体系",)), None),
    ("project", clause("建设集群。", ("示范工程", "算力提升工程")), None),
    ("project", clause("建设中枢。", ("重点专项任务", "政务中枢提升行动")), None),
    ("project", clause("算力提升工程。建设集群。", ("主要任务",), "1.", 7), None),
    ("safeguard", clause("发挥领导小组作用。", ("保障措施", "强化组织领导")), None),
    ("safeguard", clause("明确分管负责人。", ("强化组织保障",), "1."), None),
    ("safeguard", clause("加强组织领导。明确负责人。", ("工作要求",), "（一）", 7), None),
]


@pytest.mark.parametrize(("kind", "segment", "following"), TYPES)
def test_a_type_goes_by_place_and_wording(kind, segment, following):
    told = clause_type(segment, segment.text, segment.path, following)
    assert told is not None
    assert told[0] == kind


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind != "clause"])
def test_only_clauses_have_a_type(kind):
    assert clause_type(clause("为此，制定本方案。", kind=kind), "为此，制定本方案。", ()) is None


PRIORITIES = [
    ("dated", "推进AI应用。到2027年，完成7个以上场景建设。"),
    ("dated", "2026年底前新建充电桩3万个以上。"),
    ("dated", "到“十五五”末，建成20家医院。"),
    ("dated", "按照急用先行原则，建设场景。"),
    ("expedited", "新建10家以上智慧医院。"),
    ("expedited", "年均申请发明专利1000件。"),
    ("expedited", "网络带宽达到400G以上。"),
    ("expedited", "面向市场，加快技术革新，推动应用。"),
    ("expedited", "力争率先建成全光网络。"),
    ("expedited", "各地区、各部门要加快落实。"),
    ("expedited", "着力打造集聚区。鼓励企业入驻。"),
    ("expedited", "重点突破芯片技术。"),
    ("routine", "到2026年底，基础设施水平迈上新台阶。"),
    ("routine", "推动5G和L4级自动驾驶应用，完善“4+X”布局。"),
    ("routine", "落实《三年行动计划（2023-2026年）》（沪府〔2023〕51号）。"),
    ("routine", "将贴息项目最低总投资调整为5000万元。"),
    ("routine", "对重点企业给予100万元补贴。"),
    ("routine", "支持企业加快机器人规模化应用。"),
    ("routine", "引导资本重点投入，推进改造。"),
    ("routine", "深化重点领域应用，重点关注老年人需求。"),
    ("routine", "建设仿真平台，加速软件替代。"),
    ("routine", "建设体征系统，加快实现全面感知。"),
    ("routine", "完善机制，确保任务落到实处。"),
    ("routine", "研究制定支持目录。"),
    ("routine", "探索建立机制。建设平台。"),
    ("exploratory", "面向前沿领域，鼓励机构加大投入，力争取得一批成果。"),
    ("exploratory", "探索新型模式。争取纳入国家规划。"),
]


@pytest.mark.parametrize(("level", "text"), PRIORITIES)
def test_a_priority_goes_by_numbers_dates_and_predicates(level, text):
    for written in (text, text.replace("，", ",")):
        told = priority(written, 0, "task")
        assert told is not None
        assert told[0] == level


def test_a_title_that_urges_counts_even_as_a_result():
    title = "加快形成产业生态。"
    assert priority(title + "完善链条。", len(title), "task")[0] == "expedited"
    assert priority("完善链条，" + title, 0, "task")[0] == "routine"


@pytest.mark.parametrize("kind", [code.id for code in DEFAULT.field("clause_type").codes])
def test_only_what_can_be_urged_has_a_priority(kind):
    rule = dict(DEFAULT.field("priority").applies_to)["clause_type"]
    assert (priority("加快建设。", 0, kind) is not None) == (kind in rule)


INDICATORS = {
    "建设200家以上医院": True,
    "覆盖率达到95%": True,
    "形成 100 MW 能力": True,
    "建成三个以上基地": True,
    "浓度降至30微克": True,
    "涵盖100+城市质量指数": False,
    "部署6G、5G-A和IPv6": False,
    "发布V2.0版本": False,
    "形成“10分钟生活圈”": False,
    "2023年9月15日印发": False,
    "在2021—2025年推进": False,
    "四大集聚区": False,
}


@pytest.mark.parametrize(("text", "is_one"), INDICATORS.items())
def test_an_indicator_is_a_quantity_to_be_reached(text, is_one):
    assert has_indicator(text) == is_one


DEADLINES = {
    "到2027年": True,
    "于2025年6月完成": True,
    "2026年底": True,
    "2022年10月底前编制": True,
    "今年底前": True,
    "到二〇三五年": True,
    "2021年以来": False,
    "年均增长12%": False,
    "面向“上海2035”": False,
    "行动方案(2023-2026年)": False,
}


@pytest.mark.parametrize(("text", "is_one"), DEADLINES.items())
def test_a_deadline_is_a_date_of_its_own(text, is_one):
    assert has_deadline(text) == is_one


WORDING = st.text("为制定本方案坚持到2027年，。；：目标加快探索重点支持100个“”5G\n ", max_size=60)


@given(WORDING, st.lists(WORDING, max_size=3).map(tuple), st.sampled_from(["", "1.", "——"]), st.data())
def test_whatever_is_suggested_is_a_code_of_the_default_codebook(text, path, marker, data):
    lead = data.draw(st.integers(0, len(text)))
    segment = clause(text, path, marker, lead)
    following = data.draw(st.sampled_from([None, HEADING, ITEM]))
    kind, score = clause_type(segment, text, path, following)
    assert DEFAULT.field("clause_type").code(kind) is not None
    assert 0 < score <= 1
    urged = priority(text, lead, kind)
    assert urged is None or (DEFAULT.field("priority").code(urged[0]) is not None and 0 < urged[1] <= 1)
