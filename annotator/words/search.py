"""Words of `annotator search` and of saved queries."""

WORDS: dict[str, tuple[str, str]] = {
    "place": ("{place}  第 {number} 条  {clause}", "{place}  clause {number}  {clause}"),
    "cut": ("…", "…"),
    "found": ("找到 {count} 条。", "{count} clauses found."),
    "nothing": ("没有符合“{query}”的条款。", "No clause meets “{query}”."),
    "suggested": (
        "只查已填的标签；另有 {count} 条的建议符合（{query}）。",
        "Only labels that were given are searched; the suggestions of {count} more clauses meet it ({query}).",
    ),
    "more": (
        "只列出前 {count} 条；去掉 --limit 可看全部。",
        "These are the first {count}; leave out --limit to see all.",
    ),
    "no_query": (
        "没有写要查什么；例如 annotator search 充电桩 state:未完成，或用 --saved 指明已存的查询。",
        "There is nothing to look for; try annotator search 充电桩 state:unfinished, or name a saved query with --saved.",
    ),
    "two_queries": (
        "--saved“{name}”之外又写了查询“{query}”；请只留一个。",
        "There is the query “{query}” beside --saved “{name}”; keep one of them.",
    ),
    "no_saved": (
        "没有名为“{name}”的已存查询；annotator search --list 可查。",
        "No query is saved as “{name}”; annotator search --list shows them.",
    ),
    "bad_name": (
        "“{name}”不能作查询的名字；请用可见字符。",
        "“{name}” cannot be the name of a query; use visible characters.",
    ),
    "saved": ("已存为“{name}”。", "Saved as “{name}”."),
    "dropped": ("已删去查询“{name}”。", "The query “{name}” is gone."),
    "none_saved": (
        "还没有存过查询；用 --save 名字 存一个。",
        "No query is saved yet; --save NAME keeps one.",
    ),
}
