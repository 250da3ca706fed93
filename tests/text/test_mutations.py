"""The five samples as others might have found them come out the same, up to what was changed.

Nothing in the cutter may hang on the words, the furniture, the script, the encoding or the format of the pages
that it was made with.
"""

import html
import re
from collections import Counter
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path
from random import Random

import pytest

from annotator.flows.importing import segmented
from annotator.tools.text import simplified, traditional
from annotator.tools.text.markers import parse
from tests.formats.word_file import paragraph, run, word_file

SAMPLES = sorted((Path(__file__).parents[2] / "annotator" / "samples").glob("*.txt"))
Row = tuple[str, int, str, tuple[str, ...], str, str]

# Other places and other things, each as long as what it stands for.
NAMES = {
    "上海": "云州", "重庆": "江陵", "黄浦": "青枫", "杨浦": "白荻", "复兴岛": "芦花洲", "浦东": "塘西",
    "人工智能": "海洋能源", "量子": "深海", "智能体": "潮汐器", "双万兆": "大通量", "区块链": "风电场",
}  # fmt: skip
FURNITURE = {
    "首页": "主站", "智能化": "新视野", "正文": "阅读", "北极星": "启明灯", "发表评论": "写下感想",
    "收藏": "点赞", "投稿": "爆料", "新闻排行榜": "一周热文榜", "打开APP": "下载客户端",
}  # fmt: skip


def swapped(text: str, words: dict[str, str]) -> str:
    """`text` in which each of some words is another."""
    found = re.compile("|".join(map(re.escape, sorted(words, key=len, reverse=True))))
    return found.sub(lambda word: words[word[0]], text)


def renumbered(text: str) -> str:
    """`text` with other quantities; years and the numbers of items stay."""
    return re.sub(
        r"(?<=[一-龥])\d{2,3}(?=[个個家项項万億亿%余])",
        lambda number: number[0].translate(str.maketrans("123456789", "234567891")),
        text,
    )


def wrapped(text: str, width: int = 30) -> str:
    """`text` in lines of at most `width` code points."""
    lines = (line for line in text.splitlines())
    parts = ([line[at : at + width] for at in range(0, len(line), width)] or [""] for line in lines)
    return "\n".join(part for line in parts for part in line)


def printed(text: str, width: int, chance: Random) -> str:
    """`text` as a program takes it out of printed pages: rows of a width, broken behind marks here and there
    and before brackets, without indentation; every 24 rows a page's number.
    """
    rows: list[str] = []
    for line in filter(None, map(str.strip, text.splitlines())):
        room, row = width - 2.0, ""
        for character in line:
            size = 0.5 if character < "\x7f" else 1.0
            if size > room and character not in "，。；、！？）》”：":
                rows.append(row)
                room, row = float(width), ""
            row, room = row + character, room - size
        rows.append(row)
    broken = [re.sub(r"(?<=[，。；、])(?=.)", lambda _: chance.choice(["", "", "\n"]), row) for row in rows]
    pages = ["\n".join(broken[at : at + 24]) for at in range(0, len(broken), 24)]
    return "\n".join(f"{one}\n\n— {number} —" for number, one in enumerate(pages, 1))


def page(text: str) -> bytes:
    body = "".join(f"<p>\u3000\u3000{html.escape(line)}</p>\n" for line in text.splitlines() if line.strip())
    return f'<html><head><meta charset="gb18030"></head><body>{body}</body></html>'.encode("gb18030")


def word(text: str) -> bytes:
    lines = (line for line in text.splitlines() if line.strip())
    return word_file("".join(paragraph(run(html.escape(line))) for line in lines))


def normal(text: str) -> str:
    return re.sub(r"\s", "", simplified(text))


def rows(data: bytes, name: str = "x.txt") -> list[Row]:
    """The segments of a file, in what a mutation must leave."""
    return [
        (
            one.kind,
            one.level,
            normal(one.marker),
            tuple(map(normal, one.path)),
            normal(one.text),
            normal(one.tail),
        )
        for one in segmented(data, name).segments
        if one.text or one.kind != "boilerplate"
    ]


