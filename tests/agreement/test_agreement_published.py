"""Values from the literature, and some derived by hand, each with its source."""

from fractions import Fraction

import pytest

from annotator.tools.agreement import Rating, audit, tabulate


def rows(*raters, missing="."):
    """Ratings from one string of values a rater, one character an item."""
    return [
        Rating(f"{number:03}", f"r{rater}", value)
        for rater, values in enumerate(raters)
        for number, value in enumerate(values)
        if value != missing
    ]


def crossed(table, levels):
    """Ratings of two raters from their contingency table, rows the first rater's."""
    pairs = [
        (levels[i], levels[j]) for i, row in enumerate(table) for j, n in enumerate(row) for _ in range(n)
    ]
    return [Rating(f"{n:03}", "ab"[who], pair[who]) for n, pair in enumerate(pairs) for who in (0, 1)]


def counted(table):
    """Ratings from how many raters gave each item each category."""
    return [
        Rating(f"{item:03}", f"r{rater}", category)
        for item, row in enumerate(table)
        for rater, category in enumerate(c for c, n in enumerate(row) for _ in range(n))
    ]


# Krippendorff, Computing Krippendorff's alpha-reliability, 2011, sections A to D.
KRIPPENDORFF_A = rows("0100000010", "1110010000")
KRIPPENDORFF_B = rows("aabbdcccedda", "babbbccceddd")
KRIPPENDORFF_C = rows("123321412...", "1233224125.3", ".3332342251.", "12332441251.")
# Cohen, Educational and Psychological Measurement 20, 1960; again in Psychological Bulletin 70, 1968.
COHEN = crossed([[88, 14, 18], [10, 40, 10], [2, 6, 12]], "123")
# Fleiss, Psychological Bulletin 76, 1971, table 1: 30 patients, 6 psychiatrists, 5 diagnoses.
FLEISS_1971 = """
    00060 03003 01401 00006 03030 20400 00402 20310 20040 00006 10050 11040 03300 10050 02031
    00501 30012 51000 02040 10203 00006 01050 02013 20040 10041 05010 40002 02040 10500 00006
"""
FLEISS = [[int(n) for n in row] for row in FLEISS_1971.split()]
# Gwet's package irrCAC for R, README: contingency table of two abstractors (Gwet 2014).
ABSTRACTORS = crossed([[13, 0, 0], [0, 20, 7], [0, 4, 56]], ["Ectopic", "AIU", "NIU"])
# Made up: one value is nearly always given, so kappa is low although 85 % agree.
PREVALENCE = crossed([[80, 7], [8, 5]], "yn")
FOUR = crossed([[1, 1, 0], [0, 0, 1], [0, 0, 1]], ["low", "medium", "high"])
LEVELS = ["low", "medium", "high"]


def sets(*pairs):
    return [Rating(str(n), "ab"[who], pair[who]) for n, pair in enumerate(pairs) for who in (0, 1)]


SETS = sets(("A", "A"), ("AB", "A"), ("", ""), ("AB", "BC"))
SETS = [rating._replace(value=list(rating.value)) for rating in SETS]

PUBLISHED = [
    # ratings, kind, levels, coefficient, value as printed
    (KRIPPENDORFF_A, "nominal", (), "alpha_nominal", ".095"),
    (KRIPPENDORFF_B, "nominal", (), "alpha_nominal", ".692"),
    (KRIPPENDORFF_C, "nominal", (), "alpha_nominal", ".743"),
    (KRIPPENDORFF_C, "ordinal", (), "alpha_ordinal", ".815"),
    (KRIPPENDORFF_C, "interval", (), "alpha_interval", ".849"),
    (KRIPPENDORFF_C, "ratio", (), "alpha_ratio", ".797"),
    (counted(FLEISS), "nominal", (), "fleiss_kappa", ".430"),
    # irrCAC for R, README: Fleiss' first 15 patients, and Krippendorff's data C with its lone rating.
    (counted(FLEISS[:15]), "nominal", (), "percent_agreement_items", "0.5511111"),
    (counted(FLEISS[:15]), "nominal", (), "gwet_ac1", "0.4448007"),
    (counted(FLEISS[:15]), "nominal", (), "fleiss_kappa", "0.4139265"),
    (counted(FLEISS[:15]), "nominal", (), "alpha_nominal", "0.4204384"),
    (counted(FLEISS[:15]), "nominal", (), "brennan_prediger", "0.4388889"),
    (KRIPPENDORFF_C, "nominal", (), "percent_agreement_items", "0.8181818"),
    (KRIPPENDORFF_C, "nominal", (), "gwet_ac1", "0.77544"),
    (KRIPPENDORFF_C, "nominal", (), "fleiss_kappa_missing", "0.76117"),
    (KRIPPENDORFF_C, "nominal", (), "brennan_prediger", "0.77273"),
    (ABSTRACTORS, "nominal", (), "percent_agreement_items", "0.89"),
    (ABSTRACTORS, "nominal", (), "gwet_ac1", "0.8493305"),
    (ABSTRACTORS, "nominal", (), "brennan_prediger", "0.835"),
    (ABSTRACTORS, "nominal", (), "alpha_nominal", "0.7972585"),
]

