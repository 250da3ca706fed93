"""Clauses that read like policy: pieces of the samples' sentences in a new order, with rare names among them.

Real texts have common words everywhere and rare ones in one place. LATE stands only in the last documents,
its characters in many; NOWHERE stands nowhere, though its characters do. HARDEST stands nowhere either, and
both its pairs in every third clause: an index of pairs is of no help.
"""

import random
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import annotator
from annotator.tools import text
from annotator.tools.query import folded

SHORTEST, LONGEST = 90, 260
LATE = {1: "鑫", 2: "隧穿", 3: "量子阱", 6: "量子隧穿网络"}
NOWHERE = {1: "䶮", 2: "数的", 3: "网络平", 6: "建设数据网络化"}
HARDEST = "建设施"
COMMON = {1: "规", 2: "数据", 3: "智能化", 6: "新型基础设施"}

_ABSENT = re.compile("|".join([*NOWHERE.values(), *LATE.values(), HARDEST]))


@cache
def pieces(*, traditional: bool) -> tuple[str, ...]:
    """The samples in one of the scripts, broken behind each mark."""
    found = []
    for path in sorted((Path(annotator.__file__).parent / "samples").glob("*.txt")):
        source = path.read_text(encoding="utf-8")
        if text.is_traditional(source) == traditional:
            for segment in text.cut(source):
                if segment.kind == "clause":
                    found += re.split(r"(?<=[，。；、,;])", segment.text)
    return tuple(piece for piece in found if piece)


def clauses(number: int, count: int, *, late: bool = False) -> Iterator[str]:
    """The clauses of document `number`, the same at every run; a late document has the words of LATE. Every
    fifth is in traditional characters.
    """
    chance = random.Random(number)
    parts = pieces(traditional=number % 5 == 4)
    characters = "".join(parts)
    for at in range(count):
        length, clause = chance.randint(SHORTEST, LONGEST), ""
        while len(clause) < length:
            kind = chance.random()
            if kind < 0.9:
                clause += chance.choice(parts)
            elif kind < 0.98:
                clause += "".join(chance.choice(characters) for _ in range(chance.randint(2, 6))) + "、"
            else:
                clause += chr(chance.randint(0x4E00, 0x9FA5)) + chr(chance.randint(0x4E00, 0x9FA5)) + "镇、"
        while found := _ABSENT.search(folded(clause)):
            clause = clause[: found.start()] + clause[found.end() :]
        yield clause + (LATE[(1, 2, 3, 6)[at % 4]] if late else "")
