"""Which of the units that a clause names are suggested."""

import pytest

from annotator.flows.importing import segmented
from annotator.tools.codebook import parse, shipped
from annotator.tools.suggest.suggester import units

BOOK = parse(shipped("default"), "default")
PLAN = "上海市算力建设实施方案\n一、主要任务\n1.建设平台。{text}{tail}\n2.培育人才。加快引进人才。\n"


@pytest.mark.parametrize(
    ("text", "tail", "suggested"),
    [
        ("由市数据局牵头建设平台。", "", [("市数据局", "lead")]),
        ("由市数据局牵头建设平台。", "（责任单位：市教委）", [("市数据局", "lead"), ("市教委", "responsible")]),
        ("由市数据局牵头建设平台。", "（责任单位：市数据局、市教委）",
         [("市数据局", "responsible"), ("市教委", "responsible")]),
        ("由上海市数据局牵头建设平台。", "（责任单位：市数据局）", [("市数据局", "responsible")]),
    ],
)  # fmt: skip
def test_a_unit_in_the_text_and_in_the_list_is_suggested_as_the_list_has_it(
    text: str, tail: str, suggested: list[tuple[str, str]]
) -> None:
    cut = segmented(PLAN.format(text=text, tail=tail).encode(), "plan.txt")
    first = next(one for one in cut.segments if one.kind == "clause")
    (found,) = units(BOOK, cut.source.sha256, first)
    assert [(one["surface"], one["role"]) for one in found.value] == suggested
