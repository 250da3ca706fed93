"""Cutting by hand."""

WORDS: dict[str, tuple[str, str]] = {
    "nothing_left": (
        "切在这里会留下空的一条；请把切点移到文字中间。",
        "A cut here would leave an empty clause; choose a place inside the text.",
    ),
    "in_repair": (
        "切点在一处修复的中间，不能切开；请移到它的前面或后面。",
        "The place is in the middle of a repair; choose one before or behind it.",
    ),
    "in_units": (
        "切点在责任单位的中间，不能切开；请移到它的前面或后面。",
        "The place is in the middle of the responsible units; choose one before or behind them.",
    ),
}
