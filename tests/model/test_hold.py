"""Which clauses are held back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.model.hold import Hold

CLAUSES = [f"cl-{number:016x}" for number in range(4000)]


@pytest.mark.parametrize("share", [0.0, 0.05, 0.2, 0.5, 1.0])
def test_about_the_share_of_clauses_is_held_back(share: float) -> None:
    held = sum(Hold(share, 7).holds(clause, "li") for clause in CLAUSES)
    assert abs(held / len(CLAUSES) - share) < 0.03
    assert share not in (0.0, 1.0) or held == share * len(CLAUSES)


def test_reviewers_and_seeds_draw_different_clauses() -> None:
    draws = [(Hold(0.5, 7), "li"), (Hold(0.5, 7), "wang"), (Hold(0.5, 8), "li")]
    held = [[hold.holds(clause, who) for clause in CLAUSES] for hold, who in draws]
    for a, b in ((0, 1), (0, 2), (1, 2)):
        same = sum(one == other for one, other in zip(held[a], held[b], strict=True))
        assert 0.4 < same / len(CLAUSES) < 0.6


def test_the_draw_is_the_same_on_every_machine_for_ever() -> None:
    assert [number for number in range(20) if Hold(0.2, 7).holds(CLAUSES[number], "李")] == [5, 9, 10, 14]


@given(st.floats(0, 1), st.floats(0, 1), st.integers(0), st.text())
def test_a_greater_share_holds_back_the_same_clauses_and_more(
    a: float, b: float, seed: int, who: str
) -> None:
    who = who.encode(errors="replace").decode()
    less, more = sorted((a, b))
    held = [clause for clause in CLAUSES[:50] if Hold(less, seed).holds(clause, who)]
    assert all(Hold(more, seed).holds(clause, who) for clause in held)
