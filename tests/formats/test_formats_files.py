"""Which files are read, and the one sentence for each that is not."""

import re
import subprocess
import sys
from pathlib import Path

import pytest
from word_file import container, paragraph, word_file

from annotator.errors import UnreadableFile
from annotator.tools.formats import READERS, SUFFIXES, read, read_bytes
from annotator.words.reading import WORDS

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)
PAGE = "<!DOCTYPE html><html><body><p>第一条</p></body></html>".encode()
WORD = word_file(paragraph("第一条"))


# Kinds that are read, where their name is right.
READ = ("damaged_sheet", "pdf_damaged")


def stream(name: str) -> bytes:
    return OLE + name.encode("utf-16-le")


def refusal(data: bytes, name: str) -> UnreadableFile:
    with pytest.raises(UnreadableFile) as caught:
        read_bytes(data, name)
    return caught.value


def test_the_readers_are_those_of_the_suffixes() -> None:
    assert {".txt", ".md", ".markdown", ".html", ".htm", ".mht", ".mhtml", ".docx", ".pdf"} == SUFFIXES
    tables = {".csv", ".tsv", ".xlsx", ".json", ".jsonl", ".ndjson"}
    assert set(READERS) == SUFFIXES | tables


@pytest.mark.parametrize(
    ("data", "name", "reader"),
    [
        (b"# a", "a.md", "txt/1 utf-8"),
        (b"# a", "A.MARKDOWN", "txt/1 utf-8"),
        (PAGE, "a.txt", "txt/1 utf-8"),
        (PAGE, "a.HTM", "html/1 utf-8"),
        (b"bare", "a.html", "html/1 utf-8"),
        (PAGE, "a.doc", "html/1 utf-8"),
        (PAGE, "a.docx", "html/1 utf-8"),
        (PAGE, "a.shtml", "html/1 utf-8"),
        (PAGE.decode().encode("utf-16-le"), "a.doc", "html/1 utf-16-le"),
        (WORD, "a.docx", "docx/1"),
        (WORD, "a.doc", "docx/1"),
        (WORD, "a.wps", "docx/1"),
        (WORD, "a.html", "docx/1"),
        (WORD, "a", "docx/1"),
        ("第一条".encode(), "a.doc", "txt/1 utf-8"),
        ("第一条".encode(), "通知", "txt/1 utf-8"),
        ("第一条".encode(), "1.关于某事的通知", "txt/1 utf-8"),
        ("BM 是缩写".encode(), "a.txt", "txt/1 utf-8"),
    ],
)
def test_a_file_is_read_as_what_it_is(data: bytes, name: str, reader: str) -> None:
    assert read_bytes(data, name).reader == reader


@pytest.mark.parametrize("name", ["a.txt", "a.md", "a.html", "a.docx", "a.doc", "a.pdf", "a"])
@pytest.mark.parametrize(
    ("data", "key"),
    [
        (b"", None),
        (b"%PDF-1.7\n\x00", "pdf_damaged"),
        (b"{\\rtf1\\ansi x}", "rtf"),
        (b"\x89PNG\r\n\x1a\n\0\0", "image"),
        (b"\xff\xd8\xff\xe0\0\x10JFIF", "image"),
        (b"BM\x00\x00", "image"),
        (b"II*\0\x08", "image"),
        (b"\x1f\x8b\x08\0", "archive"),
        (b"Rar!\x1a\x07\x00", "archive"),
        (OLE, "word"),
        (stream("WordDocument"), "word"),
        (stream("Workbook"), "sheet"),
        (stream("PowerPoint Document"), "slides"),
        (stream("EncryptedPackage"), "encrypted"),
        (container({"xl/workbook.xml": ""}), "damaged_sheet"),
        (container({"ppt/presentation.xml": ""}), "slides"),
        (container({"OFD.xml": ""}), "ofd"),
        (container({"mimetype": "", "content.xml": ""}), "odt"),
        (container({"甲.docx": ""}), "archive"),
    ],
)
def test_a_foreign_file_is_told_by_its_content_under_any_name(
    data: bytes, key: str | None, name: str
) -> None:
    if key is None:
        assert refusal(data, name).key in ("reading.empty", "reading.damaged", "reading.pdf_damaged")
    else:
        found = refusal(data, name).key
        # What can be read is only named wrongly.
        assert found == f"reading.{key}" or (key in READ and found == "reading.misnamed")


