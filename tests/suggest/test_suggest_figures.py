"""Numbers that are to be reached, and dates by which."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.tools.suggest.figures import deadlines, has_time_limit, numbers, parse, targets
from annotator.tools.suggest.figures.numeral import chinese, number

QUANTITIES = {
    # what is written: value, upper end, unit, comparator
    "不少于60个": (60, None, "个", "at_least"),
    "60个及以上": (60, None, "个", "at_least"),
    "超过800亿元": (80_000_000_000, None, "元", "at_least"),
    "2500余个": (2500, None, "个", "at_least"),
    "4300余万次": (43_000_000, None, "次", "at_least"),
    "千余家": (1000, None, "家", "at_least"),
    "1毫秒以内": (1, None, "毫秒", "at_most"),
    "不超过3个工作日": (3, None, "个工作日", "at_most"),
    "30微克/立方米": (30, None, "微克/立方米", "equal"),
    "1.98万路": (19_800, None, "路", "equal"),
    "1.1万个": (11_000, None, "个", "equal"),
    "1,200个": (1200, None, "个", "equal"),
    "363.9Mbps": (363.9, None, "Mbps", "equal"),
    "100 MW": (100, None, "MW", "equal"),
    "150万千瓦": (1_500_000, None, "千瓦", "equal"),
    "40余万": (400_000, None, "", "at_least"),
    "约1500个": (1500, None, "个", "about"),
    "100家左右": (100, None, "家", "about"),
    "2-3个": (2, 3, "个", "range"),
    "1至2个": (1, 2, "个", "range"),
    "2-3万个": (20_000, 30_000, "个", "range"),
    "100P-300P左右": (100, 300, "P", "about"),
    "2-3个以上": (2, 3, "个", "at_least"),
    "三个以上": (3, None, "个", "at_least"),
    "三百二十个": (320, None, "个", "equal"),
    "十二亿三千万元": (1_230_000_000, None, "元", "equal"),
    "百分之二十": (20, None, "%", "equal"),
    "104个": (104, None, "个", "equal"),
    "20+个": (20, None, "个", "at_least"),
    "九成以上": (90, None, "%", "at_least"),
    "翻一番": (2, None, "倍", "equal"),
    "翻两番": (4, None, "倍", "equal"),
}


@pytest.mark.parametrize(("written", "read"), QUANTITIES.items())
def test_a_quantity_is_a_number_a_unit_and_its_bounds(written, read):
    text = f"甲达成{written}人工智能。"
    [target] = targets(text)
    assert text[target.start : target.end] == written
    assert (target.value, target.value_high, target.unit, target.comparator) == read


@pytest.mark.parametrize(
    ("text", "comparator"),
    [("规模突破1万亿元", "at_least"), ("时延控制在5毫秒", "at_most"), ("规模突破千亿元", "at_least")],
)
def test_a_verb_bounds_a_quantity_and_is_no_part_of_it(text, comparator):
    [target] = targets(text)
    assert target.comparator == comparator
    assert target.start == max(text.find("突破") + 2, text.find("控制在") + 3)


FALSE_FRIENDS = [
    "部署5G、6G、5G-A、F5G-A和50G PON，支持IPv4、IPv6和L4级自动驾驶。",
    "发布V2.0版本，支持Web3.0、8K超高清和3D打印。",
    "完善“4+X”布局和1+16体系，形成“10分钟生活圈”。",
    "落实《三年行动计划（2023-2026年）》（沪府〔2023〕51号）。",
    "聚焦九个重点领域、三大中心，举办三届大会、第30届博览会。",
    "进入全国前10名，开通1号线，建设110千伏变电站。",
    "提供7×24小时服务，24小时值守。",
    "对100家企业给予补贴，将门槛调整为5000万元，最高不超过500万元。",
    "支持年营收1亿元以上的企业，服务60周岁以上老年人。",
    "在100台账户、20元宇宙、30部门之间。",
    "涵盖100+城市质量指数。",
    "2023年9月15日印发。",
    "依据第3条规定，打造千亿级产业集群，突破三项关键技术。",
    "完成一成不变的改革，达成共识，形成三成一体格局。",
]


@pytest.mark.parametrize("text", FALSE_FRIENDS)
def test_digits_that_are_no_quantity_are_passed_over(text):
    assert targets(text) == []
    assert deadlines(text) == []


DATES = {
    # text: what of it is the date, and its ISO form
    "到2027年，建成平台。": ("2027年", "2027"),
    "到2025年4月,聚焦重点。": ("2025年4月", "2025-04"),
    "2026年底前完成。": ("2026年底前", "2026-12-31"),
    "在2025年末实现。": ("2025年末", "2025-12-31"),
    "2022年10月底前编制。": ("2022年10月底前", "2022-10-31"),
    "2024年2月底前编制。": ("2024年2月底前", "2024-02-29"),
    "于2025年6月30日前报送。": ("2025年6月30日前", "2025-06-30"),
    "2025年上半年启动。": ("2025年上半年", "2025-06-30"),
    "2025年三季度末验收。": ("2025年三季度末", "2025-09-30"),
    "到二〇三五年，全面建成。": ("二〇三五年", "2035"),
    "到“十五五”末，翻一番。": ("“十五五”末", "2030"),
    "2027年完成验收。": ("2027年", "2027"),
    "截至2027年底，力争建成。": ("2027年底", "2027-12-31"),
    "今年底前上线。": ("今年底前", ""),
    "6月底前上线。": ("6月底前", ""),
}


@pytest.mark.parametrize(("text", "date"), DATES.items())
def test_a_deadline_has_a_date_as_far_as_the_text_says_it(text, date):
    [deadline] = deadlines(text)
    assert (text[deadline.start : deadline.end], deadline.iso) == date


@pytest.mark.parametrize(
    "text",
    [
        "2021年以来，持续推进。",
        "截至2025年末,全区部门共编制目录。",
        "行动方案(2023-2026年)",
        "2021年至2025年期间。",
        "自2024年1月1日起施行。",
        "每月底前报送。",
        "2025年度计划",
        "改造2000年前建成的小区。",
        "“十四五”时期，稳步推进。",
        "面向“上海2035”。",
    ],
)
def test_a_date_that_binds_nobody_is_no_deadline(text):
    assert deadlines(text) == []


def test_a_deadline_governs_what_follows_it_in_its_sentence():
    told = targets(
        "建成10个中心。到2026年，建成20个；到2027年底，建成30个。建成40个（2028年底前），另建50个。"
    )
    assert [(t.value, t.deadline.iso if t.deadline else None) for t in told] == [
        (10, None), (20, "2026"), (30, "2027-12-31"), (40, "2028-12-31"), (50, "2028-12-31"),
    ]  # fmt: skip


ACHIEVED = {
    "室外基站已建成2500个。": [True],
    "截至2025年末，编制100个目录。": [True],
    "覆盖600余处场所。": [True],
    "新建600余处场所。": [False],
    "到2027年，建设600余处场所。": [False],
    "累计打造60个场景。": [False],
    "共享能力由单批次20路提升至300路。": [True, False],
    "从20%提高到40%。": [True, False],
}


@pytest.mark.parametrize(("text", "achieved"), ACHIEVED.items())
def test_what_was_reached_is_told_from_what_is_to_be(text, achieved):
    assert [target.achieved for target in targets(text)] == achieved


INDICATORS = {
    "开发完成20个以上智能体": "智能体",
    "完成3个以上AI赋能应用场景建设。": "AI赋能应用场景",
    "打造60个具有创新性和可复制性的典型应用场景，": "典型应用场景",
    "推动40万家工业企业“上云上平台”。": "工业企业",
    "建设20所“未来学校”，": "“未来学校”",
    "建设1000家餐饮食品“互联网+明厨亮灶”示范店。": "餐饮食品“互联网+明厨亮灶”示范店",
    "新建公用(含专用)充电桩3万个以上，": "公用(含专用)充电桩",
    "累计建设加氢站50座以上，": "加氢站",
    "网络通信带宽达到400G以上、": "网络通信带宽",
    "到2025年上海人才规模达到30万人。": "上海人才规模",
    "将办理时间由10天压缩至3个工作日以内。": "办理时间",
    "形成95%以上和4000幢以上": "",
    "累计开放3批58": "",
}


@pytest.mark.parametrize(("text", "indicator"), INDICATORS.items())
def test_an_indicator_is_named_where_it_stands_beside_the_quantity(text, indicator):
    target = targets(text)[-1 if "天" in text else 0]
    assert (text[slice(*target.indicator)] if target.indicator else "") == indicator


def test_what_a_person_marks_is_read_whatever_else_it_may_be():
    text = "到2030年，部署50G光网，覆盖九个领域，实现全覆盖。"
    marked = [text.index(words) for words in ("50G", "九个", "全覆盖")]
    told = [parse(text, start, start + 3 if text[start] != "九" else start + 2) for start in marked]
    assert [(t.value, t.unit, t.deadline.iso) for t in told] == [
        (50, "G", "2030"), (9, "个", "2030"), (None, "", "2030")
    ]  # fmt: skip
    assert [(t.start, t.end) for t in told] == [(s, s + n) for s, n in zip(marked, (3, 2, 3), strict=True)]


@pytest.mark.parametrize("marked", ["100", "100+"])
def test_a_plus_behind_a_number_bounds_it_and_begins_no_name(marked):
    text = "以及具备100+城市大型公共空间质量指数、公共安全指数。"
    start = text.index(marked)
    target = parse(text, start, start + len(marked))
    assert (target.value, target.unit, target.comparator) == (100, "", "at_least")
    assert not target.achieved
    assert text[slice(*target.indicator)] == "城市大型公共空间质量指数"


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("建成20个共享平台。", "共享平台"),
        ("明确5个方向。", "方向"),
        ("建成20个/平台。", None),
        (f"建成20个{'城市空间' * 8}平台。", None),
    ],
)
def test_a_name_begins_with_a_word_and_is_not_cut_in_one(text, named):
    [target] = targets(text)
    assert (text[slice(*target.indicator)] if target.indicator else None) == named


def test_numbers_are_all_that_a_person_may_take_for_a_quantity():
    text = "第3批，2027年6月前用“一张图”建设5G基站20余座、三类平台、2-3个、4+X、100+指数。"
    assert [text[one.start : one.end] for one in numbers(text)] == [
        "5G", "20余座", "三类", "2-3个", "4", "100+",
    ]  # fmt: skip


def test_a_mark_of_the_bare_number_is_read_with_the_words_around_it():
    text = "打造不少于60个场景。"
    target = parse(text, 5, 7)
    assert (target.start, target.end) == (5, 7)
    assert (target.value, target.unit, target.comparator) == (60, "个", "at_least")
    assert text[slice(*target.indicator)] == "场景"


@pytest.mark.parametrize(
    ("written", "expected"),
    [("三", 3), ("十", 10), ("十五", 15), ("二十", 20), ("百", 100), ("一百零三", 103), ("两千", 2000), ("一万二千", 12_000),
     ("十二亿三千万", 1_230_000_000), ("一万亿", 10**12), ("二〇二七", 2027), ("万", 10_000)],
)  # fmt: skip
def test_a_chinese_number_is_read(written, expected):
    assert chinese(written) == expected


WORDING = st.text(
    "到于在截至2027年底前月1,.-一二十百千万亿余多个家%，。；“”G超不少于以上达已由提升建设的 \n", max_size=60
)


@given(WORDING)
def test_whatever_is_found_lies_in_the_text_in_order(text):
    found = targets(text)
    for target, following in zip(found, [*found, None][1:], strict=True):
        assert 0 <= target.start < target.end <= len(text)
        assert following is None or target.end <= following.start
        assert target.indicator is None or text[slice(*target.indicator)].strip()
        assert target.deadline is None or target.deadline in deadlines(text)


@given(WORDING, st.data())
def test_any_range_can_be_read(text, data):
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    target = parse(text, start, end)
    assert (target.start, target.end) == (start, end)


@pytest.mark.parametrize(
    ("written", "read"),
    [("五十亿", 5 * 10**9), ("1.5亿", 150_000_000), ("3000万", 30_000_000), ("1,200", 1200), ("2.4", 2.4), ("二〇二七", 2027),
     ("五十亿元", None), ("不少于五", None), ("", None), ("二分之一", None)],
)  # fmt: skip
def test_a_number_that_is_written_is_read_in_digits_or_hanzi(written, read):
    assert number(written) == read


LIMITS = [
    ("到2023年各节点全面建成", True),
    ("应当在10个工作日内办结", True),
    ("自收到之日起三十日内", True),
    ("每月3日前报送", True),
    ("于6月30日前报送", True),
    ("年内完成", True),
    ("2025年起实施", False),
    ("最近三年内的业绩", False),
    ("加强境内外合作", False),
    ("每年召开会议", False),
]


@pytest.mark.parametrize(("text", "limited"), LIMITS)
def test_a_time_limit_is_a_date_or_a_stretch_of_time(text: str, limited: bool) -> None:
    assert has_time_limit(text) is limited
