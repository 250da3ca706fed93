"""Pinyin left behind its character by a reading aid: 規(guī)劃 → 規劃, but never (BIM).

A tone mark decides by itself: no other bracket behind a Han character holds one toned syllable. A
toneless syllable is also an English word or an abbreviation in small letters, so it must be a reading
of that very character. pypinyin knows the readings of rare ones too; its import takes 0.15 seconds,
which only a document with such a bracket pays.
"""

import re
from collections.abc import Iterator

from annotator.model.edit import Edit

_TONED = "āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜńňǹḿ"
_LETTERS = rf"a-zü\u0251\u0261{_TONED}"
_BRACKET = re.compile(rf"[(（]\s?[{_LETTERS}]")
"""Hardly a document has any, and to find none is sooner done without a look at what stands before."""
_BRACKETS = re.compile(rf"(?<=[\u3400-\u9fff])(?:[(（]\s?[{_LETTERS}]{{1,6}}\s?[)）]){{1,3}}")
_SYLLABLE = re.compile(
    "(?:[bpmfdtnlgkhjqxrzcsyw]|zh|ch|sh)?"
    "(?:a|ai|an|ang|ao|e|ei|en|eng|er|i|ia|ian|iang|iao|ie|in|ing|iong|iu|o|ong|ou"
    "|u|ua|uai|uan|uang|ue|ui|un|uo|v|ve|n|ng|m)"
)
_UNTONED = str.maketrans("āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜüńňǹḿ\u0251\u0261", "aaaaeeeeiiiioooouuuuvvvvvnnnmag")


def residues(source: str) -> Iterator[Edit]:
    """Brackets with one syllable that the Han character before them can be read as."""
    for found in _BRACKETS.finditer(source) if _BRACKET.search(source) else ():
        syllables = set(re.findall(rf"[{_LETTERS}]+", found[0]))
        if len(syllables) == 1 and _reads(source[found.start() - 1], syllables.pop()):
            yield Edit(found.start(), found.end(), "pinyin", found[0], "")


def _reads(character: str, syllable: str) -> bool:
    letters = syllable.translate(_UNTONED)
    if not _SYLLABLE.fullmatch(letters):
        return False
    tones = sum(letter in _TONED for letter in syllable)
    return tones == 1 if tones else letters in _readings(character)


def _readings(character: str) -> set[str]:
    from pypinyin import Style, pinyin  # noqa: PLC0415  slow, and toneless brackets are rare

    return set(pinyin(character, style=Style.NORMAL, heteronym=True, v_to_u=False)[0])
