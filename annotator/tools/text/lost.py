"""Documents whose paragraph breaks were lost without a trace: where the breaks were.

Only the numbers tell, where there are more of them inside the lines than before them. The front matter and a
heading are run together with what stands behind, and known by their form.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import islice

from annotator.tools.text import forms
from annotator.tools.text.lines import Line
from annotator.tools.text.markers import Marker, parse

# What may be a marker, and what else it may stand behind than the words of a heading.
_HAN = "一二三四五六七八九十"
_ITEM = re.compile(
    rf"[（(〔第①-⒛㈠-㈩\d{_HAN}]"
    rf"(?:(?<=[（(〔])\s?(?:[{_HAN}]{{1,3}}|\d{{1,2}})\s?[）)〕]|(?<=[{_HAN}])[{_HAN}]{{0,2}}[、.．﹒]"
    rf"|(?<=\d)(?:\d?[、.．﹒)）]|(?=[ \u3000\xa0]))|(?<=第)\s?[{_HAN}百\d]{{1,5}}\s?[编章节条]"
    r"|(?<=[①-⒛㈠-㈩]))"
)
_BEHIND = frozenset("；;。！？!?：:”）) \t\u3000\xa0")
_WIDE = r"[\u2014-\u9fff\uff00-\uffef]"
_SPACE = re.compile(rf"(?<={_WIDE})[ \u3000\xa0]+(?={_WIDE})")
_HEADINGS = {"hanzi", "hanzi_brackets", "条", "章", "节"}
_COLON = re.compile("[：:]")
_MARK = re.compile(r"[，。；：！？,;:!?]")
DOUBT = 0.4
"""How unsure a cut is that numbers alone show."""

# A notice names what it sends, in its first sentence.
_MOST_NAMES = 8
_NAME = re.compile("《([^《》]{5,60})》")
# A heading with which its paragraph begins.
_TWICE = re.compile(r"([\u4e00-\u9fff]{4,20})(?=\1)")
_MOSTLY = 0.6
# Behind the units of an item begins another paragraph.
_UNITS = re.compile(r"(?<=。)[（(][^（()）。]{2,300}负责[）)](?=[\u4e00-\u9fff])")
# What stands before the first of the attachments, and behind the last.
_LABEL, _LABELLED = re.compile(r"附件\s?[:：]\s?$"), 5
_RELEASED = re.compile(r"[（(]此件[^（()）]{2,12}[)）]$")
_LONG, _TITLE_PHRASE, _FEWEST = 120, 40, 3
# A number may be missing from a list.
_JUMP = 2
# The chapters that every official document has, and the last words of other headings; what follows them
# begins a sentence.
_NAMED = re.compile(
    r"(?:指导思想|基本原则|工作原则|总体要求|总体思路|总体目标|工作目标|主要目标|发展目标|目标任务|重点任务|主要任务|工作任务|工作内容|"
    r"工作要求|工作步骤|实施步骤|组织实施|基本要求|其他要求|有关要求|组织领导|保障措施|适用范围|编制目的|编制依据)(?![的和与及、，。；：是])"
    r"|(?:[^，。；：！？、,;:“”（）]{2,28}?(?:建设|发展|体系|机制|制度|水平|能力|力度|工作|管理|服务|改革|创新|要求|目标|行动|工程|环境"
    r"|质量|监管|责任|治理|保护|污染|队伍|共享|融合|转型|升级|开放|合作|成效|优势|格局|宣传|领导|协调|保障|支持|督导|考核|评估|整治|内容|程序|步骤|条件)"
    r"(?=以(?!及)|为(?![主辅])|按照|按|到\d{4}年|根据|依托|深入|全面|认真|坚持|围绕|通过|本|力争|贯彻|紧|立足|充分|切实|加强|高举|“"
    r"|\d{4}年|各[级地区市县有部单]|鼓励|支持|建立|积极|进一步|加快|凡|对|请|分为|包括|是指|由|在|自|从|有下列))"
)


def breaks(plain: str, lines: Sequence[Line], *, parted: bool) -> dict[int, list[int]]:
    """For each line of a document whose breaks were lost without a trace, where to cut it; empty for any
    other. Offsets count code points of `plain`, the clean text in simplified script. `parted` says that
    other breaks of it were found.
    """
    cuts = _numbered(plain, lines)
    for number in cuts:
        sent = _sent(plain, lines[number])
        cuts[number] = sorted({*cuts[number], *sent})
    if parted and 0 not in cuts and (front := list(_front(plain, lines[0], lines[0].end))):
        cuts[0] = front
    elif cuts:
        first, last = min(cuts), max(cuts)
        cuts[first] = [*_front(plain, lines[first], cuts[first][0]), *cuts[first]]
        cuts[last] = [*cuts[last], *_closing(plain, lines[last], cuts[last][-1])]
    return {number: _with_words(plain, lines[number], places) for number, places in cuts.items()}


def _with_words(plain: str, line: Line, places: Sequence[int]) -> list[int]:
    """Those of the places, in order, between which there is more than white space."""
    kept: list[int] = []
    for at in places:
        if kept and not plain[kept[-1] : at].strip():
            kept.pop()
        kept.append(at)
    return [at for at in kept if plain[line.start : at].strip() and plain[at : line.end].strip()]


def _numbered(plain: str, lines: Sequence[Line]) -> dict[int, list[int]]:
    """Where the numbered items begin that stand inside lines, if most of the document's do."""
    inside = list(_items(plain, lines))
    before = sum(line.marker is not None and line.marker.number > 0 for line in lines)
    headings = any(marker.style in _HEADINGS for _, marker in inside)
    # A lone first number begins nothing.
    counted = sum(marker.number > 1 for _, marker in inside)
    if not headings or counted < max(_FEWEST - 1, before):
        return {}
    cuts: dict[int, set[int]] = {}
    for number, marker in inside:
        label = _LABEL.search(plain, max(lines[number].start, marker.start - _LABELLED), marker.start)
        cuts.setdefault(number, set()).add(label.start() if label else marker.start)
    for number, end in _named(plain, lines, inside):
        cuts[number].add(end)
    for number, line in enumerate(lines):
        places = cuts.setdefault(number, set())
        places.update(found.end() for found in _UNITS.finditer(plain, line.start, line.end))
        places.update(list(_phrases(plain, line, sorted(places))))
    return {number: sorted(places) for number, places in cuts.items() if places}


