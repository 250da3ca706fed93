"""Files made to do harm, and files that went through bad hands: a text or a sentence, nothing else."""

import zipfile
from io import BytesIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from word_file import abstract, cell, level, num, numbered, paragraph, row, run, table, word_file

from annotator.errors import UnreadableFile
from annotator.tools.formats import SUFFIXES, read_bytes
from tests.benchmarks.growing import SOUPS, letters

LAUGHS = "".join(f'<!ENTITY l{at} "{f"&l{at - 1};" * 10}">' for at in range(1, 10))
BILLION = f'<!DOCTYPE w:document [<!ENTITY l0 "哈">{LAUGHS}]>'
WORD = word_file(
    numbered("第一条", 1) + table(row(cell("甲"), cell("乙"))) + paragraph("末"),
    abstract(0, level(0, "decimal", "%1.")) + num(1, 0),
)
PAGE = "<html><title>题</title><ol><li>甲<table><tr><td>乙<td>丙</table></ol><pre>丁</pre>".encode()
NAMES = st.sampled_from([f"a{suffix}" for suffix in sorted(SUFFIXES | {".doc", ".pdf", ""})])


def read_or_refuse(data: bytes, name: str) -> str:
    """The text, or the sentence why there is none; any other exception fails the test."""
    try:
        source = read_bytes(data, name)
    except UnreadableFile as refusal:
        return str(refusal)
    assert source.text.encode()
    assert "\0" not in source.text
    return source.text


@settings(deadline=None)
@given(st.binary(), NAMES)
def test_any_bytes_end_in_a_text_or_a_sentence(data: bytes, name: str) -> None:
    assert read_or_refuse(data, name)


STARTS = [b"\xff\xfe", b"\xfe\xff", b"\xef\xbb\xbf", b"PK\x03\x04", b"<html>", b"<table>", b"%PDF"]


@settings(deadline=None)
@given(st.sampled_from(STARTS), st.binary(), NAMES)
def test_any_bytes_after_a_telling_start_end_so_too(start: bytes, data: bytes, name: str) -> None:
    assert read_or_refuse(start + data, name)


TAGS = (
    "p",
    "div",
    "br",
    "table",
    "tr",
    "td",
    "th",
    "ol",
    "ul",
    "li",
    "pre",
    "nav",
    "title",
    "h1",
    "script",
    "a",
)
PIECES = st.sampled_from([
    *(f"<{tag}>" for tag in TAGS), *(f"</{tag}>" for tag in TAGS),
    "<td colspan=3 rowspan=2>", "<ol start=4 type=i>", "<p hidden>", "文", " ", "\n", "&nbsp;", "&#55296;",
    "<!--", "<ruby>", "<rt>", "<head>", "<body>",
])  # fmt: skip


@settings(deadline=None)
@given(st.lists(PIECES, max_size=60).map("".join))
def test_any_soup_of_tags_ends_in_a_text_or_a_sentence(page: str) -> None:
    assert read_or_refuse(page.encode(), "a.html")


@settings(deadline=None)
@given(st.data())
def test_a_word_file_with_any_part_damaged_ends_so_too(data: st.DataObject) -> None:
    damaged = bytearray(WORD)
    for _ in range(data.draw(st.integers(1, 5))):
        damaged[data.draw(st.integers(0, len(WORD) - 1))] = data.draw(st.integers(0, 255))
    assert read_or_refuse(bytes(damaged), "a.docx")


@settings(deadline=None)
@given(st.integers(0, len(WORD) - 1))
def test_a_truncated_word_file_is_refused(length: int) -> None:
    with pytest.raises(UnreadableFile):
        read_bytes(WORD[:length], "a.docx")


WORD_TAGS = (
    "p", "r", "t", "tbl", "tr", "tc", "sdt", "sdtContent", "ins", "del",
    "fldChar", "tab", "br", "sym", "txbxContent", "numPr", "pPr", "vMerge",
)  # fmt: skip


@settings(deadline=None)
@given(
    st.recursive(
        st.sampled_from(WORD_TAGS), lambda inner: st.tuples(st.sampled_from(WORD_TAGS), st.lists(inner))
    )
)
def test_any_tree_of_word_elements_ends_in_a_text_or_a_sentence(tree: object) -> None:
    def xml(node: object) -> str:
        tag, inner = (node, []) if isinstance(node, str) else node  # type: ignore[misc]
        return f'<w:{tag} w:val="9" w:fldCharType="begin">{"".join(map(xml, inner))}字</w:{tag}>'

    assert read_or_refuse(word_file(xml(tree)), "a.docx")


