"""The 文号 of a document: 沪府〔2023〕51号, 国务院令第733号."""

import re
from collections.abc import Iterator, Sequence

from annotator.model.metadata import Found
from annotator.tools.metadata.front import Line, bare

_SIGN = r"(?P<sign>[\u4e00-\u9fff]{1,16}(?:[（(][\u4e00-\u9fff]{1,6}[)）])?)"
_YEARLY = re.compile(
    rf"{_SIGN}\s?[〔\[［【（(﹝<〈]\s?(?P<year>(?:19|20)\d\d)\s?年?[〕\]］】）)﹞>〉]\s?第?\s?(?P<serial>\d{{1,5}})\s?号"
)
_SERIAL = r"第\s?(?P<serial>[\d〇零一二三四五六七八九十百]{1,7})\s?号"
_ORDER = re.compile(rf"(?P<sign>[\u4e00-\u9fff]{{2,30}}令)\s?[（(]?{_SERIAL}[)）]?")
_ALONE = re.compile(rf"[（(]?{_SERIAL}[)）]?$")
_KEYED = re.compile(r"(?:发文字号|公文字号|文件编号|文\s{0,4}号)\s?[】\]]?\s?[:：\t]\s*")
# What may stand beside a number in a line that only gives it.
_AROUND = re.compile(r"[（(\[]?(?:签发人[:：].{0,20}|[\u4e00-\u9fff]{4,30}文件)?[)）\]]?$")
_CITED = re.compile(
    rf"《([^《》]{{4,120}})》[^《》。；]{{0,6}}[（(](?:以下[^（()）]{{2,20}}[，,])?\s?({_YEARLY.pattern})\s?[)）]"
)


def number(around: Sequence[Line]) -> Found | None:
    """The first line that is a number; else what the page or the news give with the document's name."""
    return next(_found(around), None)


def year(found: str) -> str:
    """The year of a number; empty where it has none."""
    match = re.search(r"〔(\d{4})〕", found)
    return match[1] if match else ""


def _found(around: Sequence[Line]) -> Iterator[Found]:
    yield from _own_lines(around)
    for line in around:
        if key := _KEYED.search(line.text):
            match = _YEARLY.match(line.text, key.end()) or _ORDER.match(line.text, key.end())
            if match:
                yield Found(_normal(match), "page", 0.9, line.start, line.end)
    titles = {bare(line.text) for line in around if line.kind == "title"}
    for line in around:
        for match in _CITED.finditer(line.text):
            if any(bare(match[1]) in one for one in titles):
                yield Found(_normal(match), "lead", 0.8, line.start, line.end)
    for line in around:
        found = list(_ORDER.finditer(line.text)) if line.kind == "front_matter" else []
        if len(found) == 1 and re.search("公布|发布", line.text[found[0].end() :]):
            yield Found(_normal(found[0]), "enactment", 0.7, line.start, line.end)


def _own_lines(around: Sequence[Line]) -> Iterator[Found]:
    for before, line in zip((None, *around), around, strict=False):
        text = line.text.strip()
        match = next(filter(None, (pattern.search(text) for pattern in (_YEARLY, _ORDER))), None)
        if match and _AROUND.match(text[: match.start()]) and _AROUND.match(text[match.end() :].strip()):
            yield Found(_normal(match), "number", 0.95, line.start, line.end)
        elif before and before.text.endswith("令") and (match := _ALONE.match(text)):
            value = f"{before.text}第{match['serial']}号"
            yield Found(value, "number", 0.9, line.start, line.end)


def _normal(match: re.Match[str]) -> str:
    parts = match.groupdict()
    if parts.get("year"):
        return f"{parts['sign']}〔{parts['year']}〕{int(parts['serial'])}号"
    return f"{parts['sign']}第{parts['serial']}号"
