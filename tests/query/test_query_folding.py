"""What counts in a search: one code point for one, whatever stands beside it."""

import sys
from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.tools.query import folding
from annotator.tools.query.folding import BOTH_SCRIPTS, MARKS, WIDE_MARKS, folded, for_search

WRITTEN = st.text("规規划劃乾坤數据AaＡａ５5，,（(： \u3000\tßẞÉé", max_size=12)


@cache
def every() -> list[str]:
    """All characters there are, or may come to be."""
    return [chr(point) for point in range(sys.maxunicode + 1) if not 0xD800 <= point < 0xE000]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("規劃", "规划"), ("乾坤", "干坤"), ("乾", "干"), ("5g", "5G"), ("５Ｇ", "5G"), ("ipv６", "IPV6"),
        ("（5G）", "(5G)"), ("，：；！？", ",:;!?"), ("a\u3000b\tc\nd\xa0", "A B C D "), ("“十四五”——", "“十四五”——"),
        ("ß", "ß"), ("É", "É"), ("é", "É"), ("\u212a", "K"), ("𠀀", "𠀀"), ("", ""), ("薴", "苎"), ("％", "%"), ("a\x00b", "A B"),
    ],
)  # fmt: skip
def test_script_case_and_width_do_not_count(text: str, expected: str) -> None:
    assert folded(text) == expected


def test_every_character_stays_one_and_is_folded_for_good() -> None:
    once = [folded(character) for character in every()]
    assert {len(one) for one in once} == {1}
    assert [folded(one) for one in once] == once


def test_both_cases_of_every_letter_meet() -> None:
    pairs = [(one, one.swapcase()) for one in every() if len(one.swapcase()) == 1]
    assert [one for one, other in pairs if folded(one) != folded(other)] == []


def test_the_characters_of_both_scripts_are_those_that_opencc_changes() -> None:
    assert {one for one in folding._simplified() if one.encode("gb2312", "ignore")} == BOTH_SCRIPTS


def test_no_character_that_folds_is_taken_for_one_that_stays() -> None:
    staying = [one for one in every() if for_search(one) is None]
    assert [one for one in staying if folded(one) != one and one not in WIDE_MARKS] == []
    assert len(staying) > 6763  # all simplified characters among them, without a look at each


@given(WRITTEN, WRITTEN)
def test_what_stands_beside_a_character_changes_nothing(one: str, other: str) -> None:
    assert folded(one + other) == folded(one) + folded(other)


@given(st.lists(WRITTEN, min_size=3, max_size=3))
def test_the_stored_copy_is_folded_but_for_marks_and_missing_where_it_would_be_the_same(
    parts: list[str],
) -> None:
    kept = for_search(*parts)
    stored = list(parts) if kept is None else kept.split("\n")
    assert [folded(part) for part in stored] == [folded(part) for part in parts]
    assert (kept is None) == (stored == parts)
    marks = str.maketrans(WIDE_MARKS, MARKS)
    assert [part.translate(marks) for part in stored] == [folded(part) for part in parts]


@pytest.mark.parametrize(
    "parts", [("1.", "推进5G网络建设，到2027年建成100个（含）。", "（市数据局）"), ("", "AI", "")]
)
def test_usual_simplified_text_needs_no_copy(parts: tuple[str, ...]) -> None:
    assert for_search(*parts) is None
