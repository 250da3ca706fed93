"""One pattern for many words: at each place the longest of them that stands there.

A pattern of all words side by side tries every one of them wherever the first character of any stands;
by their common beginnings only those are tried that can still be.
"""

import re
from collections.abc import Iterable
from typing import Any

_END = ""


def longest_of(words: Iterable[str]) -> re.Pattern[str]:
    """The pattern of `words`, none of them empty; of no words, one that matches nowhere."""
    root: dict[str, Any] = {}
    for word in words:
        node = root
        for character in word:
            node = node.setdefault(character, {})
        node[_END] = {}
    # Where every way begins with a character, and none with a set of them, the engine leaps to the next
    # place at which one can begin.
    ways = [re.escape(character) + _written(below) for character, below in root.items()]
    return re.compile("|".join(ways) or "(?!)")


def _written(node: dict[str, Any]) -> str:
    """What may stand behind the characters that lead to a node, the longest first."""
    last = [re.escape(character) for character, below in node.items() if character and set(below) == {_END}]
    ways = [
        re.escape(character) + _written(below)
        for character, below in node.items()
        if character and set(below) != {_END}
    ]
    if last:
        ways.append(last[0] if len(last) == 1 else f"[{''.join(last)}]")
    if not ways:
        return ""
    whole = ways[0] if len(ways) == 1 and _END not in node else f"(?:{'|'.join(ways)})"
    return f"{whole}?" if _END in node else whole
