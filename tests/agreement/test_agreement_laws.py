"""What holds for any ratings, and agreement with the definitions written out in exact fractions."""

from fractions import Fraction
from functools import partial

import by_definition as exact
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotator.tools.agreement import Rating, audit
from annotator.tools.agreement.distance import Masi, Nominal, Ratio, Squared, Steps

LEVELS = ["low", "medium", "high", "top"]  # alphabetical order is another
NUMBERS = [0.0, 1.0, 2.5, 10.0]
LABELS = ["a", "b", "c"]
VALUES = {
    "nominal": st.sampled_from(LEVELS),
    "ordinal": st.sampled_from(LEVELS),
    "interval": st.sampled_from([-3.0, *NUMBERS]),
    "ratio": st.sampled_from(NUMBERS),
    "set": st.frozensets(st.sampled_from(LABELS)),
}
DECLARED = {
    "nominal": LEVELS,
    "ordinal": LEVELS,
    "interval": [-3.0, *NUMBERS],
    "ratio": NUMBERS,
    "set": LABELS,
}
A_B_AB_NONE = tuple(frozenset(labels) for labels in ("a", "b", "ab", ""))
RATERS = ("ann", "bob", "cai", "dan")

EXACT = {
    "percent_agreement_items": lambda _: exact.percent_items,
    "percent_agreement_pairs": lambda _: exact.percent_pairs,
    "percent_agreement_coincidence": lambda _: exact.percent_coincidence,
    "percent_unanimous": lambda _: exact.percent_unanimous,
    "alpha_nominal": lambda _: partial(exact.alpha, distance=exact.nominal),
    "fleiss_kappa": lambda _: exact.fleiss,
    "fleiss_kappa_missing": lambda _: exact.fleiss_missing,
}
LEVELLED = {
    "gwet_ac1": lambda q: partial(exact.gwet, levels=q, weight=exact.identity_weight),
    "brennan_prediger": lambda q: partial(exact.brennan_prediger, levels=q),
}
ORDERED = {
    "alpha_ordinal": lambda q: partial(exact.alpha, distance=exact.ordinal(q)),
    "gwet_ac2_linear": lambda q: partial(exact.gwet, levels=q, weight=exact.linear_weight),
    "gwet_ac2_quadratic": lambda q: partial(exact.gwet, levels=q, weight=exact.quadratic_weight),
    "gwet_ac2_ordinal": lambda q: partial(exact.gwet, levels=q, weight=exact.ordinal_weight),
}
INTERVAL = {"alpha_interval": lambda _: partial(exact.alpha, distance=exact.interval)}
RATIO = {"alpha_ratio": lambda _: partial(exact.alpha, distance=exact.ratio)}
SETS = {
    "alpha_jaccard": lambda _: partial(exact.alpha, distance=exact.jaccard),
    "alpha_masi": lambda _: partial(exact.alpha, distance=exact.masi),
}
DEFINED = {
    "nominal": EXACT | LEVELLED,
    "ordinal": EXACT | LEVELLED | ORDERED,
    "interval": EXACT | LEVELLED | ORDERED | INTERVAL,
    "ratio": EXACT | LEVELLED | ORDERED | INTERVAL | RATIO,
    "set": EXACT | SETS,
}
PAIRED = {
    "cohen_kappa": exact.identity_weight,
    "cohen_kappa_linear": exact.linear_weight,
    "cohen_kappa_quadratic": exact.quadratic_weight,
}


def units_of(kind):
    """Some items, each rated by one or more of the raters."""
    unit = st.dictionaries(st.sampled_from(RATERS), VALUES[kind], min_size=1)
    return st.lists(unit, min_size=1, max_size=8)


def ratings_of(units):
    return [Rating(f"i{n}", rater, value) for n, unit in enumerate(units) for rater, value in unit.items()]


def check(value, expected):
    """The same number, or both undefined."""
    assert (value is None) == (expected is None)
    assert value is None or value == pytest.approx(float(expected), abs=1e-11)


@pytest.mark.parametrize("kind", DEFINED)
@settings(max_examples=60, deadline=None)
@given(data=st.data())
def test_every_coefficient_follows_its_definition(kind, data):
    units = data.draw(units_of(kind))
    report = audit(ratings_of(units), kind, DECLARED[kind])
    for name, definition in DEFINED[kind].items():
        check(report.values[name], definition(DECLARED[kind])(units))
    assert {name for name, value in report.values.items() if value is not None} <= set(DEFINED[kind])


@pytest.mark.parametrize("kind", DEFINED)
@settings(max_examples=60, deadline=None)
@given(data=st.data())
def test_every_pair_follows_its_definition(kind, data):
    units = data.draw(units_of(kind))
    report = audit(ratings_of(units), kind, DECLARED[kind])
    distinct = {value for unit in units for value in unit.values()}
    levels = sorted(distinct, key=sorted) if kind == "set" else DECLARED[kind]
    for pair in report.pairs:
        both = [unit for unit in units if pair.a in unit and pair.b in unit]
        assert pair.n == len(both) == sum(times for _, _, times in pair.confusion)
        assert [times for *_, times in pair.confusion] == sorted(
            (times for *_, times in pair.confusion), reverse=True
        )
        for a, b, times in pair.confusion:
            assert times == sum(unit[pair.a] == a and unit[pair.b] == b for unit in both)
        check(pair.scott_pi.value, exact.scott(units, pair.a, pair.b))
        for name, weight in PAIRED.items():
            if name == "cohen_kappa" or kind not in ("nominal", "set"):
                expected = exact.cohen(units, pair.a, pair.b, weight, levels)
            else:
                expected = None
            check(getattr(pair, name).value, expected)