PUBLISHED_PAIRS = [
    (COHEN, "nominal", "cohen_kappa", ".492"),
    (ABSTRACTORS, "nominal", "cohen_kappa", "0.7964094"),
    (ABSTRACTORS, "nominal", "scott_pi", "0.7962397"),
]

DERIVED = [
    # n = 20, n_0 = 14, n_1 = 6, o_01 = 4: 1 - 19 * 4 / (14 * 6)
    (KRIPPENDORFF_A, "nominal", (), "alpha_nominal", Fraction(2, 21)),
    # Do = 6/24; n_c = 4 6 6 6 2, De = (552 - 104) / 552
    (KRIPPENDORFF_B, "nominal", (), "alpha_nominal", Fraction(155, 224)),
    # Do = 1/5; n_c = 9 13 10 5 3, De = (1560 - 344) / 1560
    (KRIPPENDORFF_C, "nominal", (), "alpha_nominal", Fraction(113, 152)),
    (KRIPPENDORFF_C, "nominal", (), "percent_agreement_items", Fraction(9, 11)),
    (KRIPPENDORFF_C, "nominal", (), "percent_agreement_pairs", Fraction(43, 55)),
    (KRIPPENDORFF_C, "nominal", (), "percent_agreement_coincidence", Fraction(4, 5)),
    (KRIPPENDORFF_C, "nominal", (), "percent_unanimous", Fraction(8, 11)),
    (PREVALENCE, "nominal", (), "gwet_ac1", Fraction(101, 125)),  # pe .21875
    # (l,l) (l,m) (m,h) (h,h): p = 3/8 2/8 3/8, sum p (1 - p) = 21/32
    (FOUR, "ordinal", LEVELS, "gwet_ac2_linear", Fraction(13, 29)),  # pa 3/4, T_w 5
    (FOUR, "ordinal", LEVELS, "gwet_ac2_quadratic", Fraction(7, 11)),  # pa 7/8, T_w 6
    (FOUR, "ordinal", LEVELS, "gwet_ac2_ordinal", Fraction(41, 73)),  # pa 5/6, T_w 17/3
    (FOUR, "ordinal", LEVELS, "gwet_ac1", Fraction(11, 43)),  # pa 1/2, pe 21/64
    (FOUR, "ordinal", LEVELS, "brennan_prediger", Fraction(1, 4)),
    # A fourth, unused level: q = 4
    (FOUR, "ordinal", [*LEVELS, "top"], "gwet_ac1", Fraction(9, 25)),  # pe 7/32
    (FOUR, "ordinal", [*LEVELS, "top"], "brennan_prediger", Fraction(1, 3)),
    # Observed distances 0, 2/3, 0, 8/9 (MASI) and 0, 1/2, 0, 2/3 (Jaccard); De 187/252 and 29/42
    (SETS, "set", (), "alpha_masi", Fraction(89, 187)),
    (SETS, "set", (), "alpha_jaccard", Fraction(67, 116)),
]

