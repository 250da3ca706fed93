"""Word files: the text as Word shows it."""

import pytest
from word_file import (
    abstract,
    cell,
    level,
    num,
    numbered,
    paragraph,
    row,
    run,
    styled,
    table,
    word_file,
)

from annotator.errors import UnreadableFile
from annotator.tools.formats import read_bytes


def text_of(body: str, numbering: str = "", styles: str = "") -> str:
    return read_bytes(word_file(body, numbering, styles), "a.docx").text


NUMBERED_HIDDEN = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr><w:rPr><w:vanish/></w:rPr>'


def field(instruction: str, result: str) -> str:
    def step(kind: str) -> str:
        return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'

    told = f"<w:r><w:instrText>{instruction}</w:instrText></w:r>"
    return step("begin") + told + step("separate") + result + step("end")


def box(*texts: str) -> str:
    content = f"<w:txbxContent>{''.join(paragraph(text) for text in texts)}</w:txbxContent>"
    return (
        '<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:wsp>'
        f"<wps:txbx>{content}</wps:txbx></wps:wsp></w:drawing></mc:Choice>"
        f"<mc:Fallback><w:pict><v:textbox>{content}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )


@pytest.mark.parametrize(
    ("content", "text"),
    [
        (run("第") + run("一条"), "第一条"),
        (run("甲") + "<w:r><w:tab/></w:r>" + run("乙"), "甲\t乙"),
        (run("甲") + "<w:r><w:br/></w:r>" + run("乙"), "甲\n乙"),
        (
            "<w:r><w:t>甲</w:t><w:cr/><w:t>乙</w:t><w:noBreakHyphen/><w:softHyphen/><w:t>丙</w:t></w:r>",
            "甲\n乙-丙",
        ),
        (f'<w:hyperlink w:anchor="x">{run("链接")}</w:hyperlink>', "链接"),
        (run("甲\n\t乙"), "甲 乙"),
        (run("\u3000\u3000甲 "), "\u3000\u3000甲 "),
        (run("显") + run("隐", "<w:vanish/>") + run("明", '<w:vanish w:val="0"/>'), "显明"),
        (f"<w:sdt><w:sdtPr><w:alias/></w:sdtPr><w:sdtContent>{run('控件')}</w:sdtContent></w:sdt>", "控件"),
        (f"<w:smartTag>{run('甲')}</w:smartTag>", "甲"),
        ("<m:oMath><m:r><m:t>x=1</m:t></m:r></m:oMath>", "x=1"),
        (
            f"<w:r><w:ruby><w:rubyPr/><w:rt>{run('guī')}</w:rt><w:rubyBase>{run('规')}</w:rubyBase></w:ruby></w:r>",
            "规",
        ),
    ],
)
def test_the_runs_of_a_paragraph_are_one_text(content: str, text: str) -> None:
    assert text_of(paragraph("始") + paragraph(content) + paragraph("末")) == f"始\n{text}\n末"


@pytest.mark.parametrize(
    ("content", "text"),
    [
        (f'{run("甲")}<w:ins w:id="1">{run("新")}</w:ins>', "甲新"),
        ('<w:del w:id="1"><w:r><w:delText>旧</w:delText></w:r></w:del>' + run("甲"), "甲"),
        (f'<w:moveFrom w:id="1">{run("走")}</w:moveFrom><w:moveTo w:id="1">{run("来")}</w:moveTo>', "来"),
    ],
)
def test_changes_are_accepted(content: str, text: str) -> None:
    assert text_of(paragraph(content)) == text


def test_a_deleted_paragraph_mark_joins_two_paragraphs_under_the_second_one_s_number() -> None:
    numbering = abstract(0, level(0, "decimal", "%1.")) + num(1, 0)
    body = paragraph("甲", '<w:rPr><w:del w:id="1"/></w:rPr>') + numbered("乙", 1) + numbered("丙", 1)
    assert text_of(body, numbering) == "1. 甲乙\n2. 丙"
    assert text_of(paragraph("甲", '<w:rPr><w:del w:id="1"/></w:rPr>')) == "甲"


@pytest.mark.parametrize(
    ("content", "text"),
    [
        (field("PAGEREF x", run("3")), "3"),
        (
            field("IF " + "</w:instrText></w:r>" + field("X", run("里")) + "<w:r><w:instrText>", run("外")),
            "外",
        ),
        (f'<w:fldSimple w:instr="DATE">{run("今天")}</w:fldSimple>', "今天"),
        (run("前") + '<w:r><w:fldChar w:fldCharType="begin"/></w:r>' + run("指令"), "前"),
        ('<w:r><w:fldChar w:fldCharType="end"/></w:r>' + run("后"), "后"),
    ],
)
def test_of_a_field_only_the_result_is_text(content: str, text: str) -> None:
    assert text_of(paragraph(content) + paragraph("下段")) == f"{text}\n下段"


def test_the_lines_of_a_text_box_follow_its_paragraph_once() -> None:
    assert (
        text_of(paragraph(run("正文") + box("框一", "框二")) + paragraph("下段")) == "正文\n框一\n框二\n下段"
    )


def test_blank_paragraphs_stay_between_others() -> None:
    body = paragraph("<w:r/>") + paragraph("甲") + paragraph("<w:r/>") + paragraph("乙") + paragraph("<w:r/>")
    assert text_of(body) == "甲\n\n乙"


def test_footnotes_are_left_and_counted() -> None:
    body = paragraph(run("正文") + '<w:r><w:footnoteReference w:id="2"/></w:r>')
    source = read_bytes(word_file(body), "a.docx")
    assert source.text == "正文"
    assert "1" in source.notes[0]


def test_signs_of_symbol_fonts_are_marked_and_counted() -> None:
    body = paragraph('<w:r><w:sym w:font="Wingdings" w:char="F0FE"/></w:r>' + run("同意"))
    source = read_bytes(word_file(body), "a.docx")
    assert source.text == "\ufffd同意"
    assert "1" in source.notes[0]


SPAN = '<w:gridSpan w:val="2"/>'


@pytest.mark.parametrize(
    ("rows", "text"),
    [
        ([row(cell("1"), cell("任务"), cell("市科委"))], "1\t任务\t市科委"),
        ([row(cell("1"), cell("做事", "", "再做"), cell("甲\t乙"))], "1\t做事 再做\t甲 乙"),
        (
            [row(cell("甲", properties=SPAN), cell("乙")), row(cell("1"), cell("2"), cell("3"))],
            "甲\t\t乙\n1\t2\t3",
        ),
        (
            [
                row(cell("甲", properties='<w:vMerge w:val="restart"/>'), cell("乙")),
                row(cell("不显", properties="<w:vMerge/>"), cell("丙")),
            ],
            "甲\t乙\n\t丙",
        ),
        ([row(cell("一、总体", properties=SPAN)), row(cell("1"), cell("2"))], "一、总体\n1\t2"),
        ([row(cell("框中", "成段"))], "框中\n成段"),
        ([row(cell("甲"), cell("乙"), properties='<w:gridBefore w:val="1"/>')], "\t甲\t乙"),
        (
            [row(cell("甲"), cell("乙")), row(cell("删"), cell("去"), properties='<w:del w:id="1"/>')],
            "甲\t乙",
        ),
        ([row(cell("甲"), cell("删", properties='<w:cellDel w:id="1"/>'), cell("乙"))], "甲\t乙"),
        ([f"<w:sdt><w:sdtContent>{row(cell('甲'), cell('乙'))}</w:sdtContent></w:sdt>"], "甲\t乙"),
        (
            [row(cell("左"), f"<w:tc>{table(row(cell('甲'), cell('乙')))}{paragraph('后')}</w:tc>")],
            "左\n甲\t乙\n后",
        ),
        ([row(cell(""), cell(""))], "表后"),
    ],
)
def test_a_row_of_a_table_is_a_line(rows: list[str], text: str) -> None:
    assert text_of(table(*rows) + paragraph("表后")) == (text if text == "表后" else f"{text}\n表后")


def test_levels_count_on_and_start_anew_below_a_higher_one() -> None:
    numbering = abstract(
        0,
        level(0, "chineseCountingThousand", "%1、"),
        level(1, "chineseCounting", "（%2）"),
        level(2, "decimal", "%3.", '<w:suff w:val="space"/>'),
        level(3, "decimalEnclosedCircleChinese", "%4", '<w:suff w:val="nothing"/>'),
    ) + num(1, 0)
    body = "".join(
        [
            numbered("总体要求", 1),
            numbered("指导思想", 1, 1),
            numbered("基本原则", 1, 1),
            paragraph("正文"),
            numbered("重点任务", 1),
            numbered("网络", 1, 1),
            numbered("基站", 1, 2),
            numbered("甲", 1, 3),
            numbered("专网", 1, 2),
            numbered("乙", 1, 3),
        ]
    )
    assert text_of(body, numbering).split("\n") == [
        "一、总体要求", "（一）指导思想", "（二）基本原则", "正文",
        "二、重点任务", "（一）网络", "1. 基站", "①甲", "2. 专网", "①乙",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("levels", "uses", "drawn"),
    [
        ([level(0, "decimal", "%1"), level(1, "decimal", "%1.%2")], [0, 1, 1, 0, 1], "1 1.1 1.2 2 2.1"),
        ([level(0, "decimal", "第%1章"), level(1, "decimal", "%2.", '<w:lvlRestart w:val="0"/>')],
         [0, 1, 0, 1], "第1章 1. 第2章 2."),
        ([level(0, "chineseCounting", "%1"), level(1, "decimal", "%1.%2", "<w:isLgl/>")], [0, 1], "一 1.1"),
        ([level(0, "decimal", "%1."), level(1, "decimal", "%1.%2")], [1], "1.1"),
        ([level(0, "decimal", "%1.", start=5)], [0, 0], "5. 6."),
        ([level(0, "none", "附件")], [0, 0], "附件 附件"),
        ([level(0, "none", "")], [0], ""),
        ([level(0, "bullet", "\uf0b7"), level(1, "bullet", "l"), level(2, "bullet", "——")],
         [0, 1, 2], "• • ——"),
        ([level(0, "decimal", "%1.")], [8], ""),
        ([level(0, "decimal", "%1.", start="x")], [0], "1."),
    ],
)  # fmt: skip
def test_a_marker_is_what_word_draws(levels: list[str], uses: list[int], drawn: str) -> None:
    body = "".join(numbered("~", 1, at) for at in uses)
    shown = text_of(body, abstract(0, *levels) + num(1, 0))
    assert [line.rstrip("~").strip() for line in shown.split("\n")] == (drawn.split(" ") if drawn else [""])


def test_a_custom_format_falls_back_to_the_plain_one() -> None:
    choice = '<mc:Choice Requires="w14"><w:numFmt w:val="custom" w:format="001, 002, ..."/></mc:Choice>'
    fallback = '<mc:Fallback><w:numFmt w:val="upperRoman"/></mc:Fallback>'
    formats = f"<mc:AlternateContent>{choice}{fallback}</mc:AlternateContent>"
    custom = f'<w:lvl w:ilvl="0">{formats}<w:lvlText w:val="%1."/></w:lvl>'
    assert text_of(numbered("甲", 1), abstract(0, custom) + num(1, 0)) == "I. 甲"


def test_lists_of_one_abstract_list_count_on_unless_one_overrides_its_start() -> None:
    again = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'
    other = f'<w:lvlOverride w:ilvl="0">{level(0, "upperLetter", "%1)")}</w:lvlOverride>'
    numbering = (
        abstract(0, level(0, "decimal", "%1.")) + num(1, 0) + num(2, 0) + num(3, 0, again) + num(4, 0, other)
    )
    body = "".join(numbered("甲", key) for key in (1, 1, 2, 3, 3, 1, 4))
    assert [line[:2] for line in text_of(body, numbering).split("\n")] == [
        "1.",
        "2.",
        "3.",
        "1.",
        "2.",
        "3.",
        "D)",
    ]


def style(key: str, properties: str = "", based: str = "", more: str = "") -> str:
    return (
        f'<w:style w:type="paragraph" w:styleId="{key}" {more}><w:basedOn w:val="{based}"/>'
        f"<w:pPr>{properties}</w:pPr></w:style>"
    )


def in_list(key: int) -> str:
    return f'<w:numPr><w:numId w:val="{key}"/></w:numPr>'


def test_a_style_numbers_its_paragraphs_and_those_of_styles_based_on_it() -> None:
    numbering = abstract(
        0,
        level(0, "chineseCounting", "%1、", '<w:pStyle w:val="H1"/>'),
        level(1, "chineseCounting", "（%2）", '<w:pStyle w:val="H2"/>'),
    ) + num(1, 0)
    styles = style("H1", in_list(1)) + style("H2", in_list(1)) + style("H3", based="H2")
    body = "".join(
        [
            styled("甲", "H1"),
            styled("乙", "H2"),
            styled("丙", "H3"),
            styled("丁", "H1", in_list(0)),
            styled("戊", "H2", '<w:numPr><w:ilvl w:val="0"/></w:numPr>'),
        ]
    )
    assert text_of(body, numbering, styles) == "一、甲\n（一）乙\n（二）丙\n丁\n二、戊"


def test_the_default_style_and_a_linked_list_style_number_too() -> None:
    link = '<w:abstractNum w:abstractNumId="1"><w:numStyleLink w:val="L"/></w:abstractNum>'
    numbering = abstract(0, level(0, "decimal", "%1.")) + link + num(1, 0) + num(2, 1)
    styles = style("L", in_list(1)) + style("Body", in_list(2), more='w:default="1"')
    assert text_of(paragraph("甲") + paragraph("乙"), numbering, styles) == "1. 甲\n2. 乙"


def test_a_list_that_is_nowhere_defined_numbers_nothing() -> None:
    assert text_of(numbered("甲", 7) + styled("乙", "H1"), "", style("H1", in_list(7))) == "甲\n乙"


def test_styles_based_on_each_other_end() -> None:
    assert text_of(styled("甲", "A"), "", style("A", based="B") + style("B", based="A")) == "甲"


def test_an_empty_numbered_paragraph_shows_its_number_only_in_a_table() -> None:
    numbering = abstract(0, level(0, "decimal", "%1")) + num(1, 0)
    empty = numbered("", 1)
    body = (
        empty
        + table(*(row(f"<w:tc>{empty}</w:tc>", cell(text)) for text in ("甲", "乙")))
        + numbered("丙", 1)
    )
    assert text_of(body, numbering) == "2\t甲\n3\t乙\n4 丙"


def test_the_strict_variant_is_read() -> None:
    strict = "http://purl.oclc.org/ooxml/wordprocessingml/main"
    body = numbered("甲", 1)
    data = word_file(body, abstract(0, level(0, "decimal", "%1.")) + num(1, 0), namespace=strict)
    assert read_bytes(data, "a.docx").text == "1. 甲"


def test_a_file_that_embeds_another_is_refused() -> None:
    with pytest.raises(UnreadableFile, match="另存为"):
        read_bytes(word_file(paragraph("甲") + "<w:altChunk/>"), "a.docx")


HIDDEN = '<w:style w:type="character" w:styleId="Hid"><w:rPr><w:vanish/></w:rPr></w:style>'


@pytest.mark.parametrize(
    ("body", "text"),
    [
        # A paragraph that is hidden whole counts for nothing; one whose end is hidden runs on into the next.
        (
            numbered("甲", 1) + paragraph(run("隐", "<w:vanish/>"), NUMBERED_HIDDEN) + numbered("乙", 1),
            "1. 甲\n2. 乙",
        ),
        (paragraph("甲。", NUMBERED_HIDDEN) + paragraph("乙"), "1. 甲。乙"),
        (
            paragraph(
                run("隐", '<w:rStyle w:val="Hid"/>')
                + run("显", '<w:rStyle w:val="Hid"/><w:vanish w:val="0"/>')
            ),
            "显",
        ),
    ],
)
def test_what_word_hides_is_not_read(body: str, text: str) -> None:
    assert text_of(body, abstract(0, level(0, "decimal", "%1.")) + num(1, 0), HIDDEN) == text


def test_levels_of_every_kind_count_as_word_counts_them() -> None:
    levels = (
        level(0, "chineseCounting", "%1、"),
        level(1, "chineseCounting", "（%2）"),
        level(2, "decimal", "%3."),
    )
    uses = [(1, 0), (1, 1), (1, 2), (1, 2), (1, 1), (1, 2), (1, 0), (1, 1), (2, 0), (2, 1), (1, 2)]
    body = "".join(numbered("", key, at).replace("<w:t xml", "<w:t>x</w:t><w:t xml") for key, at in uses)
    anew = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'
    drawn = text_of(body, abstract(0, *levels) + num(1, 0) + num(2, 0, anew)).replace("x", "").split("\n")
    assert [one.strip() for one in drawn] == [
        "一、", "（一）", "1.", "2.", "（二）", "1.", "二、", "（一）", "一、", "（一）", "1.",
    ]  # fmt: skip
