"""A document that says by a rule who leads: the unit named first in a list."""

import pytest

from annotator.model.cutting import Segment
from annotator.tools import gazetteer

RULE = "排在第一位的部门为牵头部门，下同"


def roles(*parts):
    """The roles of the units of each clause of a document, given as texts and tails."""
    source, segments = "", []
    for text, tail in parts:
        start, middle = len(source), len(source) + len(text)
        source += text + tail
        where = ("clause", 1, "", (), start, len(source), text, start, middle)
        segments.append(Segment(*where, tail=tail, tail_start=middle, tail_end=len(source)))
    named = gazetteer.named(segments, source, str, gazetteer.load(), ("上海市",))
    return [[(one.surface, one.role) for one in segment.mentions] for segment in named]


@pytest.mark.parametrize(
    "rule",
    [
        RULE,
        "列第一位的为牵头单位",
        "排在首位的单位为牵头单位",
        "排名第一的部门是牵头部门",
        "排在第一位的责任单位均为牵头单位",
    ],
)
def test_the_first_of_a_list_leads_where_the_document_says_so(rule):
    first, second = roles(
        ("落实工作。", f"（市科委、市教委负责，{rule}）"), ("推进工作。", "（市财政局、市科委负责）")
    )
    assert first == [("市科委", "lead"), ("市教委", "responsible")]
    assert second == [("市财政局", "lead"), ("市科委", "responsible")]


@pytest.mark.parametrize("rule", ["", "，排名不分先后", "，第一季度完成"])
def test_nobody_leads_by_a_rule_that_is_not_there(rule):
    (units,) = roles(("落实工作。", f"（市科委、市教委负责{rule}）"))
    assert units == [("市科委", "responsible"), ("市教委", "responsible")]


def test_one_unit_alone_and_lists_with_roles_of_their_own_stay_as_they_are():
    _, alone, own = roles(
        (f"分工如下，{RULE}。", ""),
        ("落实工作。", "（市科委负责）"),
        ("推进工作。", "（市教委配合，市财政局牵头）"),
    )
    assert alone == [("市科委", "responsible")]
    assert own == [("市教委", "participant"), ("市财政局", "lead")]


def test_units_of_the_text_do_not_lead_by_the_rule():
    _, units = roles((f"注：{RULE}。", ""), ("市教委应当制定方案。", "（责任单位：市科委、市财政局）"))
    assert units == [("市教委", "unspecified"), ("市科委", "lead"), ("市财政局", "responsible")]