def _named(
    plain: str, lines: Sequence[Line], inside: Sequence[tuple[int, Marker]]
) -> Iterator[tuple[int, int]]:
    """The ends of the headings' words behind numbers, each with its line: where a paragraph begins with the
    same words, and in a style of which most items that go on show where their words end.
    """
    ends: dict[str, list[tuple[int, int]]] = {}
    items = Counter[str]()
    bounds = [*((number, marker.start) for number, marker in inside[1:]), (-1, 0)]
    for (number, marker), (following, bound) in zip(inside, bounds, strict=True):
        stop = bound if following == number else lines[number].end
        if stop - marker.end <= _TITLE_PHRASE and not _MARK.search(plain, marker.end, stop):
            continue
        items[marker.style] += 1
        if twice := _TWICE.match(plain, marker.end, stop):
            items[marker.style] -= 1
            yield number, twice.end(1)
        elif marker.style in _HEADINGS and (name := _NAMED.match(plain, marker.end)):
            ends.setdefault(marker.style, []).append((number, name.end()))
    for style, found in ends.items():
        if len(found) > _MOSTLY * items[style]:
            yield from found


def _phrases(plain: str, line: Line, places: Sequence[int]) -> Iterator[int]:
    """The ends of what white space closes: sentences, titles, and the phrases behind numbers.

    White space elsewhere is where the lines of a page ended; it may stand in the middle of a word.
    """
    starts = [line.start, *places]
    numbered = frozenset(places)
    begun = 0
    for space in _SPACE.finditer(plain, line.body, line.end):
        while begun + 1 < len(starts) and starts[begun + 1] <= space.start():
            begun += 1
        start = starts[begun]
        phrase = plain[max(start, space.start() - _LONG) : space.start()]
        marker = parse(plain, start, line.end)
        if marker and marker.end >= space.end():
            continue
        short = space.start() - start <= _LONG
        if forms.is_ended(phrase) or (short and _stands(phrase, numbered=start in numbered)):
            starts[begun] = space.end()
            yield space.end()


