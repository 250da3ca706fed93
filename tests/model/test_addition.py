"""Labels keep what was said; what an organisation has become is followed where they are read."""

from annotator.model.addition import Addition, followed, followed_all, without_circles
from annotator.model.units import NOWHERE


def unit(org_id, name="某局", role="lead"):
    return {"org_id": org_id, "name": name, "role": role, **NOWHERE}


def added(org_id, state="proposed", into="", into_name=""):
    return Addition(org_id, f"{org_id}局", "甲市", (), state, into, into_name)


def by_id(*additions):
    return {one.org_id: one for one in additions}


def test_a_merged_one_is_read_as_the_other_through_all_mergers():
    additions = by_id(added("a", "merged", "b", "乙局"), added("b", "merged", "org-sh-sjj", "上海市数据局"))
    assert followed(unit("a"), additions) == unit("org-sh-sjj", "上海市数据局")
    assert followed(unit("org-gj-czb"), additions) == unit("org-gj-czb")
    assert followed(unit(None), additions) == unit(None)


def test_a_proposed_one_stays_and_a_dropped_one_is_read_by_the_name_it_was_given():
    additions = by_id(
        added("a"), added("b", "confirmed"), added("c", "dropped"), added("d", "merged", "c", "丙局")
    )
    assert followed(unit("a"), additions) == unit("a")
    assert followed(unit("b"), additions) == unit("b")
    assert followed(unit("c"), additions) == unit(None)
    assert followed(unit("d"), additions)["org_id"] is None


def test_units_that_have_become_the_same_in_the_same_role_are_one():
    additions = by_id(added("a", "merged", "b", "b局"), added("b"))
    value = [unit("a", "a局"), unit("b", "b局"), unit("a", "a局", "participant")]
    assert followed_all(value, additions) == [unit("b", "b局"), unit("b", "b局", "participant")]
    assert followed_all(value, {}) == value


def test_of_two_merged_into_each_other_one_stands():
    circle = by_id(
        added("b", "merged", "c", "c局"), added("c", "merged", "b", "b局"), added("a", "merged", "c", "c局")
    )
    unbroken = without_circles(circle)
    assert {followed(unit(one), unbroken)["org_id"] for one in "abc"} == {"b"}
    assert without_circles(unbroken) == unbroken
    assert without_circles(by_id(added("a", "merged", "a", "a局")))["a"].state == "confirmed"
