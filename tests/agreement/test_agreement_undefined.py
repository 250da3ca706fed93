"""Undefined comes with its reason, in both languages; it is never 0, 1 or NaN."""

import pytest

from annotator.tools.agreement import Rating, audit
from annotator.words import choose, say

CHANCE = ("alpha_nominal", "fleiss_kappa", "fleiss_kappa_missing", "gwet_ac1", "brennan_prediger")
PERCENT = (
    "percent_agreement_items",
    "percent_agreement_pairs",
    "percent_agreement_coincidence",
    "percent_unanimous",
)


def ratings(*triples):
    return [Rating(*triple) for triple in triples]


NO_OVERLAP = ratings(("1", "a", "x"), ("2", "b", "y"))
SAME = ratings(("1", "a", "x"), ("1", "b", "x"), ("2", "a", "x"), ("2", "b", "x"))
SAME_BUT_ALONE = [*SAME, Rating("3", "a", "y")]
UNEQUAL = ratings(("1", "a", "x"), ("1", "b", "y"), ("2", "a", "x"), ("2", "b", "x"), ("2", "c", "y"))


@pytest.mark.parametrize(
    ("given", "names", "reason"),
    [
        ([], PERCENT + CHANCE, "no_ratings"),
        (ratings(("1", "a", "x"), ("2", "a", "y")), PERCENT + CHANCE, "one_rater"),
        (NO_OVERLAP, PERCENT + CHANCE, "no_overlap"),
        (SAME, CHANCE, "no_variation"),
        (SAME_BUT_ALONE, CHANCE, "no_variation"),
        (UNEQUAL, ("fleiss_kappa",), "unequal"),
        (
            UNEQUAL,
            ("alpha_ordinal", "gwet_ac2_linear", "gwet_ac2_quadratic", "gwet_ac2_ordinal"),
            "needs_order",
        ),
        (UNEQUAL, ("alpha_interval",), "needs_interval"),
        (UNEQUAL, ("alpha_ratio",), "needs_ratio"),
        (UNEQUAL, ("alpha_masi", "alpha_jaccard"), "needs_sets"),
    ],
)
def test_a_coefficient_without_value_has_a_reason(given, names, reason):
    report = audit(given, "nominal", ["x", "y"])
    for name in names:
        assert report.values[name] is None
        assert report.undefined[name] == f"agreement.{reason}"


def test_percent_agreement_is_shown_where_nothing_varies():
    values = audit(SAME, "nominal").values
    assert [values[name] for name in PERCENT] == [1.0] * 4


@pytest.mark.parametrize(
    ("given", "reason"),
    [(NO_OVERLAP, "no_overlap"), (SAME, "no_variation"), (SAME_BUT_ALONE, "no_variation")],
)
def test_a_pair_without_value_has_a_reason(given, reason):
    (pair,) = audit(given, "ordinal", ["x", "y"]).pairs
    for one in (pair.cohen_kappa, pair.cohen_kappa_linear, pair.cohen_kappa_quadratic, pair.scott_pi):
        assert (one.value, one.reason) == (None, f"agreement.{reason}")


def test_weighted_kappa_asks_for_an_order():
    (pair,) = audit(UNEQUAL[:4], "nominal").pairs
    assert pair.cohen_kappa.value == 0.0
    assert pair.cohen_kappa_linear.reason == pair.cohen_kappa_quadratic.reason == "agreement.needs_order"


def test_one_rater_who_never_varies_leaves_kappa_defined():
    (pair,) = audit(
        ratings(("1", "a", "x"), ("1", "b", "x"), ("2", "a", "x"), ("2", "b", "y")), "nominal"
    ).pairs
    assert pair.cohen_kappa.value == 0.0


def test_coefficients_that_depend_on_the_number_of_categories_are_undefined_for_sets():
    given = ratings(("1", "a", ["x"]), ("1", "b", []), ("2", "a", []), ("2", "b", []))
    undefined = audit(given, "set", ["x"]).undefined
    assert undefined["gwet_ac1"] == undefined["brennan_prediger"] == "agreement.needs_levels"


def test_negative_numbers_leave_only_the_ratio_undefined():
    report = audit(ratings(("1", "a", -1), ("1", "b", 2), ("2", "a", 2), ("2", "b", 2)), "ratio")
    assert report.undefined["alpha_ratio"] == "agreement.negative"
    assert report.values["alpha_interval"] is not None


@pytest.mark.filterwarnings("error")
@pytest.mark.parametrize("kind", ["interval", "ratio"])
@pytest.mark.parametrize(
    "numbers",
    [(0.0, 5e-324), (1e-200, 2e-200), (1e308, 1.7e308), (-1.7e308, 1.7e308), (0, 1e308), (0, 1e-308)],
)
def test_the_smallest_and_largest_numbers_give_no_nan(kind, numbers):
    low, high = numbers
    given = ratings(("1", "a", low), ("1", "b", low), ("2", "a", high), ("2", "b", high), ("3", "a", low))
    for value in audit(given, kind).values.values():
        assert value is None or value == 1.0


def test_every_reason_is_a_sentence_in_both_languages():
    reasons = {
        reason
        for kind in ("nominal", "set")
        for given in ([], NO_OVERLAP, SAME, UNEQUAL)
        for reason in audit(
            [one._replace(value=[one.value] if kind == "set" else one.value) for one in given], kind
        ).undefined.values()
    }
    try:
        for code in ("zh", "en"):
            choose(code)
            assert all(say(reason) for reason in reasons)
    finally:
        choose(None)
    assert len(reasons) == 9
