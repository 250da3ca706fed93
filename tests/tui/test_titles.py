"""Titles where there is little room for them."""

import pytest

from annotator.tui.titles import apart

ALIKE = ["上海市关于人工智能的方案", "上海市数据条例", "重庆市方案", "重庆市方案补充"]


@pytest.mark.parametrize(
    ("title", "shown"),
    [
        (ALIKE[0], "…关于人工智能的方案"),
        (ALIKE[1], "…数据条例"),
        (ALIKE[2], "重庆市方案"),  # another one is it and more
        (ALIKE[3], "…补充"),
        ("上饶", "上饶"),  # one sign is not worth it
    ],
)
def test_what_several_titles_begin_with_is_left_out(title: str, shown: str) -> None:
    assert apart(title, [*ALIKE, title]) == shown
