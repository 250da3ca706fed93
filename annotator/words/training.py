"""Words of training: feedback on a clause, and the result."""

WORDS: dict[str, tuple[str, str]] = {
    "title": ("第 {number} 条，与裁定不同之处", "Clause {number}: where it was decided otherwise"),
    "given": ("你填的：{value}", "Yours: {value}"),
    "decided": ("裁定：{value}", "Decided: {value}"),
    "reason": ("理由：{text}", "Why: {text}"),
    "result": ("“{title}”练习结果（按第一次完成时填的算）", "Result of “{title}” (as first finished)"),
    "share": ("{field}：{right}/{n} 与裁定一致（{percent}）", "{field}: {right}/{n} as decided ({percent})"),
    "no_result": ("没有可比的裁定。", "There is nothing decided to compare with."),
}
