"""Characters that a program read in the wrong encoding.

- `misread`: UTF-8 bytes read as GBK or as Latin-1. Read back they decode strictly, which chance does
  not do: proved by the bytes, applied.
- `replaced`: U+FFFD, or 锟斤拷 in its place, whose bytes are gone: flagged, for a person to decide.

Runs behind a lost byte, which the bytes only suggest, have a module of their own (`slip`).
"""

import re
from collections.abc import Iterator

from annotator.model.edit import Edit

# What the UTF-8 of ， “ ” 。 的 and of common characters looks like, read as GBK; hardly ever real.
_AS_GBK = re.compile("[锛銆鈥鐨涓绗]")
_WIDE_RUN = re.compile(r"[^\x00-\x7f]+")
_CP1252 = "ŒœŠšŸŽžƒˆ˜–—‘’‚“”„†‡•…‰‹›€™"
_LATIN_RUN = re.compile(rf"[à-ï][\u0080-\u00ff{_CP1252}]{{5,}}")
# Characters of three bytes, Chinese or full-width, in a row; so many Han ones are no chance.
_UTF8 = re.compile(rb"(?:[\xe2-\xe9\xef][\x80-\xbf]{2}){2,}")
_FEWEST = 3
# 锟斤拷 is two of U+FFFD, saved as UTF-8 and read as GBK.
_REPLACED = re.compile("(?:\ufffd|锟斤拷)+")
_HAN = re.compile("[\u4e00-\u9fff]")


def misread(source: str) -> Iterator[Edit]:
    """Runs that are UTF-8 read as another encoding, put right: an edit for each repaired character."""
    wide = _WIDE_RUN.finditer(source) if _AS_GBK.search(source) else ()
    for runs, encode in ((wide, _as_gbk), (_LATIN_RUN.finditer(source), _as_latin)):
        for run in runs:
            yield from _read_back(run[0], run.start(), encode(run[0]))


def _as_gbk(run: str) -> tuple[bytes, int]:
    """The bytes of a run in GBK, and how many make a character."""
    return run.encode("gbk", "ignore"), 2


def _as_latin(run: str) -> tuple[bytes, int]:
    """The bytes of a run in cp1252; where that has no character, programs keep the byte as a control."""
    return b"".join(c.encode("cp1252" if c in _CP1252 else "latin-1") for c in run), 1


def _read_back(run: str, at: int, encoded: tuple[bytes, int]) -> Iterator[Edit]:
    """The edits for a run at source offset `at`, wherever its bytes prove that they are Chinese in UTF-8.

    One edit stands for one repaired character, so that a cut may fall between any two. Where half a
    misread character belongs to the one behind it, it goes with the one before.
    """
    data, width = encoded
    if len(data) != len(run) * width:
        return
    for found in _UTF8.finditer(data):
        start, end = found.start() // width, found.end() // width
        text = data[start * width : end * width].decode("utf-8", "ignore")
        if found.start() % width or len(_HAN.findall(text)) < _FEWEST:
            continue
        used = found.start()
        for character in text:
            used += len(character.encode())
            end = -(-used // width)
            yield Edit(at + start, at + end, "mojibake", run[start:end], character)
            start = end


def replaced(source: str) -> Iterator[Edit]:
    """Characters that a decoder gave up on."""
    for run in _REPLACED.finditer(source) if "\ufffd" in source or "锟" in source else ():
        yield Edit(run.start(), run.end(), "mojibake", run[0], run[0], 0.0, "proposed")
