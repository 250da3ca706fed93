"""Traditional or simplified: which script a text is in, and a simplified copy for matching and search.

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
    han = "".join(_HAN.findall(text))
    return len(han) - len(han.encode("gb2312", "ignore")) // 2 > len(han) * _TRADITIONAL_SHARE


def simplified(text: str) -> str:
    """`text` in simplified characters (OpenCC t2s), code point for code point."""
    try:
        "".join(_HAN.findall(text)).encode("gb2312")
    except UnicodeEncodeError:
        phrases, characters, pattern = _tables()
        pieces = pattern.split(text)
        pieces[::2] = [piece.translate(characters) for piece in pieces[::2]]
        pieces[1::2] = [phrases[piece] for piece in pieces[1::2]]
        return "".join(pieces)
    return text


@cache
def _tables() -> tuple[dict[str, str], dict[int, str], re.Pattern[str]]:
    """OpenCC's t2s: phrases, single characters, and the pattern that finds the phrases."""
    from opencc import OpenCC  # noqa: PLC0415  only texts in the other script need it

    words = {
        word: simple.split(" ")[0]
        for _, _, table in OpenCC("t2s").dict_cache.values()
        for word, simple in table.items()
    }
    phrases = {word: simple for word, simple in words.items() if len(word) > 1}
    characters = {ord(word): simple for word, simple in words.items() if len(word) == 1}
    longest_first = sorted(phrases, key=lambda word: (-len(word), word))
    return phrases, characters, re.compile(f"({'|'.join(map(re.escape, longest_first))})")