def _stands(phrase: str, *, numbered: bool) -> bool:
    """Whether a phrase is a line of its own: a heading behind its number, a title, an official form."""
    if numbered:
        return len(phrase) <= _TITLE_PHRASE and not _MARK.search(phrase)
    return any(
        (forms.is_titled(phrase), forms.DOCUMENT_NUMBER.match(phrase), forms.DATE_LINE.match(phrase),
         forms.ORGANISATION.match(phrase))
    )  # fmt: skip


def _items(plain: str, lines: Sequence[Line]) -> Iterator[tuple[int, Marker]]:
    """The markers that begin an item inside a line: those whose number is due in their style.

    Behind a word one is a marker only where that word ends the phrase of a heading.
    """
    last: dict[str, int] = {}
    for number, line in enumerate(lines):
        behind = line.body
        if line.marker:
            last[line.marker.style] = line.marker.number
        if line.end - line.start <= _LONG:
            continue
        for place in _ITEM.finditer(plain, line.body, line.end):
            at = place.start()
            glued = plain[at - 1] not in _BEHIND
            if glued and not "\u4e00" <= plain[at - 1] <= "\u9fff":
                continue
            marker = parse(plain, at, line.end)
            if marker is None or not marker.number:
                continue
            first = marker.style in ("章", "条") and marker.style not in last
            if glued and not first and (at - behind > _TITLE_PHRASE or _MARK.search(plain, behind, at)):
                continue
            due = marker.number - last.get(marker.style, 0)
            if due == 1 or marker.number == 1 or (due == _JUMP and not glued):
                behind = marker.end
                last[marker.style] = marker.number
                yield number, marker


def _front(plain: str, line: Line, end: int) -> Iterator[int]:
    """Where title, number, salutation and text begin that are run together before the first break."""
    if letter := forms.LETTERHEAD_TOGETHER.match(plain, line.start, end):
        yield from (letter.start("number"), letter.start("title"), letter.end())
        yield from _greeted(plain, letter.end(), end)
        return
    head = forms.RUN_TOGETHER.match(plain, line.start, end)
    if head is None:
        if line.marker is None and (title := forms.INTRODUCED.match(plain, line.start, end)):
            yield title.end()
        return
    yield from (head.start("number"), head.end("number"))
    yield from _greeted(plain, head.end("number"), end)


def _greeted(plain: str, start: int, end: int) -> Iterator[int]:
    """Where the text begins behind a salutation at `start`."""
    colon = _COLON.search(plain, start, end)
    if colon and forms.SALUTATION.match(plain, start, colon.end()):
        yield colon.end()


def _sent(plain: str, line: Line) -> Iterator[int]:
    """Where the parts begin of what stands between a sentence and a title named above (《》): the signature,
    its date, a note, the title, and the text behind it.
    """
    named = (name[1] for name in _NAME.finditer(plain, line.start, line.end))
    for name in dict.fromkeys(islice(named, _MOST_NAMES)):
        if not forms.is_titled(name):
            continue
        for found in re.finditer(re.escape(name), plain[line.start : line.end]):
            begin, end = line.start + found.start(), line.start + found.end()
            stop = max(plain.rfind(mark, line.start, begin) for mark in "。；") + 1
            if plain[begin - 1] in "《“" or begin - stop > _LONG or stop <= line.start:
                continue
            signed = forms.SIGNED_OFF.match(plain, stop, begin)
            if signed or begin == stop:
                yield from {stop, begin, end}
                if signed:
                    yield from {signed.start("date"), signed.end("date")}


def _closing(plain: str, line: Line, start: int) -> Iterator[int]:
    """Where signature, date and note begin that are run together behind the last sentence."""
    stop = max(plain.rfind(mark, start, line.end) for mark in "。；")
    signed = forms.SIGNED_OFF.match(plain, stop + 1, line.end) if stop >= 0 else None
    if signed:
        yield from sorted({stop + 1, signed.start("date"), signed.end("date")} - {line.end})
    elif (released := _RELEASED.search(plain, start, line.end)) and released.start() > start:
        yield released.start()