@pytest.mark.parametrize(
    ("data", "name", "key"),
    [
        (WORD, "a.txt", "misnamed"),
        (WORD, "a.md", "misnamed"),
        (b"PK\x03\x04\x14\0", "a.docx", "damaged"),
        (b"PK\x03\x04\x14\0", "a.txt", "damaged"),
        (b"PK\x03\x04\x14\0", "a.pdf", "pdf_damaged"),
        (b"plain", "a.docx", "damaged"),
        (b"plain", "a.pdf", "pdf_damaged"),
        (b"plain", "a.xlsx", "damaged_sheet"),
        (b"{}", "a.json", "many"),
        (b"MIME-Version: 1.0\r\n\r\n<html>", "a.doc", "damaged_page"),
        (b"From: <Saved by Blink>\r\n\r\n<html>", "a.mht", "damaged_page"),
        (b'<?xml version="1.0"?><?mso-application progid="Word.Document"?>', "a.doc", "word"),
        (b"", "a.txt", "empty"),
        (b"\xef\xbb\xbf \r\n\t", "a.txt", "empty"),
        ("\u3000\u200b\ufeff\xa0".encode(), "a.txt", "empty"),
        (b"<html><script>1</script>", "a.html", "page_elsewhere"),
        (b"<!-- -->", "a.html", "empty"),
        (word_file(paragraph("<w:r/>")), "a.docx", "empty"),
        (container({"word/other.xml": ""}), "a.docx", "damaged"),
    ],
)
def test_a_file_that_cannot_be_read_says_what_to_do(data: bytes, name: str, key: str) -> None:
    assert refusal(data, name).key == f"reading.{key}"


@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_sentence_names_the_file_or_counts(language: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ANNOTATOR_LANG", language)
    sentence = str(refusal(b"{\\rtf1 x}", "某市方案.pdf"))
    assert "某市方案.pdf" in sentence
    for pair in WORDS.values():
        gaps = [sorted(re.findall(r"{(\w+)}", words)) for words in pair]
        assert gaps[0] == gaps[1]
        assert {"name", "count", "date"} & set(gaps[0])


def test_a_file_is_read_from_its_path(tmp_path: Path) -> None:
    path = tmp_path / "方案.txt"
    path.write_bytes("第一条\r\n".encode("gb18030"))
    assert read(path).text == "第一条\r\n"


def test_what_stands_between_us_and_a_file_is_a_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.txt"
    for place, key in ((path, "missing"), (tmp_path, "folder"), (path / "b", "missing")):
        if place.parent == path:
            path.write_text("甲", encoding="utf-8")
        with pytest.raises(UnreadableFile) as caught:
            read(place)
        assert caught.value.key == f"reading.{key}"
        assert str(place) in str(caught.value)

    for error, key in (
        (PermissionError(13, "no"), "forbidden"),
        (OSError(5, "Input/output error"), "failed"),
    ):

        def refuse(_: Path, error: OSError = error) -> bytes:
            raise error

        monkeypatch.setattr(Path, "read_bytes", refuse)
        with pytest.raises(UnreadableFile) as caught:
            read(path)
        assert caught.value.key == f"reading.{key}"


def test_a_file_far_too_large_is_not_even_opened(tmp_path: Path) -> None:
    path = tmp_path / "film.txt"
    with path.open("wb") as file:
        file.truncate(101_000_000)
    with pytest.raises(UnreadableFile, match="100 MB"):
        read(path)


@pytest.mark.parametrize("text", ["条" * 5_000_001, "第一条\n" * 1_250_001])
def test_a_text_too_long_for_one_document_is_refused_with_its_name(text: str) -> None:
    with pytest.raises(UnreadableFile, match="500 万字") as caught:
        read_bytes(text.encode(), "全集.txt")
    assert "全集.txt" in str(caught.value)


def test_a_device_is_refused() -> None:
    with pytest.raises(UnreadableFile):
        read(Path("/dev/null"))


def test_reading_plain_text_loads_no_heavy_library() -> None:
    code = (
        "import sys; from annotator.tools.formats import read_bytes\n"
        "read_bytes('第一条'.encode(), 'a.txt'); read_bytes('第一条'.encode('gbk'), 'a.txt')\n"
        "print(sorted({'lxml', 'zipfile', 'charset_normalizer', 'docx', 'bs4'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"
