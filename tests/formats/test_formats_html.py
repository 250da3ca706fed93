"""Web pages: which lines a page becomes, and what of it is not read."""

import pytest

from annotator.errors import UnreadableFile
from annotator.tools.formats import read_bytes


def text_of(body: str) -> str:
    return read_bytes(f"<!DOCTYPE html><html><body>{body}</body></html>".encode(), "a.html").text


@pytest.mark.parametrize(
    ("body", "text"),
    [
        ("<p>甲</p><p>乙</p>", "甲\n乙"),
        ("<div>甲<p>乙</p>丙</div>丁", "甲\n乙\n丙\n丁"),
        ("<h1>标题</h1>正文<hr>后文", "标题\n正文\n后文"),
        ("<p>甲<br>乙<br/><br>丙</p>", "甲\n乙\n\n丙"),
        ("<p>甲<br></p><p>乙</p>", "甲\n乙"),
        ("<p></p><p> \n </p><div><div>甲</div></div>", "甲"),
        ("<p>甲<b>乙</b><span>丙</span><a href='#'>丁</a></p>", "甲乙丙丁"),
        ("<p>不关闭<p>也成段", "不关闭\n也成段"),
        ("<pre>一\n  二\r\n三</pre>", "一\n二\n三"),
        ("<dl><dt>词<dd>义</dl>", "词\n义"),
    ],
)
def test_blocks_and_breaks_become_lines(body: str, text: str) -> None:
    assert text_of(body) == text


@pytest.mark.parametrize(
    ("body", "text"),
    [
        ("<p>  the \t quick\n fox </p>", "the quick fox"),
        ("<p>推进\n      城市</p>", "推进城市"),
        ("<p>推进 城市</p>", "推进 城市"),
        ("<p>建设\n5G 网络</p>", "建设 5G 网络"),
        ("<p>推进\n<b>城市</b></p>", "推进城市"),
        ("<p>&nbsp;&nbsp;甲\u3000乙&nbsp;</p>", "\xa0\xa0甲\u3000乙\xa0"),
        ("<p>&lt;甲&gt;&amp;&#20057;&#x4E19;&hellip;&unknown;</p>", "<甲>&乙丙…&unknown;"),
        ("<p>甲&#0;乙&#xD800;丙</p>", "甲\ufffd乙\ufffd丙"),
    ],
)
def test_white_space_and_entities_are_set_as_browsers_set_them(body: str, text: str) -> None:
    assert text_of(body) == text


@pytest.mark.parametrize(
    ("body", "text"),
    [
        ("<tr><td>1</td><td>任务</td><td>市科委</td></tr>", "1\t任务\t市科委"),
        ("<tr><td>1<td>任务<tr><td>2<td>另一项", "1\t任务\n2\t另一项"),
        ("<tr><td>1<td><p>做事</p><p>再做</p><td>甲局<br>乙局", "1\t做事 再做\t甲局 乙局"),
        ("<tr><td>1<td><td>三</tr><tr><td><td></tr>", "1\t\t三"),
        ("<tr><td colspan=2>甲<td>乙<tr><td>1<td>2<td>3", "甲\t\t乙\n1\t2\t3"),
        ("<tr><td rowspan=2>甲<td>乙<tr><td>丙<tr><td>丁<td>戊", "甲\t乙\n\t丙\n丁\t戊"),
        ("<tr><td>甲<td rowspan=2 colspan=2>乙<td>丙<tr><td>丁<td>戊", "甲\t乙\t\t丙\n丁\t\t\t戊"),
        (
            "<caption>表一</caption><thead><tr><th>序号<th>任务</thead><tr><td>1<td>甲",
            "表一\n序号\t任务\n1\t甲",
        ),
        ("<tr><td>单列<p>成段</table><table><tr><td>后表", "单列\n成段\n后表"),
        ("<tr><td>&nbsp;<td><p>成段<p>又一段<td>", "成段\n又一段"),
        ("<tr><td rowspan=2>1<td>甲<tr><td><p>乙<p>丙", "1\t甲\n\t乙 丙"),
        ("<tr><td>左<td><h2>题</h2><p>文</p>", "左\n题\n文"),
        ("<tr><td>左<td><table><tr><td>甲<td>乙</table>后", "左\n甲\t乙\n后"),
        ("<tr><td>左<td>" + "<p>段</p>" * 21, "左" + "\n段" * 21),
        ("<tr><td>甲<td style='display:none'>乙<td>丙", "甲\t丙"),
        ("<td>无行<td>亦可", "无行\t亦可"),
        ("<tr><td colspan=99999 rowspan=-1>甲<td colspan=1e9>乙", "甲" + "\t" * 50 + "乙"),
    ],
)
def test_a_row_of_a_table_is_a_line_unless_it_lays_out_the_page(body: str, text: str) -> None:
    assert text_of(f"<table>{body}</table>") == text


