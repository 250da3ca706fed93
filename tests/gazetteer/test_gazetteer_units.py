"""Which units a clause names, and in which role."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotator.tools import gazetteer
from annotator.tools.gazetteer.units import find_units
from tests.benchmarks.growing import UNIT_WORDS

KNOWN = gazetteer.load()
SHORT = {"lead": "牵", "participant": "配", "responsible": "责", "supervisor": "督", "unspecified": "—"}


def found(text="", tail=""):
    """Units as `name/role`, a star behind collectives."""
    units = find_units(text, tail, KNOWN)
    return " ".join(f"{u.surface}/{SHORT[u.role]}{'*' if u.collective else ''}" for u in units)


@pytest.mark.parametrize(
    ("tail", "expected"),
    [
        # one label for all
        ("(责任单位:市规划资源局、市科委)", "市规划资源局/责 市科委/责"),
        ("（责任单位：市科委，市教委；市财政局）。", "市科委/责 市教委/责 市财政局/责"),
        ("〔责任单位：市科委〕", "市科委/责"),
        ("责任单位：市科委/市教委", "市科委/责 市教委/责"),
        ("（牵头单位：市科委；配合单位：市教委、市财政局）", "市科委/牵 市教委/配 市财政局/配"),
        ("牵头单位：市科委\n配合单位：市教委、市财政局", "市科委/牵 市教委/配 市财政局/配"),
        ("牵头责任单位:市科委。\n协同责任单位:市教委等。", "市科委/牵 市教委/配"),
        ("（责任单位：市科委）（配合单位：市教委）", "市科委/责 市教委/配"),
        ("指导单位：市科委；支持单位：市教委；督办单位：市财政局", "市科委/督 市教委/督 市财政局/督"),
        # predicates
        ("（市科委负责）", "市科委/责"),
        ("（由市科委负责）", "市科委/责"),
        ("（市科委牵头负责）", "市科委/牵"),
        ("（市科委、市教委按职责分工负责）", "市科委/责 市教委/责"),
        ("（市科委牵头，市教委、市财政局配合）", "市科委/牵 市教委/配 市财政局/配"),
        ("（市科委牵头，市教委、市财政局等按职责分工负责）", "市科委/牵 市教委/责 市财政局/责"),
        ("（市科委负责，市教委参与，市政府办公厅督办）", "市科委/责 市教委/配 市政府办公厅/督"),
        ("（市科委会同市教委负责）", "市科委/责 市教委/配"),
        ("（市科委、市教委负责，各区政府落实）", "市科委/责 市教委/责 各区政府/—*"),
        ("（责任单位：市科委（牵头）、市教委（配合））", "市科委/牵 市教委/配"),
        # never: the first one leads
        ("（市科委、市教委）", "市科委/— 市教委/—"),
        ("市科委 市教委", "市科委/— 市教委/—"),
        # 等, and what stands behind it
        ("（市科委、市教委等有关部门）", "市科委/— 市教委/— 有关部门/—*"),
        ("（科技部、教育部等14部门按照职责分工负责）", "科技部/责 教育部/责"),
        (
            "（省科技厅等省有关部门和各地级以上市人民政府负责）",
            "省科技厅/责 省有关部门/责* 各地级以上市人民政府/责*",
        ),
        # notes and other labels are no units
        ("（责任单位：市科委，排在第一位的为牵头单位，下同）", "市科委/责"),
        ("（责任单位：市科委；完成时限：2025年12月）", "市科委/责"),
        ("（市科委负责，2025年底前完成）", "市科委/责"),
        ("(国务院各部门分别负责,年内持续推进)", "国务院各部门/责*"),
        ("牵头领导：某某某\n责任单位：市科委", "市科委/责"),
        ("（责任单位：市科委。具体任务均涉及相关区政府，不再列出，下同）", "市科委/责"),
        # delimiters inside names
        ("（市政府各委、办、局，各区政府）", "市政府各委、办、局/—* 各区政府/—*"),
        ("（责任单位：市、区财政部门，市科委）", "市、区财政部门/责* 市科委/责"),
        ("（责任单位：各区、市财政局）", "各区/责* 市财政局/责"),
        ("（责任单位：各县（市、区）政府，市科委）", "各县（市、区）政府/责* 市科委/责"),
        (
            "（责任单位：中国（上海）自由贸易试验区管委会、市科委）",
            "中国（上海）自由贸易试验区管委会/责 市科委/责",
        ),
        ("责任单位：上海仪电（集团）有限公司", "上海仪电（集团）有限公司/责"),
        # 和 inside names and between them
        ("（市规划和自然资源局、市住房和城乡建设管理委）", "市规划和自然资源局/— 市住房和城乡建设管理委/—"),
        ("（国家发展改革委和财政部负责）", "国家发展改革委/责 财政部/责"),
        ("（市级各有关部门及各区政府负责）", "市级各有关部门/责* 各区政府/责*"),
        ("（各相关部门和单位负责）", "各相关部门和单位/责*"),
        ("（市市场监管局、市委、市政府）", "市市场监管局/— 市委/— 市政府/—"),
        # nothing to find
        ("", ""),
        ("（）", ""),
        ("（责任单位：）", ""),
    ],
)
def test_lists_give_each_name_its_role(tail, expected):
    assert found(tail=tail) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("由市科委牵头，市教委、市财政局配合。", "市科委/牵 市教委/配 市财政局/配"),
        ("市城市治理委员会办公室牵头制定工作计划。", "市城市治理委员会办公室/牵"),
        ("各成员单位按照职能职责积极协作配合。", "各成员单位/配*"),
        ("市科委会同市教委、市财政局等有关部门制定办法。", "市科委/— 市教委/配 市财政局/配 有关部门/配*"),
        ("完善制度，会同有关部门开展检查。", "有关部门/配*"),
        ("市科委负责重点实验室建设、市财政局参与。", "市科委/责 市财政局/配"),
        ("市规划局：负责编制规划。", "市规划局/责"),
        ("市、区县（自治县）人民政府应当加强领导。", "市、区县（自治县）人民政府/—*"),
        ("市委财经委员会办公室牵头推进。", "市委财经委员会办公室/牵"),
        ("支持同济大学牵头建设重点实验室。", "同济大学/牵"),
        ("各区政府和重点区域健全工作机制。", "各区政府/—*"),
        ("各区政府（管委会）负责落实。", "各区政府/责*"),
        ("由省科技厅制定办法。", "省科技厅/—"),
        ("建立机制（市科委牵头，市教委配合），完善制度（以下简称“制度”）。", "市科委/牵 市教委/配"),
        ("提升能力（责任单位：市科委、市教委）。", "市科委/责 市教委/责"),
        ("提升能力。责任单位：市科委、市教委。", "市科委/责 市教委/责"),
        (
            "由市规划资源局组织成立平台公司，负责建设和运营；市科委指导支持实验室建设；市国资委指导支持公司建设；"
            "市经济信息化委对“人工智能+城市治理”项目支持提供补贴；市财政局支持资金保障，按照市、区财政事权统筹安排。",
            "市规划资源局/— 市科委/督 市国资委/督 市经济信息化委/督 市财政局/督",
        ),
        (
            "发挥推进机制作用，市战略性新兴产业领导小组办公室加强日常协调，各相关部门加强推进。",
            "市战略性新兴产业领导小组办公室/— 各相关部门/—*",
        ),
    ],
)
def test_running_text_names_those_who_act(text, expected):
    assert found(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "支持嘉定区、临港新片区、浦东新区、奉贤区等区域开展示范应用。",
        "支持有关创新平台牵头建设算力设施，推动有关新型研发机构牵头组建联盟。",
        "联合金融监管部门，设立创新实验室。",
        "国家数据局的设立强化了顶层设计。",
        "充分发挥市城市治理委员会统揽全局指挥作用。",
        "根据市委、市政府总体工作安排，按照市政府办公厅要求推进。",
        "要加强与市数据局、市大数据中心对接。",
        "市区联合、以区为主，研究制定政策。",
        "按照市、区财政事权与支出责任划分统筹安排。",
        "加快建设制造业创新中心支持企业发展。",
        "依托世界人工智能大会展示成果，由此形成品牌。",
        "鼓励高校、科研机构、企业联合攻关。",
        "企业负责安全，参与单位负责施工。",
        "自由贸易试验区建设提速。",
        "上海会同国家有关部门，连续举办三届大会。",
        "融合建筑信息模型（BIM）和城市信息模型（CIM）技术。",
        "",
    ],
)
def test_places_and_actors_without_a_name_are_no_units(text):
    assert found(text) == ""


def test_units_of_the_text_come_before_those_of_the_tail():
    units = find_units("由市科委牵头。", "（责任单位：市科委）", KNOWN)
    assert [(unit.where, unit.start, unit.end) for unit in units] == [("text", 1, 4), ("tail", 6, 9)]


FRAGMENTS = (
    *(
        "市科委",
        "市财政局",
        "各区政府",
        "有关部门",
        "市、区财政",
        "省教育厅",
        "中国（上海）",
        "管委会",
        "人民政府",
    ),
    *(
        "由",
        "会同",
        "牵头",
        "配合",
        "负责",
        "指导支持",
        "按职责分工负责",
        "等",
        "和",
        "责任单位：",
        "对项目",
        "加强",
    ),
    *("、", "，", "；", "。", "（", "）", "(", ")", ":", "\n", " ", "“", "”", "2025年", "AI", "的", "下同"),
)
pieces = st.lists(st.sampled_from(FRAGMENTS), max_size=24).map("".join)


@settings(max_examples=300, deadline=None)
@given(pieces, pieces)
def test_offsets_cut_the_surface_and_names_do_not_overlap(text, tail):
    units = find_units(text, tail, KNOWN)
    for where, part in (("text", text), ("tail", tail)):
        ends = 0
        for unit in (one for one in units if one.where == where):
            assert part[unit.start : unit.end] == unit.surface
            assert unit.surface.strip()
            assert unit.start >= ends
            ends = unit.end


@pytest.mark.parametrize("words", UNIT_WORDS)
def test_a_text_of_nothing_but_such_words_names_what_stands_there(words):
    units = find_units(words * 30, words * 30, KNOWN)
    assert {unit.where for unit in units} == {"tail"}
    assert len([unit for unit in units if unit.surface == "市科委"]) == {
        "市科委、": 30,
        "会同市科委": 29,
    }.get(words, 0)
    for unit in units:
        assert (words * 30)[unit.start : unit.end] == unit.surface


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=60), st.text(max_size=60))
def test_any_text_can_be_read(text, tail):
    for unit in find_units(text, tail, KNOWN):
        part = text if unit.where == "text" else tail
        assert part[unit.start : unit.end] == unit.surface
