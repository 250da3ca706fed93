"""PDF with a text layer: paragraphs and tables as a reader sees them, and a sentence for every other."""

import zlib
from io import BytesIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pdf_file import HEIGHT, LEFT, PITCH, SIZE, TOP, WIDTH, lines, pdf, raw, stream, table, together, wrapped
from PIL import Image
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from annotator.errors import UnreadableFile
from annotator.tools.formats import pdf as reader
from annotator.tools.formats import read_bytes
from annotator.tools.formats.pdf.process import answered

ONE = "坚持创新驱动、应用牵引，加快构建开放协同的人工智能科技创新体系，到二〇二七年取得明显成效，形成一批可复制可推广的经验做法。"
TWO = "统筹发展和安全，健全风险监测预警机制，压实各方责任，确保各项任务按照时间节点落到实处、见到实效，重大事项及时向市政府报告。"
EXACT = "健全工作推进机制，明确责任分工，加强跟踪问效，确保任务落实。"
HEADING = "一、总体要求"


def text_of(data: bytes) -> str:
    """What the other process would answer, without starting one."""
    return str(answered(data)["text"])


def notes_of(data: bytes) -> dict[str, dict[str, object]]:
    return dict(answered(data)["notes"])


def refusal(data: bytes) -> object:
    return answered(data).get("refused")


def test_lines_become_paragraphs_where_first_lines_are_set_in() -> None:
    page = [HEADING, *wrapped(ONE), *wrapped(TWO), "（一）基本原则", *wrapped(ONE[:26]), *wrapped(TWO)]
    assert text_of(pdf(lines(page))) == "\n".join([HEADING, ONE, TWO, "（一）基本原则", ONE[:26], TWO])


def test_lines_become_paragraphs_where_space_parts_them() -> None:
    page = [HEADING, "", *wrapped(ONE, indent=0), "", *wrapped(TWO, indent=0), "", *wrapped(ONE, indent=0)]
    assert text_of(pdf(lines(page))) == "\n".join([HEADING, ONE, TWO, ONE])


def test_a_paragraph_runs_on_across_pages_between_running_heads() -> None:
    body = [*wrapped(ONE), *wrapped(TWO), *wrapped(EXACT)] * 8
    pages = [
        together(
            lines(body[at : at + 20]),
            lines(["某某市人民政府公报"], y=HEIGHT - 40, size=10),
            lines([f"— {at // 20 + 1} —"], x=WIDTH / 2, y=40, size=12),
        )
        for at in range(0, len(body), 20)
    ]
    data = pdf(*pages)
    assert text_of(data) == "\n".join([ONE, TWO, EXACT] * 8)
    assert notes_of(data) == {"running_heads": {"count": 2 * len(pages), "said": "某某市人民政府公报"}}


def test_a_number_that_no_other_page_has_there_is_text() -> None:
    pages = [lines([*wrapped(ONE), *extra]) for extra in ([], ["2027"], [])]
    assert "\n2027\n" in text_of(pdf(*pages))


def test_a_scans_lines_end_where_its_reader_thought_and_make_paragraphs() -> None:
    body = [line for text in [ONE, TWO] * 4 for line in wrapped(text)]
    # Each line is as long as the letters that were taken for those of the picture.
    sizes = (14.0, 15.5, 14.5, 16.0, 13.5, 15.0, 16.5)
    drawn = []
    for at, text in enumerate([*body, "一\u30002\u3000一"]):
        plain = text.lstrip("\u3000")
        x = LEFT + 15 * (len(text) - len(plain)) + at % 3
        y = TOP - 22 * at if text in body else 40
        drawn.append(lines([plain], x=x, y=y, size=sizes[at % len(sizes)]))
    assert text_of(pdf(together(*drawn))) == "\n".join([ONE, TWO] * 4)


def test_two_columns_are_read_one_after_the_other() -> None:
    left, right = [wrapped(text, 17) * 3 for text in (ONE, TWO)]
    page = together(
        lines(["某某市行动计划"], x=220, size=22),
        lines(left, y=TOP - 60, size=12, pitch=20),
        lines(right, x=LEFT + 18.5 * 12, y=TOP - 60, size=12, pitch=20),
    )
    assert text_of(pdf(page)) == "\n".join(["某某市行动计划", *[ONE] * 3, *[TWO] * 3])


def test_a_ruled_table_is_a_line_a_row_with_its_merged_cells() -> None:
    rows = [
        ["序号", "任务", "责任单位"],
        ["一、重点工程", None, None],
        ["1", "建设城市大模型训\n练平台", "市数据局"],
        ["2", "", "市科委"],
    ]
    page = together(lines(wrapped(ONE)), table(rows, [60, 106, 200], y=600), lines(wrapped(TWO), y=400))
    assert text_of(pdf(page)).split("\n") == [
        ONE,
        "序号\t任务\t责任单位",
        "一、重点工程",
        "1\t建设城市大模型训练平台\t市数据局",
        "2\t\t市科委",
        TWO,
    ]


