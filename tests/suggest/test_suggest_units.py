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


def test_a_unit_of_the_line_that_closes_a_section_is_assigned_to_the_clauses_above_it() -> None:
    section = "{number}、{name}\n1.建设平台，完善功能。\n2.培育人才，引进团队。\n责任单位：{unit}\n"
    told = [("一", "推进建设", "市数据局"), ("二", "加强培育", "市教委")]
    body = "".join(section.format(number=number, name=name, unit=unit) for number, name, unit in told)
    cut = segmented(f"上海市算力建设实施方案\n{body}".encode(), "plan.txt")
    first, last = [one for one in cut.segments if one.kind == "clause"][:2]
    (above,), (own,) = (list(units(BOOK, cut.source.sha256, one)) for one in (first, last))
    assert [(one["name"], one["role"]) for one in above.value] == [("上海市数据局", "responsible")]
    assert (above.value[0]["stated"], above.value[0]["start"]) == (False, None)
    assert (own.value[0]["stated"], own.value[0]["surface"]) == (True, "市数据局")
