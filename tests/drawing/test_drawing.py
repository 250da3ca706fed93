"""Draws: what was asked for is what everyone gets, by chance that is the same everywhere."""

from collections import Counter
from itertools import combinations, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.model.round import Task
from annotator.tools.drawing import Drawn, Item, Plan, draw
from annotator.tools.drawing.chance import chance, portion, rank

NAMES = ["王芳", "李四", "王五", "赵六", "钱七"]


def clauses(count: int, documents: int = 3, weights: tuple[int, ...] = (1,)) -> list[Item]:
    return [
        Item(f"cl-{n:016x}", f"doc-{n * documents // max(1, count)}", n, weights[n % len(weights)])
        for n in range(count)
    ]


def loads(drawn: Drawn) -> list[int]:
    return [sum(task.pass_no == 1 and task.clause_id not in drawn.checks for task in tasks)
            for tasks in drawn.tasks.values()]  # fmt: skip


plans = st.builds(
    Plan,
    seed=st.integers(0, 10**9),
    overlap=st.floats(0, 1),
    each=st.integers(1, 6),
    order=st.sampled_from(["document", "shuffled"]),
    retest=st.floats(0, 0.5),
    most=st.none(),
    by=st.just("clause"),
    check=st.just(0.0),
)


@given(st.integers(0, 120), st.integers(1, 5), plans)
def test_every_clause_goes_to_as_many_reviewers_as_asked_and_loads_are_even(
    count: int, many: int, plan: Plan
) -> None:
    items, names = clauses(count), NAMES[:many]
    drawn = draw(items, names, plan)
    to = min(plan.each, many)
    times = Counter(task.clause_id for tasks in drawn.tasks.values() for task in tasks if task.pass_no == 1)
    wanted = portion(plan.overlap, count) if to > 1 else 0
    assert set(times) == {item.clause_id for item in items}
    assert sorted(times.values()) == sorted([to] * wanted + [1] * (count - wanted))
    assert drawn.shared == {clause for clause, often in times.items() if to > 1 and often == to}
    assert max(loads(drawn)) - min(loads(drawn)) <= 1
    assert all(len(set(tasks)) == len(tasks) for tasks in drawn.tasks.values())


@given(st.integers(0, 60), st.integers(1, 4), plans)
def test_whole_documents_stay_whole_and_loads_differ_by_one_document_at_most(
    documents: int, many: int, plan: Plan
) -> None:
    items = [
        Item(f"cl-{doc}-{n}", f"doc-{doc}", doc * 100 + n)
        for doc in range(documents)
        for n in range(doc % 7 + 1)
    ]
    drawn = draw(items, NAMES[:many], plan._replace(by="document", retest=0))
    holders: dict[str, set[str]] = {}
    for name, tasks in drawn.tasks.items():
        for task in tasks:
            holders.setdefault(task.clause_id, set()).add(name)
    for doc in range(documents):
        assert len({frozenset(holders[f"cl-{doc}-{n}"]) for n in range(doc % 7 + 1)}) == 1
    assert max(loads(drawn)) - min(loads(drawn)) <= 7
    if plan.order == "shuffled":
        for tasks in drawn.tasks.values():
            told = [task.clause_id.split("-")[1] for task in tasks]
            assert sum(a != b for a, b in pairwise(told)) == max(0, len(set(told)) - 1)


@given(st.integers(0, 120), st.integers(1, 5), plans)
def test_a_retest_comes_half_a_queue_behind_the_first_pass(count: int, many: int, plan: Plan) -> None:
    drawn = draw(clauses(count), NAMES[:many], plan)
    wanted = portion(plan.retest, max(loads(drawn)))
    for tasks in drawn.tasks.values():
        again = {task.clause_id: n for n, task in enumerate(tasks) if task.pass_no == 2}
        assert abs(len(again) - wanted) <= 1
        for clause_id, place in again.items():
            assert place - tasks.index(Task(clause_id)) >= len(tasks) / 2


@given(st.integers(0, 80), st.integers(1, 5), plans)
def test_the_same_arguments_give_the_same_draw_and_order_of_items_does_not_matter(
    count: int, many: int, plan: Plan
) -> None:
    items = clauses(count, weights=(1, 5))
    assert draw(items, NAMES[:many], plan) == draw(items[::-1], NAMES[:many], plan)


