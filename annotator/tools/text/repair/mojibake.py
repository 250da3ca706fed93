"""Characters that a program read in the wrong encoding.

- `misread`: UTF-8 bytes read as GBK or as Latin-1. Read back they decode strictly, which chance does
  not do: proved by the bytes, applied.
- `replaced`: U+FFFD, whose bytes are gone: flagged, for a person to decide.

Runs behind a lost byte, which the bytes only suggest, have a module of their own (`slip`).
"""

import re
from collections.abc import Iterator

from annotator.model.cutting import Edit

# What the UTF-8 of ， “ ” 。 的 and of common characters looks like, read as GBK; hardly ever real.
_AS_GBK = re.compile("[锛銆鈥鐨涓绗]")
_WIDE_RUN = re.compile(r"[^\x00-\x7f]+")
_CP1252 = "ŒœŠšŸŽžƒˆ˜–—‘’‚“”„†‡•…‰‹›€™"
_LATIN_RUN = re.compile(rf"[à-ï][\u0080-\u00ff{_CP1252}]{{5,}}")
_REPLACED = re.compile("\ufffd+")
_HAN = re.compile("[\u4e00-\u9fff]")


def misread(source: str) -> Iterator[Edit]:
    """Runs that are UTF-8 read as another encoding, put right: an edit for each repaired character."""
    wide = _WIDE_RUN.finditer(source) if _AS_GBK.search(source) else ()
    for runs, encoding in ((wide, "gbk"), (_LATIN_RUN.finditer(source), "cp1252")):
        for run in runs:
            yield from _read_back(run[0], run.start(), encoding)


def _read_back(run: str, at: int, encoding: str) -> Iterator[Edit]:
    """The edits for a run at source offset `at`; none unless its bytes prove that it is Chinese.

    One edit stands for one repaired character, so that a cut may fall between any two. Where half a
    misread character belongs to the one behind it, it goes with the one before.
    """
    width = 2 if encoding == "gbk" else 1
    try:
        if width == 2:
            data = run.encode("gbk")
        else:
            # Where cp1252 has no character, programs keep the byte as a control.
            data = b"".join(c.encode("cp1252" if c in _CP1252 else "latin-1") for c in run)
        text = data.decode("utf-8")
    except UnicodeError:
        return
    if len(_HAN.findall(text)) < 2 or not text.replace("\u3000", "").isprintable():
        return
    start = used = 0
    for character in text:
        used += len(character.encode())
        end = -(-used // width)
        yield Edit(at + start, at + end, "mojibake", run[start:end], character)
        start = end


def replaced(source: str) -> Iterator[Edit]:
    """Characters that a decoder gave up on."""
    for run in _REPLACED.finditer(source):
        yield Edit(run.start(), run.end(), "mojibake", run[0], run[0], 0.0, "proposed")
