"""Where hits are painted: in the coordinates of the text as it is shown."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.model.codebook import Codebook
from annotator.tools.query import excerpt, folded, highlights, parse


@pytest.mark.parametrize(
    ("text", "query", "expected"),
    [
        ("制定規劃，落实规划。", "规划", ["規劃", "规划"]), ("支持ＡＩ和ai", "Ai", ["ＡＩ", "ai"]),
        ("数据数据", "数据", ["数据数据"]), ("哈哈哈", "哈哈", ["哈哈哈"]), ("算力平台", "算力 平台", ["算力平台"]),
        ("算力网平台", "平台 算力", ["算力", "平台"]), ("算力", "-算力", []), ("算力", "category:data", []),
        ("建设(5G)网", "（5G）", ["(5G)"]), ("甲 乙", '"甲　乙"', ["甲 乙"]), ("", "算", []), ("İİ5g", "5G", ["5g"]),
    ],
)  # fmt: skip
def test_the_wanted_words_stand_out(text: str, query: str, expected: list[str], codebook: Codebook) -> None:
    assert [text[start:end] for start, end in highlights(text, parse(query, codebook))] == expected


@given(st.text("数据據數aA", max_size=20), st.text("数据據數aA", min_size=1, max_size=3))
def test_exactly_the_characters_of_every_hit_stand_out(codebook: Codebook, text: str, word: str) -> None:
    painted = [n for start, end in highlights(text, parse(word, codebook)) for n in range(start, end)]
    inside = {
        n + k for n in range(len(text)) if folded(text)[n:].startswith(folded(word)) for k in range(len(word))
    }
    assert painted == sorted(inside)


@pytest.mark.parametrize(
    ("length", "hits", "expected"),
    [
        (100, [], [(0, 20)]), (5, [], [(0, 5)]), (100, [(50, 52)], [(40, 62)]), (100, [(2, 4)], [(0, 14)]),
        (100, [(10, 12), (25, 27)], [(0, 37)]), (200, [(10, 12), (90, 92)], [(0, 22), (80, 102)]), (0, [], [(0, 0)]),
    ],
)  # fmt: skip
def test_an_excerpt_shows_each_hit_with_what_stands_around_it(
    length: int, hits: list[tuple[int, int]], expected: list[tuple[int, int]]
) -> None:
    assert excerpt(length, hits, 10) == expected
