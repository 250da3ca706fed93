"""Cutting by hand."""

WORDS: dict[str, tuple[str, str]] = {
    "not_yours": (
        "只有负责人（{owners}）能拆分或合并条款；请用“提问”写明想怎样切。",
        "Only the owner ({owners}) splits and merges clauses; ask with the question key how it should be cut.",
    ),
    "cut_meanwhile": (
        "“{title}”刚被重新切分或停用，这一步没有保存；请重新打开文件再试。",
        "“{title}” was cut otherwise or taken out of use meanwhile and nothing was saved; open it again and retry.",
    ),
    "one_clause": ("合并要选两条以上。", "Choose at least two clauses to merge."),
    "something_between": (
        "中间隔着标题、附件或其他段落，不能合并；只能合并紧挨着的条款。",
        "A heading or another paragraph stands between; only clauses next to each other can be merged.",
    ),
    "other_heading": (
        "这些条款不在同一标题下，不能合并。",
        "These clauses stand under different headings and cannot be merged.",
    ),
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