def test_a_draw_is_the_same_on_every_machine_for_ever() -> None:
    assert chance(7, "overlap", "cl-0000000000000001") == 0xB9A0307D4EB4DFDA
    drawn = draw(clauses(6), ["甲", "乙"], Plan(seed=7, overlap=0.34, order="shuffled", retest=0.25))
    told = {
        name: [(int(task.clause_id[3:], 16), task.pass_no) for task in tasks]
        for name, tasks in drawn.tasks.items()
    }
    assert told == {
        "甲": [(0, 1), (5, 1), (1, 1), (0, 2), (3, 1)],
        "乙": [(2, 1), (0, 1), (3, 1), (4, 1), (0, 2)],
    }


def test_pairs_share_alike() -> None:
    drawn = draw(clauses(600), NAMES[:4], Plan(overlap=0.5))
    held = {name: {task.clause_id for task in tasks} for name, tasks in drawn.tasks.items()}
    common = [len(held[a] & held[b]) for a, b in combinations(NAMES[:4], 2)]
    assert sum(common) == 300
    assert max(common) - min(common) <= 2


def test_document_order_is_kept_and_another_seed_shuffles_otherwise() -> None:
    items = clauses(50)
    tasks = draw(items, NAMES[:2], Plan(overlap=0.2)).tasks["王芳"]
    assert [t.clause_id for t in tasks] == sorted(t.clause_id for t in tasks)
    shuffled = [draw(items, ["王芳"], Plan(seed=seed, order="shuffled")).tasks["王芳"] for seed in (1, 2)]
    assert shuffled[0] != shuffled[1]
    assert set(shuffled[0]) == set(shuffled[1])


@given(st.integers(0, 60), st.integers(0, 80), st.integers(1, 4), plans)
def test_no_more_clauses_are_drawn_than_asked(count: int, asked: int, many: int, plan: Plan) -> None:
    drawn = draw(clauses(count), NAMES[:many], plan._replace(most=asked))
    assert len({task.clause_id for tasks in drawn.tasks.values() for task in tasks}) == min(asked, count)


def test_as_many_clauses_are_drawn_as_asked_and_the_heavy_ones_more_often() -> None:
    items = clauses(2000, weights=(1, 1, 1, 1, 5))
    drawn = draw(items, ["王芳"], Plan(most=400))
    assert len(drawn.tasks["王芳"]) == 400
    heavy = sum(int(task.clause_id[3:], 16) % 5 == 4 for task in drawn.tasks["王芳"])
    assert heavy > 160  # a fifth of the clauses, and more than twice a fifth of those drawn
    assert rank(1, "draw", "x", 5) <= rank(1, "draw", "x")
    assert len(draw(items, ["王芳"], Plan(most=5000)).tasks["王芳"]) == 2000


def test_checks_are_added_the_same_for_all_as_far_as_they_may_have_them() -> None:
    known = [Item(f"cl-k{n}", "doc-9", 1000 + n) for n in range(10)]
    drawn = draw(
        clauses(100),
        NAMES[:2],
        Plan(check=0.1, order="shuffled", retest=0.5),
        {"王芳": known, "李四": known[:2]},
    )
    mine = {name: {t.clause_id for t in tasks} & drawn.checks for name, tasks in drawn.tasks.items()}
    assert len(mine["王芳"]) == 5
    assert mine["李四"] == {"cl-k0", "cl-k1"}
    assert all(
        task.clause_id not in drawn.checks
        for tasks in drawn.tasks.values()
        for task in tasks
        if task.pass_no == 2
    )


def test_nobody_to_draw_for_is_an_empty_draw() -> None:
    assert draw(clauses(5), [], Plan(overlap=1, retest=0.5)) == Drawn({}, frozenset(), frozenset())


@pytest.mark.parametrize(("share", "of", "number"), [(0.05, 10, 1), (0.3, 5, 2), (0, 9, 0), (1, 9, 9)])
def test_a_share_is_the_next_whole_number(share: float, of: int, number: int) -> None:
    assert portion(share, of) == number
