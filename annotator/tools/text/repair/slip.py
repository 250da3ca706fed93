"""A lost byte in GBK text, and what the run behind it reads.

A lead byte became "?", and the bytes behind it paired wrongly until an ASCII character or a second
lost byte set them right: 海“空中 → ?！翱罩?. Re-encoded and paired again, all but the lost bytes are
known; those are ranked by what the document and a dictionary know. The bytes suggest and do not prove,
so the repair is proposed and never applied.
"""

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache, lru_cache
from importlib.util import find_spec
from pathlib import Path

from annotator.model.edit import Edit
from annotator.tools.text.script import simplified

_SLIP = re.compile(r"\?(?<=[\u3000-\u303f\u4e00-\u9fff\uff00-\uffef]\?)")
# Inside a run stand wide characters, and full-width marks that some later program narrowed.
_WIDE = re.compile(r"[^\x00-\x7f\s]|[!-/:-?]")
_WIDENED = {narrow: narrow + 0xFEE0 for narrow in (*range(0x21, 0x30), *range(0x3A, 0x40))}
_LONGEST_SLIP = 24
# A document with more is broken as a whole, and wants reading again in the right encoding.
_MOST_SLIPS = 50
_PUNCTUATION = "、。·—…“”‘’《》〈〉【】〔〕，：；（）！？％＋－．"
_HAN = re.compile("[\u4e00-\u9fff]")
_HAN_PAIR = re.compile("[\u4e00-\u9fff]{2}")
# A mark is possible anywhere: as likely as a word of middling frequency.
_MARK_WEIGHT = 1000.0
# However clear the evidence, a guess it remains.
_HIGHEST = 0.95


def slipped(source: str) -> Iterator[Edit]:
    """Runs behind a lost lead byte, with the likeliest reading."""
    runs: list[tuple[int, int, bytes]] = []
    for slip in _SLIP.finditer(source) if "?" in source else ():
        if not runs or slip.start() >= runs[-1][1]:
            runs.extend(_runs(source, slip.start()))
    if runs:
        text = simplified(source)
        for start, end, data in runs[:_MOST_SLIPS]:
            yield _ranked(source, start, end, data, text)


def _runs(source: str, start: int) -> list[tuple[int, int, bytes]]:
    """The run of a slip at source[start] == "?" with its bytes, if they pair into plain text again."""
    for end in _ends(source, start):
        run = source[start + 1 : end]
        data = _paired(run)
        if data is not None and _strange(run):
            return [(start, end, data)]
    return []


def _ends(source: str, start: int) -> Iterator[int]:
    """Where a slip may end: behind a second lost byte, or behind a letter that was a trail byte."""
    at = start + 1
    while at < min(len(source), start + _LONGEST_SLIP):
        if at > start + 1 and source[at] == "?":
            yield at + 1
        if not _WIDE.match(source, at):
            if "@" <= source[at] <= "~":
                yield at + 1
            return
        at += 1


def _paired(run: str) -> bytes | None:
    """The bytes between the two lost or misplaced ones, if they pair into plain text again.

    `run` is what stands behind the first "?". Of its bytes the first is the trail of a character whose
    lead was lost; the last is a whole character's trail (a letter) or the lead of one whose trail was
    lost (a "?", which adds nothing).
    """
    lost = run.endswith("?")
    try:
        data = run[:-1].translate(_WIDENED).encode("gbk")
        data += b"" if lost else run[-1].encode("gbk")
        inner = _inner(data, lost=lost)
    except UnicodeError:
        return None
    return data if data and all(map(_common, inner)) else None


def _inner(data: bytes, *, lost: bool) -> str:
    """The characters that are known whole: without the first byte, and the last where one was lost."""
    return (data[1:-1] if lost else data[1:]).decode("gbk")


def _common(character: str) -> bool:
    """Whether a character is one of the 3755 everyday ones of GB 2312, or a mark."""
    if character in _PUNCTUATION:
        return True
    try:
        return 0xB0 <= character.encode("gb2312")[0] <= 0xD7
    except UnicodeEncodeError:
        return "\u4e00" <= character <= "\u9fff"