def test_the_head_of_a_table_that_goes_on_is_read_once() -> None:
    head, widths = ["序号", "任务"], [60.0, 300.0]
    pages = [table([head, [str(at), "建设平台"]], widths) for at in range(3)]
    assert text_of(pdf(*pages)) == "序号\t任务\n0\t建设平台\n1\t建设平台\n2\t建设平台"


@pytest.mark.parametrize(
    ("above", "below", "rows"),
    [
        (["1", "建设城市", "市科委"], ["", "大模型平台。", ""], ["1\t建设城市大模型平台。\t市科委"]),
        (
            ["1", "建设平台。", "市科委"],
            ["", "推广应用。", "市教委"],
            ["1\t建设平台。\t市科委", "\t推广应用。\t市教委"],
        ),
        (["1", "建设城市", "市科委"], ["2", "大模型平台。", ""], ["1\t建设城市\t市科委", "2\t大模型平台。"]),
    ],
)
def test_a_row_that_a_page_breaks_is_one(above: list[str], below: list[str], rows: list[str]) -> None:
    head, widths = ["序号", "任务", "单位"], [60.0, 200.0, 100.0]
    pages = [table([head, above], widths, y=200), table([head, below], widths)]
    assert text_of(pdf(*pages)).split("\n") == ["序号\t任务\t单位", *rows]


def test_lines_that_enclose_no_cells_are_no_table() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.rect(40, 40, WIDTH - 80, HEIGHT - 80)
        canvas.line(LEFT, TOP + 20, WIDTH - LEFT, TOP + 20)
        lines([*wrapped(ONE), *wrapped(TWO)])(canvas)
        table([["甲", "乙"]], [60, 60], y=500)(canvas)

    assert text_of(pdf(draw)).split("\n") == [ONE, TWO, "甲\t乙"]


def test_a_table_without_lines_is_told_by_its_columns() -> None:
    rows = [
        ("指标名称", "2025年", "2027年"),
        ("企业数量", "1000", "2000"),
        ("算力规模", "100", "200"),
        ("场景", "60", "100"),
    ]
    columns = [lines(cells, x=LEFT + 150 * at, y=600) for at, cells in enumerate(zip(*rows, strict=True))]
    page = together(lines(wrapped(ONE)), *columns, lines(wrapped(TWO), y=400))
    assert text_of(pdf(page)).split("\n") == [ONE, *("\t".join(row) for row in rows), TWO]


@pytest.mark.parametrize("rotation", [0, 90, 180, 270])
def test_a_turned_page_is_read_as_it_is_shown(rotation: int) -> None:
    def draw(canvas: Canvas) -> None:
        canvas.translate(*{0: (0, 0), 90: (WIDTH, 0), 180: (WIDTH, HEIGHT), 270: (0, HEIGHT)}[rotation])
        canvas.rotate(rotation)
        lines([*wrapped(ONE, 20), *wrapped(TWO, 20)], y=500)(canvas)

    assert text_of(pdf(draw, rotation=rotation)) == f"{ONE}\n{TWO}"
    assert text_of(pdf(draw)) == f"{ONE}\n{TWO}"


def test_vertical_writing_is_read_from_the_right() -> None:
    def draw(canvas: Canvas) -> None:
        for number, line in enumerate(wrapped(ONE, 20) + wrapped(TWO, 20)):
            for at, character in enumerate(line):
                if character != "\u3000":
                    canvas.drawString(500 - number * PITCH, TOP - at * SIZE, character)

    assert text_of(pdf(draw)) == f"{ONE}\n{TWO}"


def test_a_watermark_and_what_is_drawn_twice_do_not_show() -> None:
    def draw(canvas: Canvas) -> None:
        lines([HEADING])(canvas)
        lines([HEADING], x=LEFT + 0.4)(canvas)
        canvas.rotate(40)
        canvas.drawString(400, 100, "内部资料")

    data = pdf(draw)
    assert text_of(data) == HEADING
    assert notes_of(data) == {"askew": {"count": 4}}


@pytest.mark.parametrize(
    ("drawn", "text"),
    [
        (["——发展目标。"], "——发展目标。"),
        (["AI 赋能 5G 网络"], "AI 赋能 5G 网络"),
        (["a smart city and a", "green one"], "a smart city and a green one"),
        (["（一）\u3000加快建设"], "（一）\u3000加快建设"),
    ],
)
def test_signs_and_spaces_stay(drawn: list[str], text: str) -> None:
    assert text_of(pdf(lines(drawn))) == text


def picture(canvas: Canvas) -> None:
    buffer = BytesIO()
    Image.new("L", (8, 8), 128).save(buffer, "PNG")
    canvas.drawImage(ImageReader(buffer), 50, 50, 400, 600)


