"""Characters that stand for a font's glyph: what looks like a Han character and is none, and signs that only
one font can draw.

A printed page's text is often taken out by the shape of its glyphs: ⼯ (a radical of the dictionary) for 工.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator

from annotator.model.edit import Edit

# Radicals that Unicode maps to no character: the simplified ones, which fonts share with it.
_RADICALS = dict(
    zip(
        "⺝⺟⺠⺼⻁⻄⻅⻆⻉⻋⻓⻔⻘⻙⻚⻛⻜⻝⻢⻣⻤⻥⻦⻨⻩⻬⻮⻰⻳",
        "月母民肉虎西见角贝车长门青韦页风飞食马骨鬼鱼鸟麦黄齐齿龙龟",
        strict=True,
    )
)
_LOOKALIKE = re.compile("[\u2e80-\u2fd5\uf900-\ufaff]+")
_PRIVATE = "\ue000-\uefff\uf100-\uf8ff"
_PRIVATE_RUN = re.compile(f"[{_PRIVATE}]+")
_BEGINS = re.compile(rf"^[ \t\u3000\xa0]{{0,8}}([{_PRIVATE}])", re.MULTILINE)
_FEWEST = 2
_BESIDE = re.compile(r"[\s。；：，！？）》”]")


def lookalikes(source: str) -> Iterator[Edit]:
    """Radicals and doubles of Han characters, for the characters themselves."""
    for found in _LOOKALIKE.finditer(source):
        after = "".join(_RADICALS.get(sign) or _plain(sign) for sign in found[0])
        if after != found[0]:
            yield Edit(found.start(), found.end(), "lookalike", found[0], after)


def _plain(sign: str) -> str:
    plain = unicodedata.normalize("NFKC", sign)
    return plain if len(plain) == 1 else sign


def private(source: str) -> Iterator[Edit]:
    """Signs of one font that begin lines, where an indentation was; they may stand behind a sentence too."""
    begun = Counter(found[1] for found in _BEGINS.finditer(source))
    layout = {sign for sign, count in begun.items() if count >= _FEWEST}
    if not layout:
        return
    for found in _PRIVATE_RUN.finditer(source):
        start, end = found.span()
        around = source[max(0, start - 1) : start] or "\n", source[end : end + 1] or "\n"
        if layout.issuperset(found[0]) and any(map(_BESIDE.match, around)):
            yield Edit(start, end, "private_use", found[0], "")