@pytest.mark.parametrize("kind", DEFINED)
@settings(max_examples=30, deadline=None)
@given(data=st.data())
def test_the_order_of_ratings_and_the_names_of_raters_change_nothing(kind, data):
    units = data.draw(units_of(kind))
    ratings = ratings_of(units)
    names = dict(zip(RATERS, data.draw(st.permutations(RATERS)), strict=True))
    items = data.draw(st.permutations(range(len(units))))
    shuffled = [
        rating._replace(reviewer=names[rating.reviewer], item=f"i{items[int(rating.item[1:])]}")
        for rating in data.draw(st.permutations(ratings))
    ]
    before = audit(ratings, kind, DECLARED[kind])
    after = audit(shuffled, kind, DECLARED[kind])
    assert before.undefined == after.undefined
    for name, value in before.values.items():
        check(after.values[name], value)


@pytest.mark.parametrize("kind", DEFINED)
@settings(max_examples=30, deadline=None)
@given(data=st.data())
def test_full_agreement_with_variation_is_one(kind, data):
    values = data.draw(st.lists(VALUES[kind], min_size=2, max_size=8).filter(lambda some: len(set(some)) > 1))
    units = [dict.fromkeys(("ann", "bob", "cai"), value) for value in values]
    report = audit(ratings_of(units), kind, DECLARED[kind])
    assert {value for value in report.values.values() if value is not None} == {1.0}
    assert all(pair.cohen_kappa.value == pair.scott_pi.value == 1.0 for pair in report.pairs)


@settings(max_examples=50, deadline=None)
@given(
    units=st.lists(st.dictionaries(st.sampled_from(RATERS), st.sampled_from("no"), min_size=1), max_size=8)
)
def test_with_two_categories_ordinal_is_nominal(units):
    values = audit(ratings_of(units), "ordinal", ["n", "o"]).values
    check(values["alpha_ordinal"], values["alpha_nominal"])
    check(values["gwet_ac2_quadratic"], values["gwet_ac1"])


@pytest.mark.parametrize("kind", DEFINED)
@settings(max_examples=30, deadline=None)
@given(data=st.data())
def test_an_item_with_one_rating_changes_nothing_but_the_mean_shares(kind, data):
    units = data.draw(units_of(kind))
    more = [*units, {"ann": data.draw(VALUES[kind])}]
    before = audit(ratings_of(units), kind, DECLARED[kind])
    after = audit(ratings_of(more), kind, DECLARED[kind])
    for name, value in before.values.items():
        # Fleiss' kappa for missing ratings and AC1, AC2 take p_c over all items (Gwet 2014). A lone
        # rating also is the one rater of an otherwise empty table, hence the reasons may differ.
        if not name.startswith(("gwet", "fleiss_kappa_missing")):
            check(after.values[name], value)


@settings(max_examples=30, deadline=None)
@given(data=st.data())
def test_unused_levels_matter_only_where_the_number_of_levels_does(data):
    units = data.draw(units_of("ordinal"))
    before = audit(ratings_of(units), "ordinal", LEVELS)
    after = audit(ratings_of(units), "ordinal", ["lowest", *LEVELS, "topmost"])
    for name, value in before.values.items():
        if not name.startswith(("gwet", "brennan")):
            check(after.values[name], value)
    for one, other in zip(before.pairs, after.pairs, strict=True):
        assert one.confusion == other.confusion
        check(other.cohen_kappa_linear.value, one.cohen_kappa_linear.value)
        check(other.cohen_kappa_quadratic.value, one.cohen_kappa_quadratic.value)


FREQUENCIES = st.lists(st.integers(0, 20), min_size=4, max_size=4).filter(any)


@given(first=FREQUENCIES, second=FREQUENCIES)
def test_a_short_cut_to_the_total_distance_gives_the_sum_over_all_pairs(first, second):
    points = np.array([0.0, 1.0, 7.0, 2.5])
    for distance in (Nominal(), Squared(points), Ratio(points), Steps(points), Masi(A_B_AB_NONE)):
        codes = np.arange(4)
        every = np.array(first) @ distance.between(codes[:, None], codes) @ np.array(second)
        assert distance.total(np.array(first), np.array(second)) == pytest.approx(every, rel=1e-12)


def test_many_different_values_are_counted_as_few_are():
    # Beyond a number of possible pairs they are sorted instead of looked up.
    units = [{"ann": n * 0.25, "bob": n * 0.25 + (n % 3), "cai": float(n)} for n in range(60)]
    values = audit(ratings_of(units), "interval").values
    check(values["alpha_interval"], exact.alpha(units, exact.interval))
    check(values["alpha_nominal"], exact.alpha(units, exact.nominal))


def test_a_shift_and_a_far_outlier_do_not_cost_precision():
    offset = Fraction(10**9)
    units = [{"ann": Fraction(n), "bob": Fraction(n + n % 2)} for n in range(6)]
    near = exact.alpha(units, exact.interval)
    shifted = [{rater: float(value + offset) for rater, value in unit.items()} for unit in units]
    alone = [*shifted, {"ann": 1e300}]
    assert audit(ratings_of(shifted), "interval").values["alpha_interval"] == pytest.approx(float(near))
    assert audit(ratings_of(alone), "interval").values["alpha_interval"] == pytest.approx(float(near))
