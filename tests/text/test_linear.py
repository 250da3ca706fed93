"""Text of any size is cut in time that grows with its size."""

from time import perf_counter

import pytest

from annotator.tools.text import cut

SIZE = 150_000
UNITS = (
    "字", "(", "（", "1.", "、", "；1.", "。1.字", "一、", "。一、字。二、字", "《", "《字字字字字》", "[bookmark:", "{{", "?", "字?翱罩?",
    "实(shi)", "&amp;", "ä", "涓", "…", ".", "—", "现将", ")(", "（责任单位：a）", "國際規劃，", "<a", "第一条", "附件：", "总 则",
)  # fmt: skip


@pytest.mark.parametrize("unit", UNITS)
def test_one_line_of_one_thing(unit: str) -> None:
    # Quadratic work on this much would take minutes.
    started = perf_counter()
    cut(unit * (SIZE // len(unit)))
    assert perf_counter() - started < 5


@pytest.mark.parametrize(
    "line",
    ["字", "1.", "1.字", "附件1", "目录", "2024年5月1日", "责任单位：市科委", "# 字", "序号", "1\t字", ""],
)
def test_many_short_lines(line: str) -> None:
    started = perf_counter()
    cut(f"{line}\n" * 10_000)
    assert perf_counter() - started < 5
