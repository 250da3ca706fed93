"""Where a clause names an organisation, and what the words beside it say."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.tools import gazetteer
from annotator.tools.gazetteer import Occurrence, occurrence, occurrences

KNOWN = gazetteer.load()
SHANGHAI, HUANGPU, CHONGQING, HANGZHOU = ("上海市",), ("黄浦区", "上海市"), ("重庆市",), ("杭州市",)


def found(text, tail="", places=SHANGHAI):
    """Organisation: part, surface, role."""
    parts = {"text": text, "tail": tail}
    return {
        KNOWN.organisation(org_id).name: (one.where, parts[one.where][one.start : one.end], one.role)
        for org_id, (one, *_) in occurrences(text, tail, KNOWN, places).items()
    }


@pytest.mark.parametrize(
    ("text", "tail", "places", "expected"),
    [
        ("由市教委牵头推进。", "", SHANGHAI, {"上海市教育委员会": ("text", "市教委", "lead")}),
        ("发挥市教委的作用。", "", SHANGHAI, {"上海市教育委员会": ("text", "市教委", None)}),
        ("市教委按职责负责。", "", CHONGQING, {"重庆市教育委员会": ("text", "市教委", "responsible")}),
        ("市教委推进。", "", HANGZHOU, {}),
        (
            "国家数据局指导，市数据局、区数据局配合。", "", SHANGHAI,
            {"国家数据局": ("text", "国家数据局", "supervisor"), "上海市数据局": ("text", "市数据局", "participant")},
        ),
        ("各区数据局配合。", "", SHANGHAI, {}),
        ("静安区教育局配合。", "", HUANGPU, {}),
        ("由区教育局配合。", "", HUANGPU, {"上海市黄浦区教育局": ("text", "区教育局", "participant")}),
        ("各区、管委会配合。", "", SHANGHAI, {"上海市各区人民政府": ("text", "各区", None)}),
        ("市政府办公厅印发。", "", SHANGHAI, {"上海市人民政府办公厅": ("text", "市政府办公厅", None)}),
        (
            "平台由市教委建设。", "（牵头单位：市数据局；配合单位：市教委）", SHANGHAI,
            {"上海市教育委员会": ("tail", "市教委", "participant"), "上海市数据局": ("tail", "市数据局", "lead")},
        ),
        ("责任单位：市数据局、市教委。", "", SHANGHAI,
         {"上海市数据局": ("text", "市数据局", "responsible"), "上海市教育委员会": ("text", "市教委", "responsible")}),
        ("落实原市环保局的规定。", "", SHANGHAI, {"上海市生态环境局": ("text", "市环保局", None)}),
        ("推进杨浦区建设。", "", SHANGHAI, {}),
        ("", "", SHANGHAI, {}),
    ],
)  # fmt: skip
def test_every_organisation_that_stands_there_is_found_with_its_role(text, tail, places, expected):
    assert found(text, tail, places) == expected


def test_of_several_places_the_tail_then_the_one_nearest_to_a_word_that_hands_out_work():
    text = "市教委的经验。完善机制。由市教委牵头负责。市教委的平台。"
    ((one, *_),) = occurrences(text, "", KNOWN, SHANGHAI).values()
    assert one.start == text.index("由市教委") + 1
    ((one, *_),) = occurrences(text, "（市教委）", KNOWN, SHANGHAI).values()
    assert one == Occurrence("tail", 1, 4, None)


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        ("由市教委、市科委和市财政局牵头。", "lead lead lead"),
        ("由市教委会同市科委、市财政局负责。", "responsible participant participant"),
        ("市教委会同市科委制定办法。", "None participant"),
        ("市教委牵头，市科委、市财政局配合。", "lead participant participant"),
        ("市教委、市科委（牵头）推进。", "None lead"),
        ("市教委、市科委推进；市财政局牵头。", "None None lead"),
    ],
)
def test_a_list_shares_the_role_behind_it_and_who_is_joined_takes_part(text, roles):
    rows = [one for every in occurrences(text, "", KNOWN, SHANGHAI).values() for one in every]
    assert " ".join(str(one.role) for one in sorted(rows, key=lambda one: one.start)) == roles


def test_a_body_named_in_two_roles_is_found_in_both_the_tail_first():
    text = "市教委的经验。由市教委指导平台建设，市教委牵头。"
    (every,) = occurrences(text, "（责任单位：市教委）", KNOWN, SHANGHAI).values()
    assert [(one.where, one.role) for one in every] == [
        ("tail", "responsible"), ("text", "supervisor"), ("text", "lead"), ("text", None),
    ]  # fmt: skip


def test_a_name_that_no_table_has_is_found_letter_by_letter():
    text = "支持量子城市公司发展，由量子城市公司牵头。"
    assert occurrence(text, "", ["上海量子城市公司", "量子城市公司"]) == Occurrence("text", 12, 18, "lead")
    assert occurrence(text, "", ["量子公司"]) is None
    assert occurrence("(.*", "", ["(.*"]) == Occurrence("text", 0, 3, None)


@given(
    st.text("市教委数据局上海国家区、由牵头配合（）：。 ", max_size=40), st.text("市教委（）、", max_size=12)
)
def test_an_occurrence_is_a_name_of_its_organisation(text, tail):
    for org_id, every in occurrences(text, tail, KNOWN, SHANGHAI).items():
        assert len({one.role for one in every}) == len(every)
        for one in every:
            surface = (text if one.where == "text" else tail)[one.start : one.end]
            assert KNOWN.resolve(surface, SHANGHAI).org_id == org_id
