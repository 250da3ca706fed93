"""What makes answers the same, and how they differ."""

import pytest

from annotator.model.answer import Answer, camps, difference, marked, union
from annotator.model.codebook import Field
from tests.adjudicating.conftest import unit

MULTI, ENTITY, SINGLE = (Field("f", kind, "", "") for kind in ("multi", "entity", "single"))
SPAN = Field("f", "span", "", "")
NONE, UNSET, NA = Answer("none"), Answer("unset"), Answer("n/a")


def put(*value):
    return Answer("set", value)


@pytest.mark.parametrize(
    ("field", "said", "expected"),
    [
        (MULTI, [], ""),
        (MULTI, [put("a")], ""),
        (MULTI, [put("a", "b", "c"), put("a", "c", "b")], ""),
        (MULTI, [put("a", "b"), put("b", "a")], "primary"),
        (MULTI, [put("a", "b"), put("a")], "content"),
        (MULTI, [put("a"), NONE], "state"),
        (MULTI, [NONE, UNSET], "state"),
        (SINGLE, [put("a"), put("b")], "content"),
        (SINGLE, [put("a"), NA], "state"),
        (SINGLE, [NA, NA], ""),
        (ENTITY, [put(unit("甲")), put(unit("甲"))], ""),
        (ENTITY, [put(unit("甲"), unit("乙")), put(unit("乙"), unit("甲"))], ""),
        (ENTITY, [put(unit("甲", "lead")), put(unit("甲"))], "roles"),
        (ENTITY, [put(unit("甲")), put({**unit("甲"), "stated": True})], "roles"),
        (ENTITY, [put(unit("甲")), put(unit("乙"))], "content"),
        (ENTITY, [put(unit("甲", org_id="o")), put(unit("旧名", org_id="o"))], ""),
        (SPAN, [put({"start": 1, "end": 2}), put({"start": 1, "end": 3})], "content"),
    ],
)
def test_a_difference_is_named_by_what_weighs_most(field, said, expected):
    assert difference(field, said) == expected


def test_camps_are_numbered_in_the_order_of_first_use():
    said = {"a": put("x"), "b": NONE, "c": put("x"), "d": put("y")}
    assert camps(SINGLE, said) == {"a": 0, "b": 1, "c": 0, "d": 2}


@pytest.mark.parametrize(
    ("field", "values", "expected"),
    [
        (MULTI, [["a", "b"], ["c", "a"]], ["a", "b", "c"]),
        (MULTI, [["c", "a"], ["a", "b"]], ["c", "a", "b"]),
        (MULTI, [], []),
        # One body may have two roles in one answer; a later answer gives it no third.
        (
            ENTITY,
            [[unit("甲", "lead"), unit("甲", "supervisor")], [unit("甲"), unit("乙")]],
            [unit("甲", "lead"), unit("甲", "supervisor"), unit("乙")],
        ),
    ],
)
def test_a_union_keeps_the_order(field, values, expected):
    assert union(field, values) == expected


KIND = Field("kind", "single", "", "")
LEVEL = Field("level", "ordinal", "", "", applies_to=(("kind", ("task",)),))


@pytest.mark.parametrize(
    ("given", "decided", "expected"),
    [
        (
            {"kind": ["task"], "level": ["2"]},
            {"kind": ["task"], "level": ["2"]},
            {"kind": True, "level": True},
        ),
        ({"kind": ["task"], "level": []}, {"kind": ["task"], "level": ["2"]}, {"kind": True, "level": False}),
        ({"kind": ["task"], "level": []}, {"kind": ["task"], "level": []}, {"kind": True, "level": True}),
        # One mistake, which makes the second question none for one of both.
        ({"kind": ["aim"]}, {"kind": ["task"], "level": ["2"]}, {"kind": False}),
        ({"kind": ["task"], "level": ["2"]}, {"kind": ["aim"], "level": []}, {"kind": False}),
        ({"kind": ["aim"]}, {"kind": ["aim"]}, {"kind": True}),
        # Decided in one field only, or answered there.
        ({"kind": ["task"], "level": ["2"]}, {"level": ["1"]}, {"level": False}),
        ({"level": ["1"]}, {"kind": ["task"], "level": ["1"]}, {"level": True}),
        ({"kind": ["task"], "level": ["2"]}, {"kind": ["task"], "level": None}, {"kind": True}),
        ({}, {"kind": ["task"]}, {}),
    ],
)
def test_an_answer_is_marked_where_both_have_answered(given, decided, expected):
    assert marked([KIND, LEVEL], given, decided) == expected
