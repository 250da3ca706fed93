"""Bytes to text: every encoding in which Chinese documents come, whole, short and damaged."""

import random
from pathlib import Path

import opencc
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import annotator
from annotator.errors import UnreadableFile
from annotator.tools.formats import read_bytes

SAMPLES = sorted((Path(annotator.__file__).parent / "samples").glob("*.txt"))
TRADITIONAL = opencc.OpenCC("s2t").convert
SHORT_SIMPLIFIED = "关于推进智慧城市建设的实施意见\n\n各有关单位：\n为贯彻落实国家部署，现提出以下意见。\n"
SHORT_TRADITIONAL = "關於推進智慧城市建設的實施意見\n\n各有關單位：\n為貫徹落實國家部署，現提出以下意見。\n"
CODECS = ("utf-8", "utf-8-sig", "gb18030", "utf-16", "utf-16-le", "utf-16-be")


def sample(path: Path) -> str:
    return path.read_bytes().decode("utf-8")


@pytest.mark.parametrize("codec", CODECS)
@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.name[:3])
def test_a_whole_document_is_read_in_each_encoding(path: Path, codec: str) -> None:
    source = read_bytes(sample(path).encode(codec), "a.txt")
    assert source.text == sample(path)
    assert source.notes == ()


@pytest.mark.parametrize("codec", ["big5", "cp950", "big5hkscs", "gb18030"])
@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.name[:3])
def test_a_traditional_document_is_read_in_big5_and_in_gb18030(path: Path, codec: str) -> None:
    data = TRADITIONAL(sample(path)).encode(codec, "ignore")
    # The tables of Big5 differ in a few signs (• or ‧), which both stand for the same one.
    same = str.maketrans("‧﹑～／", "•､∼/")
    assert read_bytes(data, "a.txt").text.translate(same) == data.decode(codec).translate(same)


@pytest.mark.parametrize("text", [SHORT_SIMPLIFIED, SHORT_TRADITIONAL], ids=["simplified", "traditional"])
@pytest.mark.parametrize("codec", [*CODECS, "big5", "big5hkscs"])
def test_a_title_and_two_lines_are_enough(text: str, codec: str) -> None:
    if codec.startswith("big5") and text is SHORT_SIMPLIFIED:
        text = SHORT_TRADITIONAL[:16]
    data = text.encode(codec)
    assert len(data) < 200
    assert read_bytes(data, "a.txt").text == text


def test_any_ten_characters_of_a_document_nearly_always_tell_their_encoding() -> None:
    chance = random.Random(20261120)
    wrong = 0
    for _ in range(400):
        text = sample(chance.choice(SAMPLES))
        at = chance.randrange(len(text) - 12)
        piece = text[at : at + 12].strip()
        codec = chance.choice(("gb18030", "utf-16-le", "utf-16-be"))
        wrong += read_bytes(piece.encode(codec), "a.txt").text != piece
    assert wrong <= 8


def test_the_reader_names_the_encoding() -> None:
    assert read_bytes(SHORT_SIMPLIFIED.encode("gbk"), "a.txt").reader == "txt/1 gb18030"


def test_characters_of_hong_kong_are_read() -> None:
    text = "啲嘅咗嚟，香港特別行政區政府關於創新科技的計劃。"
    assert read_bytes(text.encode("big5hkscs"), "a.txt").text == text


@pytest.mark.parametrize("end", ["\r\n", "\r", "\n", "\n\r\n", "\x0b", "\u2028"])
def test_line_ends_stay_as_they_are(end: str) -> None:
    text = f"第一条{end}第二条{end}"
    for codec in ("utf-8", "gb18030"):
        assert read_bytes(text.encode(codec), "a.txt").text == text


def test_a_damaged_utf8_file_is_read_as_utf8_and_its_damage_is_counted() -> None:
    data = SHORT_SIMPLIFIED.encode()
    data = data[:10] + b"\xff" + data[10:60] + b"\xc0\xc1" + data[60:]
    source = read_bytes(data, "a.txt")
    assert source.reader == "txt/1 utf-8"
    assert source.text.startswith("关于推\ufffd")
    assert source.text.endswith("意见。\n")
    assert str(source.text.count("\ufffd")) in source.notes[0]


def test_damage_is_counted_apart_from_replacement_characters_of_the_file_itself() -> None:
    whole = SHORT_SIMPLIFIED + "\ufffd"
    assert read_bytes(whole.encode(), "a.txt").notes == ()
    [note] = read_bytes(whole.encode() + b"\xff", "a.txt").notes
    assert "1" in note


def test_damage_in_a_text_of_nearly_only_ascii_keeps_the_ascii() -> None:
    source = read_bytes(b"A plain sentence\xff with two damaged bytes\xff.", "a.txt")
    assert source.text == "A plain sentence\ufffd with two damaged bytes\ufffd."
    assert source.reader == "txt/1 utf-8"


@pytest.mark.parametrize("codec", ["gb18030", "big5"])
def test_a_damaged_legacy_file_keeps_its_encoding(codec: str) -> None:
    data = (SHORT_TRADITIONAL * 5).encode(codec)
    source = read_bytes(data[:100] + b"\xff" + data[100:], "a.txt")
    assert source.text.endswith("意見。\n")
    assert source.notes


def test_lone_surrogates_in_utf16_become_replacement_characters() -> None:
    for mark, codec in ((b"\xff\xfe", "utf-16-le"), (b"", "utf-16-be")):
        data = mark + SHORT_SIMPLIFIED.encode(codec) + "\ud800".encode(codec, "surrogatepass")
        source = read_bytes(data, "a.txt")
        assert source.text == SHORT_SIMPLIFIED + "\ufffd"
        assert source.notes


def test_ascii_is_read_in_utf16_without_mark() -> None:
    assert read_bytes("Plain words.\r\n".encode("utf-16-le"), "a.txt").text == "Plain words.\r\n"


@pytest.mark.parametrize(
    "data",
    [
        SHORT_SIMPLIFIED.encode() + b"\0",
        SHORT_SIMPLIFIED.encode("gb18030") + b"\0\0",
        b"\xff\xfe" + "标题\0".encode("utf-16-le"),
        random.Random(1).randbytes(5000),
        bytes(range(256)),
        bytes(range(128, 256)) * 4,
    ],
)
def test_binary_data_are_refused(data: bytes) -> None:
    with pytest.raises(UnreadableFile, match="UTF-8"):
        read_bytes(data, "a.txt")


@settings(deadline=None)
@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), min_size=1))
def test_every_text_comes_back_from_utf8(text: str) -> None:
    visible = text.strip().strip("\ufeff\u200b").strip()
    data = text.encode("utf-8")
    if visible and not data.startswith((b"%PDF-", b"\xef\xbb\xbf")):
        assert read_bytes(data, "a.txt").text == text
