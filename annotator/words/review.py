"""Words of the review screen."""

WORDS: dict[str, tuple[str, str]] = {
    "field_full": (
        "最多选 {maximum} 项；请先取消一项再选。",
        "At most {maximum} can be chosen; take one away first.",
    ),
}
