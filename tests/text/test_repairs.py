"""What is repaired, how, and what must stay."""

from itertools import pairwise

import pytest

from annotator.model.mapping import Clean
from annotator.tools.text import cut, repairs


def clean(source: str) -> str:
    return Clean(source, 0, len(source), repairs(source)).text


@pytest.mark.parametrize(
    ("source", "rule", "expected"),
    [
        ("上海市規(guī)劃和自然資源局印發(fā)通知。", "pinyin", "上海市規劃和自然資源局印發通知。"),
        ("推動創(chuàng )業(yè)帶動就業(yè)。", "pinyin", "推動創業帶動就業。"),
        ("落實(shi)(shi)責任。", "pinyin", "落實責任。"),
        ("各(ge)市要重(zhong)視。", "pinyin", "各市要重視。"),
        ("[bookmark: _Toc1][bookmark: _Toc2]一、总体要求", "bookmark", "一、总体要求"),
        ("按期完成。{{item.content}}", "template", "按期完成。"),
        ("## 一、总体要求", "markdown", "一、总体要求"),
        ("**一、总体要求** 坚持原则。", "markdown", "一、总体要求 坚持原则。"),
        ("印发了《方案》的通知,,聚焦新网络。", "doubled_punctuation", "印发了《方案》的通知,聚焦新网络。"),
        ("聚焦新网络，,聚焦新算力。。", "doubled_punctuation", "聚焦新网络，聚焦新算力。"),
        ("&ldquo;十四五&rdquo;规划", "entity", "“十四五”规划"),
        ("数字\u200b经济\ufeff。", "invisible", "数字经济。"),
        ("⼯业⺠⽤⻔户，館。", "lookalike", "工业民用门户，館。"),
        ("\ue004（一）申请；\ue004（二）审核。\n\u3000\ue004（三）发证。", "private_use", "（一）申请；（二）审核。\n\u3000（三）发证。"),
        ("加强<br/>领导<!-- 注 -->。", "markup", "加强领导。"),
        ("第一章　总　　则", "spacing", "第一章　总则"),
        ("涉企事项 2000余项。" + "共5个、6类、7项、8种、9家，3次。", "spacing", "涉企事项2000余项。共5个、6类、7项、8种、9家，3次。"),
    ],
)  # fmt: skip
def test_residues_go_and_leave_their_name(source: str, rule: str, expected: str) -> None:
    assert clean(source) == expected
    assert {edit.rule for edit in repairs(source)} == {rule}
    assert all(edit.state == "applied" for edit in repairs(source))


@pytest.mark.parametrize(
    "source",
    [
        "建筑信息模型(BIM)、会议(IJCAI)、光传送网(OTN)、城市信息模型(CIM)、人工智能(AI)。",
        "人工智能(ai)与局域网(lan)。",  # syllables, but no readings of these characters
        "变量甲(a)和乙(b)。",
        "速度为1,,2和a,,b。",
        "省略号……和。。。以及破折号——都有意义。",
        "张**和李**两位同志。",
        "话题#数字经济#很热。",
        "5G 网络在 2025 年覆盖 100 个 AI 园区。",  # a style of setting, not stray spaces
        "R&D投入增长，a<b。",
        "王\ue863同志。\n李\ue863同志。",  # a rare character of a name
        "发布时间 09:12 来源不详，5个、6类、7项。",
    ],
)
def test_what_only_looks_like_a_residue_stays(source: str) -> None:
    assert clean(source) == source


def test_a_template_alone_on_its_line_is_furniture_with_the_edit_inside() -> None:
    *_, last = cut("一、要求\n加强领导。\n{{item.content}}")
    assert (last.kind, last.text, last.edits[0].rule) == ("boilerplate", "", "template")


def test_a_slipped_byte_is_proposed_and_never_applied() -> None:
    source = "上海发展很快。建立上?!翱罩?、地表、地下”全覆盖的体系。"
    (edit,) = repairs(source)
    assert (edit.before, edit.after, edit.state) == ("?!翱罩?", "海“空中", "proposed")
    assert 0.5 < edit.confidence < 1
    assert clean(source) == source


@pytest.mark.parametrize("width", range(14, 44))
def test_a_slip_in_wrapped_lines_is_proposed_in_parts_and_its_lines_are_joined(width: int) -> None:
    source = (
        "一、任务\n（一）上海发展很快，建立上?！翱罩?、地表、地下”全覆盖的体系，"
        + "推动各类平台协同发展" * 40
        + "。"
    )
    lines = source.split("\n")
    wrapped = "\n".join(line[at : at + width] for line in lines for at in range(0, len(line), width))
    segments = cut(wrapped)
    (clause,) = (one for one in segments if one.kind == "clause")
    assert clause.text in source
    slip = [edit for edit in clause.edits if edit.state == "proposed"]
    assert "".join(edit.before for edit in slip) == "?！翱罩?"
    assert "".join(edit.after for edit in slip) == "海“空中"
    accepted = tuple(edit._replace(state="applied") for edit in clause.edits)
    read = Clean(wrapped, clause.text_start, clause.text_end, accepted).text
    assert read == clause.text.replace("?！翱罩?", "海“空中")
    for above, below in pairwise(clause.edits):
        assert above.end <= below.start


def test_a_slip_that_nothing_settles_is_only_flagged() -> None:
    (edit,) = repairs("上级文件?F龘龘有关事项。")
    assert (edit.before, edit.after, edit.confidence, edit.state) == ("?F", "?F", 0.0, "proposed")