@pytest.mark.parametrize(
    ("body", "text"),
    [
        ("<ol><li>甲<li>乙</ol>", "1. 甲\n2. 乙"),
        ("<ol start=3><li>甲<li value=7>乙<li>丙</ol>", "3. 甲\n7. 乙\n8. 丙"),
        ("<ol type=A><li>甲</ol><ol type=i><li>乙<li>丙</ol>", "A. 甲\ni. 乙\nii. 丙"),
        ("<ol><li><p>甲</p><p>续</p><li>乙</ol>", "1. 甲\n续\n2. 乙"),
        ("<ol><li>甲<ul><li>点</ul><li>乙</ol>", "1. 甲\n点\n2. 乙"),
        ("<ol><li>甲<ol><li>内</ol><li>乙</ol>", "1. 甲\n1. 内\n2. 乙"),
        (
            "<ol><li>一、甲<li>（二）乙<li>3.丙<li>第四条 丁<li>①戊</ol>",
            "一、甲\n（二）乙\n3.丙\n第四条 丁\n①戊",
        ),
        ("<ol><li>5G 网络</ol>", "1. 5G 网络"),
        ("<ol><li></li><li>乙</ol>", "2. 乙"),
        ("<li>甲", "甲"),
        ("<ol hidden><li>甲</ol><ol><li>乙</ol>", "1. 乙"),
    ],
)
def test_a_numbered_list_keeps_its_numbers(body: str, text: str) -> None:
    assert text_of(body) == text


@pytest.mark.parametrize(
    "body",
    [
        "<script>var a = '<p>x</p>';</script>",
        "<style>p{}</style>",
        "<noscript>请启用脚本</noscript>",
        "<template><p>x</p></template>",
        "<!-- 注释 -->",
        "<select><option>友情链接</select>",
        "<textarea>x</textarea>",
        "<svg><title>图</title></svg>",
        "<xml><w:x>1</w:x></xml>",
    ],
)
def test_what_is_no_text_is_left_without_a_word(body: str) -> None:
    source = read_bytes(f"<p>前{body}后</p>".encode(), "a.html")
    assert source.text.replace("\n", "") == "前后"
    assert source.notes == ()


@pytest.mark.parametrize(
    "body",
    [
        "<nav><ul><li>首页</ul></nav>",
        "<div hidden><p>首 页</p></div>",
        "<p style='color:red; DISPLAY : none'>首页</p>",
        "<dialog>首页</dialog>",
        "<p style='visibility: hidden'>首页</p>",
        "<p style='font-size:0px; color:red'>首页</p>",
        "<div style='display:none'><nav>首页</nav></div>",
    ],
)
def test_what_the_markup_hides_is_left_and_counted(body: str) -> None:
    source = read_bytes(f"<p>前</p>{body}<p>后</p>".encode(), "a.html")
    assert source.text == "前\n后"
    [note] = source.notes
    assert "2" in note