def test_pages_of_pictures_are_told() -> None:
    assert refusal(pdf(picture, picture)) == "pdf_scanned"
    data = pdf(lines([HEADING]), picture, picture)
    assert text_of(data) == HEADING
    assert notes_of(data) == {"picture_pages": {"count": 2, "pages": "2、3"}}
    assert refusal(pdf(lambda canvas: None)) == "empty"


WHOLE = pdf(
    together(lines(wrapped(ONE)), table([["甲", "乙"], ["丙", "丁"]], [60, 60], y=500)), lines(wrapped(TWO))
)
PAGES = b"<</Type/Catalog/Pages 2 0 R>>"
PAGE = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R/Resources<<%s>>>>"
HELVETICA = b"/Font<</F<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>"


def one_page(content: bytes, resources: bytes = HELVETICA, *more: bytes) -> bytes:
    return raw([PAGES, b"<</Type/Pages/Count 1/Kids[3 0 R]>>", PAGE % resources, content, *more])


def test_a_hundred_thousand_pages_are_refused_at_once() -> None:
    kids = b"3 0 R " * 100_000
    data = raw([PAGES, b"<</Type/Pages/Count 100000/Kids[%s]>>" % kids, PAGE % HELVETICA, stream(b"")])
    assert refusal(data) == "pdf_too_long"


def test_a_font_that_does_not_say_its_characters_is_told() -> None:
    font = (
        b"/Font<</F<</Type/Font/Subtype/Type0/BaseFont/ABCDEF+X/Encoding/Identity-H/DescendantFonts[<<"
        b"/Type/Font/Subtype/CIDFontType2/BaseFont/ABCDEF+X/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)"
        b"/Supplement 0>>/FontDescriptor<</Type/FontDescriptor/FontName/ABCDEF+X/Flags 4>>>>]>>>>"
    )
    text = "".join(f"{code:04x}" for code in range(0x2E80, 0x2ED0)).encode()
    assert refusal(one_page(stream(b"BT /F 12 Tf 50 700 Td <%s> Tj ET" % text), font)) == "pdf_garbled"


def test_what_is_sent_above_the_file_does_not_matter() -> None:
    data = b"HTTP/1.1 200 OK\r\n\r\n" + WHOLE
    assert read_bytes(data, "a.pdf").text.startswith(ONE)


def test_a_pdf_is_read_by_another_process_under_any_name() -> None:
    source = read_bytes(WHOLE, "通知")
    assert (source.text, source.reader) == (f"{ONE}\n甲\t乙\n丙\t丁\n{TWO}", "pdf/1")


@pytest.mark.parametrize(
    ("data", "key"),
    [
        (pdf(lines([HEADING]), password="secret"), "pdf_encrypted"),
        (b"%PDF-1.7\n%%EOF", "pdf_damaged"),
        (WHOLE[: len(WHOLE) // 3], "pdf_damaged"),
        (WHOLE.replace(b"/Pages", b"/Pigs"), "pdf_damaged"),
    ],
)  # fmt: skip
def test_a_pdf_that_cannot_be_read_says_what_to_do(data: bytes, key: str) -> None:
    with pytest.raises(UnreadableFile, match="方案") as caught:
        read_bytes(data, "方案.pdf")
    assert caught.value.key == f"reading.{key}"


def forms(depth: int) -> bytes:
    """A page of forms, each of which draws the next one ten times."""
    body = [
        stream(
            b"/X Do " * 10,
            b"/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</X %d 0 R>>>>" % (at + 6),
        )
        for at in range(depth)
    ]
    last = stream(
        b"BT /F 1 Tf (x) Tj ET", b"/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<<%s>>" % HELVETICA
    )
    return one_page(stream(b"/X Do " * 10), b"/XObject<</X 5 0 R>>", *body, last)


BOMBS = {
    "swelling": one_page(stream(zlib.compress(bytes(50_000_000)), b"/Filter/FlateDecode")),
    "forms": forms(12),
}


@pytest.mark.parametrize("name", sorted(BOMBS))
def test_a_bomb_ends_within_its_limits(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reader, "_SECONDS", 2)
    with pytest.raises(UnreadableFile) as caught:
        read_bytes(BOMBS[name], "方案.pdf")
    assert caught.value.key in ("reading.pdf_endless", "reading.pdf_damaged", "reading.empty")


@settings(deadline=None, max_examples=60)
@given(st.data())
def test_any_damage_ends_in_a_text_or_a_sentence(data: st.DataObject) -> None:
    whole = bytearray(WHOLE)
    for _ in range(data.draw(st.integers(0, 8))):
        whole[data.draw(st.integers(0, len(whole) - 1))] = data.draw(st.integers(0, 255))
    answer = answered(bytes(whole[: data.draw(st.integers(0, len(whole)))]))
    assert answer.get("refused") or answer["text"].encode()
