"""Traditional or simplified: which script a text is in, and a copy in the other, to match, search or read.

The stored text keeps its script. The copy has one code point for each of the original's, so that what
is found in it stands at the same offsets. OpenCC's own converter walks a tree in Python and is
quadratic in the length of a sentence; its tables are used here with `str.translate`, which is a
hundred times faster and linear.
"""

import re
from functools import cache

_HAN = re.compile("[\u4e00-\u9fff]+")
# GB 2312 has the simplified forms and hardly a traditional one; a simplified text leaves it for a rare
# name at most, a traditional one with every third character.
_TRADITIONAL_SHARE = 0.05


def is_traditional(text: str) -> bool:
    """Whether `text` as a whole is written in traditional characters."""
    if not _rare().search(text):
        return False
    han = "".join(_HAN.findall(text))
    return len(han) - len(han.encode("gb2312", "ignore")) // 2 > len(han) * _TRADITIONAL_SHARE


def simplified(text: str) -> str:
    """`text` in simplified characters (OpenCC t2s), code point for code point."""
    if _rare().search(text):
        phrases, characters, pattern = _tables()
        pieces = pattern.split(text)
        pieces[::2] = [piece.translate(characters) for piece in pieces[::2]]
        pieces[1::2] = [phrases[piece] for piece in pieces[1::2]]
        return "".join(pieces)
    return text


def traditional(text: str) -> str:
    """`text`, a simplified one, in traditional characters (OpenCC s2t), code point for code point."""
    phrases, characters, longest = _phrases_by_beginning()
    pieces, at, done = list[str](), 0, 0
    while at < len(text):
        for length in range(longest.get(text[at : at + 2], 0), 1, -1):
            if found := phrases.get(text[at : at + length]):
                pieces += [text[done:at].translate(characters), found]
                at += length
                done = at
                break
        else:
            at += 1
    return "".join([*pieces, text[done:].translate(characters)])


@cache
def _rare() -> re.Pattern[str]:
    """What finds the Han characters that GB 2312 does not have."""
    cells = (bytes((row, cell)) for row in range(0xB0, 0xF8) for cell in range(0xA1, 0xFF))
    known = b"".join(cells).decode("gb2312", "ignore")
    return re.compile(f"[^\\0-\u4dff\ua000-\U0010ffff{known}]")


@cache
def _tables() -> tuple[dict[str, str], dict[int, str], re.Pattern[str]]:
    """OpenCC's t2s: phrases, single characters, and the pattern that finds the phrases."""
    phrases, characters = _words("t2s")
    longest_first = sorted(phrases, key=lambda word: (-len(word), word))
    return phrases, characters, re.compile(f"({'|'.join(map(re.escape, longest_first))})")


@cache
def _phrases_by_beginning() -> tuple[dict[str, str], dict[int, str], dict[str, int]]:
    """OpenCC's s2t: phrases, single characters, and the longest phrase for each two that begin one.

    Its fifty thousand phrases are too many for a pattern.
    """
    phrases, characters = _words("s2t")
    longest = dict[str, int]()
    for phrase in phrases:
        longest[phrase[:2]] = max(longest.get(phrase[:2], 0), len(phrase))
    return phrases, characters, longest


def _words(name: str) -> tuple[dict[str, str], dict[int, str]]:
    """The tables of one of OpenCC's conversions: phrases and single characters."""
    from opencc import OpenCC  # noqa: PLC0415  only texts in the other script need it

    words = {
        word: other.split(" ")[0]
        for _, _, table in OpenCC(name).dict_cache.values()
        for word, other in table.items()
    }
    phrases = {word: other for word, other in words.items() if len(word) > 1}
    return phrases, {ord(word): other for word, other in words.items() if len(word) == 1}