def test_no_entity_of_a_word_file_is_expanded() -> None:
    data = word_file(paragraph("&l9;"), prologue=BILLION)
    assert "哈" not in read_or_refuse(data, "a.docx")


@pytest.mark.parametrize("suffix", [".docx", ".html"])
def test_nothing_outside_the_file_is_read(suffix: str, tmp_path) -> None:
    secret = tmp_path / "secret"
    secret.write_text("秘密", encoding="utf-8")
    entity = (
        f'<!DOCTYPE x [<!ENTITY x SYSTEM "{secret.as_uri()}"><!ENTITY % y SYSTEM "{secret.as_uri()}"> %y;]>'
    )
    page = f'<?xml version="1.0"?>{entity}<html><body><p>甲&x;</p><iframe src="{secret.as_uri()}"></iframe>'
    data = word_file(paragraph("甲&x;"), prologue=entity) if suffix == ".docx" else page.encode()
    assert "秘密" not in read_or_refuse(data, f"a{suffix}")


def test_no_entity_of_a_page_is_expanded() -> None:
    page = BILLION.replace("w:document", "html") + "<p>&l9;</p>"
    assert len(read_or_refuse(page.encode(), "a.html")) < 2000


def test_a_zip_bomb_is_refused_before_it_unpacks() -> None:
    data = word_file(" " * 30_000_000 + paragraph("甲"))
    assert len(data) < 100_000
    # Whoever began to unpack it would find it damaged.
    half = len(data) // 2
    damaged = data[:half] + bytes(byte ^ 255 for byte in data[half : half + 100]) + data[half + 100 :]
    for bomb in (data, damaged):
        with pytest.raises(UnreadableFile, match="反常"):
            read_bytes(bomb, "a.docx")


def test_a_member_that_lies_about_its_size_is_refused() -> None:
    size = len(zipfile.ZipFile(BytesIO(WORD)).read("word/document.xml")).to_bytes(4, "little")
    with pytest.raises(UnreadableFile):
        read_bytes(WORD.replace(size, (7).to_bytes(4, "little")), "a.docx")


def test_a_protected_member_is_told_as_such() -> None:
    at = WORD.rindex(b"PK\x01\x02", 0, WORD.rindex(b"word/document.xml"))
    data = bytearray(WORD)
    data[at + 8] |= 1
    with pytest.raises(UnreadableFile, match="密码"):
        read_bytes(bytes(data), "a.docx")


def test_deep_nesting_is_refused_and_never_cut_short() -> None:
    assert read_bytes(b"<div>" * 1500 + "末".encode(), "a.html").text == "末"
    with pytest.raises(UnreadableFile, match="嵌套"):
        read_bytes(b"<div>" * 5000 + "末".encode(), "a.html")
    deep = "<w:ins>" * 230 + paragraph("末") + "</w:ins>" * 230
    assert read_bytes(word_file(deep), "a.docx").text == "末"
    deeper = "<w:ins>" * 5000 + paragraph("末") + "</w:ins>" * 5000
    with pytest.raises(UnreadableFile, match="损坏"):
        read_bytes(word_file(deeper), "a.docx")


# The parser of pages has a limit of ten megabytes that is to be lifted; the others have none.
@pytest.mark.parametrize(("name", "size"), [("a.txt", 200_000), ("a.html", 3_500_000), ("a.docx", 200_000)])
def test_a_line_of_any_length_is_read_whole(name: str, size: int) -> None:
    line = letters(size)
    if name == "a.docx":
        data = word_file(
            paragraph("".join(run(line[at : at + 100_000]) for at in range(0, len(line), 100_000)))
        )
    else:
        data = line.encode()
    assert read_bytes(data, name).text == line


def test_an_encoding_is_told_for_a_long_text() -> None:
    data = ("关于推进城市数字化转型的意见。" * 5000).encode("gb18030")
    assert read_bytes(data, "a.txt").reader == "txt/1 gb18030"


@pytest.mark.parametrize("soup", SOUPS)
def test_a_page_of_one_tag_over_and_over_keeps_what_stands_before_it(soup: str) -> None:
    assert read_or_refuse(("甲" + soup * 100).encode(), "a.html").startswith("甲")
