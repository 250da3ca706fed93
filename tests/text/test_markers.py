"""What is a number before an item, and what only looks like one."""

import pytest

from annotator.model.mapping import Clean
from annotator.tools.text.lines import read
from annotator.tools.text.markers import parse


@pytest.mark.parametrize(
    ("text", "style", "numbers", "rest"),
    [
        ("一、总体要求", "hanzi", (1,), "总体要求"),
        ("二十三.其他", "hanzi", (23,), "其他"),
        ("（十）附则", "hanzi_brackets", (10,), "附则"),
        ("(二) 基本原则", "hanzi_brackets", (2,), "基本原则"),
        ("三）其他", "hanzi_bracket", (3,), "其他"),
        ("㈣其他", "hanzi_brackets", (4,), "其他"),
        ("1.构建底座", "arabic", (1,), "构建底座"),
        ("12、加强宣传", "arabic", (12,), "加强宣传"),
        ("１．全角数字", "arabic", (1,), "全角数字"),
        ("⒊其他", "arabic", (3,), "其他"),
        ("2）其他", "arabic_bracket", (2,), "其他"),
        ("（３）其他", "arabic_brackets", (3,), "其他"),
        ("⑸其他", "arabic_brackets", (5,), "其他"),
        ("①其他", "circled", (1,), "其他"),
        ("1.1 编制目的", "decimal2", (1, 1), "编制目的"),
        ("4.2.3应急响应", "decimal3", (4, 2, 3), "应急响应"),
        ("Ⅱ、其他", "roman", (2,), "其他"),
        ("III. 議員議案", "roman", (3,), "議員議案"),
        ("(iv) 其他", "roman_brackets", (4,), "其他"),
        ("三　其他", "hanzi_space", (3,), "其他"),
        ("第 2 部　資助", "部", (2,), "資助"),
        ("b.其他", "letter", (2,), "其他"),
        ("（c）其他", "letter_brackets", (3,), "其他"),
        ("壹、前言", "formal", (1,), "前言"),
        ("丙、其他", "stem", (3,), "其他"),
        ("第一编　总则", "编", (1,), "总则"),
        ("第十二章 附则", "章", (12,), "附则"),
        ("第三节 监督", "节", (3,), "监督"),
        ("第一百二十条之一　违反规定的", "条", (120,), "违反规定的"),
        ("第5条 其他", "条", (5,), "其他"),
        ("第一条、为规范管理", "条", (1,), "为规范管理"),
        ("第 十 二 条 为规范管理", "条", (12,), "为规范管理"),
        ("第１２条．为规范管理", "条", (12,), "为规范管理"),
        ("【第三条】为规范管理", "条", (3,), "为规范管理"),
        ("第二章、管理", "章", (2,), "管理"),
        ("第二章 ：管理", "章", (2,), "管理"),
        ("三﹑其他", "hanzi", (3,), "其他"),
        ("3﹑其他", "arabic", (3,), "其他"),
        ("3 ）、其他", "arabic_bracket", (3,), "其他"),
        ("（３）、其他", "arabic_brackets", (3,), "其他"),
        ("第一部分：背景", "部分", (1,), "背景"),
        ("专栏2 重点工程", "box", (2,), "重点工程"),
        ("——到2027年", "dash", (), "到2027年"),
        ("- 列表", "dash", (), "列表"),
        ("• 列表", "bullet", (), "列表"),
        ("1.5G网络覆盖", "arabic", (1,), "5G网络覆盖"),
        ("2.2024年底前完成", "arabic", (2,), "2024年底前完成"),
        ("3.5月底前完成", "arabic", (3,), "5月底前完成"),
    ],
)
def test_each_style_of_numbering_is_read(text: str, style: str, numbers: tuple[int, ...], rest: str) -> None:
    marker = parse(text)
    assert marker is not None
    assert (marker.style, marker.numbers, text[marker.end :]) == (style, numbers, rest)


@pytest.mark.parametrize(
    "text",
    [
        "2.4万路感知数据", "11.121人才", "5G网络", "2023年以来", "3.5亿元", "1.98%", "12、13日召开", "一、二级保护区",
        "甲、乙双方", "A、B类企业", "AI赋能", "-5度", "第三条规定的情形", "第二章、第三章", "第三条、五条", "第三条、《办法》", "第三条，违反规定的", "第一批试点", "（2023年）", "(BIM)", "一方面",
    ],
)  # fmt: skip
def test_quantities_references_and_names_are_no_markers(text: str) -> None:
    assert parse(text) is None


@pytest.mark.parametrize(
    ("text", "styles"),
    [
        ("1 总则\n1.1 目的\n1.2 依据\n2 组织", ["arabic_space", "decimal2", "decimal2", "arabic_space"]),
        ("2 个百分点\n其他", ["", ""]),
        ("1.1 目的\n10.1 长假期间\n1.2 依据", ["decimal2", "", "decimal2"]),
    ],
)
def test_decimals_must_count_and_a_bare_number_needs_them(text: str, styles: list[str]) -> None:
    lines = read(text, Clean(text, 0, len(text)), text, ())
    assert [line.marker.style if line.marker else "" for line in lines] == styles
