import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.model.codebook import Attribute, Code, Field
from annotator.model.ids import canonical
from annotator.model.review import Review
from annotator.model.value import applies, fits, holds, remarks, state_of, told, within

TYPE = Field("type", "single", "类型", "Type")
PRIORITY = Field(
    "priority",
    "ordinal",
    "优先级",
    "Priority",
    applies_to=(("type", ("task", "goal")), ("infra", ("infra",))),
)


@pytest.mark.parametrize(
    ("code", "allowed", "expected"),
    [
        ("infra", ["infra"], True),
        ("infra.compute", ["infra"], True),
        ("infra.compute.gpu", ["infra"], True),
        ("infra.compute.gpu", ["infra.compute"], True),
        ("infra", ["infra.compute"], False),
        ("infrared", ["infra"], False),
        ("infra_compute", ["infra"], False),
        ("data", ["infra", "data"], True),
        ("data", [], False),
        ("", ["infra"], False),
    ],
)
def test_a_code_is_within_itself_and_what_it_is_nested_in(
    code: str, allowed: list[str], expected: bool
) -> None:
    assert within(code, allowed) is expected


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ({}, True),
        ({"type": None}, True),
        ({"type": []}, True),
        ({"type": ["task"]}, True),
        ({"type": ["goal"]}, True),
        ({"type": ["background"]}, False),
        ({"type": ["background", "task"]}, True),
        ({"type": ["task"], "infra": ["infra.compute"]}, True),
        ({"type": ["task"], "infra": ["data"]}, False),
        ({"type": ["background"], "infra": ["infra"]}, False),
        ({"type": ["task"], "infra": []}, True),
        ({"priority": ["high"]}, True),
        ({"other": ["background"]}, True),
    ],
)
def test_every_rule_must_hold_and_an_open_question_holds(
    values: dict[str, list[str] | None], expected: bool
) -> None:
    assert applies(PRIORITY, values) is expected


def test_a_field_without_rules_applies_always() -> None:
    assert applies(TYPE, {"type": ["background"], "priority": ["high"]})


@pytest.mark.parametrize(
    ("values", "state"),
    [
        ({}, "unset"),
        ({"priority": None}, "unset"),
        ({"priority": []}, "none"),
        ({"priority": ["high"]}, "set"),
        ({"type": ["task"], "priority": []}, "none"),
        ({"type": ["background"]}, "n/a"),
        ({"type": ["background"], "priority": []}, "n/a"),
        ({"type": ["background"], "priority": ["high"]}, "n/a"),
        ({"type": [], "priority": ["high"]}, "set"),
    ],
)
def test_the_four_states(values: dict[str, list[str] | None], state: str) -> None:
    assert state_of(PRIORITY, values) == state


VALUES = st.dictionaries(
    st.sampled_from(["type", "infra", "priority"]),
    st.none() | st.lists(st.sampled_from(["task", "infra", "infra.compute", "background"]), max_size=2),
)


@given(VALUES)
def test_states_survive_json(values: dict[str, list[str] | None]) -> None:
    read = json.loads(canonical(values))
    assert [state_of(f, read) for f in (TYPE, PRIORITY)] == [state_of(f, values) for f in (TYPE, PRIORITY)]


@given(VALUES)
def test_unset_and_absent_are_the_same_and_none_is_not(values: dict[str, list[str] | None]) -> None:
    said = {name: value for name, value in values.items() if value is not None}
    assert state_of(PRIORITY, said) == state_of(PRIORITY, values)
    assert state_of(TYPE, {**said, "type": []}) == "none"


@pytest.mark.parametrize(
    "said",
    [{"state": "skipped"}, {"values": {"type": []}}, {"flagged": True}, {"question": "？"}, {"note": "注"}],
)
def test_whatever_is_said_touches_a_clause(said: dict[str, object]) -> None:
    assert Review(**said).touched
    assert not Review().touched


BOUND = Attribute("bound", "choice", "限定", "Bound", (Code("least", "不少于", "at least"),))
SPANS = Field(
    "target", "span", "指标", "Target",
    attributes=(
        Attribute("of", "text", "指标", "Of"), BOUND, Attribute("value", "number", "数值", "Value"),
        Attribute("unit", "text", "单位", "Unit"), Attribute("by", "date", "时限", "By"),
    ),
)  # fmt: skip
SPAN = {"surface": "20个以上", "start": 0, "end": 5}


@pytest.mark.parametrize(
    ("kind", "held", "other"),
    [
        ("text", "个", 1),
        ("number", 1.5, "1"),
        ("number", 0, True),
        ("date", "2027-06", 2027),
        ("choice", "least", "most"),
    ],
)
def test_an_attribute_holds_nothing_or_a_value_of_its_kind(kind: str, held: object, other: object) -> None:
    attribute = BOUND._replace(kind=kind)
    assert holds(attribute, None)
    assert holds(attribute, held)
    assert not holds(attribute, other)


def test_of_what_is_told_of_a_span_the_field_takes_what_fits() -> None:
    found = {"of": "智能体", "bound": "most", "value": "二十", "by": None, "colour": "red"}
    assert told(SPANS, found) == {"of": "智能体", "bound": None, "value": None, "unit": None, "by": None}


def test_remarks_on_a_span_repeat_nothing_that_its_words_say() -> None:
    span = {**SPAN, "of": "智能体", "bound": "least", "value": 20, "unit": "个", "by": "2027"}
    assert remarks(SPANS, span) == ["智能体", "2027"]
    assert remarks(SPANS, SPAN) == []


def test_a_span_of_an_older_codebook_whose_attribute_was_of_another_kind_does_not_fit() -> None:
    assert fits(SPANS, [{**SPAN, "value": 20}])
    assert not fits(SPANS, [{**SPAN, "value": "20"}])
    assert not fits(SPANS, ["20个以上"])