def _strange(run: str) -> bool:
    """Whether the run as it stands is no Chinese: a mark behind the "?", a rare character, a letter."""
    return not all(_common(character) and character not in _PUNCTUATION for character in run[:-1]) or (
        not run.endswith("?") and not run[:-1]
    )


def _ranked(source: str, start: int, end: int, data: bytes, text: str) -> Edit:
    """The edit with the likeliest characters for the lost bytes; a flag where nothing speaks for any.

    `text` is the document, simplified.
    """
    before = source[start:end]
    lost = before.endswith("?")
    inner = _inner(data, lost=lost)
    leads = [bytes((lead, data[0])) for lead in range(0x81, 0xFF)]
    left, share = _likeliest(leads, source[start - 1], inner[:1], text)
    right = ""
    if lost:
        trails = [bytes((data[-1], trail)) for trail in range(0x40, 0xFF)]
        right, right_share = _likeliest(trails, inner[-1:], source[end : end + 1], text)
        share *= right_share
    after = left + inner + right if share else before
    return Edit(start, end, "mojibake", before, after, round(min(share, _HIGHEST), 2), "proposed")


def _likeliest(candidates: list[bytes], before: str, behind: str, text: str) -> tuple[str, float]:
    """The best character among `candidates` between two neighbours, and its share of all evidence.

    Evidence is how often it makes a word with a neighbour, in the document and in the dictionary.
    Without any the share is 0.
    """
    characters = [character for code in candidates if (character := code.decode("gbk", "ignore"))]
    before, behind = simplified(before), simplified(behind)
    words, pairs = _words(before, behind), _pairs(text, before, behind)
    weights: dict[str, float] = {}
    for character, simple in zip(characters, simplified("".join(characters)), strict=True):
        if character in _PUNCTUATION:
            weights[character] = _MARK_WEIGHT
        elif _HAN.match(simple):
            # Neither alone will do: the document has 空智 in 时空智能, the dictionary does not know names.
            weights[character] = sum(
                (1 + words.get(pair, 0)) * (1 + pairs[pair]) - 1
                for pair in (before + simple, simple + behind)
                if _HAN_PAIR.fullmatch(pair)
            )
    total = sum(weights.values())
    if not total:
        return "", 0.0
    best = max(weights, key=lambda character: weights[character])
    return best, weights[best] / total


def _pairs(text: str, first: str, last: str) -> Counter[str]:
    """How often each pair of neighbours that begins with `first` or ends with `last` stands in a text."""
    begins = (one.start() for one in re.finditer(re.escape(first), text)) if first else ()
    ends = (one.end() for one in re.finditer(re.escape(last), text)) if last else ()
    return Counter(text[at : at + 2] for at in begins) | Counter(text[max(0, at - 2) : at] for at in ends)


@lru_cache(256)  # to look through the dictionary takes longer than all the rest
def _words(first: str, last: str) -> dict[str, int]:
    """The words of two characters that begin with `first` or end with `last`, with frequencies.

    They are jieba's. Its dictionary ("word frequency tag", a line each) is searched as bytes: the import
    would build a whole segmenter for a handful of words.
    """
    listing = _listing()
    words: dict[str, int] = {}
    for neighbour, pattern, offset in ((first, b"\n%b", 1), (last, b"%b ", -3)):
        needle = pattern % neighbour.encode() if _HAN.match(neighbour) else b""
        at = listing.find(needle) if needle else -1
        while at >= 0:
            line = listing[at + offset : at + offset + 24].split(b" ")
            if listing[at + offset - 1] == 0x0A and len(line[0]) == 6:
                words[line[0].decode()] = int(line[1])
            at = listing.find(needle, at + 1)
    return words


@cache
def _listing() -> bytes:
    found = find_spec("jieba")
    if found is None or found.origin is None:
        return b""
    return Path(found.origin).with_name("dict.txt").read_bytes()
