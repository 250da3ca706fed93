"""Where the cursor stops when words are marked."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.tools.wordbreaks import breaks
from annotator.tools.wordsteps import steps

TEXT = "建设5G-A网络，覆盖2.4%、“鹰眼”模型。"


def words(text, *given_, **named):
    return [text[a:b] for a, b in pairwise(steps(text, *given_, **named))]


def test_a_first_answer_goes_by_the_classes_of_characters():
    assert words(TEXT) == ["建设", "5G-A", "网络", "，", "覆盖", "2.4%", "、", "“", "鹰眼", "”", "模型", "。"]


def test_word_breaks_divide_runs_of_chinese_and_nothing_else():
    text = "加快建设5G-A网络《数据条例》。"
    assert words(text, (), breaks) == ["加快", "建设", "5G-A", "网络", "《", "数据条例", "》", "。"]


def test_what_belongs_together_is_one_step():
    text = "已建成2500余个基站"
    assert words(text, [(3, 9)]) == ["已建成", "2500余个", "基站"]
    assert words(text, [(3, 9)], breaks) == ["已", "建成", "2500余个", "基站"]


@pytest.mark.parametrize("whole", [[(0, 4), (2, 9)], [(2, 9), (0, 4)], [(2, 9), (3, 5)], [(2, 9), (2, 9)]])
def test_of_what_overlaps_the_longer_is_one_step(whole):
    assert (2, 9) in pairwise(steps("甲乙丙丁戊己庚辛壬癸", whole))


def test_an_empty_text_has_one_stop():
    assert steps("") == steps("", (), breaks) == [0]


PIECES = st.text("建设数据5G-A.%“”《》，。 \n𠮷😀国é", max_size=40)


@given(PIECES, st.data(), st.booleans())
def test_stops_rise_from_the_beginning_to_the_end(text, data, by_words):
    ends = st.integers(0, len(text))
    pairs = data.draw(st.lists(st.tuples(ends, ends), max_size=4))
    whole = [(min(pair), max(pair)) for pair in pairs if pair[0] != pair[1]]
    stops = steps(text, whole, breaks if by_words else None)
    assert stops == sorted(set(stops))
    assert (stops[0], stops[-1]) == (0, len(text))


@given(st.text("建设数据，。 \n", min_size=1, max_size=40), st.data(), st.booleans())
def test_no_stop_lies_inside_what_is_kept_whole(text, data, by_words):
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    stops = steps(text, [(start, end)], breaks if by_words else None)
    assert {start, end} <= set(stops)
    assert not set(stops) & set(range(start + 1, end))
