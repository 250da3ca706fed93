"""Documents whose paragraph breaks became white space: where the breaks were.

What stands between the paragraphs is of one kind (two ideographic spaces, a single space), and nearly all of
that kind stands behind something that has ended: a sentence, a heading's phrase, an official form. White
space that parts the words of a name, or was where the lines of a page ended, is no break.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import Literal

from annotator.tools.text import forms, units
from annotator.tools.text.lines import Line
from annotator.tools.text.markers import parse

_GAP = re.compile(r"[ \u3000\xa0\u2002\u2003]+(?=\S)")
# Two characters set apart for looks: 第一章　总　　则.
_SPREAD = re.compile(r"(?:[\s\u3000]|^)[\u4e00-\u9fff]$")
_MARK = re.compile(r"[，。；：！？,;:!?、]")
# What a heading's phrase is, with one comma at most.
_TITLE = re.compile(r"[^，。；：！？,;:!?、]*(?:[，,][^，。；：！？,;:!?、]*)?")
_COMMAS = frozenset("，,、")
_MEASURE = re.compile(r"[!-~％℃㎡万亿千百米元吨公里亩平年月日时分秒倍个人家]")
_LATIN = re.compile(r"[!-~]")
# A bracket that belongs to the title before it, and a signature with its date.
_VERSION = re.compile(r"[（(][^（()）]{2,16}[)）](?=\s|$)")
_SIGNED = re.compile(rf"[局厅委府室会部院司办组]\s?{forms.DATE}$")
_OPENERS, _CLOSERS = "《（(〔“", "》）)〕”"
_LONG, _PHRASE, _BARE, _WINDOW = 120, 40, 30, 120
_FEWEST = 3
# Of the white space of a kind at least so much stands behind what has ended.
_SHARE = 0.75
# What a gap stands behind: something that has ended, a phrase that may be a heading, a number's sign or the
# first of two characters set apart, the middle of a name, the middle of a sentence.
Verdict = Literal["ended", "phrase", "sign", "name", "sentence"]
# The line and the range of a gap.
Gap = tuple[int, int, int]
_ITEMS = 0.1
# The kinds, and how unsure a break is that was one of them.
_KINDS = {"indent": 0.0, "nbsp": 0.1, "space": 0.2}

# Inside a name or a sentence an indentation still shows where a line ended; other white space does not.
_KEPT: dict[str, tuple[Verdict, ...]] = {
    "indent": ("sign",), "nbsp": ("sign", "name", "sentence"), "space": ("sign", "name", "sentence"),
}  # fmt: skip


def breaks(plain: str, lines: Sequence[Line]) -> tuple[dict[int, list[int]], float]:
    """For each line that holds paragraphs where the next ones begin, and how unsure that is. Offsets count
    code points of `plain`, the clean text in simplified script.
    """
    gaps: dict[str, list[Gap]] = {kind: [] for kind in _KINDS}
    for number, line in enumerate(lines):
        if line.end - line.start > _LONG:
            for gap in _GAP.finditer(plain, line.body, line.end):
                # Behind a Latin mark a space is a matter of course.
                if plain[gap.start() - 1] not in ",.":
                    gaps[_kind(gap[0])].append((number, *gap.span()))
    cuts: dict[int, list[int]] = {}
    doubt = 0.0
    for kind, found in gaps.items():
        # Where other breaks were lost, a few of another kind may be too.
        few = bool(cuts) and kind == "nbsp"
        judged = list(_judged(plain, lines, found, cuts)) if few or len(found) >= _FEWEST else []
        ended = sum(verdict == "ended" for *_, verdict in judged)
        against = sum(verdict == "sentence" for *_, verdict in judged)
        # Where there are more lines than such places, a space is how this text sets its sentences apart.
        fewest = 0.0 if kind == "indent" else max(2.0 * len(lines), _SHARE * (ended + against))
        enough = ended >= max(_FEWEST, fewest)
        if enough and kind != "indent" and not cuts:
            # What is parted is a document, if some of it is numbered.
            items = (
                parse(plain, place, place + _WINDOW) for _, place, verdict in judged if verdict == "ended"
            )
            enough = sum(item is not None and item.number > 0 for item in items) > _ITEMS * ended
        if not (enough or (few and ended)):
            continue
        doubt = max(doubt, _KINDS[kind])
        kept = _KEPT[kind] if enough else (*_KEPT[kind], "phrase")
        for number, place, verdict in judged:
            if verdict not in kept:
                cuts.setdefault(number, []).append(place)
        for places in cuts.values():
            places.sort()
    return cuts, doubt


def _kind(run: str) -> str:
    if "\u3000" in run:
        return "indent" if len(run) > 1 else "space"
    return "nbsp" if "\xa0" in run else "space"


def _judged(
    plain: str, lines: Sequence[Line], gaps: Sequence[Gap], cuts: dict[int, list[int]]
) -> Iterator[tuple[int, int, Verdict]]:
    """Each gap's line, its end, and what it stands behind."""
    start, at = 0, -1
    for number, begin, end in gaps:
        if number != at:
            start, at = lines[number].start, number
        known = cuts.get(number)
        if known and (place := bisect_right(known, begin)):
            start = max(start, known[place - 1])
        verdict = _verdict(plain, start, begin, end)
        if verdict in ("ended", "phrase"):
            start = end
        yield number, end, verdict


