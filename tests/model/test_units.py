"""What a choice makes of the units of a value."""

from hypothesis import given
from hypothesis import strategies as st

from annotator.model.units import (
    NOWHERE,
    added,
    answer_to,
    choices,
    in_role,
    instead,
    others,
    same_unit,
    toggled,
)


def stated(name, role="responsible", start=0):
    place = {"surface": name, "start": start, "end": start + len(name)}
    return {"org_id": f"org-{name}", "name": name, "role": role, "stated": True, **place}


def assigned(name, role="responsible"):
    return {"org_id": f"org-{name}", "name": name, "role": role, **NOWHERE}


LEAD, AIDE, OTHER = stated("甲", "lead", 5), stated("甲", "participant", 40), stated("乙", start=9)


def test_a_unit_is_taken_in_the_order_of_the_text_and_dropped_again():
    assert toggled([AIDE, assigned("丙")], OTHER) == [OTHER, AIDE, assigned("丙")]
    assert toggled([OTHER], assigned("丙")) == [OTHER, assigned("丙")]
    assert toggled([OTHER, AIDE], OTHER) == [AIDE]


def test_one_body_in_two_roles_is_two_units():
    assert toggled([LEAD], AIDE) == [LEAD, AIDE]
    assert choices([LEAD], [LEAD, AIDE]) == [LEAD, AIDE]
    assert toggled([LEAD, AIDE], LEAD) == [AIDE]


def test_choices_keep_their_places_when_they_are_taken():
    offered = [LEAD, OTHER]
    for value in ([], [OTHER], [OTHER, LEAD], [LEAD]):
        assert choices(value, offered) == offered
    assert choices([assigned("丙"), OTHER], offered) == [LEAD, OTHER, assigned("丙")]


def test_an_offered_unit_is_known_again_in_another_role_and_without_its_place():
    supervised = {**LEAD, "role": "supervisor"}
    assert answer_to(LEAD, [OTHER, supervised]) == supervised
    assert choices([supervised], [LEAD, OTHER]) == [supervised, OTHER]
    assert answer_to(LEAD, [assigned("甲", "responsible")]) == assigned("甲", "responsible")
    assert answer_to(AIDE, [LEAD]) is None
    assert answer_to(LEAD, [OTHER]) is None


def test_a_unit_stands_for_one_of_the_charges_of_its_body_that_are_offered():
    offered = [LEAD, AIDE]
    assert choices([assigned("甲", "supervisor")], offered) == [assigned("甲", "supervisor"), AIDE]
    assert choices([assigned("甲", "participant")], offered) == [LEAD, assigned("甲", "participant")]
    both = [assigned("甲", "supervisor"), assigned("甲", "responsible")]
    assert choices(both, offered) == both
    assert answer_to(AIDE, [assigned("甲", "supervisor")], offered) is None


def test_a_unit_that_is_there_in_its_role_has_its_new_place_and_is_not_dropped():
    assert added([LEAD, AIDE], {**LEAD, "start": 50}) == [AIDE, {**LEAD, "start": 50}]
    assert added([LEAD], AIDE) == [LEAD, AIDE]


def test_other_mentions_of_a_body_are_those_elsewhere_in_another_role():
    silent = {**LEAD, "role": None, "start": 70}
    assert others([LEAD], [LEAD, AIDE, silent]) == [AIDE, {**silent, "role": "unspecified"}]
    assert others([LEAD], [{**LEAD, "start": 60}, {**AIDE, "start": LEAD["start"]}]) == []
    assert others([silent], [silent, AIDE]) == [AIDE]


def test_a_role_is_changed_in_its_place_and_two_of_one_role_become_one():
    assert in_role([LEAD, OTHER], LEAD, "supervisor") == [{**LEAD, "role": "supervisor"}, OTHER]
    assert in_role([LEAD, AIDE], AIDE, "lead") in ([LEAD], [{**AIDE, "role": "lead"}])


def test_members_take_the_place_of_their_collective_and_keep_what_was_said_of_them():
    districts = [assigned("东区"), assigned("西区")]
    assert instead([LEAD, OTHER], LEAD, districts) == [*districts, OTHER]
    assert instead([OTHER], LEAD, districts) == [OTHER, *districts]
    assert instead([assigned("东区", "lead"), OTHER], OTHER, districts) == [
        assigned("东区", "lead"),
        districts[1],
    ]


UNITS = st.builds(
    lambda name, role, start: stated(name, role, start) if start else assigned(name, role),
    st.sampled_from("甲乙丙"), st.sampled_from(["lead", "participant"]), st.integers(0, 3),
)  # fmt: skip
VALUES = st.lists(UNITS, max_size=5, unique_by=same_unit)


@given(VALUES, UNITS)
def test_taking_and_dropping_again_leaves_the_others(value, unit):
    others = [one for one in value if same_unit(one) != same_unit(unit)]
    once = toggled(value, unit)
    if others == value:
        assert toggled(once, unit) == value
    else:
        assert once == others


@given(VALUES, VALUES)
def test_every_unit_taken_is_among_the_choices_and_none_twice(value, offered):
    shown = [same_unit(one) for one in choices(value, offered)]
    assert len(set(shown)) == len(shown)
    assert set(map(same_unit, value)) <= set(shown)