def test_the_surroundings_of_a_text_stay() -> None:
    body = "<header>某某网</header><div>首页 &gt; 政策</div><p>正文</p><footer>版权所有</footer>"
    assert text_of(body) == "某某网\n首页 > 政策\n正文\n版权所有"


def test_a_hidden_body_is_read_because_a_script_shows_it() -> None:
    assert read_bytes("<body style='display:none'><p>正文".encode(), "a.html").text == "正文"


def test_the_reading_above_a_word_is_no_text() -> None:
    assert text_of("<ruby>規<rp>(</rp><rt>guī</rt><rp>)</rp></ruby>劃") == "規劃"


@pytest.mark.parametrize(
    ("title", "body", "text"),
    [
        ("关于某事的通知", "<p>正文", "关于某事的通知\n正文"),
        ("关于某事的通知_某市政府", "<h1>关于<br>某事的通知</h1>", "关于\n某事的通知"),
        ("行动方案（2025-2027年）", "<h1>行动方案（2025-2027年）</h1>", "行动方案（2025-2027年）"),
        ("  ", "<p>正文", "正文"),
    ],
)
def test_the_title_leads_unless_the_page_repeats_it(title: str, body: str, text: str) -> None:
    page = f"<html><head><title>{title}</title></head><body>{body}</body></html>"
    assert read_bytes(page.encode(), "a.htm").text == text


@pytest.mark.parametrize("declared", ["gb2312", "GBK", "utf-8", "big5", "iso-8859-1", "nonsense", "hex"])
@pytest.mark.parametrize("codec", ["gb18030", "utf-8", "utf-8-sig", "utf-16", "utf-16-le"])
def test_a_wrong_declaration_is_survived(declared: str, codec: str) -> None:
    text = "关于印发实施方案的通知，镕堃㐀"
    for markup in ("", "<style>p { margin: 0 }</style>" * 200):
        page = f'<html><head><meta charset="{declared}">{markup}</head><body><p>{text}</p></body></html>'
        assert read_bytes(page.encode(codec), "a.html").text == text


@pytest.mark.parametrize("declaration", ['<?xml version="1.0" encoding="{}"?>', "<meta charset={}>"])
@pytest.mark.parametrize(("codec", "label"), [("gb18030", "gbk"), ("cp950", "Big5")])
def test_a_declaration_tips_the_scales_where_a_page_is_too_short_to_tell(
    declaration: str, codec: str, label: str
) -> None:
    data = declaration.format(label).encode() + b"<p>\xdd\xdd\xe6\xe6"
    assert read_bytes(data, "a.html").text == b"\xdd\xdd\xe6\xe6".decode(codec)


def test_a_page_with_pictures_only_is_empty() -> None:
    with pytest.raises(UnreadableFile, match="OCR"):
        read_bytes(
            "<html><head><title>扫描件</title></head><body><img src=1.png></body></html>".encode(), "a.html"
        )


@pytest.mark.parametrize(
    "body",
    [
        "<div id=app></div><script src=a.js></script>",
        "<iframe src=a.htm></iframe>",
        "<frameset><frame src=a><noframes>x</noframes>",
    ],
)
def test_a_page_whose_text_is_elsewhere_says_so(body: str) -> None:
    page = f"<html><head><title>关于某事的通知</title></head>{body}</html>"
    with pytest.raises(UnreadableFile) as caught:
        read_bytes(page.encode(), "a.html")
    assert caught.value.key == "reading.page_elsewhere"


def test_signs_that_were_encoded_twice_are_restored_and_counted() -> None:
    source = read_bytes(
        "<p>&amp;nbsp;&amp;ldquo;引&amp;rdquo;&amp;#8212;AT&amp;T &amp;unknown;".encode(), "a.html"
    )
    assert source.text == "\xa0“引”—AT&T &unknown;"
    assert "4" in source.notes[0]


