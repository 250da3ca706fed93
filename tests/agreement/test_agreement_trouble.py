"""Where raters differ, and whether that changes while the work goes on."""

from itertools import combinations

import numpy as np
import pytest

from annotator.tools.agreement import (
    Rating,
    audit,
    code_pairs,
    columns,
    confusion,
    disagreements,
    tabulate,
)
from tests.agreement.test_agreement_parts import noisy

DAY = 86_400_000
MONDAY = (4 + 7 * 2858) * DAY  # the 5th of January 1970 was one


@pytest.mark.parametrize("kind", ["nominal", "set"])
def test_the_matrix_of_two_raters_counts_what_they_said_of_the_same_items(kind: str) -> None:
    given = noisy(60, 3, 0.6)
    if kind == "set":
        given = [one._replace(value=[one.value]) for one in given]
    table = tabulate(given, kind)
    report = audit(given, kind)
    for pair in report.pairs:
        found = confusion(table, pair.a, pair.b)
        counted = {
            (next(iter(a)), next(iter(b))) if kind == "set" else (a, b): n for a, b, n in pair.confusion
        }
        assert found.times == counted
        said = {(one.reviewer, one.item): one.value for one in given}
        for (a, b), items in found.items.items():
            for item in items:
                pick = (lambda value: value[0]) if kind == "set" else (lambda value: value)
                assert (pick(said[pair.a, item]), pick(said[pair.b, item])) == (a, b)
    pooled = confusion(table)
    for a, b in combinations(pooled.values, 2):
        both = sum(
            confusion(table, p.a, p.b).times.get(cell, 0) for p in report.pairs for cell in ((a, b), (b, a))
        )
        assert pooled.times.get((a, b), 0) == pooled.times.get((b, a), 0) == both


def test_of_sets_what_only_one_has_stands_against_what_only_the_other_has_or_nothing() -> None:
    given = [
        Rating("1", "a", ["x", "y"]), Rating("1", "b", ["x", "z"]),
        Rating("2", "a", ["x"]), Rating("2", "b", []),
        Rating("3", "a", []), Rating("3", "b", []),
    ]  # fmt: skip
    found = confusion(tabulate(given, "set"), "a", "b")
    assert found.times == {("x", "x"): 1, ("y", "z"): 1, ("x", None): 1, (None, None): 1}
    assert found.values == ("x", "y", "z", None)
    assert [(one.a, one.b, one.items) for one in code_pairs(tabulate(given, "set"))] == [
        ("x", None, ("2",)),
        ("y", "z", ("1",)),
    ]


@pytest.mark.parametrize("kind", ["nominal", "ordinal", "interval", "set"])
def test_alpha_is_one_less_the_mean_disagreement_of_items(kind: str) -> None:
    given = [
        one._replace(value={"set": [one.value], "nominal": one.value}.get(kind, int(one.value[1])))
        for one in noisy(50, 3, 0.6)
    ]
    apart = {
        one.item: one.times_chance
        for one in disagreements(tabulate(given, kind, range(4) if kind == "ordinal" else ()))
    }
    report = audit(given, kind, range(4) if kind == "ordinal" else ())
    alpha = report.values["alpha_masi" if kind == "set" else f"alpha_{kind}"]
    assert alpha == pytest.approx(1 - sum(apart.values()) / 50, abs=1e-9)
    assert list(apart.values()) == sorted(apart.values(), reverse=True)
    said = {
        item: {str(one.value) for one in given if one.item == item} for item in {one.item for one in given}
    }
    assert set(apart) == {item for item, values in said.items() if len(values) > 1}


def test_where_all_agree_or_nobody_can_be_compared_nothing_is_in_dispute() -> None:
    for given in ([], [Rating("1", "a", "x")], [Rating("1", "a", "x"), Rating("1", "b", "x")]):
        table = tabulate(given, "nominal")
        assert disagreements(table) == code_pairs(table) == []


def test_a_section_has_the_coefficients_of_its_ratings_alone() -> None:
    given = [one._replace(section=f"s{int(one.item[1:]) % 2}") for one in noisy(40, 3, 0.7)]
    report = audit(given, "nominal")
    assert len(report.sections) == 8
    for (document, section), several in report.sections.items():
        alone = audit([one for one in given if (one.document, one.section) == (document, section)], "nominal")
        for one in several:
            assert one.value == pytest.approx(alone.values[one.name], abs=1e-12)


def test_windows_follow_the_last_rating_of_an_item_and_weeks_begin_on_monday() -> None:
    good, bad = noisy(30, 3, 1.0), noisy(30, 3, 0.0, seed=2)
    late = [one._replace(item=f"z{one.item}", at=MONDAY + 7 * DAY) for one in bad]
    given = [*(one._replace(at=MONDAY + 7 * DAY - 1) for one in good), *late]
    drift = audit(given, "nominal").drift
    assert [(one.name, one.n) for one in drift.weeks] == [
        (str(np.datetime64(MONDAY, "ms"))[:10], 30),
        (str(np.datetime64(MONDAY + 7 * DAY, "ms"))[:10], 30),
    ]
    assert [one.n for one in drift.windows] == [10] * 6
    assert [one.coefficients[0].value == 1.0 for one in drift.windows] == [True] * 3 + [False] * 3
    for own in drift.raters:
        assert [share.same == 1.0 for share in own.others] == [True] * 3 + [False] * 3
    assert drift.codebooks == ()


def test_versions_of_the_codebook_are_told_apart_and_mixed_items_from_both() -> None:
    given = [
        one._replace(
            codebook="old"
            if int(one.item[1:]) < 10 or (int(one.item[1:]) < 15 and one.reviewer == "r0")
            else "new",
            at=1,
        )
        for one in noisy(30, 3, 0.7)
    ]
    drift = audit(given, "nominal").drift
    assert {one.name: one.n for one in drift.codebooks} == {"old": 10, "": 5, "new": 15}


def test_the_agreement_with_oneself_follows_the_second_pass() -> None:
    given = [one for one in noisy(40, 2, 0.9) if one.reviewer == "r0"]
    again = [
        one._replace(pass_no=2, at=number + 1, value=one.value if number < 20 else "other")
        for number, one in enumerate(given)
    ]
    (own,) = audit([*given, *again], "nominal").drift.raters
    assert [share.same for share in own.again] == [1.0, 1.0, 0.0, 0.0]
    assert own.others == ()


def test_without_times_there_is_no_drift() -> None:
    drift = audit(noisy(40, 3, 0.7), "nominal").drift
    assert (drift.windows, drift.weeks, drift.codebooks, drift.raters) == ((), (), (), ())
    assert columns([]).rows() == []
