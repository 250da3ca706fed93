"""Where a scale has its marks: at round values."""

from math import ceil, floor

_STEP, _MOST = 0.25, 6


def ticks(low: float, high: float) -> list[float]:
    """Values a round step apart, from one at or below `low` to one at or above `high`."""
    step = _STEP
    while (high - low) / step > _MOST:
        step *= 2
    return [number * step for number in range(floor(low / step), ceil(high / step) + 1)]
