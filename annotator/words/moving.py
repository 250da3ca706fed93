"""Words of moving about: queues, ways back, going to a place."""

WORDS: dict[str, tuple[str, str]] = {
    "queue": ("查找：{title} {number}/{count}", "Search: {title} {number}/{count}"),
    "queue_end": (
        "这是查找结果的最后一条；按 Esc 离开查找。",
        "This is the last clause found; Esc leaves the search.",
    ),
    "queue_start": ("这是查找结果的第一条。", "This is the first clause found."),
    "queue_done": (
        "查找结果里的条款都已完成；按 Esc 离开查找。",
        "Every clause found is finished; Esc leaves the search.",
    ),
    "left": ("已离开查找结果，仍在本条。", "Out of the search, at the same clause."),
    "gone": (
        "这一条已不在项目里（重新切分过，或文件已停用）。",
        "This clause is no longer in the project: it was cut anew, or its document was retired.",
    ),
    "row_gone": ("（已不在）", "(gone)"),
    "outline": (
        "大纲：选一节，到它的第一条未完成的条款",
        "Outline: choose a section to go to its first unfinished clause",
    ),
    "outline_keys": (
        "↑↓ 选择  回车 前往  输入文字缩小范围  Esc 返回",
        "↑↓ choose  Enter goes  typing narrows  Esc back",
    ),
    "no_heading": ("本文件没有含这些字的标题。", "No heading of this document holds these words."),
    "no_way_back": ("前面没有跳转过。", "There was no jump to come back from."),
}