MUTATIONS: dict[str, Callable[[str], tuple[bytes, str]]] = {
    "gb18030": lambda text: (text.encode("gb18030"), "x.txt"),
    "utf-16": lambda text: (text.encode("utf-16"), "x.txt"),
    "CRLF": lambda text: (text.replace("\n", "\r\n").encode(), "x.txt"),
    "simplified": lambda text: (simplified(text).encode(), "x.txt"),
    "HTML": lambda text: (page(text), "x.html"),
    "docx": lambda text: (word(text), "x.docx"),
}


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda path: path.name[:3])
@pytest.mark.parametrize("mutation", MUTATIONS)
def test_another_encoding_script_or_format_changes_nothing(sample: Path, mutation: str) -> None:
    text = sample.read_text(encoding="utf-8")
    assert rows(*MUTATIONS[mutation](text)) == rows(sample.read_bytes())


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda path: path.name[:3])
def test_traditional_characters_change_the_text_alone(sample: Path) -> None:
    text = sample.read_text(encoding="utf-8")
    found, expected = rows(traditional(text).encode()), rows(sample.read_bytes())
    assert [row[:3] for row in found] == [row[:3] for row in expected]
    # 复盘 becomes 覆盘, and there is no way back.
    assert [len(row[4]) for row in found] == [len(row[4]) for row in expected]


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda path: path.name[:3])
@pytest.mark.parametrize("words", [NAMES, FURNITURE], ids=["names", "furniture"])
def test_other_words_change_themselves_alone(sample: Path, words: dict[str, str]) -> None:
    text = sample.read_text(encoding="utf-8")
    # A pinyin residue belongs to the character that it was.
    text = re.sub(r"(?<=[一-龥])\([a-zāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜü]{1,7}\)", "", text)
    both = {**{traditional(one): traditional(other) for one, other in words.items()}, **words}
    expected = [
        (kind, level, marker, tuple(swapped(part, words) for part in path), swapped(body, words), tail)
        for kind, level, marker, path, body, tail in rows(text.encode())
    ]
    found = [(*row[:5], expected[place][5]) for place, row in enumerate(rows(swapped(text, both).encode()))]
    assert found == expected


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda path: path.name[:3])
def test_other_quantities_change_themselves_alone(sample: Path) -> None:
    text = sample.read_text(encoding="utf-8")
    assert renumbered(text) != text or sample.name.startswith("000")
    found, expected = rows(renumbered(text).encode()), rows(text.encode())
    assert [row[:3] for row in found] == [row[:3] for row in expected]


@pytest.mark.parametrize("width", [24, 30, 40])
@pytest.mark.parametrize("sample", SAMPLES, ids=lambda path: path.name[:3])
def test_a_text_in_lines_of_one_length_is_made_whole(sample: Path, width: int) -> None:
    text = sample.read_text(encoding="utf-8")
    expected, found = Counter(rows(text.encode())), Counter(rows(wrapped(text, width).encode()))
    # Whether a paragraph ends where its last line is full, nothing can tell but a number below it.
    lines = [line for line in text.splitlines() if line.strip()]
    unclear = sum(
        len(line) % width == 0 and parse(simplified(below)) is None for line, below in pairwise(lines)
    )
    assert sum((expected - found).values()) <= 2 * unclear


@pytest.mark.parametrize("width", [28, 36, 40])
@pytest.mark.parametrize("sample", SAMPLES, ids=lambda path: path.name[:3])
def test_a_text_out_of_printed_pages_is_made_whole(sample: Path, width: int) -> None:
    # What a web page leaves in a text, no printed one has.
    residue = r"\([a-zāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜü]{1,7}\)|\[bookmark:[^\]]*\]"
    text = re.sub(residue, "", sample.read_text(encoding="utf-8"))
    expected, found = (
        Counter(row[4] for row in rows(source.encode()) if row[0] == "clause")
        for source in (text, printed(text, width, Random(7)))
    )
    # Where a paragraph without a number begins below a full row, nothing tells.
    assert sum((expected - found).values()) <= 0.1 * sum(expected.values())
