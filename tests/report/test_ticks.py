"""Marks of a scale stand at round values."""

from hypothesis import given
from hypothesis import strategies as st

from annotator.tools.report.ticks import ticks


def test_an_interval_that_reaches_below_zero_has_quarters() -> None:
    assert ticks(-0.12, 1.0) == [-0.25, 0.0, 0.25, 0.5, 0.75, 1.0]
    assert ticks(-1.0, 1.0) == [-1.0, -0.5, 0.0, 0.5, 1.0]


HUNDREDTHS = st.integers(-10_000, 0).map(lambda n: n / 100), st.integers(100, 100_000).map(lambda n: n / 100)


@given(low=HUNDREDTHS[0], high=HUNDREDTHS[1])
def test_few_round_marks_hold_all_between_them(low: float, high: float) -> None:
    marks = ticks(low, high)
    assert marks[0] <= low < high <= marks[-1]
    assert len(marks) <= 9
    assert all((mark * 4).is_integer() for mark in marks)
