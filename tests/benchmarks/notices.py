"""Documents that are built like those of an office: a title, numbered headings, items with their units.

A document has some 55 clauses of some 150 characters, made of pieces of the samples' sentences in a new order
(`prose.py`); the same number gives the same document at every run. Of ten, one is in traditional characters, and
some have what the repairs and the figures look for: a bookmark, a blank between digits and hanzi, a deadline.
"""

import random
from collections.abc import Iterator
from pathlib import Path

from tests.benchmarks.prose import pieces

CLAUSES = 55
SHORTEST, LONGEST = 110, 170

_HANZI = "一二三四五六七八九十"
_PLACES = ("上海市", "重庆市", "杭州市", "广州市", "北京市", "深圳市")
_UNITS = (
    "市发展改革委",
    "市科委",
    "市经济信息化委",
    "市教委",
    "市财政局",
    "市数据局",
    "市卫生健康委",
    "各区政府",
    "市交通委",
    "市农业农村委",
)
_TOPICS = (
    "数字经济",
    "人工智能",
    "智慧城市",
    "现代物流",
    "绿色建筑",
    "新能源汽车",
    "生物医药",
    "数据要素",
    "养老服务",
    "乡村振兴",
)
_ACTS = (
    "夯实基础能力",
    "拓展应用场景",
    "培育产业生态",
    "强化要素支撑",
    "优化发展环境",
    "完善治理体系",
    "推动开放合作",
    "提升服务水平",
)


def notice(number: int) -> str:
    """The text of document `number`."""
    return "\n".join(_lines(random.Random(number), number)) + "\n"


def _lines(chance: random.Random, number: int) -> Iterator[str]:
    place, topic = chance.choice(_PLACES), chance.choice(_TOPICS)
    parts = pieces(traditional=number % 10 == 9)
    yield f"{place}{topic}高质量发展行动方案（第{number}号）"
    yield f"{place}人民政府办公厅"
    yield f"20{chance.randint(20, 26)}年{chance.randint(1, 12)}月{chance.randint(1, 28)}日"
    yield f"为加快推动{place}{topic}发展，根据国家有关部署，结合本市实际，制定本方案。"
    left = CLAUSES - 1
    for chapter in _HANZI[:6]:
        yield f"{chapter}、{chance.choice(_ACTS)}"
        for section in _HANZI[:3]:
            yield f"（{section}）{chance.choice(_ACTS)}"
            for item in range(1, 4):
                if left:
                    left -= 1
                    yield f"{item}.{chance.choice(_ACTS)}。{_clause(chance, parts)}"


def _clause(chance: random.Random, parts: tuple[str, ...]) -> str:
    length, clause = chance.randint(SHORTEST, LONGEST), ""
    while len(clause) < length:
        clause += chance.choice(parts)
    clause = clause.rstrip("，、；。,;")
    if chance.random() < 0.1:
        clause += f"，到20{chance.randint(26, 35)}年建成{chance.randint(3, 90)}个以上示范项目"
    if chance.random() < 0.01:
        clause += "[bookmark: _Toc1]"
    if chance.random() < 0.01:
        clause += f"，覆盖 {chance.randint(3, 90)}个街镇"
    if chance.random() < 0.5:
        named = "、".join(chance.sample(_UNITS, chance.randint(1, 4)))
        return f"{clause}。（责任单位：{named}）"
    return f"{clause}。"


def write(folder: Path, clauses: int) -> int:
    """Files of so many clauses in all, at least; returns how many files."""
    count = -(-clauses // CLAUSES)
    for number in range(count):
        (folder / f"{number:05}.txt").write_text(notice(number), encoding="utf-8")
    return count