@pytest.mark.parametrize(
    "source",
    ["什么?我们要?不", "谁来干?“数字政府”APP上线", "是否可行?（一）好的?（二）不", "效果如何?请看(下文)A"],
)
def test_questions_are_no_slips(source: str) -> None:
    assert repairs(source) == ()


@pytest.mark.parametrize("encoding", ["latin-1", "gbk"])
def test_utf8_read_as_something_else_is_proved_by_its_bytes(encoding: str) -> None:
    text = "上海数据规划"
    source = "见：" + text.encode().decode(encoding)
    assert clean(source) == "见：" + text
    assert {edit.confidence for edit in repairs(source)} == {1.0}


def test_replacement_characters_are_flagged_for_a_person() -> None:
    (edit,) = repairs("加强\ufffd\ufffd建设。")
    assert (edit.before, edit.after, edit.state) == ("\ufffd\ufffd", "\ufffd\ufffd", "proposed")
    (edit,) = repairs("加强锟斤拷锟斤拷建设。")
    assert (edit.before, edit.after, edit.state) == ("锟斤拷锟斤拷", "锟斤拷锟斤拷", "proposed")


@pytest.mark.parametrize(
    ("source", "before", "after"),
    [
        ("投入l00亿元。", "l00", "100"),
        ("到2O27年建成。", "2O27", "2027"),
        ("增长1O.5％。", "1O", "10"),
        ("建设2o个项目。", "2o", "20"),
        ("面积I20万平方米。", "I20", "120"),
    ],
)
def test_letters_among_the_digits_of_a_number_are_proposed_as_digits(
    source: str, before: str, after: str
) -> None:
    (edit,) = repairs(source)
    assert (edit.before, edit.after, edit.state, edit.rule) == (before, after, "proposed", "digits")


@pytest.mark.parametrize(
    "source",
    ["发展O2O平台。", "O2O项目二十个。", "建设5G基站。", "2.5D封装。", "共l0所。", "A10年度。", "Io日程。"],
)
def test_words_of_letters_and_digits_are_no_damaged_numbers(source: str) -> None:
    assert not repairs(source)


WRAPPED = """\
　　为满足老年人就餐需求，推动社区食堂健康发展，根据上级
有关文件精神，结合本地实际，现提出如下实施意见。
　　坚持政府引导、市场运作、社会参与的原则，到2025年底，
每个街道至少建成一家社区食堂，基本形成覆盖城乡的助餐网络。
建成后由街道负责日常监管，有关部门按照各自职责加强指导，
共同做好工作。
"""


def test_lines_wrapped_at_one_width_are_joined_but_not_paragraphs() -> None:
    assert [segment.text for segment in cut(WRAPPED)] == [
        "为满足老年人就餐需求，推动社区食堂健康发展，根据上级有关文件精神，结合本地实际，现提出如下实施意见。",
        "坚持政府引导、市场运作、社会参与的原则，到2025年底，每个街道至少建成一家社区食堂，"
        "基本形成覆盖城乡的助餐网络。建成后由街道负责日常监管，有关部门按照各自职责加强指导，共同做好工作。",
    ]


@pytest.mark.parametrize(
    ("source", "lines"),
    [
        # a running text that stops in mid-sentence
        ("初步建成产业集群。面向新一代通信、人形\n机器人等领域，建成若干平台。", 1),
        ("优先利用闲置房屋（包括国有、\n集体所有的房屋）改造。", 1),
        ("The plan covers AI\nand robots，有关单位要落实。", 2),
        # a heading, also one with a comma, and its paragraph
        ("（一）面向前沿赛道，塑造创新新优势\n聚焦未来方向，推动基础研究突破。", 2),
        ("一、总体要求\n坚持以人为本，推进改革。", 2),
        # a sentence that ended, a number, a date, units
        ("建成若干平台。\n形成一批成果。", 2),
        ("开展联合攻关，推动成果转化，重点包括以下方面，\n（一）加强研究。", 2),
        ("开展联合攻关。推动成果转化\n责任单位：市科委", 1),
        ("开展联合攻关，推动成果转化\n2024年5月1日", 2),
    ],
)
def test_only_broken_lines_are_joined(source: str, lines: int) -> None:
    assert len(cut(source)) == lines


@pytest.mark.parametrize(
    ("source", "title"),
    [
        ("某市经济和信息化委员会关于印发\n《某市产业规划》的通知\n各单位：\n现印发给你们。", "某市经济和信息化委员会关于印发《某市产业规划》的通知"),
        ("某市人民政府办公室\n关于加强消防工作的通知\n各单位：\n请认真落实，确保安全。", "某市人民政府办公室关于加强消防工作的通知"),
        ("“数字某区”建设规划\n（征求意见稿）\n一、基础\n成效明显。", "“数字某区”建设规划（征求意见稿）"),
        ("某省绿色建材推广应用\n行动方案\n一、目标\n建成基地。", "某省绿色建材推广应用行动方案"),
        ("某市数据条例\n（2023年5月1日某市人大常委会通过）\n第一条　为了规范，制定本条例。", "某市数据条例"),
    ],
)  # fmt: skip
def test_a_title_broken_over_two_lines_is_one(source: str, title: str) -> None:
    assert [segment.text for segment in cut(source) if segment.kind == "title"] == [title]
