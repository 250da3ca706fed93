"""A file becomes a text: one reader a format, chosen by what the file holds.

`READERS` maps suffixes to readers; each takes the bytes and the file's name (for sentences) and
gives a Source. Every file ends in a Source or in an UnreadableFile with one sentence that names it.
`members` gives the documents of a file that may hold many.
"""

from collections.abc import Callable
from pathlib import Path

from annotator.errors import UnreadableFile
from annotator.model.source import Source
from annotator.tools.formats import docx, html, pdf, txt
from annotator.tools.formats.content import true_suffix
from annotator.tools.formats.holding import members
from annotator.tools.formats.loading import load
from annotator.tools.formats.member import Member

__all__ = ["READERS", "SUFFIXES", "Member", "load", "members", "read", "read_bytes"]


def _csv(data: bytes, name: str) -> Source:
    from annotator.tools.formats import delimited  # noqa: PLC0415  (only for a table)

    return delimited.read(data, name)


def _mhtml(data: bytes, name: str) -> Source:
    from annotator.tools.formats import mhtml  # noqa: PLC0415  (email, and only for such a page)

    return mhtml.read(data, name)


def _workbook(data: bytes, name: str) -> Source:
    from annotator.tools.formats import workbook  # noqa: PLC0415  (zipfile, and only for a workbook)

    return workbook.read(data, name)


def _many(data: bytes, name: str) -> Source:
    raise UnreadableFile("reading.many", name=name)


READERS: dict[str, Callable[[bytes, str], Source]] = {
    ".txt": txt.read,
    ".md": txt.read,
    ".markdown": txt.read,
    ".html": html.read,
    ".htm": html.read,
    ".docx": docx.read,
    ".mht": _mhtml,
    ".mhtml": _mhtml,
    ".pdf": pdf.read,
    ".csv": _csv,
    ".tsv": _csv,
    ".xlsx": _workbook,
    ".json": _many,
    ".jsonl": _many,
    ".ndjson": _many,
}
SUFFIXES = frozenset((".txt", ".md", ".markdown", ".html", ".htm", ".mht", ".mhtml", ".docx", ".pdf"))
"""Of files that are documents without doubt; tables and archives may be anything."""

MOST_CHARACTERS = 5_000_000
"""Of one document: ten times the longest compendium that people brought. Cutting takes some fifty bytes of
memory for each byte of it.
"""


def read(path: Path) -> Source:
    """The text of the file at `path`.

    Raises UnreadableFile where the file is missing, closed to us, empty or not text.
    """
    return read_bytes(load(path), path.name)


def read_bytes(data: bytes, name: str) -> Source:
    """The text of a file's bytes; `name` tells its kind where the bytes do not.

    Raises UnreadableFile where they are empty, too much for one document, or not text of a known kind.
    """
    source = READERS[true_suffix(data, name)](data, name)
    # U+FEFF and U+200B take no room, like white space, but Python does not count them as such.
    if not source.text.strip().strip("\ufeff\u200b").strip():
        raise UnreadableFile("reading.empty", name=name)
    if len(source.text) > MOST_CHARACTERS:
        raise UnreadableFile("reading.too_long", name=name, millions=MOST_CHARACTERS // 1_000_000)
    return source
