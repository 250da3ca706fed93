"""Label values that come from a file or a screen."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.errors import AnnotatorError
from annotator.model.codebook import FIELD_KINDS, Attribute, Code, Field, name_of
from annotator.tools.codebook import check, parse, places, shipped

BOOK = parse(shipped("default"), "default")
CATEGORY, TYPE, UNIT, PRIORITY = (
    BOOK.field(name) for name in ("category", "clause_type", "responsible_unit", "priority")
)
TARGET = Field(
    "target",
    "span",
    "指标",
    "Target",
    attributes=(
        Attribute("value", "number", "数值", "Value"),
        Attribute("unit", "text", "单位", "Unit"),
        Attribute("by", "date", "时限", "By"),
        Attribute("bound", "choice", "限定", "Bound", (Code("least", "不少于", "at least"),)),
    ),
)
TOLD = {"value": None, "unit": None, "by": None, "bound": None}
PLACE = {"surface": "20个", "start": 0, "end": 3}
DUE = Field("due", "date", "时限", "Due")
NOTE = Field("note", "text", "备注", "Note")

STATED = {
    "org_id": "org-1",
    "name": "上海市数据局",
    "role": "lead",
    "stated": True,
    "surface": "市数据局",
    "start": 3,
    "end": 7,
}
ASSIGNED = {
    "org_id": None,
    "name": "市数据局",
    "role": "unspecified",
    "stated": False,
    "surface": "",
    "start": None,
    "end": None,
}

STORED = [
    (CATEGORY, "data", ["data"]),
    (CATEGORY, ["infra", "data"], ["infra", "data"]),
    (CATEGORY, ("数据要素", "Models and agents", " RULES "), ["data", "model", "rules"]),
    (TYPE, "任务举措", ["task"]),
    (PRIORITY, 0, ["exploratory"]),
    (PRIORITY, "3", ["dated"]),
    (PRIORITY, ["Expedited"], ["expedited"]),
    (UNIT, "市数据局", [ASSIGNED]),
    (UNIT, [STATED, "市数据局"], [STATED, ASSIGNED]),
    (UNIT, {"name": "市数据局"}, [ASSIGNED]),
    (UNIT, {**STATED, "stated": False}, [{**STATED, "stated": False}]),
    (
        TARGET,
        {"surface": "20个", "start": 0, "end": 3, "value": 20},
        [{**PLACE, **TOLD, "value": 20}],
    ),
    (TARGET, [PLACE], [{**PLACE, **TOLD}]),
    (
        TARGET,
        {**PLACE, "value": 0.5, "bound": "不少于", "by": "2027-06"},
        [{**PLACE, **TOLD, "value": 0.5, "bound": "least", "by": "2027-06"}],
    ),
    (DUE, "2027", ["2027"]),
    (DUE, ["2027-06"], ["2027-06"]),
    (DUE, " 2024-02-29 ", ["2024-02-29"]),
    (NOTE, "按语", ["按语"]),
]


@pytest.mark.parametrize(("field", "value", "stored"), STORED)
def test_a_value_is_brought_into_its_stored_form(field, value, stored):
    assert check(field, value) == stored
    assert check(field, stored) == stored


@pytest.mark.parametrize("kind", FIELD_KINDS)
def test_unset_stays_unset_and_none_stays_none(kind):
    field = Field("f", kind, "字段", "Field", codes=(Code("a", "甲", "A"),))
    assert check(field, None) is None
    assert check(field, []) == []


REFUSED = [
    (CATEGORY, "weather", ["weather", "总体部署", "开放合作"]),
    (CATEGORY, ["data", 3], ["3"]),
    (CATEGORY, ["data", "数据要素"], ["data"]),
    (CATEGORY, ["data", "infra", "model", "rules"], ["4", "3"]),
    (TYPE, ["task", "goal"], ["2"]),
    (TYPE, True, ["True"]),
    (TYPE, {"id": "task"}, ["task"]),
    (PRIORITY, 4, ["4", "探索储备"]),
    (PRIORITY, True, ["True"]),
    (PRIORITY, 1.0, ["1.0"]),
    (PRIORITY, [0, 1], ["2"]),
    (UNIT, 7, ["7", "org_id"]),
    (UNIT, " ", ["name"]),
    (UNIT, ["市数据局", "市数据局"], ["市数据局"]),
    (UNIT, {**STATED, "role": "boss"}, ["boss", "牵头"]),
    (UNIT, {**STATED, "role": ["lead"]}, ["lead"]),
    (UNIT, {**STATED, "colour": 1}, ["colour"]),
    (UNIT, {**STATED, "stated": 1}, ["stated"]),
    (UNIT, {**STATED, "org_id": ""}, ["org_id"]),
    (UNIT, {**STATED, "surface": ""}, ["surface"]),
    (UNIT, {**STATED, "start": 7}, ["7–7"]),
    (UNIT, {**STATED, "start": None}, ["None"]),
    (UNIT, {**STATED, "stated": False, "surface": ""}, ["surface"]),
    (UNIT, {**ASSIGNED, "surface": "各区政府"}, ["None"]),
    (TARGET, "20个", ["20个", "surface"]),
    (TARGET, {"surface": "20个", "start": -1, "end": 3}, ["-1"]),
    (TARGET, {"surface": "20个", "start": 0, "end": 3, "unit": ""}, ["unit"]),
    (TARGET, {**PLACE, "by": "年底"}, ["年底"]),
    (TARGET, {**PLACE, "bound": "most"}, ["most", "不少于"]),
    (TARGET, {**PLACE, "colour": 1}, ["colour"]),
    (DUE, "2027-13", ["2027-13"]),
    (DUE, "2023-02-29", ["2023-02-29"]),
    (DUE, "年底", ["年底"]),
    (DUE, ["2026", "2027"], ["2"]),
    (NOTE, "", ["“”"]),
    (NOTE, 5, ["5"]),
    (NOTE, "half \ud800", ["half"]),
]


@pytest.mark.parametrize("told", [[20], float("nan"), float("inf"), "20", "五十亿", True])
def test_what_is_no_number_is_refused_under_the_name_of_what_it_counts(told):
    with pytest.raises(AnnotatorError) as caught:
        check(TARGET, {**PLACE, "value": told})
    assert str(caught.value) == f"数值要写数字，如 50；现在是“{told}”。"


@pytest.mark.parametrize(("field", "value", "named"), REFUSED)
def test_a_bad_value_is_refused_by_name(field, value, named):
    with pytest.raises(AnnotatorError) as caught:
        check(field, value)
    assert [part for part in [name_of(field), *named] if part not in str(caught.value)] == []


PLACES = [
    # given, stored
    (None, None),
    ([], None),
    (PLACE, [PLACE]),
    ([{**PLACE, "start": 5, "end": 8}, PLACE], [PLACE, {**PLACE, "start": 5, "end": 8}]),
    ([PLACE, PLACE], [PLACE]),
]


@pytest.mark.parametrize(("given_places", "stored"), PLACES)
def test_evidence_is_stored_in_the_order_of_the_text(given_places, stored):
    assert places(CATEGORY, given_places) == stored


@pytest.mark.parametrize(
    "bad", ["算力", [3], {**PLACE, "end": 0}, {**PLACE, "surface": " "}, {**PLACE, "value": 1}]
)
def test_evidence_that_is_no_place_is_refused(bad):
    with pytest.raises(AnnotatorError, match="主题类别"):
        places(CATEGORY, bad)


ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(["name", "start", "end", "stated", "surface", "x"]), inner)
    ),
    max_leaves=6,
)


@given(st.sampled_from([CATEGORY, TYPE, UNIT, PRIORITY, TARGET, DUE, NOTE]), ANYTHING)
def test_any_value_is_stored_in_a_fixed_form_or_refused(field, value):
    try:
        stored = check(field, value)
    except AnnotatorError:
        return
    assert stored is None or isinstance(stored, list)
    assert check(field, stored) == stored


@pytest.mark.parametrize("written", ["lead", "牵头", " Lead "])
def test_a_role_may_be_written_in_either_language(written: str) -> None:
    assert check(UNIT, [{**STATED, "role": written}]) == [STATED]