def _verdict(plain: str, start: int, begin: int, end: int) -> Verdict:
    """What stands before the gap [begin, end) in the paragraph from `start` on."""
    before = plain[max(start, begin - _WINDOW) : begin]
    words = before.split()[-1]
    if _is_sign(plain, begin - len(words), begin, end):
        return "sign"
    ended = forms.is_ended(before) or units.tail(before) < len(before)
    inside = max(map(before.rfind, _OPENERS)) > max(map(before.rfind, _CLOSERS))
    if not ended and (inside or (forms.is_titled(words) and _VERSION.match(plain, end))):
        return "name"
    if (
        ended
        or _is_form(words)
        or _is_form(before)
        or _SIGNED.search(before)
        or _is_numbered(plain, begin, end)
    ):
        return "ended"
    if _LATIN.match(before[-1]) or _LATIN.match(plain, end):
        return "name"
    if begin - start <= _PHRASE and (marker := parse(plain, start, end)):
        return "ended" if _TITLE.fullmatch(plain, marker.end, begin) else "sentence"
    return "phrase" if begin - start <= _BARE and not _MARK.search(before) else "sentence"


def _is_sign(plain: str, start: int, begin: int, end: int) -> bool:
    """Whether a number's sign stands before the gap, or the first of two characters set apart."""
    if _SPREAD.search(plain[max(0, begin - 2) : begin]) and not plain[end + 1 : end + 2].strip():
        return True
    sign = parse(plain, start, end)
    return sign is not None and sign.end >= end


def _is_numbered(plain: str, begin: int, end: int) -> bool:
    """Whether a numbered item stands behind the gap; a decimal may be a quantity (1.8 m)."""
    item = parse(plain, end, end + _WINDOW)
    if item is None or not item.number or item.style == "arabic_space" or plain[begin - 1] in _COMMAS:
        return False
    return not (item.style.startswith("decimal") and _MEASURE.match(plain, item.end))


def _is_form(text: str) -> bool:
    """Whether a text is a title, or a line of front matter."""
    shapes = (forms.DOCUMENT_NUMBER, forms.DATE_LINE, forms.NOTE, forms.ORGANISATION, forms.ATTACHMENT_LABEL)
    label = forms.ATTACHMENTS.match(text)
    if label and label.end() < len(text):
        return not _MARK.search(text, label.end())
    return forms.is_titled(text) or any(shape.match(text) for shape in shapes)
