"""Groups go where every part gets its share of everything."""

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.tools.splits import stratified

THREE = {"train": 0.8, "validation": 0.1, "test": 0.1}


def filled(groups, found, parts):
    """What each part has, by what is counted."""
    there = {part: Counter() for part in parts}
    for name, counts in groups.items():
        there[found[name]].update(counts)
    return there


def corpus(number):
    """Documents of two codes each, one of which is rare."""
    return {
        f"doc-{n:02}": {"clauses": 10 + n % 7, f"code:{n % 3}": 5 + n % 7, f"code:r{n % 5}": 5}
        for n in range(number)
    }


@pytest.mark.parametrize(
    ("number", "worst"),
    # documents, how far the share of anything in any part is from its target, at most
    [(30, 0.9), (60, 0.4), (150, 0.15), (400, 0.05)],
)
def test_every_share_comes_near_its_target(number, worst):
    groups = corpus(number)
    there = filled(groups, stratified(groups, THREE, {}), THREE)
    total = sum(there.values(), Counter())
    far = {
        (name, part): there[part][name] / total[name] / share - 1
        for name in total
        for part, share in THREE.items()
    }
    assert max(map(abs, far.values())) <= worst, far


@pytest.mark.parametrize(
    ("groups", "parts"),
    [
        # three documents of a code are enough for one in each part
        ({f"d{n}": {"clauses": 5, "code:a": 5} for n in range(3)}, THREE),
        ({f"d{n}": {"clauses": 1 + 30 * n, "code:a": 1} for n in range(3)}, THREE),
        # a code of three documents among many of another
        ({f"d{n}": {"clauses": 5, "code:a": 5, **({"code:b": 2} if n in (1, 4, 9) else {})} for n in range(20)},
         THREE),
        ({f"d{n}": {"clauses": 4, "code:a": 2, "code:b": 2} for n in range(5)}, dict.fromkeys(range(5), 0.2)),
    ],
)  # fmt: skip
def test_no_part_is_without_what_could_be_in_all(groups, parts):
    there = filled(groups, stratified(groups, parts, {}), parts)
    for name in {name for counts in groups.values() for name in counts}:
        assert all(there[part][name] for part in parts), (name, there)


def test_what_is_held_stays_and_counts():
    held = {"train": Counter({"clauses": 10}), "validation": Counter({"clauses": 80}), "test": Counter()}
    groups = {f"d{n}": {"clauses": 10} for n in range(3)}
    found = stratified(groups, THREE, held)
    assert "validation" not in found.values()
    assert set(found.values()) == {"train", "test"}


def test_the_order_makes_no_difference_and_the_seed_decides_between_equals():
    groups = {f"doc-{n}": {"clauses": 10} for n in range(10)}
    backwards = dict(reversed(groups.items()))
    assert stratified(groups, THREE, {}) == stratified(backwards, THREE, {})
    drawn = {tuple(sorted(stratified(groups, THREE, {}, seed).items())) for seed in range(6)}
    assert len(drawn) > 1
    assert {tuple(sorted(Counter(dict(one).values()).items())) for one in drawn} == {
        (("test", 1), ("train", 8), ("validation", 1))
    }


def test_nothing_is_nowhere():
    assert stratified({}, THREE, {"train": {"clauses": 3}}) == {}


@given(
    groups=st.dictionaries(
        st.text("abc", min_size=1, max_size=3),
        st.dictionaries(st.sampled_from(["clauses", "code:a", "code:b"]), st.integers(0, 30)),
        max_size=9,
    ),
    folds=st.integers(2, 5),
    seed=st.integers(0, 3),
)
def test_every_group_gets_a_part(groups, folds, seed):
    parts = dict.fromkeys(range(folds), 1 / folds)
    found = stratified(groups, parts, {0: {"clauses": 4}}, seed)
    assert found.keys() == groups.keys()
    assert set(found.values()) <= set(parts)
