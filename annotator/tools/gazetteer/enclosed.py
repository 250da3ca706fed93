"""Lists of units inside a text: lines with a label (责任单位：A、B) and brackets (A牵头，B配合)."""

import re

from annotator.tools.gazetteer.index import Gazetteer
from annotator.tools.gazetteer.listing import brackets, read_list
from annotator.tools.gazetteer.wording import COLLECTIVE, UNIT_END

_COLLECTIVE = re.compile(COLLECTIVE)
# In a bracket that hands out work more endings are names than a sentence could begin with.
_UNIT_END = re.compile(rf"(?:{UNIT_END}|[行会院关社队站校团])$")
_NO_LIST = re.compile(r"以下|简称|即|如|含|包括|不|详?见|原")
_LABEL = (
    r"(?:牵头|责任|主责|配合|协同|协助|参与|支持|指导|督办|主办|协办|承办|实施|落实)"
    r"[^：:、，,。；;\n]{0,8}(?:单位|部门|主体|机构)"
)
_LABELLED = re.compile(rf"(?:[^：:。；;\n]{{0,40}}[，,；;])?\s*[^：:、，,。；;\n]{{0,4}}?{_LABEL}[：:]")
_LINE = re.compile(rf"(?:^|(?<=[。；;\n]))[^\S\n]*{_LABEL}[：:][^。\n]+")


def lists(text: str, gazetteer: Gazetteer) -> list[tuple[int, int]]:
    """The stretches of `text` that are lists of units."""
    found = [line.span() for line in _LINE.finditer(text)] if "：" in text or ":" in text else []
    if "（" in text or "(" in text or "〔" in text or "[" in text or "【" in text:
        for start, end in brackets(text):
            if apart(start, end, found) and _is_list(text[start:end], gazetteer):
                found.append((start, end))
    return found


def apart(start: int, end: int, others: list[tuple[int, int]]) -> bool:
    """Whether a stretch has nothing in common with the others."""
    return all(end <= begin or stop <= start for begin, stop in others)


def _is_list(inside: str, gazetteer: Gazetteer) -> bool:
    """Whether a bracket lists units: it has their label, or a role and a name."""
    if _NO_LIST.match(inside):
        return False
    if _LABELLED.match(inside):
        return True
    spans = read_list(inside, 0, len(inside))
    roles = any(role != "unspecified" for _, _, role in spans)
    return roles and any(_is_name(inside, start, end, gazetteer) for start, end, _ in spans)


def _is_name(text: str, start: int, end: int, gazetteer: Gazetteer) -> bool:
    if gazetteer.end_of_name(text, start) == end or _COLLECTIVE.fullmatch(text, start, end):
        return True
    return _UNIT_END.search(text, start, end) is not None