@pytest.mark.parametrize(
    ("body", "text"),
    [
        ('<div class="TRS_Editor"><style>.TRS_Editor P{}</style><p>　　一、总则</p></div>', "　　一、总则"),
        (
            "<!--[if gte mso 9]><xml><w:X/></xml><![endif]--><p>甲<o:p></o:p></p><![if !vml]>乙<![endif]>",
            "甲\n乙",
        ),
        ('<p>附件：<a href="/P02.doc">1.分工表.doc</a></p>', "附件：1.分工表.doc"),
        ('<span style="display: block">甲</span><span style="display:block">乙</span>', "甲\n乙"),
        ('<ol style="list-style-type: cjk-ideographic;"><li><p>甲</p><li>乙</ol>', "一、甲\n二、乙"),
        ('<ol style="list-style:none"><li>甲<li>乙</ol>', "甲\n乙"),
        (
            "<table><tr><td><h1>题</h1><table border=1><tr><td>1<td>甲</table></td><td>右</table>",
            "题\n1\t甲\n右",
        ),
    ],
)
def test_what_editors_of_sites_leave_does_not_show(body: str, text: str) -> None:
    assert text_of(body) == text


TAGS = (
    '<meta name="ArticleTitle" content=" 关于推进的\n意见 "><meta name="PUBDATE" content="2024-03-05 10:00">'
    '<meta name="ContentSource" content="{}"><meta name="Url" content="{}">'
)


@pytest.mark.parametrize(
    ("source", "address", "said"),
    [
        (
            "某市人民政府办公厅",
            "http://x/1.html",
            {"issuer": "某市人民政府办公厅", "address": "http://x/1.html"},
        ),
        ("某市发展改革委", "/1.html", {"issuer": "某市发展改革委"}),
        ("新华社", "", {}),
        ("本网", "javascript:x", {}),
    ],
)
def test_the_tags_of_government_sites_say_what_the_document_is(
    source: str, address: str, said: dict[str, str]
) -> None:
    page = f"<html><head>{TAGS.format(source, address)}</head><body><p>正文"
    assert read_bytes(page.encode(), "a.html").metadata == {
        "title": "关于推进的 意见",
        "date": "2024-03-05",
        **said,
    }


def test_a_browser_says_where_it_saved_a_page_from() -> None:
    page = "<!-- saved from url=(0020)https://x.gov.cn/1.html -->\n<html><body><p>正文"
    assert read_bytes(page.encode(), "a.html").metadata == {"address": "https://x.gov.cn/1.html"}


def mhtml(encoding: str, body: bytes, kind: str = "text/html; charset=gb2312") -> bytes:
    head = "From: <Saved by Blink>\r\nSnapshot-Content-Location: http://x/1\r\nMIME-Version: 1.0\r\n"
    parts = f'Content-Type: multipart/related; boundary="b"\r\n\r\n--b\r\nContent-Type: {kind}\r\n'
    return f"{head}{parts}Content-Transfer-Encoding: {encoding}\r\n\r\n".encode() + body + b"\r\n--b--\r\n"


@pytest.mark.parametrize(
    ("encoding", "body"),
    [
        ("quoted-printable", b"<html><p>=B5=DA=D2=BB=CC=F5</html>"),
        ("base64", b"PGh0bWw+PHA+tdrSu8z1PC9odG1sPg=="),
        ("8bit", "<html><p>第一条</html>".encode("gbk")),
    ],
)
def test_a_page_saved_as_one_file_is_read(encoding: str, body: bytes) -> None:
    source = read_bytes(mhtml(encoding, body), "a.mht")
    assert source.text == "第一条"
    assert source.metadata == {"address": "http://x/1"}


@pytest.mark.parametrize(
    "data", [mhtml("8bit", b"x", "image/png"), mhtml("base64", b"!"), mhtml("8bit", b"")]
)
def test_a_saved_page_without_a_page_says_so(data: bytes) -> None:
    with pytest.raises(UnreadableFile) as caught:
        read_bytes(data, "a.mht")
    assert caught.value.key == "reading.damaged_page"