DERIVED_PAIRS = [
    (COHEN, "nominal", "cohen_kappa", Fraction(29, 59)),  # po .70, pe .41
    (COHEN, "ordinal", "cohen_kappa_linear", Fraction(9, 19)),  # sum w o 80, sum w e 152
    (COHEN, "ordinal", "cohen_kappa_quadratic", Fraction(5, 11)),  # 120, 220
    (COHEN, "nominal", "scott_pi", Fraction(19, 39)),  # pe .415
    (PREVALENCE, "nominal", "cohen_kappa", Fraction(172, 547)),  # pe .7812
]


@pytest.mark.parametrize(("ratings", "kind", "levels", "name", "printed"), PUBLISHED)
def test_a_coefficient_has_its_published_value(ratings, kind, levels, name, printed):
    value = audit(ratings, kind, levels).values[name]
    assert value == pytest.approx(float(printed), abs=0.5001 * 10 ** -len(printed.partition(".")[2]))


@pytest.mark.parametrize(("ratings", "kind", "name", "printed"), PUBLISHED_PAIRS)
def test_a_pair_has_its_published_value(ratings, kind, name, printed):
    (pair,) = audit(ratings, kind).pairs
    assert getattr(pair, name).value == pytest.approx(
        float(printed), abs=0.5001 * 10 ** -len(printed.partition(".")[2])
    )


@pytest.mark.parametrize(("ratings", "kind", "levels", "name", "exact"), DERIVED)
def test_a_coefficient_has_the_value_derived_by_hand(ratings, kind, levels, name, exact):
    assert audit(ratings, kind, levels).values[name] == pytest.approx(float(exact), abs=1e-12)


@pytest.mark.parametrize(("ratings", "kind", "name", "exact"), DERIVED_PAIRS)
def test_a_pair_has_the_value_derived_by_hand(ratings, kind, name, exact):
    (pair,) = audit(ratings, kind).pairs
    assert getattr(pair, name).value == pytest.approx(float(exact), abs=1e-12)


def test_cohens_weights_of_1968_give_his_weighted_kappa():
    # Cohen, Psychological Bulletin 70, 1968, table 1: disagreement weights 0 1 3 / 1 0 6 / 3 6 0, .348.
    import numpy as np

    from annotator.tools.agreement.distance import Distance
    from annotator.tools.agreement.pair import cohen_kappa, pairs

    class Cohens(Distance):
        def between(self, a, b):
            return np.array([[0.0, 1, 3], [1, 0, 6], [3, 6, 0]])[a, b]

    table = tabulate(COHEN, "nominal")
    kappa = cohen_kappa(table.scale, pairs(table)[0, 1], lambda *_: Cohens())
    assert kappa == pytest.approx(1 - 0.90 / 1.38, abs=1e-12)
    assert round(kappa, 3) == 0.348


@pytest.mark.parametrize(
    ("one", "other", "jaccard", "masi"),
    [
        # Passonneau, LREC 2006: M is 1 for equal sets, 2/3 for a subset, 1/3 for an overlap, 0 for none.
        ({"a", "b"}, {"a", "b"}, 0, 0),
        ({"a"}, {"a", "b"}, 1 / 2, 1 - 1 / 2 * 2 / 3),
        ({"a", "b"}, {"a", "b", "c", "d"}, 1 / 2, 1 - 1 / 2 * 2 / 3),
        ({"a", "b"}, {"b", "c"}, 2 / 3, 1 - 1 / 3 * 1 / 3),
        ({"a", "b", "c"}, {"b", "c", "d"}, 1 / 2, 1 - 1 / 2 * 1 / 3),
        ({"a"}, {"b"}, 1, 1),
        (set(), {"a"}, 1, 1),
        (set(), set(), 0, 0),
        # More labels than fit into one machine word.
        ({f"l{n}" for n in range(100)}, {f"l{n}" for n in range(150)}, 1 / 3, 1 - 2 / 3 * 2 / 3),
    ],
)
def test_distances_of_sets(one, other, jaccard, masi):
    import numpy as np

    from annotator.tools.agreement.distance import Jaccard, Masi

    sets = (frozenset(one), frozenset(other), frozenset({"z"}))
    here, there = np.array([0, 1]), np.array([1, 0])
    assert Jaccard(sets).between(here, there) == pytest.approx([jaccard] * 2, abs=1e-12)
    assert Masi(sets).between(here, there) == pytest.approx([masi] * 2, abs=1e-12)
