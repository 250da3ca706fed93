"""Words of the views of a clause, and of what is marked in it."""

WORDS: dict[str, tuple[str, str]] = {
    "clean": ("清洗后", "repaired"),
    "source": ("原文", "as it came"),
    "simplified": ("简体", "simplified"),
    "traditional": ("繁體", "traditional"),
    "repairs": ("本条修复 {count} 处", "{count} repairs here"),
    "undecided": ("{pressed} 全文待定修复 {count} 条", "{pressed} clauses with repairs to decide: {count}"),
    "signs": (
        "原文：[-删去的-]  {{+改成的+}}  [~存疑的~]{{~可能是~}}  ↵ 换行",
        "As it came: [-taken away-]  {{+put in+}}  [~doubtful~]{{~perhaps~}}  ↵ line break",
    ),
    "no_repairs": ("原文：没有修复", "As it came: nothing was repaired"),
    "doubtful": (
        "疑有乱码：〔{before}〕，可能是〔{after}〕（按 {pressed} 来定）",
        "Doubtful: [{before}], perhaps [{after}] ({pressed} decides)",
    ),
    "turned": ("视图：{view}", "View: {view}"),
    "place": ("{field} {number}/{all}", "{field} {number}/{all}"),
    "include": ("包括：", "Includes: "),
    "exclude": ("不含：", "Excludes: "),
    "example": ("例：", "Example: "),
    "tie_break": ("取舍：", "In doubt: "),
    "legend": ("标记：", "Marks: "),
    "mark_unit": ("责任单位", "unit"),
    "mark_target": ("指标", "target"),
    "mark_deadline": ("时限", "deadline"),
    "mark_hit": ("查到的", "found"),
    "mark_doubt": ("疑有乱码", "doubtful"),
    "copied": (
        "已复制 {count} 字到剪贴板；粘贴不出时，按 {mouse} 后用鼠标选取。",
        "{count} characters copied; if they do not paste, press {mouse} and select with the mouse.",
    ),
    "too_long": (
        "本条 {count} 字，超过终端剪贴板的限度，没有复制；按 {mouse} 后用鼠标选取。",
        "{count} characters are more than terminals copy; press {mouse} and select with the mouse.",
    ),
    "mouse_terminal": (
        "鼠标已交给终端，可以选取文字；再按 {pressed} 收回。",
        "The mouse selects text in the terminal now; {pressed} takes it back.",
    ),
    "mouse_here": ("鼠标已收回，可以点击。", "The mouse clicks here again."),
}
