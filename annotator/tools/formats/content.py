"""What a file is, by its bytes first and its name second.

Names lie: a `.doc` is often HTML, RTF or a `.docx`, and a `.txt` now and then a renamed archive. A
file that cannot be read is told apart by what a person has to do about it.
"""

import re
from io import BytesIO
from pathlib import PurePath
from typing import BinaryIO

from annotator.errors import UnreadableFile

# First bytes -> the sentence of the catalogue.
_FOREIGN = (
    (b"{\\rtf", "rtf"),
    (b"\x89PNG", "image"),
    (b"\xff\xd8\xff", "image"),
    (b"GIF8", "image"),
    (b"BM", "image"),
    (b"II*\0", "image"),
    (b"MM\0*", "image"),
    (b"RIFF", "image"),
    (b"AT&TFORM", "image"),
    (b"Rar!", "archive"),
    (b"7z\xbc\xaf\x27\x1c", "archive"),
    (b"\x1f\x8b", "archive"),
    (b"BZh", "archive"),
    (b"\xfd7zXZ", "archive"),
)
# Of these, text could begin the same way; a NUL nearby settles it.
_SHORT = (b"BM", b"RIFF", b"BZh", b"GIF8", b"Rar!")

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
# Streams of an OLE container, which holds their names in UTF-16. An encrypted .docx is one too.
_STREAMS = (
    ("EncryptedPackage", "encrypted"),
    ("WordDocument", "word"),
    ("Workbook", "sheet"),
    ("PowerPoint Document", "slides"),
)

_ZIP = b"PK\x03\x04"
# Folders and files at the top of a ZIP container.
_MEMBERS = (("word/", ""), ("xl/", ".xlsx"), ("ppt/", "slides"), ("OFD.xml", "ofd"), ("content.xml", "odt"))

# What a file is that holds none of what its suffix promises.
_PROMISED = {
    ".docx": "reading.damaged",
    ".zip": "reading.damaged_archive",
    ".xlsx": "reading.damaged_sheet",
    ".pdf": "reading.pdf_damaged",
}

_HTML = re.compile(rb"<!doctype\s+html|<(?:html|head|body)[\s>]", re.IGNORECASE)
# Two of them in a text without a suffix, as a table of pages has it in its cells.
_FRAGMENT = re.compile(
    rb"<(?:p|div|br|span|table)(?:\s[^<>]*)?/?>.*</?(?:p|div|br|span|table)[\s/>]", re.I | re.S
)
_WORD_XML = re.compile(rb"mso-application|<w:worddocument|<pkg:package", re.IGNORECASE)
_MHTML = re.compile(rb"\s*(?:mime-version:|from: <saved by)", re.IGNORECASE)
_HEAD = 4096

_PDF = b"%PDF-"
# Mail servers and old scanners write a line above it.
_PDF_WITHIN = 1024

_PLAIN = (".txt", ".md", ".markdown")
_PAGES = (".html", ".htm")
_TABLES = (".csv", ".tsv", ".json", ".jsonl", ".ndjson")
# Word and WPS open plain text under these names, so it is found under them.
_WORDLIKE = (".doc", ".wps")


def true_suffix(data: bytes, name: str) -> str:
    """The suffix (`.txt`, `.html`, `.docx` …) that a file of this content and name should have.

    Raises UnreadableFile, with what to do, for every other kind of file.
    """
    suffix = PurePath(name).suffix.lower()
    kind = ".pdf" if _is_pdf(data, suffix) else _kind(data)
    if kind.startswith(".") and suffix in _PLAIN:
        raise UnreadableFile("reading.misnamed", name=name, suffix=kind)
    if kind.startswith(".") or (not kind and suffix in _PLAIN):
        return kind or suffix
    if kind == "damaged":
        raise UnreadableFile(_PROMISED.get(suffix, "reading.damaged"), name=name)
    if kind:
        raise UnreadableFile(f"reading.{kind}", name=name)
    return _text_suffix(data, suffix, name)


def _is_pdf(data: bytes, suffix: str) -> bool:
    return data[:_HEAD].lstrip().startswith(_PDF) or (suffix == ".pdf" and _PDF in data[:_PDF_WITHIN])


def _kind(data: bytes) -> str:
    """A suffix (`.docx`, `.xlsx`), the name of a sentence for a file that no reader knows, or empty for
    what may be text.
    """
    if data.startswith(_ZIP):
        return _zip_kind(BytesIO(data))
    if data.startswith(_OLE):
        return next((kind for stream, kind in _STREAMS if stream.encode("utf-16-le") in data), "word")
    for magic, kind in _FOREIGN:
        if data.startswith(magic) and (magic not in _SHORT or b"\0" in data[:_HEAD]):
            return kind
    return ""


def is_archive(file: BinaryIO) -> bool:
    """Whether a file is a ZIP of documents, rather than an office file, which is a ZIP too."""
    start = file.tell()
    archive = file.read(len(_ZIP)) == _ZIP and _zip_kind(file) == "archive"
    file.seek(start)
    return archive


def _zip_kind(file: BinaryIO) -> str:
    # Not at the top: plain text is read without it.
    import zipfile  # noqa: PLC0415

    try:
        names = zipfile.ZipFile(file).namelist()
    except (zipfile.BadZipFile, NotImplementedError, OSError, ValueError):
        return "damaged"
    for member, kind in _MEMBERS:
        if any(name.startswith(member) for name in names):
            return kind or ".docx"
    return "archive"


def _text_suffix(data: bytes, suffix: str, name: str) -> str:
    """The suffix of a text that is not named as plain text."""
    # UTF-16 markup shows once its NULs are out of the way.
    head = data[:_HEAD].replace(b"\0", b"")
    if _MHTML.match(head):
        return ".mht"
    if suffix in _TABLES and not head.lstrip().startswith(b"<"):
        return suffix
    if suffix in _PAGES or _HTML.search(head):
        return ".html"
    if _WORD_XML.search(head):
        raise UnreadableFile("reading.word", name=name)
    if suffix in _WORDLIKE or not re.fullmatch(r"\.[a-z0-9]{1,8}", suffix):
        # What follows the last dot of “1.关于…的通知” is no suffix.
        return ".html" if _FRAGMENT.search(head) else ".txt"
    raise UnreadableFile(_PROMISED.get(suffix, "reading.unsupported"), name=name)
